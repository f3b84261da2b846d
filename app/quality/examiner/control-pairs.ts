import type { MeaningDifference, Pair } from "../translation/meaning.ts";

/** Pairs whose verdict is known before they are asked about. */
export interface ControlPairs {
  /** the same on both sides: faithful by itself */
  same: Pair;
  /** a source beside the translation of another one; null where there is only one text */
  crossed: Pair | null;
}

/** Shorter ones may mean the same. */
const leastChars = 12;

/**
 * An examiner that calls one of these otherwise is believed in nothing, since its word alone marks a text. In no language does it
 * need any words of ours.
 */
export function controlPairs(pairs: readonly Pair[]): ControlPairs | null {
  const [first, ...others] = pairs.toSorted((one, other) => other.source.length - one.source.length);
  if (!first) return null;
  const far = others.find(
    ({ source, target }) => source !== first.source && target !== first.target && source.length >= leastChars,
  );
  return {
    same: { source: first.source, target: first.source },
    crossed: far && first.source.length >= leastChars ? { source: first.source, target: far.target } : null,
  };
}

export function passesControl(
  { same, crossed }: ControlPairs,
  found: ReadonlyMap<Pair, readonly MeaningDifference[]>,
): boolean {
  const isFaithful = (pair: Pair) => found.get(pair)?.length === 0;
  return isFaithful(same) && (crossed === null || !isFaithful(crossed));
}
