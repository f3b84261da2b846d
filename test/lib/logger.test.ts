import { describe, expect, it } from "vitest";
import { createLogger, describeError, type LogFields } from "../../app/lib/logger.ts";

function logged(write: (logger: ReturnType<typeof createLogger>) => void): Record<string, unknown> {
  const lines: string[] = [];
  write(createLogger("test", "debug", { write: (line: string) => lines.push(line) }));
  return JSON.parse(lines[0] ?? "{}") as Record<string, unknown>;
}

describe("createLogger", () => {
  it("createLogger writes allowed fields as JSON", () => {
    expect(logged((logger) => logger.info({ shop: "a.myshopify.com", ms: 3 }, "done"))).toMatchObject({
      name: "test",
      msg: "done",
      shop: "a.myshopify.com",
      ms: 3,
    });
  });

  it("createLogger drops every field that is not on the list", () => {
    const fields = { accessToken: "shpat_x", prompt: "write", shop: "a.myshopify.com" } as LogFields;
    const line = logged((logger) => logger.warn(fields, "oops"));
    expect(line).not.toHaveProperty("accessToken");
    expect(line).not.toHaveProperty("prompt");
    expect(line).toHaveProperty("shop");
  });
});

describe("describeError", () => {
  it.each([
    ["shpat_0123456789abcdef", "a Shopify token"],
    ["sk-abcdefgh12345678", "a model key"],
    ["eyJhbGciOi.eyJzdWIi.c2ln", "a session token"],
    ["Bearer abc.def", "a bearer header"],
  ])("describeError removes %s (%s) from an error's message", (secret) => {
    expect(describeError(new Error(`refused ${secret} today`)).message).not.toContain(secret);
  });

  it("describeError keeps the first line only, so that no stack or body reaches the log", () => {
    expect(describeError(new Error("first\nsecond")).message).toBe("first");
  });
});
