import { slugify } from "../text.ts";

/** What Shopify keeps of a translated handle that has neither letters nor digits: the name of its own fallback. */
const withoutLetters = "store-localization/generic-dynamic-content-translation";

/** A translated handle as it is saved. Whoever wrote it is told by the answer alone. */
export function savedHandle(value: string): string {
  return /[\p{L}\p{N}]/u.test(value) ? slugify(value, "") : withoutLetters;
}
