import { describe, expect, it } from "vitest";
import { judgeOutcome, judgeThrow, type Try } from "../../app/jobs/judge-outcome.ts";
import type { ItemOutcome } from "../../app/jobs/task.ts";
import { OperationalError } from "../../app/lib/errors.ts";
import { createLogger } from "../../app/lib/logger.ts";
import { answerAction } from "../../app/pages/answer-action.ts";
import { type AdminErrorCode, adminError } from "../../app/shopify/admin-errors.ts";
import { describeItem } from "../../app/ui/jobs/job-items.tsx";

const now = 1_000_000;
/** Words about what is done without a person: true of what waits only. */
const promise = /by itself|tried again|looked at again|starts over|again (?:in|soon)|next try/i;

function tried(attempts: number): Try {
  return { attempts, maxAttempts: 5, patienceMs: null, signal: new AbortController().signal, now, random: () => 0.5 };
}

const codes: AdminErrorCode[] = [
  "shopify_throttled", "shopify_unavailable", "shopify_timeout", "shopify_needs_reauth", "shopify_scope",
  "shopify_bad_request", "shopify_bad_answer",
]; // biome-ignore format: a list
const thrown = [
  ...codes.map((code) => adminError(code, "x")),
  ...codes.map((code) => adminError(code, "x", { retryAfterMs: 5_000 })),
  new OperationalError("x", { code: "x", retryable: true, merchantMessage: "It did not work." }),
  new Error("a bug"),
];
const outcomes: ItemOutcome[] = [
  { outcome: "done", message: "3 texts written" },
  { outcome: "conflict", message: "Changed in the shop." },
  { outcome: "failed", code: "x", message: "This product is no longer in the shop." },
  { outcome: "retry", code: "x", message: "It did not work." },
  { outcome: "retry", code: "x", message: "It is busy.", waitMs: 5_000 },
  { outcome: "stalled", provider: "model", code: "x", message: "The model did not answer in time." },
  { outcome: "parked", reason: "billing", message: "Add credit." },
];

describe("an item promises another try only when there is one", () => {
  const endings = [1, 4, 5].flatMap((attempts) => [
    ...outcomes.map((outcome) => [outcome.outcome, attempts, judgeOutcome(outcome, tried(attempts))] as const),
    ...thrown.map((error) => [error.message, attempts, judgeThrow(error, tried(attempts))] as const),
  ]);

  it.each(endings)("%s at try %i", (_, attempts, ending) => {
    if (ending === "lease lost") throw new Error("not expected here");
    // What an outage means is decided where the item is settled; if it goes on, it is queued.
    const status = ending.status === "stalled" ? "queued" : ending.status;
    const message = "message" in ending ? (ending.message ?? null) : null;
    const runAt = ending.status === "queued" ? ending.runAt : now + 5_000;
    const view = { seq: 0, product: null, subject: "1", attempts, progress: null, runAt, cost: null, status, message };
    const words = describeItem(view, now);
    expect(promise.test(message ?? "")).toBe(false);
    if (status === "queued") expect(words).toMatch(/again (in|soon)/);
    else expect(words).not.toMatch(promise);
    // A cancelled job's item says nothing of a try that does not come.
    expect(describeItem({ ...view, status: "cancelled" }, now)).toBe("");
    // A wait that cost no attempt is said as well.
    if (status === "queued") expect(describeItem({ ...view, attempts: 0 }, now)).toMatch(/Next try (in|soon)/);
  });

  it("and says so when nothing more is tried", () => {
    const ending = judgeOutcome({ outcome: "retry", code: "x", message: "It did not work." }, tried(5));
    expect(ending).toMatchObject({
      status: "failed",
      message: "It did not work. It was tried 5 times, and nothing more is tried. Retry it when you like.",
    });
  });
});

it("an action of a page that failed is the person's to try again", async () => {
  const deps = { clock: { now: () => now }, logger: createLogger("web", "silent") };
  const answer = (code: AdminErrorCode) =>
    answerAction(deps, async () => {
      throw adminError(code, "x");
    });
  expect(await answer("shopify_timeout")).toMatchObject({
    message: "Shopify did not answer in time. Try again in a moment.",
  });
  expect((await answer("shopify_scope")).message).not.toMatch(/Try again/);
});
