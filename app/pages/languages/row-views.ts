import type { ProductPage } from "../../catalog/list-products.ts";
import { ownWordsOf } from "../../catalog/own-words-of.ts";
import { primaryTargetOf } from "../../catalog/read-primary-target.ts";
import { wordedTexts } from "../../catalog/resources/missing-of-resource.ts";
import { type TargetTexts, textsOfProducts } from "../../catalog/texts-of-products.ts";
import { type LanguageState, languageStateOf } from "../../catalog/translations/language-state.ts";
import type { LanguagePlace } from "../../catalog/translations/languages-of-products.ts";
import { storedParts } from "../../catalog/translations/product-parts.ts";
import { type ShopTranslations, translationsOfProducts } from "../../catalog/translations/shop-translations.ts";
import { wantedMask } from "../../catalog/wanted-texts.ts";
import { missingBit } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { languagesOfSources } from "../../quality/translation/source-languages.ts";
import { kindOfOwner, splitOwners } from "../../texts/resource-owner.ts";
import { storeTarget } from "../../texts/target.ts";
import type { CellView, LanguageRowView } from "../../ui/languages/languages-view.ts";
import { type ListedTexts, textsOfList } from "../../versions/texts-of-list.ts";

type Row = Pick<ProductPage["rows"][number], "title" | "vendor" | "imageUrl"> & { id: string };

/** What the lines of one page of the languages show, a cell for each language. */
export function* languageRows(
  shop: ShopDomain,
  rows: readonly Row[],
  languages: readonly LanguagePlace[],
): Steps<LanguageRowView[]> {
  const ids = rows.map(({ id }) => id);
  const wanted = yield* wantedMask(shop);
  const primary = yield* primaryTargetOf(shop);
  const own = yield* textsOfList(shop, ids, primary);
  const words = yield* ownWordsOf(shop, ids);
  const cells = new Map<string, CellView[]>(ids.map((id) => [id, []]));
  const parts = yield* storedParts(shop, splitOwners(ids).resources);
  for (const { locale, market, place } of languages) {
    const written = yield* textsOfList(shop, ids, { ...storeTarget(locale), market });
    const held = yield* translationsOfProducts({ shop, owners: ids, locale, market });
    const columns = yield* textsOfProducts(shop, ids, place);
    for (const id of ids) {
      const known = columns.get(id);
      if (!known) continue;
      const ofLanguage = { texts: known, written: written.get(id), held: held.get(id) ?? {}, inMarket: market !== "" };
      const worded = kindOfOwner(id) === null ? undefined : wordedTexts(parts.get(id)?.texts ?? {});
      const cell = cellOf(worded ? { ...ofLanguage, wanted: missingBit.desc, worded } : { ...ofLanguage, wanted });
      cells.get(id)?.push({ locale, ...cell });
    }
  }
  return rows.map(({ id, title, vendor, imageUrl }) => ({
    ...{ id, title, vendor, imageUrl },
    drafts: own.get(id)?.drafts ?? 0,
    writtenIn: writtenIn(words.get(id), primary.locale),
    cells: cells.get(id) ?? [],
  }));
}

function writtenIn(words: { title: string; desc: string } | undefined, expected: string): string | null {
  const texts = Object.entries(words ?? {}).map(([name, text]) => ({ name, text }));
  return languagesOfSources(texts, expected).values().next().value ?? null;
}

interface Known {
  texts: TargetTexts & { ownMissing: number };
  wanted: number;
  written: ListedTexts | undefined;
  held: ShopTranslations;
  /** of a market's own texts: where it has none nothing is missing */
  inMarket: boolean;
  /** of what is no product, its texts: each is counted */
  worded?: readonly string[];
}

/** A product in one language. */
export function cellOf({ texts, wanted, written, held, worded, inMarket }: Known): Omit<CellView, "locale"> {
  const translatable = wanted & ~texts.ownMissing;
  const lacking = inMarket ? 0 : texts.missing & translatable;
  const lacks = worded?.filter((name) => !Object.hasOwn(held, name)).length ?? bitsIn(lacking);
  const outdated = Object.values(held).filter((text) => text.outdated).length;
  const state = languageStateOf({ contentState: texts.contentState, lacking, outdated: outdated > 0 });
  const counts: Record<LanguageState, number> = {
    conflict: written?.conflicts.length ?? 0,
    review: written?.drafts ?? 0,
    approved: written?.approved ?? 0,
    outdated,
    missing: lacks,
    live: 0,
  };
  const findings = written?.findings?.filter(({ keptBy }) => keptBy === null) ?? [];
  const warned = findings.some(({ blocks }) => blocks) ? "blocked" : findings.length > 0 ? "warned" : null;
  const byHand = (written?.byHand.length ?? 0) > 0 ? "by_hand" : null;
  return {
    state,
    count: counts[state],
    isNone: state === "missing" && (worded ? lacks === worded.length : lacking === translatable),
    second: state === "review" ? warned : state === "live" ? byHand : null,
    ...(inMarket ? { own: Object.keys(held).length } : {}),
  };
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
