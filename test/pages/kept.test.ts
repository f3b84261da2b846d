import { describe, expect, it } from "vitest";
import { readConfig } from "../../app/config.ts";
import { bornAt, newId } from "../../app/lib/id.ts";
import { missingJob } from "../../app/pages/kept.ts";
import { startAt, testClock } from "../support/content/shop.ts";

const dayMs = 86_400_000;
const config = readConfig({
  SHOPIFY_API_KEY: "key",
  SHOPIFY_API_SECRET: "a-secret-that-is-long",
  SHOPIFY_APP_URL: "https://app.example.com/",
  ENCRYPTION_KEYS: Buffer.alloc(32).toString("base64"),
  KEEP_JOBS_DAYS: "30",
});

describe("a job that is not there", () => {
  const at = (days: number) => missingJob({ clock: testClock(startAt + days * dayMs), config }, newId("job", startAt));

  it("is no longer kept when its id is older than jobs are kept, and unknown otherwise", () => {
    expect(at(31)).toEqual({ body: { missing: true, keptDays: 30 }, status: 410 });
    expect(at(29)).toEqual({ body: { missing: true }, status: 404 });
  });

  it.each(["", "job_1", "nonsense", "job_OOOOOOOOOOOOOOOOOOOOOO", `job_${"0".repeat(23)}`])(
    "is unknown by %j",
    (id) => {
      expect(missingJob({ clock: testClock(), config }, id).status).toBe(404);
    },
  );
});

describe("bornAt", () => {
  it("reads from an id when it was made, to the millisecond", () => {
    for (const at of [0, 1, startAt, startAt + 31, 35_184_372_088_831]) expect(bornAt(newId("job", at))).toBe(at);
  });
});
