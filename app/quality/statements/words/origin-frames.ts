import type { Meaning } from "../../language/claim-lexicon.ts";
import { type Hit, isUndivided } from "../../language/word-trie.ts";
import type { OriginStatement } from "../statement.ts";
import { clauseEnds, gapAfter, isGroup, isRole, keyOf, type Scan, wordsBetween } from "./scan-words.ts";

export type Act = OriginStatement["act"];
const acts: ReadonlySet<string> = new Set<Act>(["made", "designed", "grown", "assembled", "woven"]);

/** How a place comes to be an origin, and the words that say so. */
export interface Frame {
  act: Act;
  start: number;
  end: number;
}

/** "aus" is no verb. */
const shortestVerb = 5;
/** Words between "made" and "in"; more where people or a workshop are between. */
const reachOfAct = 5;
const reachOverMakers = 9;
/** Words between "in" and the place. */
const reachOfPlace = 2;
/** Words between a place and the verb behind it. */
const reachBehind = 4;
const mostHits = 10;

/** Languages that say "in" and "from" by the ending of the place, or behind it. */
const endings: ReadonlySet<string> = new Set(["fi", "hu", "tr", "ja", "zh", "ko", "hi", "th", "he", "ar", "et"]);
/** Of these those that put the verb last. */
const verbLast: ReadonlySet<string> = new Set(["tr", "ja", "zh", "ko", "hi"]);
/** What tells in them that the place belongs to the verb: a particle, a workshop, or the verb itself. */
const particle =
  /^(?:(?:(?:[東西南北东]{1,2}|中央?)部|[동서남북]{1,2}부|중부)?(?:[県府都道市町村省区區州]|지역|시|도)?(?:で|にて|に|の|から|より|生まれ|手|本土|当地|當地|에서|의|산)|[\s]?(?:में|के|की|का|से|द्वारा)|['’]?[dt][ae](?:n|ki)?(?!\p{L})|\s?(?:'?n?[ıiuü]n)(?!\p{L}))/u;
/** "From" that is more often "of": "a printed map of London". */
const ofWords: ReadonlySet<string> = new Set(
  "of|von|vom|de|del|d'|du|des|do|da|dos|das|di|della|dei|delle|degli|dell'|van|av|af|od|от|від|της|του".split("|"),
);

export function actNamed(hit: Hit<Meaning> | undefined): Act {
  const key = keyOf(hit, "act");
  return acts.has(key) ? (key as Act) : "made";
}

export function isAct(hit: Hit<Meaning> | undefined): boolean {
  return isGroup(hit, "act") || keyOf(hit, "property") === "handmade";
}

/** `US made`, `イタリア製`: nothing or a space between them; a line or sentence that ends there parts them. */
export function isGlued(scan: Scan, hit: Hit<Meaning>, next: Hit<Meaning> | undefined): boolean {
  return next !== undefined && next.start - hit.end <= 1 && !clauseEnds(scan, hit.end, next.start);
}

/** `made in Italy`, `in Italien hergestellt`, `イタリア製`, `Herkunft: Italien`, `from a mill in Biella`, `Öl aus Kreta`. */
export function frameOfPlace(scan: Scan, i: number): Frame | null {
  const place = scan.hits[i];
  if (!place) return null;
  return (
    gluedBehind(scan, i) ??
    labelBefore(scan, i) ??
    sourceBefore(scan, i) ??
    verbBefore(scan, i) ??
    verbBehind(scan, i) ??
    makerFrame(scan, i, i) ??
    growthBefore(scan, i)
  );
}

/** `Italian leather`, `Swiss-made`, `cuir italien`, `by Portuguese artisans`; an Italian mood is none. */
export function frameOfNation(scan: Scan, i: number): Frame | null {
  const { hits } = scan;
  const [before, hit, next] = [hits[i - 1], hits[i], hits[i + 1]];
  if (!hit) return null;
  if (next && isGlued(scan, hit, next)) {
    if (isGroup(next, "material", "weak", "formed") || isRole(next, "raw"))
      return { act: "sourced", start: hit.start, end: next.end };
    if (isGroup(next, "act")) return { act: actNamed(next), start: hit.start, end: next.end };
  }
  if (before && adjectiveBehind.has(languageOf(scan)) && isGlued(scan, before, hit)) {
    if (isGroup(before, "material", "weak", "formed") || isRole(before, "raw"))
      return { act: "sourced", start: before.start, end: hit.end };
    if (isGroup(before, "act") && isNoun(scan, before))
      return { act: actNamed(before), start: before.start, end: hit.end };
  }
  const ahead = next && isRole(next, "maker") && isNear(scan, hit.end, next.start, 1) ? i + 1 : -1;
  const behind = before && isRole(before, "maker") && isNear(scan, before.end, hit.start, 0) ? i - 1 : -1;
  if (ahead < 0 && behind < 0) return null;
  const [from, to] = ahead >= 0 ? [i, ahead] : [behind, i];
  const span = { start: hits[from]?.start ?? hit.start, end: hits[to]?.end ?? hit.end };
  const frame = sourceBefore(scan, from) ?? verbBefore(scan, from, true) ?? verbBehind(scan, to, true);
  if (frame) return { act: frame.act, start: Math.min(frame.start, span.start), end: Math.max(frame.end, span.end) };
  return makerFrame(scan, from, to);
}

