/** A piece of a text beside its translation: a line or a key point, or all of it where both have not the same number of them. */
export interface Pair {
  source: string;
  target: string;
}

/** What a translation says otherwise than its source, in words of both to the letter. */
export type MeaningDifference =
  | { kind: "added"; target: string }
  | { kind: "missing"; source: string }
  | { kind: "changed"; source: string; target: string };

/** A longer piece is no line of a text: nobody could say one thing of it. */
const maxPairChars = 4_000;

/**
 * @param source what a reader sees of it, one entry a key point or one for the whole text. @param target the same of its translation
 * @returns none of codes and numbers alone; `left`: how many cannot be compared, since they are too long or have no words on one side
 */
export function pairsOf(source: readonly string[], target: readonly string[]): { pairs: Pair[]; left: number } {
  const [before, after] = [linesOf(source), linesOf(target)];
  const pairs =
    before.length === after.length
      ? before.map((line, at) => ({ source: line, target: after[at] ?? "" }))
      : [{ source: before.join("\n"), target: after.join("\n") }];
  const said = pairs.filter((pair) => isSaid(pair.source) || isSaid(pair.target));
  const comparable = said.filter(
    (pair) => isSaid(pair.source) && isSaid(pair.target) && pair.source.length + pair.target.length <= maxPairChars,
  );
  return { pairs: comparable, left: said.length - comparable.length };
}

function linesOf(parts: readonly string[]): string[] {
  return parts.flatMap((part) => part.split("\n").map((line) => line.trim())).filter((line) => line !== "");
}

/** Codes and numbers alone are compared as such. */
function isSaid(text: string): boolean {
  return /\p{L}{2}|(?=\p{L})[\p{scx=Han}\p{scx=Kana}\p{scx=Hang}]/u.test(text);
}

/**
 * Whether the program finds the words that a difference leans on where it says, and not on the other side: a name that both have
 * was neither added nor lost.
 */
export function isVerified(difference: MeaningDifference, { source, target }: Pair): boolean {
  switch (difference.kind) {
    case "added":
      return holds(target, difference.target) && !holds(source, difference.target);
    case "missing":
      return holds(source, difference.source) && !holds(target, difference.source);
    case "changed":
      return (
        holds(source, difference.source) &&
        holds(target, difference.target) &&
        plain(difference.source) !== plain(difference.target)
      );
  }
}

function holds(text: string, words: string): boolean {
  const wanted = plain(words);
  return /[\p{L}\p{N}]/u.test(wanted) && plain(text).includes(wanted);
}

function plain(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
