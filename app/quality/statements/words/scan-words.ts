import { claimLexicon, type Group, labelLexicon, languagesFor, type Meaning } from "../../language/claim-lexicon.ts";
import { foldedText, type Hit, hitsIn, isThai, isUndivided, isWord } from "../../language/word-trie.ts";

export interface ScanOptions {
  /** BCP-47 */
  locale: string;
  /** what the text is the value of, e.g. `Material`: words of all languages count then */
  name?: string | undefined;
}

/** A text with the phrases that make or turn a statement, from left to right. */
export interface Scan {
  text: string;
  /** small letters, each in its place */
  lower: string;
  locale: string;
  /** of the fact whose value it is */
  name: string | undefined;
  hits: readonly Hit<Meaning>[];
  /** what kind of label the text has, e.g. `material`; "" without one */
  label: string;
  /** by hit: what is between it and the next one, once asked for */
  gaps: (Gap | undefined)[];
  /** where the last sentence that was asked for begins and ends, and whether it asks */
  sentence: { from: number; to: number; asks: boolean };
}

/** The words between two phrases. */
export interface Gap {
  words: number;
  /** what a negation reaches over: words, or signs in scripts without spaces */
  reach: number;
  /** a clause ends in it */
  ends: boolean;
  text: string;
  /** nothing, a comma, "or", "and" */
  isGlue: boolean;
  hasComma: boolean;
  /** "and", "with": what comes before may be about another thing */
  hasConjunction: boolean;
  /** "the", "your": another noun begins */
  hasDeterminer: boolean;
}

/** A text of so many phrases is no product's: all that is compared of it comes before. */
const mostHits = 2_000;

let last: { text: string; locale: string; name: string | undefined; scan: Scan } | undefined;

/** Finds all phrases in one pass; the last text's are kept, since several readers ask for the same. */
export function scanWords(text: string, { locale, name }: ScanOptions): Scan {
  if (last && last.text === text && last.locale === locale && last.name === name) return last.scan;
  const lower = foldedText(text);
  const isSame = lower.length === text.length;
  const hits = isSame ? hitsIn(claimLexicon(), lower, languagesFor(locale, name !== undefined), mostHits) : [];
  const scan: Scan = {
    text,
    lower,
    locale,
    name,
    hits,
    label: name === undefined ? "" : labelOf(name, locale),
    gaps: [],
    sentence: { from: 0, to: 0, asks: false },
  };
  last = { text, locale, name, scan };
  return scan;
}

const labels = new Map<string, string>();
const mostLabels = 5_000;

/** What kind of label a name is: `Country of origin` → `made`. "" for one that says nothing here. */
function labelOf(name: string, locale: string): string {
  const key = `${locale} ${name}`;
  const known = labels.get(key);
  if (known !== undefined) return known;
  const lower = foldedText(name)
    .replaceAll("_", " ")
    .replace(/\s*\([^()]*\)\s*$/u, "")
    .trim();
  const hits = hitsIn(labelLexicon(), lower, languagesFor(locale, true));
  const whole = hits.find((hit) => isGroup(hit, "label") && hit.start === 0 && hit.end === lower.length);
  const label = keyOf(whole ?? hits.findLast((hit) => isGroup(hit, "label")), "label") || madeBy(lower, locale);
  if (labels.size >= mostLabels) labels.clear();
  labels.set(key, label);
  return label;
}

/** `Handmade in`, `Tillverkad`: a name with a verb of an origin; "" for any other. */
function madeBy(lower: string, locale: string): string {
  for (const hit of hitsIn(claimLexicon(), lower, languagesFor(locale, true))) {
    const act = keyOf(hit, "act");
    if (act === "designed") return "designed";
    if (act === "grown") return "origin";
    if (act !== "" || (keyOf(hit, "property") === "handmade" && hit.end < lower.length)) return "made";
  }
  return "";
}

/** The words between two places, without signs. */
export function wordsBetween(scan: Scan, from: number, to: number): number {
  let words = 0;
  let inside = false;
  for (let i = from; i < to; i++) {
    const is = isWord(scan.lower.charCodeAt(i));
    if (is && !inside) words++;
    inside = is;
  }
  return words;
}