const adjectiveBehind: ReadonlySet<string> = new Set([
  "fr",
  "es",
  "it",
  "pt",
  "ca",
  "gl",
  "ro",
  "ar",
  "he",
  "vi",
  "id",
]);

function languageOf({ locale }: Scan): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? "";
}

/** "Fabrication portugaise": a noun of making, not "fabriqué". */
function isNoun({ lower }: Scan, hit: Hit<Meaning>): boolean {
  return /(?:tion|ción|ção|zione|ura|ie|icio|fabrico|confection|buatan|صناعة|صنع|ייצור|תוצרת)$/u.test(
    lower.slice(hit.start, hit.end),
  );
}

function isNear(scan: Scan, from: number, to: number, words: number): boolean {
  return (
    wordsBetween(scan, from, to) <= words && !clauseEnds(scan, from, to) && !/[,、，]/.test(scan.lower.slice(from, to))
  );
}

function gluedBehind(scan: Scan, i: number): Frame | null {
  const place = scan.hits[i];
  const next = scan.hits[i + 1];
  if (!place || !next) return null;
  const found = { start: place.start, end: next.end };
  if (isGlued(scan, place, next)) {
    // `京都産` is made or grown there.
    const isOpen = /^[産产產]/u.test(scan.lower.slice(next.start, next.end));
    if (isRole(next, "made_after")) return { ...found, act: isOpen ? "unspecified" : "made" };
    if (isRole(next, "comes_after", "grown_after")) return { ...found, act: "unspecified" };
  }
  const isBehind = isRole(next, "comes_after") && endings.has(languageOf(scan));
  return isBehind && isNear(scan, place.end, next.start, 2) ? { ...found, act: "unspecified" } : null;
}

function labelBefore({ hits, lower }: Scan, i: number): Frame | null {
  const [before, place] = [hits[i - 1], hits[i]];
  if (!before || !place || !isGroup(before, "label")) return null;
  if (!/^\s*[:：]\s*$/.test(lower.slice(before.end, place.start))) return null;
  const key = keyOf(before, "label");
  if (key !== "made" && key !== "origin") return null;
  return { act: key === "made" ? "made" : "unspecified", start: before.start, end: place.end };
}

/** The hits before a place, in its clause, with the words that are passed on the way. */
function* before(scan: Scan, i: number): Generator<{ hit: Hit<Meaning>; k: number; words: number; hasComma: boolean }> {
  let edge = scan.hits[i]?.start ?? 0;
  let words = 0;
  let hasComma = false;
  for (let k = i - 1; k >= 0 && k >= i - mostHits; k--) {
    const hit = scan.hits[k];
    if (!hit) return;
    const gap = gapAfter(scan, k, edge);
    if (gap.ends || isRole(hit, "elsewhere", "but")) return;
    words += gap.words;
    hasComma ||= gap.hasComma;
    yield { hit, k, words, hasComma };
    edge = hit.start;
  }
}

/** "Comes from a small mill in the Borders", `来自福建`. */
function sourceBefore(scan: Scan, i: number): Frame | null {
  const end = scan.hits[i]?.end ?? 0;
  let overMakers = false;
  for (const { hit, words, hasComma } of before(scan, i)) {
    if (words > (overMakers ? reachOverMakers : 3) || hasComma) return null;
    if (isRole(hit, "comes_from")) return { act: "unspecified", start: hit.start, end };
    if (isRole(hit, "maker")) overMakers = true;
  }
  return null;
}

/** @param isAnchored a preposition is not asked for */
function verbBefore(scan: Scan, i: number, isAnchored = false): Frame | null {
  const { hits, lower } = scan;
  const place = hits[i];
  const last = hits[i - 1];
  if (!place || !last || !isNear(scan, last.end, place.start, reachOfPlace)) return null;
  const preposition = isRole(last, "in", "made_of", "not", "offered", "from");
  const language = languageOf(scan);
  if (!preposition && !isAnchored && verbLast.has(language)) return null;
  if (!preposition && !isAnchored && !isAct(last) && !isRole(last, "maker") && !endings.has(language)) return null;
  const isOf = ofWords.has(lower.slice(last.start, last.end));
  let overMakers = false;
  let isIn = false;
  for (const { hit, words } of before(scan, i)) {
    if (words > (overMakers ? reachOverMakers : reachOfAct)) return null;
    if (isRole(hit, "maker") && !isAct(hit)) overMakers = true;
    if (isRole(hit, "in") && !ofWords.has(lower.slice(hit.start, hit.end))) isIn = true;
    if (isAct(hit)) {
      // "A printed map of London" was not printed there.
      if (isOf && !isAnchored && !overMakers && !isIn && words > 0) return null;
      return { act: actNamed(hit), start: hit.start, end: place.end };
    }
    // "Made with love in Portugal": the verb is part of "made with".
    if (isRole(hit, "made_of") && hit.end - hit.start > shortestVerb)
      return { act: "made", start: hit.start, end: place.end };
  }
  return null;
}

