import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { conflicts } from "./publishing.ts";

/** Which checks found something in a product's drafts for a target. A product in whose drafts nothing is found has no row. */
export const productFindings = sqliteTable(
  "product_findings",
  {
    shop: text().notNull(),
    /** `products.row_id` */
    productRow: integer("product_row").notNull(),
    /** `shop_targets.number` */
    target: integer().notNull(),
    /** bits of `findingBit` */
    codes: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.target, t.productRow] }), index("product_findings_row").on(t.productRow)],
);

/** What a person does with the drafts of a product in a queue. */
export type ReviewOutcome = "approved" | "rejected" | "later" | "passed" | "written_again" | "kept_live" | "gone";

/**
 * The products that a person reviews for one target, in an order that is fixed when the queue is opened. A person has one
 * open queue for a target; opening another closes it.
 */
export const reviewQueues = sqliteTable(
  "review_queues",
  {
    id: text().primaryKey(),
    shop: text().notNull(),
    /** whose it is, as decisions keep it */
    person: text().notNull(),
    locale: text().notNull(),
    market: text().notNull().default(""),
    channel: text().notNull().default("store"),
    /** what is in it: parameters of the products list, or of a job */
    query: text().notNull(),
    sort: text().notNull(),
    size: integer().notNull(),
    /** `review_entries.seq` of the product that the person had before them */
    position: integer().notNull().default(0),
    openedAt: integer("opened_at").notNull(),
    touchedAt: integer("touched_at").notNull(),
    closedAt: integer("closed_at"),
  },
  (t) => [
    index("review_queues_person").on(t.shop, t.person, t.closedAt),
    index("review_queues_touched").on(t.touchedAt),
  ],
);

/** One product of a queue. */
export const reviewEntries = sqliteTable(
  "review_entries",
  {
    shop: text().notNull(),
    queueId: text("queue_id").notNull(),
    /** 0 is the first; a product that is put off or written again gets a new place at the end */
    seq: integer().notNull(),
    productId: text("product_id").notNull(),
    outcome: text().$type<ReviewOutcome>(),
    decidedAt: integer("decided_at"),
  },
  (t) => [
    primaryKey({ columns: [t.queueId, t.seq] }),
    index("review_entries_product").on(t.queueId, t.productId),
    index("review_entries_open").on(t.queueId, t.seq).where(sql`outcome IS NULL`),
  ],
);

/** Who has which product before them, so that two people do not get the same one. */
export const reviewClaims = sqliteTable(
  "review_claims",
  {
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    locale: text().notNull(),
    market: text().notNull().default(""),
    channel: text().notNull().default("store"),
    person: text().notNull(),
    until: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.productId, t.locale, t.market, t.channel] }),
    index("review_claims_person").on(t.shop, t.person),
    index("review_claims_until").on(t.until),
  ],
);

type VersionBefore = "draft" | "approved";

/** A version that a decision changed: what it was before, and what it made of it. */
export interface DecidedVersion {
  id: string;
  before: VersionBefore;
  after: "approved" | "rejected" | "superseded";
}

/** What a person decided about a product in one go, so that it can be taken back. */
export const reviewDecisions = sqliteTable(
  "review_decisions",
  {
    /** made by who asks: the same id again is the same decision */
    id: text().primaryKey(),
    shop: text().notNull(),
    person: text().notNull(),
    queueId: text("queue_id"),
    productId: text("product_id").notNull(),
    locale: text().notNull(),
    market: text().notNull().default(""),
    channel: text().notNull().default("store"),
    kind: text().$type<ReviewOutcome>().notNull(),
    /** what it changed, and what each was before */
    versions: text({ mode: "json" }).$type<DecidedVersion[]>().notNull(),
    /** the conflicts that it settled, as they were */
    conflicts: text({ mode: "json" }).$type<(typeof conflicts.$inferSelect)[]>().notNull(),
    decidedAt: integer("decided_at").notNull(),
    /** of what approved many at once: names all decisions of that one */
    bulk: text(),
    takenBackAt: integer("taken_back_at"),
  },
  (t) => [
    index("review_decisions_person").on(t.shop, t.person, t.decidedAt),
    index("review_decisions_product").on(t.shop, t.productId, t.decidedAt),
    index("review_decisions_bulk").on(t.shop, t.bulk).where(sql`bulk IS NOT NULL`),
    index("review_decisions_at").on(t.decidedAt),
  ],
);
