import type { Db } from "../../db/open.ts";
import { prepared } from "../../jobs/prepared.ts";
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
 * Stores the answers of a batch that has ended, before anybody judges them; each once, however often this runs. Lines that
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
      store(deps, owner, batch, chunk);
      chunk = [];
    }
    store(deps, owner, batch, chunk);
  }
}

function store({ db, clock, priceOf }: Deps, owner: BatchOwner, batch: BatchRow, replies: readonly BatchReply[]): void {
  const { shop, jobId } = owner;
  const now = clock.now();
  const keep = () => {
    for (const reply of replies) {
      const row = prepared<object, Row>(db, rowSql).get({
        shop,
        batchId: batch.id,
        customId: reply.customId,
      });
      if (!row) continue;
      const { itemSeq, call, requestHash, model } = row;
      const settle = (state: "answered" | "direct", reason: string | null) =>
        prepared<object>(db, settleSql).run({ shop, jobId, itemSeq, call, state, reason, now });
      if (reply.kind === "refused") {
        settle("direct", reply.code);
        continue;
      }
      const answer = { ...reply.answer, model: reply.answer.model || model };
      const price = priceOf(model);
      const costNanos = price === null ? null : Math.ceil(costNanosOf(price, answer) / 2);
      storePaidAnswer(db, { shop, jobId, itemSeq }, { requestHash, model, answer, costNanos, durationMs: 0, now });
      settle("answered", null);
    }
  };
  db.raw.transaction(keep).immediate();
}
