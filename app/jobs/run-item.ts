import type { Db } from "../db/open.ts";
import type { PauseReason } from "../db/schema/index.ts";
import { get } from "../db/steps.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import type { ClaimedItem } from "./claim-items.ts";
import type { Ending } from "./complete-items.ts";
import { type OpenContext, openContext } from "./item-context.ts";
import { defaultMaxAttempts, judgeOutcome, judgeThrow } from "./judge-outcome.ts";
import { pauseShop } from "./pause.ts";
import { type AnyTask, LeaseLost } from "./task.ts";

export interface RunDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  random: () => number;
  leaseMs: number;
  patienceMs: number;
  /** parsed payloads of jobs under way: read and parsed once a job, not once an item */
  payloads: PayloadCache;
}

interface JobPayload {
  ok: boolean;
  value: unknown;
}

/** job id → payload as its task's schema parsed it; a promise, so that a job's first items read it once together */
export type PayloadCache = Map<string, Promise<JobPayload>>;
const cachedPayloads = 100;

/** Does one claimed item. Never throws: whatever happens becomes the item's ending. */
export async function runItem(
  deps: RunDeps,
  input: { task: AnyTask; item: ClaimedItem; signal: AbortSignal; opened(context: OpenContext): void },
): Promise<Ending | "lease lost"> {
  const { clock, logger, random } = deps;
  const { task, item, signal } = input;
  const tried = () => ({
    attempts: item.attempts,
    maxAttempts: task.maxAttempts ?? defaultMaxAttempts,
    patienceMs: task.neverGivesUp ? null : deps.patienceMs,
    signal,
    now: clock.now(),
    random,
  });
  try {
    const context = openContext(deps, { item, signal, leaseMs: deps.leaseMs });
    input.opened(context);
    const payload = await jobPayload(deps, task, item);
    const own = task.item.safeParse(item.payload === null ? null : JSON.parse(item.payload));
    if (!payload.ok || !own.success) return unreadable;
    signal.throwIfAborted();
    const outcome = await task.run(context, payload.value, own.data);
    if (outcome.outcome === "paused" && stopsCalls.has(outcome.reason)) {
      await pauseShop(deps, { shop: context.shop, reason: outcome.reason, message: outcome.message });
    }
    return judgeOutcome(outcome, tried());
  } catch (error) {
    const ending = judgeThrow(error, tried());
    if (ending !== "lease lost" && ending.status !== "cancelled" && !isOperationalError(error) && !signal.aborted)
      logger.error(
        { jobKind: item.kind, jobId: item.jobId, itemSeq: item.seq, shop: item.shop, error: describeError(error) },
        "an item ended with an unexpected error",
      );
    return ending;
  }
}

/**
 * Noted at once, not when the item is completed: items of the shop that are under way look before their next call, and would all
 * be refused.
 */
const stopsCalls: ReadonlySet<PauseReason> = new Set(["billing", "model_key", "model_settings", "spend_cap"]);

const unreadable: Ending = {
  status: "failed",
  code: "invalid_payload",
  message: "This item was stored in a form that this version does not understand. Start the job again.",
};

function jobPayload({ db, payloads }: RunDeps, task: AnyTask, item: ClaimedItem): Promise<JobPayload> {
  const known = payloads.get(item.jobId);
  if (known) return known;
  const [oldest] = payloads.keys();
  if (payloads.size >= cachedPayloads && oldest !== undefined) payloads.delete(oldest);
  const payload = readPayload(db, task, item);
  payloads.set(item.jobId, payload);
  // What could not be read is read anew by the next item.
  payload.catch(() => payloads.get(item.jobId) === payload && payloads.delete(item.jobId));
  return payload;
}

async function readPayload(db: Db, task: AnyTask, { jobId, shop }: ClaimedItem): Promise<JobPayload> {
  const sql = "SELECT payload FROM jobs WHERE id = @jobId AND shop = @shop";
  const row = await db.do(get<{ payload: string }>(sql, { jobId, shop }));
  if (!row) throw new LeaseLost();
  const parsed = task.payload.safeParse(JSON.parse(row.payload));
  return { ok: parsed.success, value: parsed.data };
}
