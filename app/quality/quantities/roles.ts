import { wordsOf } from "../language/lexicon.ts";
import { materialsIn } from "../language/material-words.ts";
import { gluedRole, phraseAt, type Role, roleAt } from "./role-names.ts";
import type { Dimension } from "./unit.ts";

/** Where a quantity is, for the words that name its role. */
export interface Place {
  /** of the quantity with its unit */
  start: number;
  end: number;
  /** words before this place belong to another number */
  from: number;
  /** words from this place on belong to another number */
  to: number;
}

/** A role with the end of the words that named it. */
export interface PlacedRole extends Role {
  end: number;
  /** nothing but fillers stands between the words and the number */
  direct: boolean;
}

const word = /[\p{L}\p{M}⌀]+(?:['’.][\p{L}\p{M}]+)*/gu;
const clauseEnd = /[.!?;:\n,()•|·–—、，。；：]/u;
/** Behind it another phrase begins; a label goes on over its colon. */
const phraseEnd = /[.!?;\n,()•|·–—、，；。]/u;
const sentenceStart = /[.!?;\n•|。；]/gu;
const lookBehind = 60;
const lookAhead = 48;
const wordsBefore = 5;
const wordsAfter = 4;
/** Words between a number and the word of its role that say nothing themselves. */
const fillers: ReadonlySet<string> = new Set(
  "of is are was be in at to up the a an approx ca about only just von ist sind hat der die das dem den des im aus bei bis zu de du des le la les un une est l el los las es di lo del della è da do dos o é op van het een is av på är på z jest wynosi na til fra al au aux alla allo bis till do до tot até or oder".split(
    " ",
  ),
);
/** Behind these words something else begins: "72 % med havsalt". */
const breakers: ReadonlySet<string> = new Set(
  "and und y et och og oraz e with mit med con avec met com z и and plus or oder ou eller lub".split(" "),
);
/** Words before the word of a role that name no part of the thing. */
const noPart: ReadonlySet<string> = new Set(
  "the a an un una uno un' ein its it and or with has have of in is total overall max maximum min minimum net product item full about approx whole assembled der die das ein eine seine ihre und oder mit gesamt max maximale netto le la les un une son sa et ou avec el los las su con y o total il lo una e per het de een zijn en van met w z i o na med och og den det en ett sin deras av at to for from by your our this that these these".split(
    " ",
  ),
);

/** What the words around a quantity say that it measures: the nearest word of a role in the same clause. */
export function roleNear(text: string, place: Place, measured: Dimension | "count"): PlacedRole | null {
  const ahead = clauseAfter(text, place);
  const behind = clauseBefore(text, place);
  const after = roleAfter(ahead, place.end, measured);
  const before = roleBefore(behind, place.start, measured);
  // "Burns for 30 hours on end": what it does says more than that it goes on.
  if (after && before && (after.role === lasting) !== (before.role === lasting))
    return after.role === lasting ? before : after;
  if (after && before && after.distance === before.distance) return isLabel(text, behind, after.end) ? before : after;
  if (after && before) return after.distance < before.distance ? after : before;
  return after ?? before;
}

const lasting = "lasting";

/** `Protein 18 g Sugar 3 g`: a number follows the word behind as well, so each word belongs to the number after it. */
function isLabel(text: string, behind: string, end: number): boolean {
  return behind.trim() !== "" && /^[\s:]{1,3}\d/.test(text.slice(end, end + 4));
}

/** The role that the name of a fact says: the last one, as in `Battery life (hours)`. */
export function roleOfName(name: string, measured: Dimension | "count"): Role | null {
  const words = wordsIn(name.split(/[([]/)[0] ?? "").map(({ text }) => text);
  for (let i = 0; i < words.length; i++) {
    const role = roleAt(words, i, measured);
    if (!role) continue;
    // "Seat height" and "Länge Fahrer" name a part, before the role or behind it.
    const behind = words
      .slice(i + role.length, i + role.length + 2)
      .find((one) => !fillers.has(one) && !noPart.has(one));
    const part = role.part || partBefore(words, i, role.role) || (rolesOfParts.has(role.role) ? (behind ?? "") : "");
    return { role: role.role, part };
  }
  const glued = gluedRole(name, measured, "last");
  return glued && { role: glued.role, part: "" };
}

/** `share of cotton`: what a percentage is of; null when no material is near it. */
export function shareNear(text: string, place: Place): string | null {
  const ahead = wordsIn(clauseAfter(text, place)).slice(0, wordsAfter);
  for (const { text: one } of ahead) {
    const material = materialOf(one);
    if (material) return `share of ${material}`;
  }
  const behind = wordsIn(
    clauseBefore(text, place)
      .split(/[,、，(]/u)
      .at(-1) ?? "",
  )
    .slice(-2)
    .reverse();
  for (const { text: one } of behind) {
    const material = materialOf(one);
    if (material) return `share of ${material}`;
  }
  return null;
}

/** As {@link shareNear}, by the name of a fact: `Cotton`. */
export function shareOfName(name: string): string | null {
  const [material] = wordsIn(name)
    .map(({ text }) => materialOf(text))
    .filter((found) => found !== null);
  return material === undefined ? null : `share of ${material}`;
}

const materials = new Map<string, string | null>();
const mostMaterials = 2_000;

function materialOf(one: string): string | null {
  const known = materials.get(one);
  if (known !== undefined) return known;
  const [material] = materialsIn(wordsOf(one)).keys();
  if (materials.size >= mostMaterials) materials.clear();
  materials.set(one, material ?? null);
  return material ?? null;
}

type Distant = PlacedRole & { distance: number };

function roleAfter(ahead: string, at: number, measured: Dimension | "count"): Distant | null {
  const all = wordsIn(ahead);
  const words = all.map(({ text }) => text);
  let distance = 0;
  for (let i = 0; i < words.length && distance < wordsAfter; i++) {
    const role = roleAt(words, i, measured);
    if (role) {
      const last = all[i + role.length - 1];
      const part = role.part || (distance > 0 ? partBefore(words, i, role.role) : "");
      const end = at + (last ? last.at + last.text.length : 0);
      return { role: role.role, part, end, distance, direct: distance === 0 };
    }
    if (breakers.has(words[i] ?? "")) return null;
    if (!fillers.has(words[i] ?? "")) distance++;
  }
  const glued = gluedRole(ahead.slice(0, 8), measured, "first");
  return glued && glued.at <= 3
    ? { ...glued, end: at + glued.at + 1, distance: glued.at, direct: !phraseEnd.test(ahead.slice(0, glued.at)) }
    : null;
}

function roleBefore(behind: string, start: number, measured: Dimension | "count"): Distant | null {
  const all = wordsIn(behind);
  const words = all.map(({ text }) => text);
  const isDirect = (at: number, distance: number) => {
    const last = all[at];
    return distance === 0 && last !== undefined && !phraseEnd.test(behind.slice(last.at + last.text.length));
  };
  let distance = 0;
  let lasts: Distant | null = null;
  for (let i = words.length - 1; i >= 0 && distance < wordsBefore; i--) {
    let role = roleAt(words, i, measured);
    let first = i;
    // "battery life" is found from its first word.
    for (let back = 1; back <= 2 && i - back >= 0; back++) {
      const longer = phraseAt(words, i - back, measured);
      if (longer && longer.length > back) [role, first] = [longer, i - back];
    }
    if (role?.role === lasting) lasts ??= { role: lasting, part: "", end: start, distance, direct: distance === 0 };
    else if (role) {
      const part = role.part || partBefore(words, first, role.role);
      return { role: role.role, part, end: start, distance, direct: isDirect(i, distance) };
    }
    if (!fillers.has(words[i] ?? "")) distance++;
  }
  const glued = gluedRole(behind.slice(-14), measured, "last");
  return glued ? { ...glued, end: start, distance: 0, direct: !/[、，,]/u.test(behind.slice(-6)) } : lasts;
}

/** Languages in which the part follows. */
const partBehind = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const rolesOfParts: ReadonlySet<string> = new Set("width height depth length diameter thickness".split(" "));

/** The word before the word of a role names a part: `seat height`. */
function partBefore(words: readonly string[], at: number, role: string): string {
  if (!rolesOfParts.has(role)) return "";
  const before = words[at - 1];
  return before === undefined || noPart.has(before) || before.length < 3 || partBehind.test(before) ? "" : before;
}

function clauseAfter(text: string, { end, to }: Place): string {
  const ahead = text.slice(end, Math.min(to, end + lookAhead));
  const stop = clauseEnd.exec(ahead)?.index;
  return stop === undefined ? ahead : ahead.slice(0, stop);
}

/** From the start of the sentence; a label before a colon belongs to it. */
function clauseBefore(text: string, { start, from }: Place): string {
  const behind = text.slice(Math.max(from, start - lookBehind), start);
  let begin = 0;
  for (const stop of behind.matchAll(sentenceStart))
    if (!/^\.\S/.test(behind.slice(stop.index, stop.index + 2))) begin = stop.index + 1;
  return behind.slice(begin);
}

/** The words of content around a quantity, nearest first: what it may be the number of. */
export function wordsNear(text: string, place: Place): { before: string[]; after: string[] } {
  const behind = clauseBefore(text, place);
  const ahead = clauseAfter(text, place);
  const isContent = ({ text: one }: PlacedWord) => !fillers.has(one) && !breakers.has(one) && one.length > 1;
  const before = withoutSpaces.test(behind)
    ? chunksOf(behind.slice(-14))
    : wordsIn(behind)
        .filter(isContent)
        .map(({ text: one }) => one);
  const after = withoutSpaces.test(ahead)
    ? chunksOf(ahead.slice(0, 10))
    : wordsIn(ahead)
        .filter(isContent)
        .map(({ text: one }) => one);
  return { before: before.reverse().slice(0, wordsBefore), after: after.slice(0, wordsAfter) };
}

/** Words that only say that a number follows. */
const measuring: ReadonlySet<string> = new Set(
  "measures measuring weighs has have misst beträgt mesure mide misura meet mierzy mäter måler mede".split(" "),
);

/** The words of content directly before and behind a quantity, in the same phrase: no sign and no "and" or "with" between. */
export function wordsTouching(text: string, place: Place): string[] {
  const behind = clauseBefore(text, place).split(phraseEnd).at(-1) ?? "";
  const [ahead = ""] = clauseAfter(text, place).split(phraseEnd);
  // "Spelar i 24 timmar": behind no other number "i" is no "and".
  const words = contentOf(behind).filter((one) => one !== "i" || place.from > 0);
  const before = phraseFrom(words.toReversed()).slice(0, touchingBefore);
  return [...before, ...phraseFrom(contentOf(ahead)).slice(0, 1)];
}

/** One of them may be a verb. */
const touchingBefore = 2;

function contentOf(part: string): string[] {
  if (withoutSpaces.test(part)) return chunksOf(part);
  return wordsIn(part).flatMap(({ text: one }) => (fillers.has(one) || measuring.has(one) ? [] : [one]));
}

function phraseFrom(words: readonly string[]): readonly string[] {
  const end = words.findIndex((one) => breakers.has(one));
  return end === -1 ? words : words.slice(0, end);
}

/** The words of a fact's name. */
export function wordsOfName(name: string): string[] {
  return withoutSpaces.test(name)
    ? chunksOf(name)
    : wordsIn(name)
        .map(({ text }) => text)
        .filter((one) => !fillers.has(one) && one.length > 1);
}

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const chunk = /\p{Script=Han}+|[\p{Script=Katakana}ー]+|\p{Script=Hangul}+|[\p{Script=Thai}\p{M}]+/gu;

function chunksOf(text: string): string[] {
  return text.match(chunk) ?? [];
}

interface PlacedWord {
  text: string;
  at: number;
}

/** The clauses around one number are read for its role, its material and its noun. */
const lately = new Map<string, readonly PlacedWord[]>();
const mostLately = 32;

function wordsIn(text: string): readonly PlacedWord[] {
  const known = lately.get(text);
  if (known) return known;
  if (lately.size >= mostLately) lately.clear();
  const words = readWords(text);
  lately.set(text, words);
  return words;
}

function readWords(text: string): PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const match of text.matchAll(word)) {
    const lower = match[0].toLowerCase().replaceAll("’", "'");
    const elided = !lower.includes("'")
      ? undefined
      : /^(?:[dlsn]|un|qu|dell|all|nell|sull|dall)'(.+)$/.exec(lower)?.[1];
    words.push(
      elided === undefined
        ? { text: lower, at: match.index }
        : { text: elided, at: match.index + lower.length - elided.length },
    );
  }
  return words;
}
