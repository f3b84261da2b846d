import { all, run, type Steps } from "./steps.ts";

/** What is counted for operators, by its name in `metric_totals`. What each means: docs/metrics.md. */
export const totalNames = [
  "items",
  "jobs",
  "model_calls",
  "model_tokens",
  "model_cost_nanos",
  "model_calls_unpriced",
  "examinations",
  "examined_sentences",
  "credits",
  "webhooks",
  "shopify_calls",
  "shopify_points",
  "shopify_requested_points",
] as const;
export type TotalName = (typeof totalNames)[number];

/** Never a shop, a product or a person: labels are shown to whoever reads the metrics, and each value is one more series. */
export type TotalLabels = Readonly<Record<string, string>>;

export interface Total {
  name: TotalName;
  labels: TotalLabels;
  value: number;
}

const addSql = `INSERT INTO metric_totals (name, labels, value) VALUES (@name, @labels, @by)
  ON CONFLICT (name, labels) DO UPDATE SET value = metric_totals.value + excluded.value`;

/**
 * Adds to a counter: a step of the transaction in which the thing happens, so that both are there or neither.
 * @param by rounded to a whole number; nothing happens unless it is more than 0: a counter never falls
 */
export function* countTotal(name: TotalName, labels: TotalLabels, by = 1): Steps<void> {
  const whole = Math.round(by);
  if (whole > 0) yield* run(addSql, { name, labels: keyOf(labels), by: whole });
}

/** All counters with their present values. */
export function* readTotals(): Steps<Total[]> {
  const rows = yield* all<{ name: string; labels: string; value: number }>(
    "SELECT name, labels, value FROM metric_totals",
  );
  return rows.flatMap(({ name, labels, value }) =>
    isTotalName(name) ? [{ name, labels: JSON.parse(labels) as TotalLabels, value }] : [],
  );
}

/** The same labels in any order are one counter. Values that nobody planned for do not become series of their own. */
export function keyOf(labels: TotalLabels): string {
  const entries = Object.entries(labels).map(([name, value]) => [name, plain.test(value) ? value : "other"] as const);
  return JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))));
}

const plain = /^[\w.:/-]{0,64}$/;

function isTotalName(name: string): name is TotalName {
  return (totalNames as readonly string[]).includes(name);
}
