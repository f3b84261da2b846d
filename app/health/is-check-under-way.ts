import { get, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { markLiveTextsJob } from "../quality/near-duplicates/start-marking.ts";
import { checkLiveTextsJob } from "./start-check.ts";

const openSql = `SELECT 1 AS open FROM jobs
  WHERE shop = @shop AND (kind = @marking OR kind = @checking) AND finished_at IS NULL LIMIT 1`;

/** Whether live texts are still being looked at, so that more may be found in them. */
export function* isCheckUnderWay(shop: ShopDomain): Steps<boolean> {
  const kinds = { marking: markLiveTextsJob.kind, checking: checkLiveTextsJob.kind };
  return (yield* get(openSql, { shop, ...kinds })) !== undefined;
}
