import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Ids, counts, and settings before and after; never a secret, never a text of the shop. */
export type ActDetails = Record<string, string | number | boolean | null | Record<string, unknown>>;

/** Who did what when: one row for each thing that a person asked for or the program did by itself. */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: text().primaryKey(),
    shop: text().notNull(),
    at: integer().notNull(),
    /** `user:<Shopify user id>`, or `system`, `webhook`, `operator` */
    by: text().notNull(),
    /** page and intent, e.g. `product.approve`, or what the program did, e.g. `shop.token_lost` */
    action: text().notNull(),
    subjectKind: text("subject_kind"),
    subjectId: text("subject_id"),
    details: text({ mode: "json" }).$type<ActDetails>().notNull(),
    /** of the request that asked for it: its steps are one row */
    requestKey: text("request_key"),
  },
  (t) => [
    index("audit_log_shop").on(t.shop, t.at, t.id),
    index("audit_log_at").on(t.at),
    uniqueIndex("audit_log_request").on(t.shop, t.by, t.requestKey).where(sql`request_key IS NOT NULL`),
  ],
);

/**
 * What a page sent with a key, and the answer it got: the same key gets the same answer for a day. While there is no answer
 * yet the row belongs to who works on it.
 */
export const answeredRequests = sqliteTable(
  "answered_requests",
  {
    shop: text().notNull(),
    by: text().notNull(),
    key: text().notNull(),
    /** of all that was sent beside the key */
    digest: text().notNull(),
    /** who works on it, until when; renewed until the work has ended */
    owner: text().notNull(),
    leaseUntil: integer("lease_until").notNull(),
    /** the answer's part about an effect that is complete; stored in the effect's transaction */
    effect: text({ mode: "json" }).$type<Record<string, string>>(),
    status: integer(),
    answer: text({ mode: "json" }).$type<unknown>(),
    at: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.by, t.key] }), index("answered_requests_at").on(t.at)],
);
