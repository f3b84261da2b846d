import type { Db } from "../../db/open.ts";
import { get, run } from "../../db/steps.ts";
import type { ItemContext } from "../../jobs/task.ts";
import type { Clock } from "../../lib/clock.ts";
import type { BatchModel, BatchReply } from "../../model/batch-port.ts";
import { costNanosOf, type ModelPrice } from "../../model/model-prices.ts";
import { storePaidAnswer } from "../paid-answers.ts";
import type { BatchOwner, BatchRow } from "./batch-rows.ts";

/** Answers stored in one transaction: under 20 ms. */
const chunkReplies = 50;

interface Deps {
  db: Db;
  clock: Clock;
  batches: BatchModel;
  priceOf: (model: string) => ModelPrice | null;
}

interface Row {
  itemSeq: number;
  call: number;
  requestHash: string;
  /** as it was asked for: what prices are kept by */
  model: string;
}

const rowSql = `SELECT item_seq AS itemSeq, call_no AS call, request_hash AS requestHash,
    json_extract(request, '$.model') AS model
  FROM batch_requests WHERE shop = @shop AND batch_id = @batchId AND custom_id = @customId AND state = 'sent'`;
const settleSql = `UPDATE batch_requests SET state = @state, reason = @reason, request = NULL, settled_at = @now
  WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq AND call_no = @call`;

/**
 * Stores the answers of a batch that has ended, before anybody reads them; each once, however often this runs. Lines that
 * name no call of this batch, or one for the second time, are passed over.
 * @throws what reading the files throws; what was stored until then stays
 */
export async function takeAnswers(
  deps: Deps,
  context: Pick<ItemContext, "signal">,
  owner: BatchOwner,
  batch: BatchRow,
): Promise<void> {
  const { signal } = context;
  for (const fileId of [batch.outputFileId, batch.errorFileId]) {
    const replies = fileId === null ? null : await deps.batches.read(fileId, { signal });
    if (replies === null) continue;
    let chunk: BatchReply[] = [];
    for await (const reply of replies) {
      chunk.push(reply);
      if (chunk.length < chunkReplies) continue;
      await store(deps, owner, batch, chunk);
      chunk = [];
    }
    await store(deps, owner, batch, chunk);
  }
}

async function store(
  { db, clock, priceOf }: Deps,
  { shop, jobId }: BatchOwner,
  batch: BatchRow,
  replies: readonly BatchReply[],
): Promise<void> {
  const now = clock.now();
  await db.transact({ shop }, function* () {
    for (const reply of replies) {
      const row = yield* get<Row>(rowSql, { shop, batchId: batch.id, customId: reply.customId });
      if (!row) continue;
      const { itemSeq, call, requestHash, model } = row;
      const settled = { shop, jobId, itemSeq, call, now };
      if (reply.kind === "refused") {
        yield* run(settleSql, { ...settled, state: "direct", reason: reply.code });
        continue;
      }
      const answer = { ...reply.answer, model: reply.answer.model || model };
      const price = priceOf(model);
      const costNanos = price === null ? null : Math.ceil(costNanosOf(price, answer) / 2);
      const paid = { requestHash, model, answer, costNanos, durationMs: 0, now };
      yield* storePaidAnswer({ shop, jobId, itemSeq }, paid);
      yield* run(settleSql, { ...settled, state: "answered", reason: null });
    }
  });
}
