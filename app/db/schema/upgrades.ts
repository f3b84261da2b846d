import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Work on rows of an earlier version that is too long for a migration: done by the worker in small steps, once. */
export const upgradeSteps = sqliteTable("upgrade_steps", {
  name: text().primaryKey(),
  /** the last `products.row_id` that is done */
  afterRow: integer("after_row").notNull().default(0),
  doneAt: integer("done_at"),
});
