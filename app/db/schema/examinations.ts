import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What the examiner said of a sentence by the facts of a product: asked once, for as long as neither changes. */
export const examinations = sqliteTable(
  "examinations",
  {
    shop: text().notNull(),
    /** digest of the sentence, the facts, and which examiner was asked with which prompt */
    question: text().notNull(),
    /** as JSON: what it said and which facts it quoted */
    verdict: text().notNull(),
    /** epoch ms */
    examinedAt: integer("examined_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.question] }), index("examinations_age").on(t.examinedAt)],
);