const clauseEnd = /[.!?;:\n()。！？；：।؟؛|•]|\s[–—-]\s/;

/** True when a clause ends between two places. */
export function clauseEnds(scan: Scan, from: number, to: number): boolean {
  return clauseEnd.test(scan.lower.slice(from, to));
}

export function isRole(hit: Hit<Meaning> | undefined, ...keys: string[]): boolean {
  return hit?.meanings.some(({ group, key }) => group === "role" && keys.includes(key)) ?? false;
}

/** The first hit that begins at this place or later. */
export function hitFrom(scan: Scan, at: number): number {
  let low = 0;
  let high = scan.hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scan.hits[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True when a hit is of one of the groups. */
export function isGroup(hit: Hit<Meaning> | undefined, ...groups: Group[]): boolean {
  return hit?.meanings.some(({ group }) => groups.includes(group)) ?? false;
}

/** What a hit means in the first of the groups that it is of; "" when it is of none. */
export function keyOf(hit: Hit<Meaning> | undefined, ...groups: Group[]): string {
  for (const group of groups) {
    const found = hit?.meanings.find((meaning) => meaning.group === group);
    if (found) return found.key;
  }
  return "";
}

/** How far a sentence is looked through for its end. */
const longestSentence = 300;

/** A question asserts nothing. @param end of what may be asked */
export function isQuestion({ lower, sentence }: Scan, end: number): boolean {
  if (end < sentence.from || end > sentence.to) {
    let to = end;
    while (to < lower.length && to - end < longestSentence && !sentenceEnds.has(lower.charCodeAt(to))) to++;
    sentence.from = end;
    sentence.to = to;
    sentence.asks = lower[to] === "?" || lower[to] === "？" || lower[to] === "؟";
  }
  return sentence.asks;
}

const sentenceEnds = new Set([...".!?\n。！？।؟"].map((sign) => sign.charCodeAt(0)));

const determiner =
  /(?:^|[\s,])(?:the|this|that|these|those|your|its|their|der|die|das|den|dem|des|diese\p{L}?|le|la|les|l'|ce|cette|ces|el|los|las|il|lo|gli|i|het|de|deze|o|os|as|ten|ta|te)(?:[\s,]|$)/u;
const conjunction =
  /(?:^|[\s,])(?:and|und|et|y|e|ed|en|och|og|i|oraz|z|ali|и|та|й|з|із|с|със|και|με|és|ve|ile|و|مع|&|\+|with|mit|avec|con|met|com|med)(?:\s|$)/u;
const glue =
  /^[\s,、，،/]{0,4}(?:and|or|nor|und|oder|noch|et|ou|ni|y|o|e|ed|né|en|of|noch|nem|i|lub|ani|och|eller|og|a|nebo|alebo|ali|ili|niti|и|или|ни|та|або|ні|нито|και|ή|ούτε|és|vagy|sem|ve|veya|و|أو|ولا|ו|או)?\s{0,3}$/u;

/** What is between a hit and a place behind it; kept where that is the next hit. */
export function gapAfter(scan: Scan, i: number, edge: number): Gap {
  const isNext = scan.hits[i + 1]?.start === edge;
  const known = isNext ? scan.gaps[i] : undefined;
  if (known) return known;
  const from = scan.hits[i]?.end ?? 0;
  const text = scan.lower.slice(from, edge);
  const isBlank = text === " ";
  const first = text.charCodeAt(0);
  const isDivided = !isUndivided(first);
  // A Thai word is longer than a Chinese one.
  const signsOfWord = isThai(first) ? 5 : 2;
  const words = isBlank ? 0 : isDivided ? wordsBetween(scan, from, edge) : Math.ceil(text.length / signsOfWord);
  const gap: Gap = {
    words,
    reach: isDivided || isThai(first) ? words : text.length,
    ends: !isBlank && clauseEnd.test(text),
    text,
    isGlue: isBlank || glue.test(text),
    hasComma: !isBlank && /[,、，،]/.test(text),
    hasConjunction: !isBlank && conjunction.test(text),
    hasDeterminer: !isBlank && determiner.test(text),
  };
  if (isNext) scan.gaps[i] = gap;
  return gap;
}
