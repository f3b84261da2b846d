import { prepared } from "../../db/prepared.ts";
import { daysBefore, type Retention } from "./retention.ts";

/**
 * Rows that go by their age alone.
 * @param where names an index by its column, with @before for the moment; and what else must hold
 */
function oldRows(name: string, { table, where, days }: { table: string; where: string; days: number }): Retention {
  const sql = `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${where} LIMIT @rows)
    /* all shops: time passes for all */`;
  return {
    name,
    step(db, { now, rows }) {
      const removed = prepared<object>(db, sql).run({ before: daysBefore(now, days), rows }).changes;
      return { removed, next: removed < rows ? null : [] };
    },
  };
}

/** Ids by which a repeated delivery is known. */
export function webhookIds(days: number): Retention {
  return oldRows("webhook ids", { table: "webhook_events", where: "received_at < @before", days });
}

/** Lines of the log of activity. */
export function oldActs(days: number): Retention {
  return oldRows("lines of activity", { table: "audit_log", where: "at < @before", days });
}

/** Answers that nobody may ask for again. */
export function answeredRequests(): Retention {
  return oldRows("answered requests", { table: "answered_requests", where: "at < @before", days: 1 });
}
