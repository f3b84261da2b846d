import { run } from "../../db/steps.ts";
import { daysBefore, type Retention } from "./retention.ts";

/**
 * Rows that go by their age alone.
 * @param key the columns of its primary key
 * @param where names an index by its column, with @before for the moment; and what else must hold
 */
function oldRows(
  name: string,
  { table, key, where, days }: { table: string; key: string; where: string; days: number },
): Retention {
  const sql = `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${where} LIMIT @rows)
    /* all shops: time passes for all */`;
  return {
    name,
    *step({ now, rows }) {
      const removed = yield* run(sql, { before: daysBefore(now, days), rows });
      return { removed, next: removed < rows ? null : [] };
    },
  };
}

/** Ids by which a repeated delivery is known. */
export function webhookIds(days: number): Retention {
  return oldRows("webhook ids", {
    table: "webhook_events",
    key: "shop, topic, webhook_id",
    where: "received_at < @before",
    days,
  });
}

/** Lines of the log of activity. */
export function oldActs(days: number): Retention {
  return oldRows("lines of activity", { table: "audit_log", key: "id", where: "at < @before", days });
}

/** What the examiner said of sentences: asked again when it is needed again. */
export function examinations(days: number): Retention {
  return oldRows("examinations", {
    table: "examinations",
    key: "shop, question",
    where: "examined_at < @before",
    days,
  });
}

/** Answers that nobody may ask for again. */
export function answeredRequests(): Retention {
  return oldRows("answered requests", {
    table: "answered_requests",
    key: "shop, by, key",
    where: "at < @before",
    days: 1,
  });
}

/** What people decided in the review: how to take it back. */
export function reviewDecisions(days: number): Retention {
  return oldRows("review decisions", { table: "review_decisions", key: "id", where: "decided_at < @before", days });
}

/** Products that somebody had before them and did not give back. */
export function reviewClaims(): Retention {
  return oldRows("review claims", {
    table: "review_claims",
    key: "shop, product_id, locale, market, channel",
    where: "until < @before",
    days: 1,
  });
}