/** German and Dutch put the verb last, "in Portugal von Hand gefertigt"; languages of endings often do. */
function verbBehind(scan: Scan, i: number, isAnchored = false): Frame | null {
  const { hits } = scan;
  const place = hits[i];
  const last = hits[i - 1];
  if (!place) return null;
  const hasPreposition =
    last !== undefined &&
    isRole(last, "in", "made_of", "from") &&
    !ofWords.has(scan.lower.slice(last.start, last.end)) &&
    isNear(scan, last.end, place.start, reachOfPlace);
  const language = languageOf(scan);
  if (!hasPreposition && !isAnchored && !endings.has(language)) return null;
  if (!hasPreposition && !isAnchored && verbLast.has(language)) {
    const next = hits[i + 1];
    const isNext = next !== undefined && next.start - place.end <= 1 && (isAct(next) || isRole(next, "maker"));
    if (!isNext && !particle.test(scan.lower.slice(place.end, place.end + 8))) return null;
  }
  let words = 0;
  let overMakers = isAnchored;
  for (let k = i + 1; k < hits.length && k < i + mostHits; k++) {
    const hit = hits[k];
    if (!hit) return null;
    const gap = gapAfter(scan, k - 1, hit.start);
    if (gap.ends || gap.hasComma || isRole(hit, "elsewhere", "but")) return null;
    words += gap.words;
    if (words > (overMakers ? reachOverMakers : reachBehind)) return null;
    if (isAct(hit))
      return { act: actNamed(hit), start: hasPreposition ? (last?.start ?? place.start) : place.start, end: hit.end };
    if (isRole(hit, "maker")) overMakers = true;
  }
  return null;
}

/** "By artisans in Jaipur", "aus einer Manufaktur im Erzgebirge", "जयपुर के कारीगरों की देन"; what is shipped from there is not made there. */
function makerFrame(scan: Scan, first: number, last: number): Frame | null {
  const { hits } = scan;
  const end = hits[last]?.end ?? 0;
  let maker = first < last ? Math.min(hits[first]?.start ?? 0, hits[last]?.start ?? 0) : -1;
  for (const { hit, words, hasComma } of before(scan, first)) {
    if (hasComma || words > 4 || isGroup(hit, "term")) return null;
    if (maker < 0) {
      if (!isRole(hit, "maker")) continue;
      maker = hit.start;
      continue;
    }
    if (isRole(hit, "from") && wordsBetween(scan, hit.end, maker) <= reachOfPlace)
      return { act: "made", start: hit.start, end };
  }
  return null;
}

/** "Olives from Crete", "Ulje iz Slovenije", and a whole clause "From the Black Forest". */
function growthBefore(scan: Scan, i: number): Frame | null {
  const { hits, lower } = scan;
  const [thing, from, place] = [hits[i - 2], hits[i - 1], hits[i]];
  if (!from || !place || !isRole(from, "from", "comes_from") || !isNear(scan, from.end, place.start, 1)) return null;
  const word = lower.slice(from.start, from.end);
  const isThing =
    thing !== undefined &&
    (isRole(thing, "raw") || isGroup(thing, "material", "weak", "formed")) &&
    isNear(scan, thing.end, from.start, 0);
  if (isThing) return { act: "sourced", start: thing.start, end: place.end };
  if (ofWords.has(word) || word === "by" || word === "par" || word === "por" || word === "przez") return null;
  const opens = /(?:^|[.!?;:\n•|]\s*)$/u.test(lower.slice(Math.max(0, from.start - 3), from.start));
  const closes = /^\s*(?:$|[.!;\n|•])/u.test(lower.slice(place.end, place.end + 4));
  return opens && closes ? { act: "unspecified", start: from.start, end: place.end } : null;
}

/** True of scripts without spaces and capitals, and of names written as names. */
export function isWrittenAsName({ text, label, lower }: Scan, hit: Hit<Meaning>): boolean {
  if (label === "made" || label === "origin" || label === "designed") return true;
  const first = text[hit.start] ?? "";
  if (isUndivided(first.charCodeAt(0)) || first.toLowerCase() === first.toUpperCase()) return true;
  return text.slice(hit.start, hit.end) !== lower.slice(hit.start, hit.end);
}
