import { missingBit } from "../db/schema/index.ts";
import type { Steps } from "../db/steps.ts";
import { readTextPlaces } from "./text-places.ts";

const { image: _image, ...ownBits } = missingBit;

/** The bit of `missingBit` of each text that a product of the shop may have, by the name that versions keep as its field. */
export function* textBits(shop: string): Steps<Map<string, number>> {
  const bits = new Map<string, number>(Object.entries(ownBits));
  for (const { contentType, bit } of yield* readTextPlaces(shop)) bits.set(contentType, bit);
  return bits;
}
