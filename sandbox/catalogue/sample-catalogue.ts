import { apparel } from "./apparel.ts";
import { beautyAndFood } from "./beauty-and-food.ts";
import { german } from "./german.ts";
import { home } from "./home.ts";
import type { CatalogueProduct } from "./shape.ts";
import { techAndPlay } from "./tech-and-play.ts";
import { withTypedMetafields } from "./typed-metafields.ts";
import { world } from "./world.ts";

const english: readonly CatalogueProduct[] = [...apparel, ...beautyAndFood, ...home, ...techAndPlay, ...world].map(
  withTypedMetafields,
);

/** The hand-written catalogue for a shop's primary locale: the German one for `de`, the big one otherwise. */
export function sampleCatalogue(locale: string): readonly CatalogueProduct[] {
  return locale === "de" ? german : english;
}
