import { describe, expect, it } from "vitest";
import { z } from "zod";
import { enqueueJob, enqueueJobIn } from "../../app/jobs/enqueue-job.ts";
import { listJobItems } from "../../app/jobs/read-jobs.ts";
import { defineJob, type ItemContext, JobCancelled } from "../../app/jobs/task.ts";
import { jobIdSchema } from "../../app/lib/brand.ts";
import { OperationalError, type Provider } from "../../app/lib/errors.ts";
import { defineTask } from "../../app/tasks/define-task.ts";
import { aWorker, shopA, testClock } from "../jobs/support.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const countJob = defineJob({
  kind: "count",
  payload: z.object({ from: z.number() }),
  item: z.object({ step: z.number() }),
});
const watchedJob = defineJob({ ...countJob, watched: true });

function aContext(signal = new AbortController().signal): ItemContext {
  return {
    shop: shopA,
    jobId: jobIdSchema.parse("job_1"),
    ...{ seq: 0, attempt: 1, signal, checkpoint: undefined },
    saveCheckpoint: async () => {},
    progress: async () => {},
    *assertLease() {},
    assertStillWanted: async () => {},
  };
}

interface Trouble {
  code: string;
  retryable?: boolean;
  retryAfterMs?: number;
  outageOf?: Provider;
}
const merchantMessage = "Do this.";
const failure = ({ retryable = false, ...rest }: Trouble) =>
  new OperationalError("x", { ...rest, retryable, merchantMessage });

function outcomeOf(trouble: Trouble, job = countJob) {
  const task = defineTask(job, async () => Promise.reject(failure(trouble)));
  return task.run(aContext(), { from: 1 }, { step: 1 });
}

it("a task does the items that were enqueued with its definition", async () => {
  const [db, clock] = [openTestDatabase(), testClock()];
  const task = defineTask(countJob, async (_context, { from }, { step }) => ({ outcome: "done", result: from + step }));
  const jobId = await enqueueJob(
    { db, clock },
    {
      ...{ job: countJob, shop: shopA, title: "Count", priority: 1, payload: { from: 5 } },
      items: [{ subject: "a", payload: { step: 2 } }],
    },
  );
  await aWorker({ db, clock, tasks: [task] }).tick();
  const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
  expect(rows).toMatchObject([{ status: "done", result: 7 }]);
});

it("a job cannot be enqueued with a payload or an item of another form", () => {
  const [db, clock] = [openTestDatabase(), testClock()];
  const common = { job: countJob, shop: shopA, title: "Count", priority: 1 as const };
  const items = [{ subject: "a", payload: { step: 2 } }];
  // Never called: the compiler is what is tested, here and by `npm run check`.
  const wrong = [
    // @ts-expect-error a number is wanted
    () => enqueueJob({ db, clock }, { ...common, payload: { from: "5" }, items }),
    // @ts-expect-error the payload lacks `from`
    () => enqueueJob({ db, clock }, { ...common, payload: {}, items }),
    // @ts-expect-error the payload has no `to`
    () => enqueueJob({ db, clock }, { ...common, payload: { from: 5, to: 6 }, items }),
    // @ts-expect-error an item's payload lacks `step`
    () => enqueueJob({ db, clock }, { ...common, payload: { from: 5 }, items: [{ subject: "a", payload: {} }] }),
    // @ts-expect-error an item has a payload
    () => enqueueJob({ db, clock }, { ...common, payload: { from: 5 }, items: [{ subject: "a", payload: null }] }),
    // @ts-expect-error as one step of a transaction too
    () => enqueueJobIn(clock, { ...common, payload: {}, items }),
  ];
  expect(wrong).toHaveLength(6);
});

describe("an error that the work throws", () => {
  it.each([
    ["shopify_needs_reauth", "reauth"],
    ["shopify_token_unreadable", "reauth"],
    ["shopify_scope", "scope"],
    ["model_billing", "billing"],
    ["model_key", "model_key"],
    ["model_not_allowed", "model_settings"],
    ["spend_cap", "spend_cap"],
  ])("pauses the work of the shop when its code is %s", async (code, reason) => {
    expect(await outcomeOf({ code })).toEqual({ outcome: "paused", reason, message: merchantMessage });
    expect(await outcomeOf({ code }, watchedJob)).toEqual({ outcome: "failed", code, message: merchantMessage });
  });

  it("is a stall when a provider is out of reach, with the wait that it asked for", async () => {
    const away: Trouble = { code: "model_unavailable", retryable: true, outageOf: "model", retryAfterMs: 7_000 };
    const said = { code: "model_unavailable", message: merchantMessage };
    expect(await outcomeOf(away)).toEqual({ outcome: "stalled", provider: "model", ...said, waitMs: 7_000 });
    expect(await outcomeOf(away, watchedJob)).toEqual({ outcome: "retry", ...said });
  });

  it("is tried again when it may pass, after the wait that was asked for", async () => {
    const lag: Trouble = { code: "shopify_lag", retryable: true };
    const busy: Trouble = { code: "model_rate_limited", retryable: true, retryAfterMs: 7_000 };
    expect(await outcomeOf(lag)).toEqual({ outcome: "retry", code: "shopify_lag", message: merchantMessage });
    const later = { outcome: "retry", code: "model_rate_limited", message: merchantMessage, waitMs: 7_000 };
    expect(await outcomeOf(busy)).toEqual(later);
    expect(await outcomeOf(busy, watchedJob)).toEqual(later);
  });

  it("is final when no further attempt helps", async () => {
    const code = "shopify_bad_request";
    expect(await outcomeOf({ code })).toEqual({ outcome: "failed", code, message: merchantMessage });
  });

  it("is thrown on when it is a bug, or came because the work was stopped", async () => {
    const bug = defineTask(countJob, async () => Promise.reject(new TypeError("a bug")));
    await expect(bug.run(aContext(), { from: 1 }, { step: 1 })).rejects.toThrow(TypeError);
    const stopped = AbortSignal.abort(new JobCancelled());
    const error = failure({ code: "shopify_timeout", retryable: true, outageOf: "shopify" });
    const task = defineTask(countJob, async () => Promise.reject(error));
    await expect(task.run(aContext(stopped), { from: 1 }, { step: 1 })).rejects.toBe(error);
  });
});
