import { type RoleRow, roleRows } from "./role-words.ts";
import type { Dimension } from "./unit.ts";

/** What a number measures: the concept, and the part that the word names with it (`seat` height); "" when none. */
export interface Role {
  role: string;
  part: string;
}

type Measured = Dimension | "count";

interface Tables {
  byWord: ReadonlyMap<string, RoleRow[]>;
  /** first words of entries of several words, with the most words of one */
  phraseStarts: ReadonlyMap<string, number>;
  /** words of scripts without spaces */
  glued: readonly (readonly [string, RoleRow])[];
}

let tables: Tables | undefined;
const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** The shortest end of a compound that names a role: `Sitzhöhe`, `zithoogte`. */
const shortestEnd = 4;
/** `Sitzhöhe` is a height, `havsalt` no salt of a table of nutrients. */
const compounds: ReadonlySet<string> = new Set([
  ...["weight", "width", "height", "depth", "length", "diameter", "thickness", "heel height", "capacity", "load"],
  ...["battery life", "charging time", "burn time", "warranty", "shelf life", "delivery time", "range", "temperature"],
]);
/** First parts of compounds that mean the whole thing. */
const wholes: ReadonlySet<string> = new Set(
  "leicht eigen gesamt netto schwer max total maximal hersteller akku produkt artikel egen full".split(" "),
);

/**
 * The role that the words starting at `at` name.
 * @param words lower case
 * @returns also how many words name it; null when they name none
 */
export function roleAt(words: readonly string[], at: number, measured: Measured): (Role & { length: number }) | null {
  return phraseAt(words, at, measured) ?? roleOfWord(words[at] ?? "", measured);
}

/** As {@link roleAt}, of several words only: `battery life`. */
export function phraseAt(words: readonly string[], at: number, measured: Measured): (Role & { length: number }) | null {
  const { byWord, phraseStarts } = load();
  const longest = phraseStarts.get(words[at] ?? "") ?? 0;
  for (let length = Math.min(longest, words.length - at); length > 1; length--) {
    const row = pick(byWord.get(words.slice(at, at + length).join(" ")), measured);
    if (row) return { role: row.role, part: "", length };
  }
  return null;
}

type WordRole = (Role & { length: number }) | null;
/** The same few words come near the numbers of all texts. */
const ofWords = new Map<Measured, Map<string, WordRole>>();
const mostWords = 2_000;

function roleOfWord(word: string, measured: Measured): WordRole {
  let known = ofWords.get(measured);
  if (!known || known.size >= mostWords) {
    known = new Map();
    ofWords.set(measured, known);
  }
  const found = known.get(word);
  if (found !== undefined) return found;
  const role = findRole(word, measured);
  known.set(word, role);
  return role;
}

function findRole(word: string, measured: Measured): WordRole {
  const { byWord } = load();
  const row = pick(byWord.get(word), measured);
  if (row) return { role: row.role, part: "", length: 1 };
  for (let from = 2; from <= word.length - shortestEnd; from++) {
    const end = pick(byWord.get(word.slice(from)), measured);
    if (!end || !compounds.has(end.role)) continue;
    const part = word.slice(0, from);
    return { role: end.role, part: wholes.has(part) ? "" : part, length: 1 };
  }
  return null;
}

/** The role that words of Chinese, Japanese or Korean name anywhere in `text`; the last one, or the first one. */
export function gluedRole(text: string, measured: Measured, which: "first" | "last"): (Role & { at: number }) | null {
  if (!withoutSpaces.test(text)) return null;
  let best: (Role & { at: number; length: number }) | null = null;
  for (const [word, row] of load().glued) {
    if (!row.dimensions.includes(measured)) continue;
    const at = which === "first" ? text.indexOf(word) : text.lastIndexOf(word);
    if (at === -1) continue;
    const end = at + word.length;
    const bestEnd = best === null ? 0 : best.at + best.length;
    const isBetter =
      best === null ||
      (which === "first"
        ? at < best.at || (at === best.at && word.length > best.length)
        : end > bestEnd || (end === bestEnd && word.length > best.length));
    if (isBetter) best = { role: row.role, part: "", at, length: word.length };
  }
  return best;
}

function pick(rows: RoleRow[] | undefined, measured: Measured): RoleRow | undefined {
  return rows?.find(({ dimensions }) => dimensions.includes(measured));
}

function load(): Tables {
  tables ??= build();
  return tables;
}

function build(): Tables {
  const byWord = new Map<string, RoleRow[]>();
  const phraseStarts = new Map<string, number>();
  const glued: [string, RoleRow][] = [];
  for (const row of roleRows) {
    for (const word of row.words.split("|")) {
      if (withoutSpaces.test(word)) glued.push([word, row]);
      byWord.set(word, [...(byWord.get(word) ?? []), row]);
      const parts = word.split(" ");
      const [first = ""] = parts;
      if (parts.length > 1) phraseStarts.set(first, Math.max(phraseStarts.get(first) ?? 0, parts.length));
    }
  }
  return { byWord, phraseStarts, glued };
}
