import { hasOutdated, missingBit, type ResourceKind } from "../../db/schema/index.ts";
import { all, get, type Steps } from "../../db/steps.ts";
import { storeTarget } from "../../texts/target.ts";
import { type Condition, join } from "../condition.ts";
import { presentOf } from "../resources/list-resources.ts";
import { type TargetPlace, targetPlaceOf } from "../target-place.ts";
import { lackingBeside, stateCondition, type TargetTextColumns, targetTextColumns, textsAt } from "../target-texts.ts";
import { wantedMask } from "../wanted-texts.ts";
import { type LanguageState, languageStateOf, reviewStates } from "./language-state.ts";

/** What of a shop's products is asked for: those that have something to do in a language, or one thing. */
export const languageViews = ["all", "todo", "outdated", "review", "conflicts"] as const;
export type LanguageView = (typeof languageViews)[number];
/** What of a language's products can be chosen: a view, those that lack a text, or those with an approved one. */
export const languageChoices = [...languageViews, "missing", "approved"] as const;
export type LanguageChoice = (typeof languageChoices)[number];

/** A language with the place where products keep what became of their texts in it, for everywhere or for one market. */
export interface LanguagePlace {
  locale: string;
  /** its number; "" for everywhere. Where a market has no text of its own the general one is read: nothing is missing there */
  market: string;
  place: TargetPlace;
}

/** How the products of a shop stand in its languages. Counts are of products. */
export interface LanguageTally {
  products: number;
  views: Record<LanguageView, number>;
  byLocale: ReadonlyMap<string, Readonly<Record<LanguageState, number>>>;
}

/** @param market default: everywhere */
export function* languagePlaces(shop: string, locales: readonly string[], market = ""): Steps<LanguagePlace[]> {
  const places: LanguagePlace[] = [];
  for (const locale of locales) {
    const target = { ...storeTarget(locale), market };
    places.push({ locale, market, place: yield* targetPlaceOf(shop, target) });
  }
  return places;
}

type Counted = TargetTextColumns & { n: number };
/** `locales`: a power of two for each language with an outdated text, by its place */
type OutdatedRow = Counted & { locales: number };

const present = "p.shop = ? AND p.gone_at IS NULL";
const onSale = " AND p.status IN ('active', 'unlisted')";

/** Products of a shop, or another kind of what has texts in languages. */
interface Tallied {
  /** a table, as `p` */
  from: string;
  where: Condition;
  /** bits of `missingBit`: texts that a language should have */
  wanted: number;
}

/**
 * Counts the products of a shop in each of its languages, in one walk over the index of the list: products with the same columns
 * are judged together. Those with outdated texts have an index of their own.
 */
export function* tallyLanguages(
  shop: string,
  languages: readonly LanguagePlace[],
  { onSaleOnly }: { onSaleOnly: boolean },
): Steps<LanguageTally> {
  return yield* tallied(shop, languages, {
    from: "products AS p INDEXED BY products_by_update",
    where: { sql: onSaleOnly ? present + onSale : present, params: [shop] },
    wanted: yield* wantedMask(shop),
  });
}

/** The same of what is no product: pages, collections and the like, of one kind. */
export function* tallyResources(
  shop: string,
  languages: readonly LanguagePlace[],
  kind: ResourceKind,
): Steps<LanguageTally> {
  const where = presentOf(shop, kind);
  return yield* tallied(shop, languages, { from: "text_resources AS p", where, wanted: missingBit.desc });
}

