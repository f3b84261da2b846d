import { missingBit, type StoredFacts, type TextBody } from "../db/schema/index.ts";
import { digestOf } from "../lib/digest.ts";
import { hasVisibleText } from "../lib/html/has-visible-text.ts";

import { liveAlts } from "./image-alts.ts";
import type { TextPlace } from "./text-places.ts";

/** The texts of a product that are live in the shop now, by content type; null or absent = there is none. */
export type LiveTexts = Readonly<Record<string, TextBody | null>>;

/** The columns of a product that hold its live texts. */
export interface LiveTextSource {
  title: string;
  descriptionHtml: string;
  bullets: string[] | null;
  seoTitle: string | null;
  seoDescription: string | null;
  /** absent where only the shop's own fields were read */
  addedTexts?: Readonly<Record<string, TextBody>> | null | undefined;
  /** absent where images were not read */
  facts?: Pick<StoredFacts, "images"> | undefined;
}

export function liveTexts(product: LiveTextSource): LiveTexts {
  return { ...ownTexts(product), ...product.addedTexts, ...liveAlts(product.facts?.images ?? []) };
}

/** The texts of the product's own fields: an import asks for them twice for each product, and needs no others. */
function ownTexts(product: LiveTextSource) {
  return {
    title: product.title || null,
    desc: product.descriptionHtml || null,
    bullets: product.bullets && product.bullets.length > 0 ? product.bullets : null,
    seo_title: product.seoTitle || null,
    seo_desc: product.seoDescription || null,
  };
}

/** Hash of the live texts: equal digests, equal texts. */
export function liveDigest(product: LiveTextSource): string {
  const live = ownTexts(product);
  const added = product.addedTexts ? [product.addedTexts] : [];
  // By id: the shop lists images in no order.
  const alts = (product.facts?.images ?? []).map(({ id, alt }) => [id, alt || null] as const);
  if (alts.length > 1) alts.sort(byId);
  return digestOf(
    JSON.stringify([
      "l1",
      live.title,
      live.desc,
      live.bullets,
      live.seo_title,
      live.seo_desc,
      ...added,
      ...(alts.length > 0 ? [alts] : []),
    ]),
  );
}

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Bits of `missingBit`: which live texts are empty. One without a word that a person sees is, whatever it holds. */
export function missingBits(
  product: LiveTextSource & { facts: Pick<StoredFacts, "images"> },
  places: readonly TextPlace[] = [],
): number {
  const { images } = product.facts;
  let bits = 0;
  if (isBlank(product.title)) bits |= missingBit.title;
  if (isBlank(product.descriptionHtml)) bits |= missingBit.desc;
  if (isBlank(product.bullets)) bits |= missingBit.bullets;
  if (isBlank(product.seoTitle)) bits |= missingBit.seo_title;
  if (isBlank(product.seoDescription)) bits |= missingBit.seo_desc;
  if (images.length === 0) bits |= missingBit.image;
  if (images.some((image) => isBlank(image.alt))) bits |= missingBit.image_alt;
  for (const { contentType, bit } of places) if (isBlank(product.addedTexts?.[contentType])) bits |= bit;
  return bits;
}

/** True when a reader sees no word of it: nothing at all, white space of any kind, empty tags, invisible signs. */
export function isBlank(body: TextBody | null | undefined): boolean {
  if (body === null || body === undefined) return true;
  return Array.isArray(body) ? body.every(isBlank) : !hasVisibleText(body);
}

/** The texts that bits of `missingBit` name, by content type; `image` is none. */
export function missingTexts(bits: number, places: readonly TextPlace[]): Set<string> {
  const own = Object.entries(missingBit).filter(([name, bit]) => name !== "image" && (bits & bit) !== 0);
  const added = places.filter(({ bit }) => (bits & bit) !== 0);
  return new Set([...own.map(([name]) => name), ...added.map(({ contentType }) => contentType)]);
}
