import type { Db } from "../db/open.ts";
import { get, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { primaryTarget, type Target } from "../texts/target.ts";

const shopSql = "SELECT primary_locale AS primaryLocale FROM shops WHERE shop = @shop";

/** Whom a shop's own texts are for: its product page in its primary language. */
export async function readPrimaryTarget({ db }: { db: Db }, shop: ShopDomain): Promise<Target> {
  return db.do(primaryTargetOf(shop));
}

/** The same inside of a transaction. */
export function* primaryTargetOf(shop: string): Steps<Target> {
  return primaryTarget(yield* get<{ primaryLocale: string }>(shopSql, { shop }));
}
