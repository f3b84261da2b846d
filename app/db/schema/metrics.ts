import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * What has happened since the database was made, of all shops together: counters that no restart and no retention of the rows
 * behind them sets back. No shop is named here, so nothing has to be forgotten with one.
 */
export const metricTotals = sqliteTable(
  "metric_totals",
  {
    name: text().notNull(),
    /** JSON of the labels, their names in order */
    labels: text().notNull(),
    value: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.name, t.labels] })],
);
