import { isImageAlt } from "../texts/slot.ts";

/** More pictures in one call make its answer long and its deadline short. */
export const picturesPerCall = 8;

/** Content types that are asked for in one call. */
export interface CallGroup {
  /** the first group is 0; the number stays the same when an item is resumed */
  number: number;
  contentTypes: string[];
}

/**
 * A product's texts in as few calls as its pictures allow: the first ones go with its other texts.
 * @param options.picturesApart the pictures in calls of their own, none of them the first
 */
export function groupCalls(contentTypes: readonly string[], options: { picturesApart: boolean }): CallGroup[] {
  const texts = contentTypes.filter((contentType) => !isImageAlt(contentType));
  const pictures = contentTypes.filter(isImageAlt);
  const chunks: string[][] = [];
  for (let from = 0; from < pictures.length; from += picturesPerCall) {
    chunks.push(pictures.slice(from, from + picturesPerCall));
  }
  if (options.picturesApart) {
    const apart = chunks.map((chunk, i) => ({ number: i + 1, contentTypes: chunk }));
    return texts.length > 0 ? [{ number: 0, contentTypes: texts }, ...apart] : apart;
  }
  const [first = [], ...rest] = chunks;
  return [[...texts, ...first], ...rest]
    .map((group, number) => ({ number, contentTypes: group }))
    .filter((group) => group.contentTypes.length > 0);
}
