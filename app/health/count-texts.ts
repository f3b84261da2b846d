import { targetPlaceOf } from "../catalog/target-place.ts";
import { stateLetter, stateOf } from "../catalog/target-texts.ts";
import { textBits } from "../catalog/text-bits.ts";
import { type AddressedText, type TextState, textOfBit, textStates } from "../catalog/text-filter.ts";
import { readTextPlaces } from "../catalog/text-places.ts";
import { wantedMask } from "../catalog/wanted-texts.ts";
import type { ContentState } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** How many products on sale have a text in which state. */
export interface TextCounts {
  text: AddressedText;
  /** of a text that the shop added; null for those that every shop has */
  label: string | null;
  counts: Record<TextState, number>;
}

/** What is known of all texts of a shop's own pages, in products. */
export interface CatalogueCounts {
  /** products that can be bought */
  onSale: number;
  /** of those: by each text that the shop wants */
  texts: TextCounts[];
  /** of those: at least one of its texts is in the state */
  anyText: Record<TextState, number>;
  /** all products of the shop, on sale or not, by what is most urgent about their texts */
  states: Record<ContentState, number>;
}

type Mask = "missing" | "draft" | "approved" | "outdated" | "thin" | "duplicate" | "contradicted" | "found";
type Group = Record<Mask, number> & { onSale: 0 | 1; letter: string; count: number };

/** An unlisted product is sold to whoever has its address. */
const onSaleSql = "CASE WHEN p.status = 'active' OR p.status = 'unlisted' THEN 1 ELSE 0 END";
const kept = ["draft", "approved", "outdated", "thin", "duplicate", "contradicted", "found"] as const;
const stateNames: readonly ContentState[] = [
  "none", "unpublished", "put_back", "published", "approved", "needs_review", "warned", "blocked", "conflict",
]; // biome-ignore format: a list of names

/**
 * Counts in one walk over the list's index: products that are alike in all of it are one row.
 * @param onSaleOnly false: `texts` and `anyText` are of all products of the shop
 */
export function* countTexts(shop: ShopDomain, { onSaleOnly = true } = {}): Steps<CatalogueCounts> {
  const place = yield* targetPlaceOf(shop);
  const letter = stateLetter(place);
  const wanted = yield* wantedMask(shop);
  const groups = yield* all<Group>(
    `SELECT ${onSaleSql} AS "onSale", ${letter.sql} AS letter, p.missing & ? AS missing,
        ${kept.map((name) => `coalesce(t.${name}, 0) AS ${name}`).join(", ")}, count(*) AS count
      FROM products AS p INDEXED BY products_by_update
        LEFT JOIN product_texts AS t ON t.shop = p.shop AND t.target = ? AND t.product_row = p.row_id
      WHERE p.shop = ? AND p.gone_at IS NULL GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`,
    [...letter.params, wanted, place.number ?? -1, shop],
  );
  const labels = new Map((yield* readTextPlaces(shop)).map(({ bit, label }) => [bit, label]));
  const bits = [...(yield* textBits(shop)).values()].filter((bit) => (wanted & bit) !== 0);
  const texts = bits.flatMap((bit) => {
    const text = textOfBit(bit);
    return text === null ? [] : [{ bit, text, label: labels.get(bit) ?? null, counts: noCounts(textStates) }];
  });
  const counted: CatalogueCounts = {
    onSale: 0,
    texts: texts.map(withoutBit),
    anyText: noCounts(textStates),
    states: noCounts(stateNames),
  };
  for (const group of groups) {
    counted.states[stateOf(group.letter)] += group.count;
    if (group.onSale) counted.onSale += group.count;
    else if (onSaleOnly) continue;
    const any = new Set<TextState>();
    for (const { bit, counts } of texts) {
      for (const state of statesOf(group, bit)) {
        counts[state] += group.count;
        any.add(state);
      }
    }
    for (const state of any) counted.anyText[state] += group.count;
  }
  return counted;
}

function withoutBit<T extends { bit: number }>({ bit: _, ...rest }: T): Omit<T, "bit"> {
  return rest;
}

/** As `text-filter.ts` finds them. */
function statesOf(group: Group, bit: number): TextState[] {
  const has = (mask: Mask) => (group[mask] & bit) !== 0;
  const beside = (["outdated", "duplicate", "contradicted", "found"] as const).filter(has);
  return [partOf(has), ...beside];
}

function partOf(has: (mask: Mask) => boolean): TextState {
  if (has("draft")) return "review";
  if (has("approved")) return "approved";
  if (has("missing")) return "missing";
  return has("thin") ? "thin" : "live";
}

function noCounts<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
