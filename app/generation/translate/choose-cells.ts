import type { Product } from "../../catalog/product.ts";
import { isOutdated } from "../../catalog/translations/is-outdated.ts";
import {
  allShopTranslations,
  type ShopTranslations,
  shopTranslationsOf,
} from "../../catalog/translations/shop-translations.ts";
import { bodyOfValue, plainText } from "../../catalog/translations/text-form.ts";
import { otherKindOf, type SourceText, translationSources } from "../../catalog/translations/translation-sources.ts";
import type { ShopTranslation, TextBody } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import { hasWords } from "../../quality/translation/has-words.ts";
import { isSameLanguage, languagesOfSources } from "../../quality/translation/source-languages.ts";
import { listContentTypes, typeNamed } from "../../rules/content-types/list-content-types.ts";
import { nameOfRow } from "../../texts/slot.ts";
import { writtenOf } from "../../texts/text-body.ts";
import { readBehindGeneral } from "../../versions/behind-general.ts";
import { saysSame } from "../../versions/says-same.ts";
import { type TranslatedVersion, translationsOfProduct } from "../../versions/translations-of-product.ts";
import { type AgainstTerms, readAgainstTerms } from "./against-terms.ts";
import { isAskedFor } from "./asked-texts.ts";
import type { TranslationWish } from "./jobs.ts";
import { type Place, placeName, placesOf } from "./places.ts";

/** One text of a product that is to be translated into one language, for everywhere or for one market. */
export interface Cell extends Place {
  source: SourceText;
  /** what its source is written in, BCP-47: the shop's own language, or another one that it seems to be in without a doubt */
  from: string;
  /** its source is written in the language of the translation by mistake: there is nothing to translate */
  isInIt: boolean;
  /** the live translation that the new one would replace */
  base: TextBody | null;
  /** of a market: what is said everywhere in the language; null where that is not translated, and of no market */
  general: TextBody | null;
}

/** Why a text is left as it is in a language. */
export type LeftOut =
  /** there is one that is not outdated, or no outdated ones are asked for */
  | "translated"
  /** a draft or an approved text waits for a person */
  | "waits"
  /** a person wrote it, here or in the shop */
  | "edited"
  /** it has no word that a translation would change, e.g. a size */
  | "nothing_to_translate"
  /** it is the text of an entry that products share, and is translated there */
  | "linked"
  /** the shop takes some given choices only, which a translation of the program's would not be */
  | "fixed_choices"
  /** of a market: the run translates the general text, or that waits, so that there is nothing yet for the market to say otherwise */
  | "reads_general";

export const noneLeftOut: Readonly<Record<LeftOut, number>> = {
  ...{ translated: 0, waits: 0, edited: 0, nothing_to_translate: 0, linked: 0, fixed_choices: 0, reads_general: 0 },
};

/** What a run does with one product. */
export interface ChosenCells {
  cells: Cell[];
  /** texts and places of what is left as it is */
  leftOut: Record<LeftOut, number>;
  /** content types that were asked for and that the product has no text of to translate */
  withoutSource: string[];
  /** what there is already in each place, by its name: live, or approved */
  known: ReadonlyMap<string, ReadonlyMap<string, TextBody>>;
  /** whether a translation is not as the shop's terms of today say */
  isAgainstTerms(cell: Pick<Cell, "locale" | "source">, body: TextBody): boolean;
}

/** The texts of a product that a run translates, of those that the shop's primary language has now: text by text, language by language. */
export function* chooseCells(input: {
  product: Product;
  /** of the product's sources. BCP-47 */
  sourceLocale: string;
  wish: TranslationWish;
}): Steps<ChosenCells> {
  const { product, sourceLocale, wish } = input;
  const { shop, id } = product;
  const types = yield* listContentTypes(product.shop);
  const sources = (yield* translationSources(product)).filter(
    ({ name }) => otherKindOf(name) !== null || typeNamed(types, name) !== undefined,
  );
  const asked = sources.filter(({ name }) => isAskedFor(name, wish.contentTypes, id));
  const places = yield* placesOf(shop, wish);
  const live = new Map(
    (yield* allShopTranslations({ shop, owner: id })).map(({ texts, ...place }) => [placeName(place), texts]),
  );
  const versions = Map.groupBy(yield* translationsOfProduct({ shop, productId: id }), placeName);
  const knownAt = (place: Place) =>
    knownOf(sources, live.get(placeName(place)) ?? {}, versions.get(placeName(place)) ?? []);
  const general = new Map(places.map(({ locale }) => [locale, knownAt({ locale, market: "" })]));
  const locales = [...new Set(places.map(({ locale }) => locale))];
  const against: AgainstTerms = yield* readAgainstTerms({ product, sourceLocale, sources, locales });
  const isAgainstTerms: ChosenCells["isAgainstTerms"] = ({ locale, source }, body) =>
    against(locale, source, body).length > 0;
  const isBehind = yield* readBehindGeneral({ shop, productId: id });
  const leftOut: ChosenCells["leftOut"] = { ...noneLeftOut };
  const cells: Cell[] = [];
  // A run of what is not as the terms say puts right what is there.
  const isForAll = wish.which !== "against_terms" && places.some(({ market }) => market === "");
  const spoken = languagesOfSources(
    sources.map(({ name, body, form }) => ({ name, text: plainText(form, body) })),
    sourceLocale,
  );
  for (const source of asked) {
    const other = spoken.get(source.name);
    const from = other ?? sourceLocale;
    // Places for everywhere come before those of markets.
    const unsettled = new Set<string>();
    for (const place of places) {
      const { locale, market } = place;
      if (market !== "" && !mayDifferInMarkets(source.name)) {
        leftOut.nothing_to_translate++;
        continue;
      }
      const at = placeName(place);
      const said = market === "" ? null : (general.get(locale)?.get(source.name) ?? null);
      const found = stateOf(source, live.get(at)?.[source.name], versions.get(at) ?? [], said);
      const state = { ...found, isOutdated: found.isOutdated || isBehind(source, place) };
      if (wish.which === "against_terms" && !state.exists) continue;
      const isAgainst = () => state.shown !== null && isAgainstTerms({ locale, source }, state.shown);
      const left = whyLeft(source, { from, locale, state, wish, isAgainst });
      if (market === "" && left === null && (!state.exists || state.isOutdated)) unsettled.add(locale);
      const readsGeneral = isForAll && market !== "" && (unsettled.has(locale) || said === null);
      const why = left === null && readsGeneral ? "reads_general" : left;
      const isInIt = market === "" && other !== undefined && isSameLanguage(other, locale);
      if (why === null) cells.push({ locale, market, source, from, isInIt, base: state.live, general: said });
      else leftOut[why]++;
    }
  }
  const known = new Map(
    places.map((place) => [placeName(place), new Map([...(general.get(place.locale) ?? []), ...knownAt(place)])]),
  );
  const withoutSource = wish.contentTypes.filter(
    (name) => typeNamed(types, name) !== undefined && !sources.some((source) => isAskedFor(source.name, [name], id)),
  );
  return { cells, leftOut, withoutSource, known, isAgainstTerms };
}

