import { all, run, type Steps } from "../db/steps.ts";
import { sameTarget, type Target, type TargetColumns } from "../texts/target.ts";
import { primaryTargetOf } from "./read-primary-target.ts";

/** Where the products of a shop keep what became of their texts for one target. */
export interface TargetPlace {
  /** `shop_targets.number`; null: nothing was ever written for the target */
  number: number | null;
  /** the shop's own pages in its primary language: what is missing there is what the shop itself shows no text for */
  isPrimary: boolean;
}

type NumberedTarget = Target & { number: number };

const targetsSql = "SELECT number, locale, market, channel FROM shop_targets WHERE shop = @shop";
const insertSql = `INSERT INTO shop_targets (shop, number, locale, market, channel)
  VALUES (@shop, @number, @locale, @market, @channel)`;

/** @param target default: the shop's own pages */
export function* targetPlaceOf(shop: string, target?: Target): Steps<TargetPlace> {
  const { number, isPrimary } = yield* findPlace(shop, target);
  return { number, isPrimary };
}

/** The same where something is written for the target now, which gives it a number. */
export function* keptTargetPlace(shop: string, target: TargetColumns): Steps<TargetPlace & { number: number }> {
  const { number, isPrimary, primary, known } = yield* findPlace(shop, target);
  if (number !== null && known.length > 0) return { number, isPrimary };
  const added = known.length > 0 || isPrimary ? [target] : [primary, target];
  let next = Math.max(-1, ...known.map((row) => row.number)) + 1;
  for (const { locale, market, channel } of added) {
    yield* run(insertSql, { shop, number: next++, locale, market, channel });
  }
  return { number: next - 1, isPrimary };
}

function* findPlace(shop: string, target?: TargetColumns) {
  const primary = yield* primaryTargetOf(shop);
  const wanted = target ?? primary;
  const known = yield* all<NumberedTarget>(targetsSql, { shop });
  const isPrimary = sameTarget(wanted, primary);
  // Before the first text of a shop is written its own pages have no number yet, and will have this one.
  const first = known.length === 0 && isPrimary ? 0 : null;
  return { number: known.find((row) => sameTarget(row, wanted))?.number ?? first, isPrimary, primary, known };
}