function* tallied(shop: string, languages: readonly LanguagePlace[], of: Tallied): Steps<LanguageTally> {
  const { from, where, wanted } = of;
  const rows = yield* all<Counted>(
    `SELECT ${targetTextColumns}, count(*) AS n FROM ${from}
      WHERE ${where.sql} GROUP BY p.content_state, p.missing, p.other_targets`,
    where.params,
  );
  const tally = emptyTally(languages);
  const add = (columns: TargetTextColumns, n: number, outdatedIn: ReadonlySet<string>) => {
    const states = languages.map(({ locale, market, place }) => {
      const { contentState, missing } = textsAt(place, columns);
      const lacking = market === "" ? missing & wanted & ~columns.missing : 0;
      const state = languageStateOf({ contentState, lacking, outdated: outdatedIn.has(locale) });
      const counts = tally.byLocale.get(locale);
      if (counts) counts[state] += n;
      return state;
    });
    tally.products += n;
    tally.views.all += n;
    if (states.some((state) => state !== "live")) tally.views.todo += n;
    if (states.includes("outdated")) tally.views.outdated += n;
    if (states.includes("review")) tally.views.review += n;
    if (states.includes("conflict")) tally.views.conflicts += n;
  };
  for (const { n, ...columns } of rows) add(columns, n, new Set());
  for (const { n, locales, ...columns } of yield* outdatedProducts(shop, languages, of)) {
    // They were counted above as if nothing of them were outdated.
    add(columns, -n, new Set());
    add(columns, n, placesIn(locales, languages));
  }
  return tally;
}

const ownSql = `SELECT count(*) AS n FROM shop_translations AS o
  WHERE o.shop = @shop AND o.locale = @locale AND o.market = @market AND CAST(o.texts AS text) <> '{}'
    AND (EXISTS (SELECT 1 FROM products AS p WHERE p.shop = o.shop AND p.id = o.owner AND p.gone_at IS NULL
        AND @kind = 'product' AND (@onSaleOnly = 0 OR p.status IN ('active', 'unlisted')))
      OR EXISTS (SELECT 1 FROM text_resources AS p WHERE p.shop = o.shop AND p.id = o.owner AND p.gone_at IS NULL
        AND p.kind = @kind))`;

/** Of how many products, or resources of a kind, a market has texts of its own in a language. */
export function* countOwnOfMarket(
  shop: string,
  { locale, market }: Pick<LanguagePlace, "locale" | "market">,
  of: { kind: "product" | ResourceKind; onSaleOnly: boolean },
): Steps<number> {
  const row = yield* get<{ n: number }>(ownSql, {
    ...{ shop, locale, market, kind: of.kind },
    onSaleOnly: of.onSaleOnly ? 1 : 0,
  });
  return Number(row?.n ?? 0);
}

function emptyTally(languages: readonly LanguagePlace[]) {
  const none = () => ({ conflict: 0, review: 0, approved: 0, outdated: 0, missing: 0, live: 0 });
  return {
    products: 0,
    views: { all: 0, todo: 0, outdated: 0, review: 0, conflicts: 0 },
    byLocale: new Map<string, Record<LanguageState, number>>(languages.map(({ locale }) => [locale, none()])),
  };
}

/**
 * Products with outdated texts, counted by their columns and languages: as many rows as there are differences, however many
 * products.
 */
function* outdatedProducts(
  shop: string,
  languages: readonly LanguagePlace[],
  { from, where }: Tallied,
): Steps<OutdatedRow[]> {
  const [first] = languages;
  if (!first) return [];
  const powers = languages.map((_, at) => `WHEN ? THEN ${2 ** at}`).join(" ");
  return yield* all<OutdatedRow>(
    `WITH o AS MATERIALIZED (SELECT owner, sum(CASE locale ${powers} ELSE 0 END) AS locales
        FROM shop_translations INDEXED BY shop_translations_outdated
        WHERE shop = ? AND market = ? AND ${hasOutdated} GROUP BY owner)
      SELECT ${targetTextColumns}, o.locales, count(*) AS n
      FROM ${from} JOIN o ON o.owner = p.id
      WHERE ${where.sql} GROUP BY p.content_state, p.missing, p.other_targets, o.locales`,
    [...languages.map(({ locale }) => locale), shop, first.market, ...where.params],
  );
}

function placesIn(locales: number, languages: readonly LanguagePlace[]): ReadonlySet<string> {
  return new Set(languages.flatMap(({ locale }, at) => (Math.floor(locales / 2 ** at) % 2 === 1 ? [locale] : [])));
}

function outdatedOf(alias: string): string {
  return hasOutdated.replaceAll("CAST(texts", `CAST(${alias}.texts`);
}

