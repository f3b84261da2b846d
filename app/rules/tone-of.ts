import type { ContentConfig } from "./content-config.ts";

/** A plain sentence and the same in the brand's tone. */
export interface TonePair {
  plain: string;
  in_tone: string;
}

/** The brand whose tone holds for brands that have none of their own. */
const anyBrand = "GENERIC";

/** The tone pairs of the brand, or those of `GENERIC`. Brands are compared without regard to case. */
export function toneOf(config: ContentConfig, brand: string): TonePair[] {
  const tones = Object.entries(config.tone ?? {});
  const of = (name: string) => tones.find(([key]) => key.trim().toLowerCase() === name.trim().toLowerCase())?.[1];
  const pairs = (brand.trim() === "" ? undefined : of(brand)) ?? of(anyBrand) ?? {};
  return Object.entries(pairs).map(([plain, in_tone]) => ({ plain, in_tone }));
}
