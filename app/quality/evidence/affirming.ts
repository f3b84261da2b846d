import { type AffirmRow, affirmRows } from "../language/data/affirm-rows.ts";
import { patternOf } from "../language/word-pattern.ts";
import { wordSet } from "./content-words.ts";
import { languageOf } from "./sentences.ts";

/** Where a clause names something. */
interface NamedPlace {
  /** lower case, as the rest */
  before: string;
  /** the words of the name and those between them */
  name: string;
  behind: string;
}

/** What ends a clause, in any script. */
export const clauseEnd = /[,;:.!?。！？、，；：()（）–—\n]/u;
const spaceless = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;
/** A word of so many letters is known in a compound that begins with it. */
const shortestOfCompound = 7;
/** Names stand together but for so many other words. */
const mostBetween = 3;
const wordsBeside = 4;
const signsBeside = 8;
/** Longer than four words are. */
const charsBeside = 200;

/**
 * Where clauses of a sentence name something by all of the words, near one another, and what stands around them.
 * @param words lower case; of scripts without spaces, pairs of signs
 */
export function placesOf(sentence: string, words: readonly string[]): NamedPlace[] {
  const isOfSigns = words.some((word) => spaceless.test(word));
  return sentence
    .toLowerCase()
    .split(clauseEnd)
    .flatMap((clause) => {
      const span = isOfSigns ? spanOfSigns(clause, words) : spanOfWords(clause, words);
      return span ? [placeAt(clause, span)] : [];
    });
}

/** @param clause lower case */
export function placeAt(clause: string, { start, end }: Span): NamedPlace {
  return { before: clause.slice(0, start), name: clause.slice(start, end), behind: clause.slice(end) };
}

interface Span {
  start: number;
  end: number;
}

/** Hiragana stands between the signs of a name: IHにも対応 of IH対応. */
function spanOfSigns(clause: string, words: readonly string[]): Span | null {
  const at: number[] = [];
  let signs = "";
  for (const { 0: sign, index } of clause.matchAll(/[^\p{scx=Hira}]/gu)) {
    if (sign.length > 1) return null;
    signs += sign;
    at.push(index);
  }
  const places = words.map((word) => signs.indexOf(word));
  const first = Math.min(...places);
  const last = Math.max(...places) + 1;
  if (first < 0 || last - first > words.length + mostBetween) return spanOfLetters(clause, words);
  const [start, end] = [at[first], at[last]];
  return start === undefined || end === undefined ? null : { start, end: end + 1 };
}

/** A name of hiragana alone, or of one sign. */
function spanOfLetters(clause: string, words: readonly string[]): Span | null {
  const [only = ""] = words;
  const start = words.length === 1 ? clause.indexOf(only) : -1;
  return start < 0 ? null : { start, end: start + only.length };
}

