import { lackingProducts, languagePlaces } from "../../catalog/translations/languages-of-products.ts";
import type { Db } from "../../db/open.ts";
import type { ProductId, ShopDomain } from "../../lib/brand.ts";
import { wait } from "../../lib/retry.ts";
import type { LeftOut } from "./choose-cells.ts";
import type { TranslationWish } from "./jobs.ts";
import { mostPlannedAtOnce, type PlannedTranslation, planTranslation } from "./plan-translation.ts";
import { translationCredits } from "./translation-credits.ts";

/** What a run would do, take and cost, in numbers alone. */
export interface TranslationFigures extends Omit<PlannedTranslation, "products"> {
  /** those of which something is translated */
  products: number;
  credits: number;
  /** false: a part of the products was looked at, and stands for all of them */
  exact: boolean;
}

/** Products of which the columns are read in one query. */
const chunkProducts = 1_000;
/** Of each kind of product so many are looked at: half a second together, whatever there is. */
const sampleProducts = mostPlannedAtOnce / 2;

/**
 * What a run would do for chosen products. Of many, those that lack something by their columns and the others are counted, and
 * some of each looked at in full: evenly spread, so that what is asked for twice is answered alike.
 * @param input.productCredits of a whole product, as for `translationCredits`
 */
export async function estimateTranslation(
  deps: { db: Db },
  input: { shop: ShopDomain; productIds: readonly ProductId[]; wish: TranslationWish; productCredits: number },
): Promise<TranslationFigures> {
  const { shop, productIds, wish, productCredits } = input;
  const plan = async (ids: readonly ProductId[]) =>
    figuresOf(await planTranslation(deps, { shop, productIds: ids, wish }), productCredits);
  if (productIds.length <= mostPlannedAtOnce) return plan(productIds);
  // No column tells what a market has of its own.
  const isOfColumns =
    wish.which !== "all" && wish.which !== "against_terms" && (wish.markets ?? [""]).every((market) => market === "");
  const lacking = !isOfColumns ? new Set<string>(productIds) : await lackingAmong(deps, input);
  const parts = [productIds.filter((id) => lacking.has(id)), productIds.filter((id) => !lacking.has(id))];
  let figures: TranslationFigures | null = null;
  for (const part of parts.filter(({ length }) => length > 0)) {
    const sample = spread(part, sampleProducts);
    const of = scaled(await plan(sample), part.length / sample.length);
    figures = figures === null ? of : sumOf(figures, of);
  }
  return { ...rounded(figures ?? (await plan([]))), exact: false };
}

async function lackingAmong(
  { db }: { db: Db },
  { shop, productIds, wish }: { shop: ShopDomain; productIds: readonly ProductId[]; wish: TranslationWish },
): Promise<Set<string>> {
  const places = await db.do(languagePlaces(shop, wish.locales));
  const lacking = new Set<string>();
  for (let from = 0; from < productIds.length; from += chunkProducts) {
    // Whoever else asks is answered between two chunks.
    await wait(0);
    for (const id of await db.do(lackingProducts(shop, productIds.slice(from, from + chunkProducts), places))) {
      lacking.add(id);
    }
  }
  return lacking;
}

function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, at) => all[Math.floor(((at + 0.5) * all.length) / most)]).filter(
    (one) => one !== undefined,
  );
}

function figuresOf({ products, ...plan }: PlannedTranslation, productCredits: number): TranslationFigures {
  const credits = products.reduce((sum, { asked }) => sum + translationCredits(asked, productCredits), 0);
  return { ...plan, products: products.length, credits, exact: true };
}

/** Each number by itself; names stay. */
function eachNumber(figures: TranslationFigures, change: (value: number) => number): TranslationFigures {
  const of = <Name extends string>(counts: Record<Name, number>) =>
    Object.fromEntries(Object.entries<number>(counts).map(([name, value]) => [name, change(value)])) as Record<
      Name,
      number
    >;
  const { byLocale, byMarket, leftOut, withoutSource, exact, ...numbers } = figures;
  return {
    ...of(numbers),
    ...{
      byLocale: of(byLocale),
      byMarket: of(byMarket),
      leftOut: of<LeftOut>(leftOut),
      withoutSource: of(withoutSource),
      exact,
    },
  };
}

function scaled(figures: TranslationFigures, factor: number): TranslationFigures {
  return eachNumber(figures, (value) => value * factor);
}

function rounded(figures: TranslationFigures): TranslationFigures {
  return eachNumber(figures, Math.round);
}

function sumOf(one: TranslationFigures, other: TranslationFigures): TranslationFigures {
  const both = (a: Record<string, number>, b: Record<string, number>) => {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return Object.fromEntries([...names].map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)]));
  };
  const { byLocale, byMarket, leftOut, withoutSource, exact, ...numbers } = one;
  const { byLocale: locales, byMarket: markets, leftOut: left, withoutSource: without, exact: _, ...others } = other;
  return {
    ...(both(numbers, others) as typeof numbers),
    ...{
      byLocale: both(byLocale, locales),
      byMarket: both(byMarket, markets),
      leftOut: both(leftOut, left) as typeof leftOut,
    },
    ...{ withoutSource: both(withoutSource, without), exact },
  };
}
