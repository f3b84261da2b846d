import type { Db } from "../../db/open.ts";
import type { BatchRequestState } from "../../db/schema/index.ts";
import { enqueueJobIn } from "../../jobs/enqueue-job.ts";
import { prepared } from "../../jobs/prepared.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import { batchJob } from "../jobs.ts";
import { type AnswerOwner, type Complete, readPaidAnswer, requestHashOf } from "../paid-answers.ts";

/** The code of an item that waits for its batch. */
export const pendingCode = "waiting_for_batch";

/** The code of an item that waits for the texts of its variant group's first product: it seldom needs a call of its own. */
export const masterCode = "waits_for_master";

/** The item's call was put by for a batch: the item waits until it is woken. */
export class AnswerPending extends Error {
  constructor() {
    super("the answer comes with a batch");
    this.name = "AnswerPending";
  }
}

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

/**
 * An item's calls for the half-price lane: its first call waits for a batch, repairs are made at once by `direct`. What a
 * batch did not answer goes to `direct` too. An answer holds as long as the product's facts are those it was asked with,
 * although the prompt may differ by then (new examples, an edited config): the checks judge it by today's rules.
 * @param deps.beforeCall as for `payOnce`: what it throws keeps the call from being put by
 */
export function deferFirstCall(
  deps: { db: Db; clock: Clock; beforeCall: (call: number) => Promise<void>; direct: Complete },
  owner: AnswerOwner & { factsDigest: string },
): Complete {
  const { db, clock, beforeCall, direct } = deps;
  const { shop, jobId, itemSeq, factsDigest } = owner;
  return async (request, options) => {
    const { call } = options;
    if (call > 0) return direct(request, options);
    const row = prepared<object, Row>(db, selectSql).get({ shop, jobId, itemSeq, call });
    if (row?.state === "answered" && row.factsDigest === factsDigest) {
      const answer = readPaidAnswer(db, owner, row.requestHash);
      if (answer) return answer;
    }
    if (row && row.state !== "waiting" && row.state !== "sent") return direct(request, options);
    const requestHash = requestHashOf(call, request);
    if (!row) await beforeCall(call);
    await db.transact(function* (tx) {
      const now = clock.now();
      if (!row) {
        const customId = `${digestOf([shop, jobId, itemSeq]).slice(0, 24)}-${call}-${requestHash.slice(0, 24)}`;
        const text = JSON.stringify(request);
        const own = { shop, jobId, itemSeq, call, customId, requestHash, factsDigest, request: text, now };
        prepared<object>(db, insertSql).run(own);
      }
      // In the same transaction: there is no waiting call without a job that carries it.
      if (prepared<object>(db, carrierSql).get({ shop, jobId, kind: batchJob.kind })) return;
      yield* enqueueJobIn(tx, clock, {
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
  };
}
