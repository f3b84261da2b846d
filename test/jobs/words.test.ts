import { describe, expect, it } from "vitest";
import { formatsOf } from "../../app/i18n/formats.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { judgeOutcome, judgeThrow, type Try } from "../../app/jobs/judge-outcome.ts";
import { listJobItems } from "../../app/jobs/read-jobs.ts";
import type { ItemContext, ItemOutcome } from "../../app/jobs/task.ts";
import { isOperationalError, OperationalError, type Provider } from "../../app/lib/errors.ts";
import { createLogger } from "../../app/lib/logger.ts";
import { answerAction } from "../../app/pages/answer-action.ts";
import { type AdminErrorCode, adminError } from "../../app/shopify/admin-errors.ts";
import { outcomeOfError } from "../../app/tasks/outcome-of-error.ts";
import { describeItem } from "../../app/ui/runs/run-items.tsx";
import type { RunItemView } from "../../app/ui/runs/run-view.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aTask, aWorker, job, shopA, testClock } from "./support.ts";

const now = 1_000_000;
/** Words about what is done without a person: true of what waits only. */
const promise = /by itself|tried again|looked at again|starts over|again (?:in|soon)|next try/i;

function tried(attempts: number): Try {
  return { attempts, maxAttempts: 5, patienceMs: null, signal: new AbortController().signal, now, random: () => 0.5 };
}

const codes: AdminErrorCode[] = [
  "shopify_throttled", "shopify_unavailable", "shopify_timeout", "shopify_needs_reauth", "shopify_scope",
  "shopify_bad_request", "shopify_bad_answer", "shopify_app_credentials",
]; // biome-ignore format: a list
const thrown = [
  ...codes.map((code) => adminError(code, "x")),
  ...codes.map((code) => adminError(code, "x", { retryAfterMs: 5_000 })),
  new OperationalError("x", { code: "x", retryable: true, merchantMessage: "It did not work." }),
  new Error("a bug"),
];
/** How an item ends whose work throws this. */
function endingOf(error: Error, how: Try) {
  return isOperationalError(error) ? judgeOutcome(outcomeOfError(error), how) : judgeThrow(error, how);
}

const outcomes: ItemOutcome[] = [
  { outcome: "done", message: "3 texts written" },
  { outcome: "conflict", message: "Changed in the shop." },
  { outcome: "failed", code: "x", message: "This product is no longer in the shop." },
  { outcome: "retry", code: "x", message: "It did not work." },
  { outcome: "retry", code: "x", message: "It is busy.", waitMs: 5_000 },
  { outcome: "stalled", provider: "model", code: "x", message: "The model did not answer in time." },
  { outcome: "paused", reason: "billing", message: "Add credit." },
];

const t = (await english()).getFixedT("en", "runs");
const described = (item: RunItemView, at: number) => describeItem(t, formatsOf("en"), item, at);

describe("an item promises another try only when there is one", () => {
  const endings = [1, 4, 5].flatMap((attempts) => [
    ...outcomes.map((outcome) => [outcome.outcome, attempts, judgeOutcome(outcome, tried(attempts))] as const),
    ...thrown.map((error) => [error.message, attempts, endingOf(error, tried(attempts))] as const),
  ]);

  it.each(endings)("an item promises another try only when there is one: %s at try %i", (_, attempts, ending) => {
    if (ending === "lease lost") throw new Error("not expected here");
    // What an outage means is decided where the item is settled; an item that is continued is queued.
    const status = ending.status === "stalled" ? "queued" : ending.status;
    const message = "message" in ending ? (ending.message ?? null) : null;
    const runAt = ending.status === "queued" ? ending.runAt : now + 5_000;
    const view = { seq: 0, product: null, subject: "1", attempts, progress: null, runAt, cost: null, status, message };
    const words = described(view, now);
    expect(promise.test(message ?? "")).toBe(false);
    if (status === "queued") expect(words).toMatch(/Next try (in|soon)/);
    else expect(words).not.toMatch(promise);
    // A cancelled job's item has no words about a try that does not come.
    expect(described({ ...view, status: "cancelled" }, now)).toBe("");
    // A wait that cost no attempt is shown as well.
    if (status === "queued") expect(described({ ...view, attempts: 0 }, now)).toMatch(/Next try (in|soon)/);
  });

  it("an item that is given up is described as not tried again", () => {
    const ending = judgeOutcome({ outcome: "retry", code: "x", message: "It did not work." }, tried(5));
    expect(ending).toMatchObject({
      status: "failed",
      message: "It did not work. It was tried 5 times, and nothing more is tried. Retry it when you like.",
    });
  });
});

describe("an item that waits for a provider promises another try as long as there is one", () => {
  const dayMs = 24 * 3_600_000;

  /** A job of one item for a provider that is away, beside work that it answers or not. */
  async function outage(provider: Provider, { others }: { others: boolean }) {
    const db = openTestDatabase();
    const clock = testClock();
    const run = async (_context: ItemContext, _payload: unknown, item: unknown): Promise<ItemOutcome> =>
      item === "other"
        ? { outcome: "done" }
        : { outcome: "stalled", provider, code: "x", message: "It gave no answer." };
    const worker = aWorker({ db, clock, tasks: [aTask(run, { needs: [provider] })] });
    const jobId = await enqueueJob({ db, clock }, job({ items: ["one"] }));
    const words = async () => {
      const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
      const [item] = rows;
      if (!item) throw new Error("the item is gone");
      const { seq, status, subject, attempts, message, runAt } = item;
      const view = { seq, status, subject, attempts, message, runAt, product: null, progress: null, cost: null };
      return { status, message: message ?? "", words: described(view, clock.now()) };
    };
    const live = async (ms: number, stepMs: number) => {
      for (let passed = 0; passed < ms; passed += stepMs) {
        if (others) await enqueueJob({ db, clock }, job({ items: ["other"] }));
        await worker.tick();
        clock.advance(stepMs);
      }
    };
    return { words, live };
  }

  it.each(["shopify", "model"] as const)(
    "an item that waits for a provider promises another try as long as there is one: %s, for hours and then given up",
    async (provider) => {
      const { words, live } = await outage(provider, { others: false });
      await live(60_000, 1_000);
      const waiting = await words();
      expect(waiting.status).toBe("queued");
      expect(waiting.message).not.toMatch(promise);
      expect(waiting.words).toMatch(/It gave no answer\. Next try (in|soon)/);
      await live(dayMs + 3_600_000, 10 * 60_000);
      const given = await words();
      expect(given.status).toBe("failed");
      expect(given.words).toMatch(
        /has not answered for 24 hours\. Nothing more is tried\. Retry when it answers again\.$/,
      );
      expect(given.words).not.toMatch(promise);
    },
  );

  it.each(["shopify", "model"] as const)(
    "an item that waits for a provider promises another try as long as there is one: %s, which answers others and not this",
    async (provider) => {
      const { words, live } = await outage(provider, { others: true });
      await live(10 * 60_000, 10_000);
      const given = await words();
      expect(given.status).toBe("failed");
      expect(given.words).toMatch(/answered other work but not this, \d+ times\. Nothing more is tried\. Retry later/);
      expect(given.words).not.toMatch(promise);
    },
  );
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
  // Nothing that a person waits for in front of the screen.
  expect((await answer("shopify_app_credentials")).message).toMatch(/SHOPIFY_API_SECRET\.$/);
});
