import { get, run } from "../../db/steps.ts";
import { daysBefore, type Retention } from "./retention.ts";

const oldestSql = `SELECT id, shop FROM review_queues /* all shops: time passes for all */
  WHERE touched_at < @before ORDER BY touched_at, id LIMIT 1`;
const entriesSql = `DELETE FROM review_entries WHERE (queue_id, seq) IN
  (SELECT queue_id, seq FROM review_entries WHERE shop = @shop AND queue_id = @id LIMIT @rows)`;
const queueSql = "DELETE FROM review_queues WHERE shop = @shop AND id = @id";

/** Queues that nobody went on with, their entries first. What was decided in them stays decided. */
export function reviewQueues(days: number): Retention {
  return {
    name: "review queues",
    *step({ now, rows }) {
      const queue = yield* get<{ id: string; shop: string }>(oldestSql, { before: daysBefore(now, days) });
      if (!queue) return { removed: 0, next: null };
      const removed = yield* run(entriesSql, { ...queue, rows });
      if (removed === rows) return { removed, next: [] };
      return { removed: removed + (yield* run(queueSql, queue)), next: [] };
    },
  };
}
