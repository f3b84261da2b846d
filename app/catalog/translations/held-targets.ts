import { all, get, type Steps } from "../../db/steps.ts";

/** A language, and a market ("" = none), that the mirror holds texts of. */
export interface HeldTarget {
  locale: string;
  market: string;
}

/** One by one through the index: all rows of a large shop would be read for the distinct ones. */
const nextTargetSql = `SELECT locale, market FROM shop_translations
  WHERE shop = @shop AND (locale, market) > (@locale, @market) ORDER BY locale, market LIMIT 1`;

/** All that the mirror holds rows for; a row may be left that has no text any more. */
export function* heldTargets(shop: string): Steps<HeldTarget[]> {
  const held: HeldTarget[] = [];
  for (let last: HeldTarget = { locale: "", market: "" }; ; ) {
    const next = yield* get<HeldTarget>(nextTargetSql, { shop, ...last });
    if (!next) return held;
    held.push(next);
    last = next;
  }
}

const ofOwnerSql = `SELECT locale, market FROM shop_translations
  WHERE shop = @shop AND owner = @owner AND market <> '' ORDER BY locale, market`;

/** The markets that one product, or another resource, has texts of its own for, by language. */
export function* marketsHeldOf(shop: string, owner: string): Steps<HeldTarget[]> {
  return yield* all<HeldTarget>(ofOwnerSql, { shop, owner });
}

const hasTextsSql = `SELECT 1 FROM shop_translations
  WHERE shop = @shop AND locale = @locale AND market = @market AND CAST(texts AS text) <> '{}' LIMIT 1`;

/** The markets that any product, or other resource, has texts of its own for, by language. */
export function* marketsWithTexts(shop: string): Steps<HeldTarget[]> {
  const found: HeldTarget[] = [];
  for (const target of yield* heldTargets(shop)) {
    if (target.market !== "" && (yield* get(hasTextsSql, { shop, ...target }))) found.push(target);
  }
  return found;
}
