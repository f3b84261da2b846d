import { all, type Steps } from "../../db/steps.ts";
import type { TargetColumns } from "../../texts/target.ts";

/** How often people kept what one check found. */
export interface KeptCount {
  code: string;
  kept: number;
}

const countSql = `SELECT code, count(*) AS kept FROM kept_findings
  WHERE shop = @shop AND kept_at >= @since AND locale = @locale AND market = @market AND channel = @channel
  GROUP BY code ORDER BY kept DESC, code`;

/** False alarms by check, the most first: each finding of a text counts once. @param input.since epoch ms */
export function* countKeptFindings(input: { shop: string; target: TargetColumns; since: number }): Steps<KeptCount[]> {
  const { shop, target, since } = input;
  const { locale, market, channel } = target;
  return yield* all<KeptCount>(countSql, { shop, since, locale, market, channel });
}
