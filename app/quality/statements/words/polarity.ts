import type { Polarity, Span } from "../statement.ts";
import { gapAfter, hitFrom, isGroup, isRole, type Scan, scanWords } from "./scan-words.ts";

/**
 * How a statement at a place is meant. `property`: "not", "kein", "pas" must be close; `content`: "without", "frei von" reach over a
 * list. null: a negation is near, and whether it is about this cannot be told.
 */
export function polarityOf(scan: Scan, { start, end }: Span, scope: "property" | "content"): Polarity | null {
  const before = beforeOf(scan, start, scope);
  if (before === null) return null;
  const after = afterOf(scan, end);
  if (before === "denied" && after === "denied") return isNotBefore(scan, start) ? "possible" : "denied";
  if (after === "denied") return "denied";
  return after === "possible" && before === "affirmed" ? "possible" : before;
}

/**
 * How the words at a place of a text are meant: "not 12 kg", "ohne 12-V-Adapter". In doubt `possible`, which supports nothing.
 * @param locale BCP-47
 */
export function polarityAt(text: string, span: Span, locale: string): Polarity {
  return polarityOf(scanWords(text, { locale }), span, "property") ?? "possible";
}

/**
 * Whether the last word of lack before a place has a noun of its own, as in "without ice for 12 hours", so that the words at the
 * place are not what is lacking. "Without a 12 V charger" and "without more than 5 g" lack them.
 * @param locale BCP-47
 */
export function hasLackOfOther(text: string, { start }: Span, locale: string): boolean {
  const scan = scanWords(text, { locale });
  for (let i = hitFrom(scan, start) - 1; i >= 0; i--) {
    const hit = scan.hits[i];
    if (!hit || start - hit.end > mostChars) return false;
    if (isRole(hit, "not")) return false;
    if (!isRole(hit, "without", "free_of")) continue;
    const words = scan.lower.slice(hit.end, start).match(wordsOfGap) ?? [];
    return words.some((word) => !small.has(word)) && !ofBefore.test(scan.lower.slice(hit.end, start));
  }
  return false;
}

const wordsOfGap = /[\p{L}\p{M}]{2,}/gu;
const small: ReadonlySet<string> = new Set(
  "the an any its your more less than over the den dem der die das ein eine einen einem mehr als un une le la les des du plus de que el los las más di il lo gli più een het meer dan over um uma mais ett en mer än end mere zadnych żadnych więcej niż".split(
    " ",
  ),
);
/** What is of such a size is what is lacking: "ohne Netzteil mit 12 V". */
const ofBefore = /(?<!\p{L})(?:of|with|von|mit|de|avec|con|di|da|van|met|av|af|med|z|ze|o|com|от|из|с)\s+$/u;

/** Words between a negation and what it surely denies. */
const surelyDenied = { property: 1, content: 3 };
/** Words up to which a negation may be meant. */
const maybeDenied = 4;
const mostHits = 24;
const mostChars = 160;

/** "Sans gluten ni sucre": the list goes on. */
const neitherNor: ReadonlySet<string> = new Set([
  "ni",
  "nor",
  "noch",
  "né",
  "nem",
  "ani",
  "eller",
  "niti",
  "ни",
  "ні",
  "нито",
  "ούτε",
  "sem",
  "ولا",
]);

