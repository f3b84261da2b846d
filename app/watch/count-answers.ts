import type { Tally } from "../db/tally.ts";
import type { AnsweredCall } from "../shopify/admin-client.ts";
import type { BucketWatch } from "../shopify/watch-buckets.ts";

/** Counts the Admin API's answers, and remembers what they report about the shops' buckets. */
export function countAnswers({ tally, buckets }: { tally: Pick<Tally, "add">; buckets: BucketWatch }) {
  return ({ shop, operation, outcome, points, requestedPoints, bucket }: AnsweredCall): void => {
    tally.add("shopify_calls", { operation, outcome });
    tally.add("shopify_points", { operation }, points);
    tally.add("shopify_requested_points", { operation }, requestedPoints);
    if (bucket) buckets.note(shop, bucket);
  };
}
