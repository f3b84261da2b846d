import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Findings that a person looked at and kept: the text is right as it is. They hold for later versions of the text as long as the
 * same words are found against the same fact, and are what a check's false alarms are counted by.
 */
export const keptFindings = sqliteTable(
  "kept_findings",
  {
    shop: text().notNull(),
    productId: text("product_id").notNull(),
    /** with the content type the slot, as in versions */
    resource: text().notNull().default("product"),
    contentType: text("content_type").notNull(),
    locale: text().notNull(),
    market: text().notNull().default(""),
    channel: text().notNull().default("store"),
    /** as findings carry it: of its code, words and fact */
    findingId: text("finding_id").notNull(),
    code: text().notNull(),
    /** the words of the text; where the finding has none, its description */
    quote: text().notNull(),
    /** null where it was about no fact */
    factPath: text("fact_path"),
    factValue: text("fact_value"),
    /** the version that the person had before them */
    versionId: text("version_id").notNull(),
    reason: text().notNull(),
    keptBy: text("kept_by").notNull(),
    keptAt: integer("kept_at").notNull(),
  },
  (t) => [
    primaryKey({
      columns: [t.shop, t.productId, t.resource, t.contentType, t.locale, t.market, t.channel, t.findingId],
    }),
    index("kept_findings_period").on(t.shop, t.keptAt),
  ],
);
