import type { Db } from "../db/open.ts";
import { get, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { primaryTarget, type Target } from "../texts/target.ts";

/** Whom a shop's own texts are for: its product page in its primary language. */
export async function readPrimaryTarget({ db }: { db: Db }, shop: ShopDomain): Promise<Target> {
  return db.do(primaryTargetOf(shop));
}

/** The same as a step of other work. */
export function* primaryTargetOf(shop: string): Steps<Target> {
  const sql = "SELECT primary_locale AS primaryLocale FROM shops WHERE shop = @shop";
  return primaryTarget(yield* get<{ primaryLocale: string }>(sql, { shop }));
}
