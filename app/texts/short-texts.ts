/**
 * Texts that are short enough to be offered in several wordings, and how many at most: a description for search results is
 * three times as long as a title, so that a third one costs more than it is read for.
 */
const mostWordings: Readonly<Record<string, number>> = { title: 3, seo_title: 3, seo_desc: 2 };

/** How many wordings a model offers of a text, itself included. @param wanted as the shop chose it */
export function wordingsOf(contentType: string, wanted: number): number {
  return Math.max(1, Math.min(wanted, Object.hasOwn(mostWordings, contentType) ? (mostWordings[contentType] ?? 1) : 1));
}
