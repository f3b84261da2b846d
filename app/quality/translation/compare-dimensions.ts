import { plainNumbers } from "../quantities/digits.ts";
import type { Difference, Place } from "./side.ts";

/** Sizes with a cross between them: `180 × 90 × 75 cm`, `30x40cm`. Whoever names each of them may order them anew. */
const chain =
  /(?<![\p{Script=Latin}\p{N}.,])(?<![×*✕]\s?)\d+(?:[.,]\d+)?(?:[\s\u00a0]?(?:mm|cm|m|in|"|″|公分|公釐|سم|مم|см|мм))?(?:[\s\u00a0]?[×xх*✕][\s\u00a0]?\d+(?:[.,]\d+)?(?:[\s\u00a0]?(?:mm|cm|m|in|"|″|公分|公釐|سم|مم|см|мм))?){1,3}(?![\p{N}])/giu;
const mostChains = 200;

interface Chain extends Place {
  sizes: readonly string[];
}

/** Sizes of a thing that stand in another order than in the source, as "90 × 180" for "180 × 90": worth a look. */
export function compareDimensions(source: string, target: string): Difference[] {
  const [before, after] = [chainsOf(source), chainsOf(target)];
  if (before.length !== after.length) return [];
  const isSame = (one: Chain, other: Chain) => one.sizes.join() === other.sizes.join();
  return before.flatMap((one, i): Difference[] => {
    const other = after[i];
    if (!other || isSame(one, other) || before.some((two) => isSame(two, other))) return [];
    if (one.sizes.toSorted().join() !== other.sizes.toSorted().join()) return [];
    return [{ kind: "changed", source: one, target: other, doubtful: true }];
  });
}

function chainsOf(text: string): Chain[] {
  return [...plainNumbers(text).matchAll(chain)].slice(0, mostChains).map(({ 0: found, index }) => ({
    ...{ quote: text.slice(index, index + found.length), start: index, end: index + found.length },
    sizes: (found.match(/\d+(?:[.,]\d+)?/g) ?? []).map((size) => size.replace(",", ".")),
  }));
}
