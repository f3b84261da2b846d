import { primaryTargetOf } from "../catalog/read-primary-target.ts";
import { targetPlaceOf } from "../catalog/target-place.ts";
import type { Db } from "../db/open.ts";
import { all, get, type Steps } from "../db/steps.ts";
import { type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { rulesState } from "./read-live-product.ts";
import { checkLiveTextsJob, startLiveCheck } from "./start-check.ts";

const shopsSql = `SELECT shop FROM shops /* all shops: whoever's check was missed */
  WHERE imported_at IS NOT NULL AND uninstalled_at IS NULL`;
const anySql = `SELECT checked FROM product_texts WHERE shop = @shop AND target = @target AND checked <> '' LIMIT 1`;
const openSql = `SELECT 1 AS open FROM jobs WHERE shop = @shop AND kind = @kind AND finished_at IS NULL LIMIT 1`;

/**
 * Starts the check of the shops whose live texts were never checked, or by other rules than those of now: after an update of
 * this app, and after rules were saved. @returns for how many shops
 */
export async function startMissedChecks(deps: { db: Db; clock: Clock }): Promise<number> {
  let started = 0;
  for (const { shop: name } of await deps.db.do(all<{ shop: string }>(shopsSql, {}))) {
    const shop = shopDomainSchema.parse(name);
    if (!(await deps.db.do(isMissed(shop)))) continue;
    await startLiveCheck(deps, shop);
    started++;
  }
  return started;
}

function* isMissed(shop: ShopDomain): Steps<boolean> {
  const target = yield* primaryTargetOf(shop);
  const { number } = yield* targetPlaceOf(shop, target);
  const any = yield* get<{ checked: string }>(anySql, { shop, target: number ?? -1 });
  if (any?.checked.endsWith(yield* rulesState(shop, target))) return false;
  return (yield* get(openSql, { shop, kind: checkLiveTextsJob.kind })) === undefined;
}
