import { firstAddedBit, missingBit } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";

/** For a shop without a setting: Shopify itself fills in a search listing's title, and has no bullets. */
const unasked: readonly string[] = ["bullets", "seo_title"];

/** True when a product without this text lacks something, unless the shop's settings differ. */
export function wantedByDefault(contentType: string): boolean {
  return !unasked.includes(contentType);
}

interface SaidRow {
  name: string;
  slot: number | null;
  wanted: 0 | 1 | null;
}

const saidSql = "SELECT name, slot, wanted FROM shop_content_types WHERE shop = @shop AND removed_at IS NULL";

/** Bits of `missingBit` that count as missing content: those of the texts that the shop wants. A picture is no text. */
export function* wantedMask(shop: string): Steps<number> {
  const said = yield* all<SaidRow>(saidSql, { shop });
  const bits = new Map<string, number>(Object.entries(missingBit).filter(([name]) => name !== "image"));
  for (const { name, slot } of said) if (slot !== null) bits.set(name, firstAddedBit << slot);
  let mask = 0;
  for (const [name, bit] of bits) {
    const wanted = said.find((row) => row.name === name)?.wanted ?? null;
    if (wanted === null ? wantedByDefault(name) : wanted === 1) mask |= bit;
  }
  return mask;
}