/** What a language says of a product's texts, by the name of the slot: what waits, else what is live. */
export function* shownTranslations(
  { shop, id }: Pick<Product, "shop" | "id">,
  sources: readonly SourceText[],
  locale: string,
): Steps<Map<string, TextBody>> {
  const live = yield* shopTranslationsOf({ shop, owner: id, target: { locale, market: "" } });
  const versions = (yield* translationsOfProduct({ shop, productId: id })).filter(
    (row) => row.locale === locale && row.market === "",
  );
  return new Map(
    sources.flatMap((source) => {
      const { shown } = stateOf(source, live[source.name], versions);
      return shown === null ? [] : [[source.name, shown] as const];
    }),
  );
}

/** Shopify takes translations of policies and filters, and refuses texts of a market's own for them. */
function mayDifferInMarkets(name: string): boolean {
  return !/^(?:ShopPolicy|OnlineStoreFilterSetting)\//.test(name);
}

interface CellState {
  live: TextBody | null;
  /** what waits, else what is live */
  shown: TextBody | null;
  exists: boolean;
  waits: boolean;
  isOutdated: boolean;
  isEdited: boolean;
}

function stateOf(
  source: SourceText,
  mirrored: ShopTranslation | undefined,
  all: readonly TranslatedVersion[],
  general: TextBody | null = null,
): CellState {
  const own = all.filter((row) => nameOfRow(row) === source.name);
  const newest = own.at(-1);
  const live = mirrored === undefined ? null : bodyOfValue(source.form, mirrored.value);
  const isOurs =
    live === null || own.some((row) => row.state === "published" && saysSame(JSON.parse(row.body) as TextBody, live));
  const waits = newest !== undefined && newest.state !== "published";
  return {
    live,
    shown: waits ? (JSON.parse(newest.body) as TextBody) : live,
    // What was published and is gone was taken away in the shop, with its language or alone.
    exists: live !== null || waits || isWithoutOwn(newest, general),
    waits,
    // Whatever is read instead when a market's text is taken away by then, the wish for it stays the same.
    isOutdated:
      !(waits && newest.origin === "given_up") &&
      isOutdated(source, { waiting: waits ? newest : null, held: mirrored }),
    isEdited: (newest !== undefined && newest.origin !== "generated") || !isOurs,
  };
}

/** Whether a market was settled with no text of its own: a person gave it up, or what it says is said everywhere. */
function isWithoutOwn(newest: TranslatedVersion | undefined, general: TextBody | null): boolean {
  if (newest?.state !== "published") return false;
  if (newest.origin === "given_up") return true;
  return general !== null && saysSame(JSON.parse(newest.body) as TextBody, general);
}

function whyLeft(
  source: SourceText,
  asked: {
    from: string;
    locale: string;
    state: CellState;
    wish: TranslationWish;
    isAgainst: () => boolean;
  },
): LeftOut | null {
  const { from, locale, state, wish, isAgainst } = asked;
  if (!hasWords({ text: writtenOf(source.body), locale: from }, locale)) return "nothing_to_translate";
  if (source.linked !== undefined) return "linked";
  if (source.limits?.choices) return state.exists ? "translated" : "fixed_choices";
  if (!state.exists) return null;
  const isWanted =
    wish.which === "all" ||
    (wish.which === "missing_or_outdated" && state.isOutdated) ||
    (wish.which === "against_terms" && isAgainst());
  if (!isWanted) return state.waits ? "waits" : "translated";
  return state.isEdited && !wish.includeEdited ? "edited" : null;
}

function knownOf(
  sources: readonly SourceText[],
  live: ShopTranslations,
  versions: readonly TranslatedVersion[],
): ReadonlyMap<string, TextBody> {
  const known = new Map<string, TextBody>();
  for (const { name, form } of sources) {
    const translation = live[name];
    const body = translation && !translation.outdated ? bodyOfValue(form, translation.value) : null;
    if (body !== null) known.set(name, body);
    const approved = versions.findLast((row) => nameOfRow(row) === name && row.state === "approved");
    if (approved) known.set(name, JSON.parse(approved.body) as TextBody);
  }
  return known;
}