function spanOfWords(clause: string, words: readonly string[]): Span | null {
  const names = wordSet(words);
  const open = new Set(words);
  let span = null as Span | null;
  let between = 0;
  for (const { 0: run, index } of clause.matchAll(/[\p{L}\p{M}]+(?:[’'][\p{L}\p{M}]+)*/gu)) {
    const isName =
      names.has(run) || words.some((word) => isIn(run, word) || (word.startsWith("ge") && isIn(run, word.slice(2))));
    if (!isName) {
      if (span) between++;
      continue;
    }
    if (lacking.test(run) && !words.some((word) => lacking.test(word))) return null;
    if (span && between > mostBetween) break;
    between = 0;
    const ofRun = wordSet([run]);
    for (const word of open) {
      if (ofRun.has(word) || isIn(run, word) || (word.startsWith("ge") && isIn(run, word.slice(2)))) open.delete(word);
    }
    span = { start: span?.start ?? index, end: index + run.length };
    if (open.size === 0) return span;
  }
  return null;
}

/** Endings that deny what they end: `zipless`, `reißverschlussfrei`, `vetoketjuton`, `cipzármentes`, `fermuarsız`. */
const lacking =
  /(?:less|free|fre[iy]e?[mnrs]?|los(?:e[mnrs]?)?|vrije?|lo(?:os|ze)|fri(?:tt|tt|a|e)?|l[öø]st?a?|t[oö]n|tt[oö]m(?:a|ä|an|än|at|ät)|mentes(?:en|ek)?|t[ae]l[ae]n|s[ıiuü]z(?:d[ıiuü]r|l[ıiuü]k)?)$/u;

function isIn(run: string, word: string): boolean {
  const isHangul = /^\p{scx=Hang}/u.test(word);
  return word.length >= (isHangul ? 2 : shortestOfCompound) && run.startsWith(word);
}

/** Words before which a clause goes on to tell of what it opened with. */
const goesOn =
  /^\s(?:with|for|in|of|from|on|mit|für|aus|in|im|am|von|avec|en|pour|de|à|con|para|per|di|da|met|voor|van|com|z|ze|do|na|för|av|med|til|i|til|från|fra|s|pro|za|v|na|с|для|на|в|из|от|з|με|για|από|yang|untuk|cu|pentru|din)(?![\p{L}\p{M}])/u;

/**
 * Whether words that affirm stand right before or behind what a clause names, or nothing but the name is said. False in languages
 * whose words are not known.
 * @param long the name is of several words and may open a clause: "Side zip for quick changes"
 * @param locale BCP-47
 */
export function affirmsThere(place: NamedPlace, locale: string, long: boolean): boolean {
  const words = wordsOf(locale);
  if (!words) return false;
  const { name } = place;
  // Of a long clause no more than is looked at: it may name the thing a thousand times.
  const [before, behind] = [place.before.slice(-charsBeside), place.behind.slice(0, charsBeside)];
  const { isUndivided } = words;
  const near = isUndivided
    ? { before: `${before.slice(-signsBeside)} ${name}`, behind: behind.slice(0, signsBeside) }
    : { before: `${lastWords(before)} ${name}`, behind: firstWords(behind) };
  if (words.before.test(near.before) || words.behind.test(near.behind)) return true;
  const opens = before.trim().split(/\s+/).length <= 1;
  return long && !isUndivided && opens && (behind.trim() === "" || goesOn.test(behind));
}

/** Whether words around tell of another thing than the product: what it is worn with or likened to, or whose place it takes. @param locale BCP-47 */
export function isAside({ before, behind }: NamedPlace, locale: string): boolean {
  return wordsOf(locale)?.aside.test(`${before} | ${behind}`) ?? false;
}

/** The same of words of a sentence, as far as their clause goes. */
export function isAsideAt(sentence: string, { start, end }: Span, locale: string): boolean {
  const lower = sentence.toLowerCase();
  const before = lower.slice(0, start).split(clauseEnd).at(-1) ?? "";
  const [behind = ""] = lower.slice(end).split(clauseEnd);
  return isAside({ before, name: "", behind }, locale);
}

function lastWords(text: string): string {
  return text.trim().split(/\s+/).slice(-wordsBeside).join(" ");
}

function firstWords(text: string): string {
  return text.trim().split(/\s+/).slice(0, wordsBeside).join(" ");
}

interface Words {
  before: RegExp;
  behind: RegExp;
  aside: RegExp;
  isUndivided: boolean;
}

/** Languages whose words are those of another one, and other codes of the same. */
const readAs: Readonly<Record<string, string>> = {
  no: "nb", nn: "nb", sr: "hr", bs: "hr", iw: "he", in: "id", ms: "id", gl: "pt", yue: "zh",
}; // biome-ignore format: a table
const known = new Map<string, Words | null>();

function wordsOf(locale: string): Words | null {
  const language = languageOf(locale);
  const made = known.get(language);
  if (made !== undefined) return made;
  const own = readAs[language] ?? language;
  const row = affirmRows[own];
  const fresh = row ? compiled(row, own) : null;
  known.set(language, fresh);
  return fresh;
}

const never = /(?!)/u;

function compiled(row: AffirmRow, language: string): Words {
  // Without the flag that makes a pattern keep its place.
  const pattern = (words: string) =>
    words === "" ? never : new RegExp(patternOf(words.split("|"), language).source, "iu");
  return {
    before: pattern(row.before),
    behind: pattern(row.behind),
    aside: pattern(row.aside),
    isUndivided: /^(?:ja|zh|th|ko)$/.test(language),
  };
}
