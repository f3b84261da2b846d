import { get, manyOf, run, type Steps } from "../db/steps.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";
import { openGate } from "./complete-items.ts";
import type { NewItem } from "./enqueue-job.ts";

const ownSql = `UPDATE job_items SET subject = @subject, payload = @payload
  WHERE job_id = @jobId AND seq = @seq AND shop = @shop`;
const jobSql = `SELECT kind, priority, (SELECT max(seq) FROM job_items WHERE job_id = @jobId) AS "lastSeq"
  FROM jobs WHERE id = @jobId AND shop = @shop`;
const insertSql = `INSERT INTO job_items (job_id, seq, shop, kind, priority, subject, payload, run_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/**
 * Makes of an item that stands for much work one of its own, and further items of the same job: a step of a transaction whose
 * first step is `assertLease`. While the item is under way its job cannot end, and what is stored of it afterwards is no longer
 * to be split: a crash at any moment neither doubles nor loses any of them.
 * @param into what the item itself becomes, and what is queued behind it
 */
export function* splitItem<Item>(
  item: { shop: ShopDomain; jobId: JobId; seq: number },
  into: { own: NewItem<Item>; more: readonly NewItem<Item>[] },
  now: number,
): Steps<void> {
  const { shop, jobId, seq } = item;
  const { own, more } = into;
  yield* run(ownSql, { shop, jobId, seq, subject: own.subject, payload: JSON.stringify(own.payload) });
  if (more.length === 0) return;
  const job = yield* get<{ kind: string; priority: number; lastSeq: number }>(jobSql, { shop, jobId });
  if (!job) throw new Error("the job of an item that is under way is gone");
  const { kind, priority, lastSeq } = job;
  yield* manyOf(insertSql, more, ({ subject, payload }, n) => [
    ...[jobId, lastSeq + 1 + n, shop, kind, priority, subject, JSON.stringify(payload), now],
  ]);
  const sql = "UPDATE jobs SET total = total + @more WHERE id = @jobId AND shop = @shop";
  yield* run(sql, { shop, jobId, more: more.length });
  yield* openGate({ shop, jobId, runAt: now });
}
