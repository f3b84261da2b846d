import { pairUp } from "../side.ts";
import type { SaidNumber } from "./said-number.ts";
import { isSame, sharesDimension } from "./same-number.ts";

/** What has no counterpart on the other side. */
export interface Left {
  missing: SaidNumber[];
  added: SaidNumber[];
}

/**
 * Each number with its counterpart: that of its own line before all others, so that the ten of "10 years" is not taken for that
 * of "10 °C". @param sources of each line @param targets the same
 */
export function pairLines(
  sources: readonly (readonly SaidNumber[])[],
  targets: readonly (readonly SaidNumber[])[],
): Left {
  const pair = (before: readonly SaidNumber[], after: readonly SaidNumber[]) => takenApart(pairNumbers(before, after));
  if (sources.length !== targets.length) return pair(sources.flat(), targets.flat());
  const left = sources.map((numbers, line) => pair(numbers, targets[line] ?? []));
  return pair(
    left.flatMap((one) => one.missing),
    left.flatMap((one) => one.added),
  );
}

const ways = [
  (a: SaidNumber, b: SaidNumber) => isSame(a, b, { unitsKnown: true }),
  (a: SaidNumber, b: SaidNumber) => isSame(a, b, { unitsKnown: false }),
];

/** Each number with its counterpart, by what it says. */
export function pairNumbers(sources: readonly SaidNumber[], targets: readonly SaidNumber[]): Left {
  const left = pairUp(sources, targets, ways);
  return left.missing.length > 0 && left.added.length > 0 ? (rearranged(sources, targets) ?? left) : left;
}

/** More numbers are paired one after the other only. */
const mostRearranged = 100;

/**
 * Numbers may say several things: where the one that fits two was given to the wrong one, it is given back (augmenting paths of
 * bipartite matching). Null where there are too many.
 */
function rearranged(sources: readonly SaidNumber[], targets: readonly SaidNumber[]): Left | null {
  if (sources.length > mostRearranged || targets.length > mostRearranged) return null;
  const fits = sources.map((source) => ways.flatMap((way) => targets.filter((target) => way(source, target))));
  const ownerOf = new Map<SaidNumber, number>();
  const give = (source: number, seen: Set<SaidNumber>): boolean => {
    for (const target of fits[source] ?? []) {
      if (seen.has(target)) continue;
      seen.add(target);
      const owner = ownerOf.get(target);
      if (owner !== undefined && !give(owner, seen)) continue;
      ownerOf.set(target, source);
      return true;
    }
    return false;
  };
  const missing = sources.filter((_, source) => !give(source, new Set()));
  const given = new Set(ownerOf.keys());
  return { missing, added: targets.filter((target) => !given.has(target)) };
}

/** Dates, ratings and times that have no counterpart as a whole, and may have one for each of their numbers. */
function takenApart({ missing, added }: Left): Left {
  const sources = new Set(missing);
  const targets = new Set(added);
  takeWholes(sources, targets);
  takeWholes(targets, sources);
  return { missing: [...sources], added: [...targets] };
}

/** Takes out what several numbers of the other side say together. */
function takeWholes(wholes: Set<SaidNumber>, others: Set<SaidNumber>): void {
  for (const whole of wholes) {
    if (whole.parts.length === 0) continue;
    const taken = new Set<SaidNumber>();
    for (const part of whole.parts) {
      const one = [...others].find((other) => !taken.has(other) && saysPlainly(other, part));
      if (one) taken.add(one);
    }
    // "12/24 cm" is not said by 12 cm and 24 kg.
    const [first, ...rest] = taken;
    if (taken.size < whole.parts.length || !first || rest.some((one) => !sharesDimension(first, one))) continue;
    wholes.delete(whole);
    for (const one of taken) others.delete(one);
  }
}

/** Whether a number says this one among other things. */
export function saysPlainly({ meanings }: SaidNumber, value: number): boolean {
  return meanings.some((one) => one.kind === "amount" && one.value === value);
}
