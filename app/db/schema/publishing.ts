import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { TextBody } from "./content.ts";

/** `writing` is set before the call: a row found in this state after a crash or time-out is unknown, and is read again. */
export type WriteBackState = "writing" | "verified" | "failed" | "conflict" | "undone";

/** What carries texts to the shop. `product`: into the product's own fields, its metafields and images, whose texts are live. */
export type WriterName = "product" | "translation";

/** One write of one product's texts to the shop: the live texts before, what we sent, what Shopify answered. */
export const writeBacks = sqliteTable(
  "write_backs",
  {
    id: text().primaryKey(),
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    jobId: text("job_id"),
    itemSeq: integer("item_seq"),
    /** the write-back that this one undoes */
    undoes: text(),
    /** texts of another writer's fields are no live texts of the product: only that writer judges, settles and undoes them */
    writer: text().$type<WriterName>().notNull().default("product"),
    state: text().$type<WriteBackState>().notNull(),
    fields: text({ mode: "json" }).$type<WrittenField[]>().notNull(),
    message: text(),
    createdBy: text("created_by"),
    createdAt: integer("created_at").notNull(),
    writtenAt: integer("written_at"),
  },
  (t) => [
    index("write_backs_product").on(t.shop, t.productId, t.createdAt),
    index("write_backs_job").on(t.jobId),
    // Seldom more than a few: what maintenance looks for.
    index("write_backs_open").on(t.createdAt).where(sql`state = 'writing'`),
    // What is no longer kept, oldest first.
    index("write_backs_closed").on(t.createdAt, t.id).where(sql`state <> 'writing'`),
  ],
);

export interface WrittenField {
  slot: { resource: string; field: string };
  /** the fields of one write-back have one target */
  target: { locale: string; market: string; channel: string };
  versionId: string;
  /** live value read just before writing, kept for undo; null = there was none */
  before: TextBody | null;
  /** what we sent */
  sent: TextBody | null;
  /** what Shopify answered: the new base. It may be another form of what was sent */
  answered: TextBody | null;
  /** when Shopify answered, in epoch ms; absent while no answer is known */
  acceptedAt?: number | undefined;
  /**
   * what people outside of this app last wrote there, null = nothing, where `before` was a text of ours whose own write-back
   * is no longer kept
   */
  source?: TextBody | null | undefined;
  /** of a translation: what `before` was made from; absent where there was none, or nothing is known */
  beforeMadeFrom?: MadeFrom | undefined;
  /** of a translation that an undo puts back: what it was made from */
  madeFrom?: MadeFrom | undefined;
}

/** The source of a translation. */
export interface MadeFrom {
  /** sha256 of its value; null where it is not known */
  digest: string | null;
  /** it had changed when the translation was last looked at */
  outdated: boolean;
}

/**
 * `not_shown`: Shopify accepted our text and shows another one, so that somebody may have put that back. `source_changed`: the
 * original of a translation changed since it was made. Otherwise the live text changed since the version's base.
 */
export type ConflictReason = "not_shown" | "source_changed";

/** A text that is not written before a person decided: shown three-way. */
export const conflicts = sqliteTable(
  "conflicts",
  {
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    /** with the content type the slot, as in versions */
    resource: text().notNull().default("product"),
    contentType: text("content_type").notNull(),
    locale: text().notNull(),
    market: text().notNull().default(""),
    channel: text().notNull().default("store"),
    versionId: text("version_id").notNull(),
    base: text({ mode: "json" }).$type<TextBody | null>(),
    theirs: text({ mode: "json" }).$type<TextBody | null>(),
    ours: text({ mode: "json" }).$type<TextBody>().notNull(),
    detectedAt: integer("detected_at").notNull(),
    reason: text().$type<ConflictReason>(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.productId, t.contentType, t.resource, t.locale, t.market, t.channel] })],
);
