/** One side of a translation: what a reader sees of it. */
export interface Side {
  /** one entry a bullet or one for the whole text, joined by line feeds */
  text: string;
  /** BCP-47 */
  locale: string;
}

/** Words of a text with their place, `end` exclusive, in UTF-16 units. */
export interface Place {
  quote: string;
  start: number;
  end: number;
}

/**
 * What stands in the source and not in its translation, the reverse, or one in the other's place. One that is doubtful is worth a
 * look and stops nothing.
 */
export type Difference = (
  | { kind: "missing"; source: Place }
  | { kind: "added"; target: Place }
  | { kind: "changed"; source: Place; target: Place }
) & { doubtful?: true };

/** Each thing of one side with its counterpart on the other, by the first of some ways to match that finds one. */
export function pairUp<Thing>(
  sources: readonly Thing[],
  targets: readonly Thing[],
  ways: readonly ((source: Thing, target: Thing) => boolean)[],
): { missing: Thing[]; added: Thing[] } {
  const missing = new Set(sources);
  const added = new Set(targets);
  for (const matches of ways) {
    for (const source of missing) {
      for (const target of added) {
        if (!matches(source, target)) continue;
        missing.delete(source);
        added.delete(target);
        break;
      }
    }
  }
  return { missing: [...missing], added: [...added] };
}
