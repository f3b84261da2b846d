import { describe, expect, it } from "vitest";
import { digestOf } from "../../app/lib/digest.ts";
import { isOperationalError, OperationalError } from "../../app/lib/errors.ts";
import { newId } from "../../app/lib/id.ts";
import { backoffMs, wait } from "../../app/lib/retry.ts";

describe("newId", () => {
  it("newId sorts by time and does not repeat", () => {
    const ids = [1, 31, 32, 1_000_000, 1_790_000_000_000].map((now) => newId("job", now));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(Array.from({ length: 1_000 }, () => newId("job", 5))).size).toBe(1_000);
  });
});

describe("digestOf", () => {
  it("digestOf does not depend on the order of keys, but on the order of lists", () => {
    expect(digestOf({ a: 1, b: { c: 2, d: 3 } })).toBe(digestOf({ b: { d: 3, c: 2 }, a: 1 }));
    expect(digestOf(["a", "b"])).not.toBe(digestOf(["b", "a"]));
  });
});

describe("backoffMs", () => {
  it("backoffMs draws from 0 up to the doubled base, never above the cap", () => {
    expect(backoffMs(1, { random: () => 1 })).toBe(1_000);
    expect(backoffMs(4, { random: () => 1 })).toBe(8_000);
    expect(backoffMs(30, { random: () => 1 })).toBe(300_000);
    expect(backoffMs(4, { random: () => 0 })).toBe(0);
  });
});

describe("wait", () => {
  it("wait rejects with the signal's reason as soon as it is aborted", async () => {
    const controller = new AbortController();
    const waiting = wait(60_000, controller.signal);
    controller.abort(new Error("stopped"));
    await expect(waiting).rejects.toThrow("stopped");
    await expect(wait(60_000, controller.signal)).rejects.toThrow("stopped");
  });
});

describe("isOperationalError", () => {
  it("isOperationalError knows an error that another copy of the module made, and no other", () => {
    const error = new OperationalError("m", { code: "c", retryable: true, merchantMessage: "wait" });
    const foreign = Object.assign(new Error("m"), { name: "OperationalError", code: "c", retryable: true });
    expect([isOperationalError(error), isOperationalError(foreign), isOperationalError(new Error("m"))]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
