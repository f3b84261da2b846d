import { negationWords } from "../../language/negation-words.ts";
import type { MemberStatement } from "../statement.ts";
import { polarityOf } from "./polarity.ts";
import { clauseEnds, isGroup, isQuestion, isRole, keyOf, type Scan, wordsBetween } from "./scan-words.ts";

type MemberSet = MemberStatement["set"];
const sets: ReadonlySet<string> = new Set<MemberSet>(["color", "size", "scent", "flavor"]);
const separators = /\s{0,3}(?:[,;/|、，・\n]|\s(?:and|or|und|oder|et|ou|y|o|e|en|of|och|og|i|lub)\s)\s{0,3}/giu;
/** Longer values are sentences. */
const longestMember = 40;
/** Signs of a value that is a list. */
const longestList = 4_000;
/** Members that one "available in" names. */
const mostOffered = 30;

/** Colours, sizes, scents and flavours: values of such facts, and what a text says that a product comes in. */
export function membersIn(scan: Scan): MemberStatement[] {
  if (isSet(scan.label)) return valuesOf(scan, scan.label);
  return [...offeredColors(scan), ...offeredSizes(scan)].map((member) => lessSure(scan, member));
}

/** Where any word of the sentence denies or limits, nothing is surely on offer: "in XXL nicht erhältlich". */
function lessSure({ lower, locale }: Scan, member: MemberStatement): MemberStatement {
  if (member.polarity !== "affirmed") return member;
  const { start, end } = member.at;
  const before =
    lower
      .slice(Math.max(0, start - sentenceReach), start)
      .split(/[.!?\n。！？]/)
      .at(-1) ?? "";
  const after = lower.slice(end, end + sentenceReach).split(/[.!?\n。！？]/)[0] ?? "";
  const isLimited = negationWords(locale)?.negates(`${before} ${after}`) ?? true;
  return isLimited ? { ...member, polarity: "possible", offered: false } : member;
}

/** Signs on each side that are looked through for words that deny. */
const sentenceReach = 120;

function isSet(word: string): word is MemberSet {
  return sets.has(word);
}

/** Each value of a list, by its concept where a table knows it. */
function valuesOf(scan: Scan, set: MemberSet): MemberStatement[] {
  const text = scan.text.slice(0, longestList);
  const found: MemberStatement[] = [];
  let from = 0;
  let next = 0;
  for (const match of [...text.matchAll(separators), { index: text.length, 0: "" }]) {
    const value = text.slice(from, match.index);
    const start = from + value.length - value.trimStart().length;
    const end = from + value.trimEnd().length;
    from = match.index + match[0].length;
    if (end <= start || end - start > longestMember) continue;
    const colors: Scan["hits"][number][] = [];
    for (let hit = scan.hits[next]; hit && hit.start < end; hit = scan.hits[++next]) {
      if (set === "color" && isGroup(hit, "color") && hit.start >= start && hit.end <= end) colors.push(hit);
    }
    for (const color of colors)
      found.push(
        memberAt(scan, { set, member: keyOf(color, "color"), start: color.start, end: color.end, offered: true }),
      );
    const whole = colors.find((color) => color.start === start && color.end === end);
    if (!whole)
      found.push(
        memberAt(scan, { set, member: plainSize(scan.lower.slice(start, end), set), start, end, offered: true }),
      );
  }
  return found;
}

interface Member {
  set: MemberSet;
  member: string;
  start: number;
  end: number;
  offered: boolean;
}

function memberAt({ text }: Scan, { start, end, ...member }: Member): MemberStatement {
  return {
    kind: "member",
    ...member,
    polarity: "affirmed",
    provable: null,
    at: { start, end },
    quote: text.slice(start, end),
  };
}

/** Words between "available in" and the colours, and between two of them. */
const reach = 3;

function offeredColors(scan: Scan): MemberStatement[] {
  const { hits, lower } = scan;
  const found: MemberStatement[] = [];
  for (const [i, hit] of hits.entries()) {
    const isLabel = keyOf(hit, "label") === "color" && /^\s*[:：]/.test(lower.slice(hit.end, hit.end + 3));
    if (!isRole(hit, "offered") && !isLabel) continue;
    let edge = hit.end;
    for (let k = i + 1; k < hits.length && k <= i + mostOffered; k++) {
      const next = hits[k];
      if (isRole(next, "offered")) break;
      if (!next || (clauseEnds(scan, edge, next.start) && !isLabel)) break;
      // A bullet of its own: "Color: black, ecru", then "Clear design".
      if (lower.slice(edge, next.start).includes("\n")) break;
      if (wordsBetween(scan, edge, next.start) > reach) break;
      if (isRole(next, "but", "unlike", "unlike_strong") || isGroup(next, "material", "label")) break;
      if (isGroup(next, "color") && !isColorOfThing(scan, next)) {
        const polarity = polarityOf(scan, next, "property");
        if (polarity && !isQuestion(scan, next.end)) {
          const { start, end } = next;
          found.push({
            ...memberAt(scan, { set: "color", member: keyOf(next, "color"), start, end, offered: true }),
            polarity,
          });
        }
      }
      edge = next.end;
    }
  }
  found.push(...namedVariants(scan));
  const seen = new Set<number>();
  return found.filter(({ at }) => !seen.has(at.start) && seen.add(at.start));
}

