import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { TextBody } from "./content.ts";

/**
 * approved: as the model proposed it; preferred: another wording of the model's, chosen and approved; corrected: after a person's
 * edit; commented: words about a text, without a decision
 */
export type FeedbackKind = "approved" | "preferred" | "corrected" | "rejected" | "commented";

/**
 * People's decisions and comments on the model's texts. Rows are only ever added: what was chosen from them before a time can be
 * chosen again.
 */
export const feedback = sqliteTable(
  "feedback",
  {
    id: text().primaryKey(),
    shop: text().notNull(),
    kind: text().$type<FeedbackKind>().notNull(),
    productId: text("product_id").notNull(),
    /** with the content type the slot, as in versions; an image is not known where words came from outside */
    resource: text().notNull().default("product"),
    contentType: text("content_type").notNull(),
    locale: text().notNull(),
    market: text().notNull().default(""),
    channel: text().notNull().default("store"),
    /** the state of the config that the text was written with */
    configDigest: text("config_digest").notNull(),
    model: text(),
    jobId: text("job_id"),
    /** the generated version it is about, null when it came from outside */
    versionId: text("version_id"),
    initial: text({ mode: "json" }).$type<TextBody>().notNull(),
    /** the text that a person wrote, or chose instead of the first */
    corrected: text({ mode: "json" }).$type<TextBody | null>(),
    comment: text(),
    /** later texts may follow it: a correction that no check blocks, or an approved text without any warning */
    exemplary: integer({ mode: "boolean" }).notNull(),
    // The product as it was then: how near a correction is must not change with later imports.
    productTitle: text("product_title").notNull(),
    productType: text("product_type").notNull(),
    vendor: text().notNull(),
    createdBy: text("created_by"),
    /** when the person gave it, where that was earlier, in another system */
    saidAt: integer("said_at"),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("feedback_examples").on(t.shop, t.kind, t.exemplary, t.configDigest, t.contentType, t.locale, t.createdAt),
    index("feedback_period").on(t.shop, t.createdAt),
    index("feedback_version").on(t.shop, t.versionId, t.createdAt),
  ],
);
