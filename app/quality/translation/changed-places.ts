import type { Place } from "./side.ts";

/** What stands in one place of the source and in another one of the translation. */
export interface Moved<Thing extends Place> {
  source: Thing;
  target: Thing;
}

/**
 * The things that changed places between lines, cells or sentences: of each place, what it lost beside what it got instead. Only
 * where both sides have as many places, and what one lost another one got.
 * @param pair the things of a source's place that have no counterpart in the same place of the translation, and the reverse
 */
export function changedPlaces<Thing extends Place>(
  sources: readonly (readonly Thing[])[],
  targets: readonly (readonly Thing[])[],
  pair: (sources: readonly Thing[], targets: readonly Thing[]) => { missing: Thing[]; added: Thing[] },
): Moved<Thing>[] {
  if (sources.length !== targets.length || sources.length < 2) return [];
  const left = sources.map((things, i) => pair(things, targets[i] ?? []));
  const missing = left.flatMap((one) => one.missing);
  const added = left.flatMap((one) => one.added);
  // A number that moved without another in its place may stand where the language wants it.
  const moved = pair(missing, added);
  const found: Moved<Thing>[] = [];
  for (const place of left) {
    const lost = place.missing.filter((one) => !moved.missing.includes(one));
    const got = place.added.filter((one) => !moved.added.includes(one));
    lost.forEach((source, i) => {
      const target = got[i];
      if (target) found.push({ source, target });
    });
  }
  return found;
}

/** Where each piece of a text begins, by a sign between them. */
export function piecesOf(text: string, between: RegExp): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let start = 0;
  for (const { 0: sign, index } of [...text.matchAll(between), { 0: "", index: text.length }]) {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, index))) pieces.push({ start, end: index });
    start = index + sign.length;
  }
  return pieces;
}