const behindNoun = /^\s(?:(?:in|en|em|w|i|de|da)\s)?$|^[のなはが]?$/u;
const behindPreposition = /^\s(?:in|i)\s$/u;

/** "Version verte"; in Germanic languages "version in green", for "one stone" is no variant. */
function nounFirst(locale: string): RegExp {
  return /^(?:en|de|nl|sv|da|nb|no|nn)(?:-|$)/i.test(locale) ? behindPreposition : behindNoun;
}

/** "The emerald one", "die grüne Variante", "la versión en verde": one of those that are sold, by its colour. */
function namedVariants(scan: Scan): MemberStatement[] {
  const { hits, lower } = scan;
  const found: MemberStatement[] = [];
  for (const [i, hit] of hits.entries()) {
    if (!isGroup(hit, "color") || isColorOfThing(scan, hit) || isQuestion(scan, hit.end)) continue;
    const [before, after] = [hits[i - 1], hits[i + 1]];
    const isNamed =
      (isRole(after, "variant") &&
        lower[after?.end ?? 0] !== "-" &&
        /^[\sのな]{0,2}$/u.test(lower.slice(hit.end, after?.start))) ||
      (isRole(before, "variant") && nounFirst(scan.locale).test(lower.slice(before?.end, hit.start)));
    if (!isNamed) continue;
    const polarity = polarityOf(scan, hit, "property");
    const { start, end } = hit;
    if (polarity) {
      found.push({
        ...memberAt(scan, { set: "color", member: keyOf(hit, "color"), start, end, offered: true }),
        polarity,
      });
    }
  }
  return found;
}

/** "Rose scent", "cherry wood", "orange juice": the word before these is no colour of the product. */
const things =
  /^\s(?:scent|fragrance|aroma|wood|juice|tea|coffee|wine|flavou?r|oil|vibes|light|gold|tones?\sof|box|pouch|gift|packaging|band|cardboard|background)(?!\p{L})/u;

function isColorOfThing({ lower }: Scan, { start, end }: { start: number; end: number }): boolean {
  return things.test(lower.slice(end, end + 16)) || (end - start === 1 && inWord.test(lower.slice(end, end + 1)));
}

/** One sign for a colour before another is part of a word: 红枣, 白米. */
const inWord = /(?![色款版格系和與与或及])\p{Script=Han}/u;

const sizeList =
  /^\s*[:：]?\s*(?:from\s|von\s|de\s|da\s|van\s|od\s|från\s|fra\s)?((?:(?:[2-6]?x{1,4}[sl]|[2-6]xl|xx?s|[sml])(?![\p{L}\p{N}])(?:\s*(?:[,/&–-]|to|bis|and|und|à|et|a|y|e|o|t\/m|tot|en|do|i|till|til|och|og|or|oder)\s*)?){1,10})/iu;

const letterSize = /(?<![\p{L}\p{N}])(?:[2-6]?x{1,4}[sl]|[2-6]xl|xx?s|[sml])(?![\p{L}\p{N}])/giu;

/** "If you usually wear a size XL", "between sizes L and XL": sizes of whoever wears it. */
const ofWearer =
  /(?<!\p{L})(?:if|when|usually|normally|between|like|wenn|falls|sonst|normalerweise|üblicherweise|zwischen|wie|si|entre|comme|habituellement|normalement|normalmente|como|se|tra|come|di solito|als|tussen|normaal|zoals|jeśli|zwykle|między|om|mellan|brukar|hvis|mellem|normalt)(?!\p{L})[^.!?;\n]{0,60}$/u;

/** "Sizes S to XL", "available in XXL": each size that is named. */
function offeredSizes(scan: Scan): MemberStatement[] {
  const { hits, lower } = scan;
  const found: MemberStatement[] = [];
  const seen = new Set<number>();
  for (const hit of hits) {
    if (keyOf(hit, "label") !== "size" && !isRole(hit, "offered")) continue;
    const match = sizeList.exec(lower.slice(hit.end, hit.end + 60));
    if (!match?.[1]) continue;
    const from = hit.end + match[0].length - match[1].length;
    for (const size of match[1].matchAll(letterSize)) {
      // A small letter alone is a word of the language: "a", "o" … and "s" after an apostrophe.
      const start = from + size.index;
      const end = start + size[0].length;
      const written = scan.text.slice(start, end);
      if (written !== written.toUpperCase() || seen.has(start) || isQuestion(scan, end)) continue;
      seen.add(start);
      const offered = !ofWearer.test(lower.slice(Math.max(0, start - 80), start));
      const polarity = polarityOf(scan, { start: hit.start, end }, "property") ?? "possible";
      found.push({
        ...memberAt(scan, { set: "size", member: plainSize(size[0], "size"), start, end, offered }),
        polarity,
      });
    }
  }
  return found;
}

const sizeNames: Readonly<Record<string, string>> = {
  "extra small": "xs", "extra-small": "xs", small: "s", medium: "m", large: "l", "extra large": "xl", "extra-large": "xl", "2xl": "xxl", "3xl": "xxxl", "2xs": "xxs", klein: "s", mittel: "m", groß: "l", petit: "s", moyen: "m", grand: "l",
}; // biome-ignore format: a table

function plainSize(size: string, set: MemberSet): string {
  return set === "size" ? (sizeNames[size] ?? size) : size;
}