function beforeOf(scan: Scan, start: number, scope: "property" | "content"): Polarity | null {
  const { lower, hits } = scan;
  if (/(?<![\d.,])0\s?[%％]\s?(?:\p{L}{1,12}\s)?$/u.test(lower.slice(Math.max(0, start - 20), start))) return "denied";
  let edge = start;
  let words = 0;
  let comma = false;
  let doubtful = false;
  let hasNoun = false;
  const first = hitFrom(scan, start) - 1;
  for (let i = first; i >= 0 && i > first - mostHits; i--) {
    const hit = hits[i];
    if (!hit || start - hit.end > mostChars) break;
    if (hit.end > edge) continue;
    const gap = gapAfter(scan, i, edge);
    if (gap.ends || isRole(hit, "but", "no_negation", "nothing", "not_after")) break;
    if (gap.hasConjunction && scope === "property") break;
    if (gap.hasComma) comma = true;
    if (!gap.isGlue) words += gap.reach;
    if (isRole(hit, "maybe")) return words <= maybeDenied + 2 ? "possible" : "affirmed";
    const isFree = isRole(hit, "without", "free_of");
    if (scope === "content" && !isFree && neitherNor.has(lower.slice(hit.start, hit.end))) {
      edge = hit.start;
      continue;
    }
    if (isFree || isRole(hit, "not")) {
      if (comma && !(isFree && scope === "content")) break;
      // "Sans alcool pour peaux sensibles": the alcohol is lacking. Who makes leather in Italy may lack that leather alone.
      if (scope === "property" && isFree && hasNoun) return isGroup(hits[first + 1], "property") ? "affirmed" : null;
      // "Without sleeves in organic cotton": the cotton is there.
      if (scope === "content" && isFree && words > 0 && isOfAnother(scan, i, first + 1)) return null;
      if (gap.hasDeterminer || (gap.hasConjunction && !isFree)) doubtful = true;
      // "Not" before a content rarely says that it is not in it: "if you do not like nuts".
      if (scope === "content" && !isFree) return words <= maybeDenied ? null : "affirmed";
      if (!doubtful && words <= surelyDenied[scope]) return deniedBy(scan, i);
      return words <= maybeDenied ? null : "affirmed";
    }
    edge = hit.start;
    if (isGroup(hit, "substance", "material", "weak", "formed")) hasNoun = true;
    // A list of contents goes on; other phrases count as words on the way.
    if (scope === "content" && isGroup(hit, "substance", "material", "weak")) {
      if (!gap.isGlue) words = Math.max(words, 1);
      continue;
    }
    words += 1;
    if (words > maybeDenied + 2) break;
  }
  return "affirmed";
}

/** Right before a material stands what it is the material of: "without sleeves of cotton". "Without traces of latex" denies it. */
function isOfAnother(scan: Scan, without: number, at: number): boolean {
  const { hits } = scan;
  const [before, hit] = [hits[at - 1], hits[at]];
  if (!before || !hit || at - 1 <= without || isGroup(hit, "substance") || !isGroup(hit, "material", "weak", "formed"))
    return false;
  return isRole(before, "in", "made_of") && hit.start - before.end <= 2;
}

/** "Not gluten-free"; in "without gluten and BPA-free" the list goes on. */
function isNotBefore(scan: Scan, start: number): boolean {
  const hit = scan.hits[hitFrom(scan, start) - 1];
  return hit !== undefined && isRole(hit, "not") && !isRole(hit, "without") && start - hit.end <= 1;
}

/** "It is not true that it is not waterproof" is nobody's sentence; "not without sugar" is. */
function deniedBy(scan: Scan, index: number): Polarity {
  const hit = scan.hits[index];
  const before = scan.hits[index - 1];
  const twice =
    before !== undefined &&
    hit !== undefined &&
    isRole(before, "not") &&
    hit.start - before.end <= 1 &&
    !isRole(hit, "not");
  return twice ? "possible" : "denied";
}

/** How far a negation may come after what it denies, in signs of scripts without spaces. */
const reachAfter = 6;

function afterOf(scan: Scan, end: number): Polarity {
  const { lower, hits } = scan;
  for (let i = hitFrom(scan, end); i < hits.length; i++) {
    const hit = hits[i];
    if (!hit || hit.start - end > reachAfter) break;
    const between = lower.slice(end, hit.start);
    if (isRole(hit, "free") && /^[\s\u00a0-]?$/.test(between)) return "denied";
    if (isRole(hit, "not_after") && !/[.。!！?？;；\n、，,]/.test(between)) return "denied";
    if (isRole(hit, "maybe_after") && !/[.。!！?？;；\n]/.test(between)) return "possible";
  }
  if (/^\s(?:ist|sind|is|are|wird|werden)\s(?:\p{L}+\s)?(?:nicht|not|niet)(?!\p{L})/u.test(lower.slice(end, end + 30)))
    return "denied";
  return "affirmed";
}
