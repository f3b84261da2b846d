import { readTotals, type Total, type TotalName } from "../db/count-total.ts";
import type { Steps } from "../db/steps.ts";
import type { FamilyName, Sample } from "./families.ts";

const familyOf: Record<TotalName, FamilyName> = {
  items: "items_total",
  jobs: "jobs_total",
  model_calls: "model_calls_total",
  model_tokens: "model_tokens_total",
  model_cost_nanos: "model_cost_dollars_total",
  model_calls_unpriced: "model_unpriced_calls_total",
  examinations: "examinations_total",
  examined_sentences: "examined_sentences_total",
  credits: "credits_total",
  webhooks: "webhooks_total",
  shopify_calls: "shopify_calls_total",
  shopify_points: "shopify_points_total",
  shopify_requested_points: "shopify_requested_points_total",
};

/**
 * The counters since the database was made, with what this process has not stored yet.
 * @param operatorsModels shown by name; what a shop runs itself is nobody's business and is counted as `own`
 */
export function* readCounters({
  pending,
  operatorsModels,
}: {
  pending: readonly Total[];
  operatorsModels: ReadonlySet<string>;
}): Steps<Sample[]> {
  const sums = new Map<string, Required<Sample>>();
  for (const { name, labels, value } of [...(yield* readTotals()), ...pending]) {
    const shown =
      labels.model === undefined || operatorsModels.has(labels.model) ? labels : { ...labels, model: "own" };
    const family = familyOf[name];
    const key = `${family} ${JSON.stringify(shown)}`;
    const real = name === "model_cost_nanos" ? value / 1e9 : value;
    sums.set(key, { family, labels: shown, value: (sums.get(key)?.value ?? 0) + real });
  }
  return [...sums.values()];
}
