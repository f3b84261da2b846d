import { all, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { presets } from "../../rules/configs/presets.ts";
import type { TargetColumns } from "../../texts/target.ts";

/** How people judged what was written by a set of rules, in all its states. */
export interface Judgement {
  /** approved as the model wrote it */
  unchanged: number;
  /** each text once, by the last decision */
  decided: number;
  /** why they rejected most often, in their own words */
  reason: { words: string; count: number } | null;
}

// Each text by its last decision, as in `read-acceptance.ts`.
const lastSql = `FROM feedback AS f
  WHERE shop = @shop AND created_at >= @since AND kind <> 'commented' AND version_id IS NOT NULL
    AND locale = @locale AND market = @market AND channel = @channel
    AND NOT EXISTS (SELECT 1 FROM feedback AS later
      WHERE later.shop = @shop AND later.version_id = f.version_id AND later.kind <> 'commented'
        AND (later.created_at, later.id) > (f.created_at, f.id))`;
const countsSql = `SELECT config_digest AS digest, kind, count(*) AS count ${lastSql} GROUP BY config_digest, kind`;
const reasonsSql = `SELECT config_digest AS digest, comment, count(*) AS count ${lastSql}
    AND kind = 'rejected' AND comment IS NOT NULL GROUP BY config_digest, comment`;
const statesSql = "SELECT DISTINCT digest, config_id AS configId FROM config_states WHERE shop = @shop";

/** By the id of the rules; nothing about those of which no text was judged. @param of.since epoch ms */
export function* readJudgements(of: {
  shop: ShopDomain;
  target: TargetColumns;
  since: number;
}): Steps<Map<string, Judgement>> {
  const { shop, target, since } = of;
  const { locale, market, channel } = target;
  const asked = { shop, since, locale, market, channel };
  const ids = new Map(presets.map(({ digest, id }) => [digest, id]));
  // Of several rules with one content, which wrote a text is not known: the first is taken.
  for (const { digest, configId } of yield* all<{ digest: string; configId: string }>(statesSql, { shop })) {
    if (!ids.has(digest)) ids.set(digest, configId);
  }
  const judged = new Map<string, Judgement>();
  const entry = (digest: string): Judgement | null => {
    const id = ids.get(digest);
    if (id === undefined) return null;
    const known = judged.get(id) ?? { unchanged: 0, decided: 0, reason: null };
    judged.set(id, known);
    return known;
  };
  for (const { digest, kind, count } of yield* all<{ digest: string; kind: string; count: number }>(countsSql, asked)) {
    const of = entry(digest);
    if (!of) continue;
    of.decided += count;
    if (kind === "approved" || kind === "preferred") of.unchanged += count;
  }
  const reasons = new Map<Judgement, Map<string, number>>();
  for (const row of yield* all<{ digest: string; comment: string; count: number }>(reasonsSql, asked)) {
    const of = entry(row.digest);
    if (!of) continue;
    const counts = reasons.get(of) ?? new Map<string, number>();
    const words = row.comment.trim();
    reasons.set(of, counts.set(words, (counts.get(words) ?? 0) + row.count));
  }
  for (const [of, counts] of reasons) {
    const [most] = [...counts].filter(([words]) => words !== "").sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (most) of.reason = { words: most[0], count: most[1] };
  }
  return judged;
}
