import type { Db } from "../../db/open.ts";
import type { BatchRequestState } from "../../db/schema/index.ts";
import { get, run, type Steps } from "../../db/steps.ts";
import { enqueueJobIn } from "../../jobs/enqueue-job.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import type { ModelRequest } from "../../model/port.ts";
import { batchJob } from "../jobs.ts";
import type { AnswerOwner } from "../paid-answers.ts";

/** The code of an item that waits for its batch. */
export const pendingCode = "waiting_for_batch";

/** The code of an item that waits for the texts of its variant group's first product: it seldom needs a call of its own. */
export const masterCode = "waits_for_master";

/** The item's call was stored for a batch: the item waits until it is woken. */
export class AnswerPending extends Error {
  constructor() {
    super("the answer comes with a batch");
    this.name = "AnswerPending";
  }
}

/** Repairs are made at once: only the first call waits. */
const firstCall = 0;

interface Row {
  state: BatchRequestState;
  requestHash: string;
  factsDigest: string;
}

const selectSql = `SELECT state, request_hash AS requestHash, facts_digest AS factsDigest FROM batch_requests
  WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq AND call_no = @call`;
const insertSql = `INSERT INTO batch_requests
    (shop, job_id, item_seq, call_no, custom_id, request_hash, facts_digest, request, state, created_at)
  VALUES (@shop, @jobId, @itemSeq, @call, @customId, @requestHash, @factsDigest, @request, 'waiting', @now)`;
const carrierSql = `SELECT 1 FROM jobs WHERE shop = @shop AND status IN ('queued', 'processing') AND kind = @kind
  AND external_tracking_id = @jobId LIMIT 1`;

/** How far the first call of an item is in batch mode. */
export type FirstCall =
  | { state: "new" | "waiting" }
  /** a batch brought the answer, which is paid for under this hash */
  | { state: "answered"; requestHash: string }
  /** it is to be made at once: no batch answered it, or the facts have changed since it was asked */
  | { state: "direct" };

/**
 * Reads where an item's first call is. An answer holds as long as the product's facts are those it was asked with, although the
 * prompt may differ by then (new examples, an edited config): the checks go by today's rules.
 */
export function* firstCallOf(
  { shop, jobId, itemSeq }: AnswerOwner,
  { factsDigest }: { factsDigest: string },
): Steps<FirstCall> {
  const row = yield* get<Row>(selectSql, { shop, jobId, itemSeq, call: firstCall });
  if (!row) return { state: "new" };
  if (row.state === "waiting" || row.state === "sent") return { state: "waiting" };
  const holds = row.state === "answered" && row.factsDigest === factsDigest;
  return holds ? { state: "answered", requestHash: row.requestHash } : { state: "direct" };
}

/**
 * Puts the first call of an item by for a batch, unless it is put by already, and sees to it that somebody carries it.
 * @throws AnswerPending always
 */
export async function waitForBatch(
  { db, clock }: { db: Db; clock: Clock },
  { shop, jobId, itemSeq }: AnswerOwner,
  asked: { isNew: boolean; request: ModelRequest; requestHash: string; factsDigest: string },
): Promise<never> {
  const { isNew, request, requestHash, factsDigest } = asked;
  await db.transact({ shop }, function* () {
    const now = clock.now();
    if (isNew) {
      const customId = `${digestOf([shop, jobId, itemSeq]).slice(0, 24)}-${firstCall}-${requestHash.slice(0, 24)}`;
      const text = JSON.stringify(request);
      const own = { shop, jobId, itemSeq, call: firstCall, customId, requestHash, factsDigest, request: text, now };
      yield* run(insertSql, own);
    }
    // In the same transaction: there is no waiting call without a job that carries it.
    if (yield* get(carrierSql, { shop, jobId, kind: batchJob.kind })) return;
    yield* enqueueJobIn(clock, {
      job: batchJob,
      shop,
      title: "Send calls in batches",
      payload: { jobId },
      items: [{ subject: jobId, payload: null }],
      priority: 0,
      externalTrackingId: jobId,
    });
  });
  throw new AnswerPending();
}
