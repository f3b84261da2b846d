import { get, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { VersionView } from "./version-view.ts";

/** What the model calls cost that a text came from. One call writes all texts of a product: they have one cost together. */
export interface VersionCost {
  tokensIn: number;
  tokensOut: number;
  /** billionths of a US dollar; null where the price of a call was not known */
  costNanos: number | null;
  /** how many texts it paid for, this one among them */
  texts: number;
}

const answersSql = `SELECT sum(tokens_in) AS tokensIn, sum(tokens_out) AS tokensOut,
    CASE WHEN count(cost_nanos) = count(*) THEN sum(cost_nanos) END AS costNanos
  FROM model_answers WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq`;
const textsSql = `SELECT count(*) AS texts, sum(tokens_in) AS tokensIn, sum(tokens_out) AS tokensOut
  FROM versions WHERE shop = @shop AND job_id = @jobId AND item_seq = @itemSeq AND origin = 'generated'`;

interface Figures {
  tokensIn: number | null;
  tokensOut: number | null;
}

/** What versions cost, by their id; those that no model was paid for are left out. */
export function* readVersionCosts({
  shop,
  versions,
}: {
  shop: ShopDomain;
  versions: readonly VersionView[];
}): Steps<Map<string, VersionCost>> {
  const written = versions.filter((version) => version.origin === "generated" && version.jobId !== null);
  const items = Map.groupBy(written, ({ jobId, itemSeq }) => `${jobId} ${itemSeq}`);
  const costs = new Map<string, VersionCost>();
  for (const ofItem of items.values()) {
    const [{ jobId, itemSeq } = { jobId: null, itemSeq: null }] = ofItem;
    const item = { shop, jobId, itemSeq };
    const answers = yield* get<Figures & { costNanos: number | null }>(answersSql, item);
    const own = yield* get<Figures & { texts: number }>(textsSql, item);
    const tokensIn = answers?.tokensIn ?? own?.tokensIn ?? 0;
    const tokensOut = answers?.tokensOut ?? own?.tokensOut ?? 0;
    if (tokensIn + tokensOut === 0) continue;
    const cost = { tokensIn, tokensOut, costNanos: answers?.costNanos ?? null, texts: own?.texts ?? 1 };
    for (const { id } of ofItem) costs.set(id, cost);
  }
  return costs;
}