const columnsSql = `SELECT p.id, ${targetTextColumns} FROM products AS p
  WHERE p.shop = @shop AND p.id IN (SELECT value FROM json_each(@ids))
  UNION ALL SELECT p.id, ${targetTextColumns} FROM text_resources AS p
  WHERE p.shop = @shop AND p.id IN (SELECT value FROM json_each(@ids))`;
const outdatedSql = `SELECT DISTINCT o.owner FROM shop_translations AS o
  WHERE o.shop = @shop AND o.market = '' AND o.locale IN (SELECT value FROM json_each(@locales))
    AND o.owner IN (SELECT value FROM json_each(@ids)) AND ${outdatedOf("o")}`;

/**
 * Those of some products of which a text is missing or outdated in one of the languages, as far as their columns tell: options,
 * metafields and drafts of an earlier source are in none.
 */
export function* lackingProducts(
  shop: string,
  productIds: readonly string[],
  languages: readonly LanguagePlace[],
): Steps<Set<string>> {
  const ids = JSON.stringify(productIds);
  const locales = JSON.stringify(languages.map(({ locale }) => locale));
  const rows = yield* all<TargetTextColumns & { id: string }>(columnsSql, { shop, ids });
  const lacks = (columns: TargetTextColumns) =>
    languages.some(({ place }) => (textsAt(place, columns).missing & ~columns.missing) !== 0);
  const outdated = yield* all<{ owner: string }>(outdatedSql, { shop, ids, locales });
  return new Set([
    ...rows.flatMap(({ id, ...columns }) => (lacks(columns) ? [id] : [])),
    ...outdated.map(({ owner }) => owner),
  ]);
}

const nothing: Condition = { sql: "1 = 0", params: [] };

/** The products of a view as a condition on `products AS p`, or of `resources` on `text_resources AS p`; null for all of them. */
export function* conditionOfView(
  shop: string,
  languages: readonly LanguagePlace[],
  view: LanguageChoice,
  of: "products" | "resources" = "products",
): Steps<Condition | null> {
  if (view === "all") return null;
  const isMissing = view === "todo" || view === "missing";
  const mask = of === "resources" ? missingBit.desc : isMissing ? yield* wantedMask(shop) : 0;
  const tests = languages.flatMap(({ locale, market, place }): Condition[] => {
    const conflicts = stateCondition(place, ["conflict"]);
    const review = stateCondition(place, reviewStates);
    const waiting = stateCondition(place, ["conflict", ...reviewStates, "approved"]);
    const outdated = {
      sql: `p.id IN (SELECT o.owner FROM shop_translations AS o
        WHERE o.shop = ? AND o.market = ? AND o.locale = ? AND ${outdatedOf("o")})`,
      params: [shop, market, locale],
    };
    const unattended = {
      sql: `(NOT ${waiting.sql} AND ${outdated.sql})`,
      params: [...waiting.params, ...outdated.params],
    };
    const lacking = market === "" ? lackingBeside(place, mask) : nothing;
    if (view === "todo") return [waiting, lacking, outdated];
    const missing = {
      sql: `(NOT ${waiting.sql} AND NOT ${outdated.sql} AND (${lacking.sql}))`,
      params: [...waiting.params, ...outdated.params, ...lacking.params],
    };
    const whole = stateCondition(place, ["approved"]);
    // Beside drafts and conflicts the state does not tell: of resources all that waits is taken, and what has nothing approved is
    // left out where it is published.
    const approved =
      of === "resources"
        ? waiting
        : {
            sql: `(${whole.sql} OR EXISTS (SELECT 1 FROM product_texts AS t
        WHERE t.shop = p.shop AND t.target = ? AND t.product_row = p.row_id AND t.approved <> 0))`,
            params: [...whole.params, place.number ?? -1],
          };
    return [{ conflicts, review, outdated: unattended, missing, approved }[view]];
  });
  if (tests.length === 0) return { sql: "1 = 0", params: [] };
  const { sql, params } = join(tests, "OR");
  return { sql: `(${sql})`, params };
}
