import type { Meaning } from "../../language/claim-lexicon.ts";
import type { Hit } from "../../language/word-trie.ts";
import type { MaterialStatement, Polarity } from "../statement.ts";
import { isFreeWord, provableDenial } from "./contents.ts";
import { madeBehind } from "./made-frames.ts";
import { polarityOf } from "./polarity.ts";
import { isPressedFrom } from "./pressed-from.ts";
import { gapAfter, isGroup, isQuestion, isRole, keyOf, type Scan, wordsBetween } from "./scan-words.ts";

type Form = NonNullable<MaterialStatement["form"]>;
const forms: ReadonlySet<string> = new Set<Form>(["solid", "plated", "imitation", "veneer", "filled"]);

/** Words between "made of" and the material, between a comparison and what it compares with. */
const reachOfMadeOf = 4;
const reachOfUnlike = 3;
const percentBefore =
  /(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?(?:[%％٪]|percent|per cent|prozent|pour cent|por ciento|per cento|procent|por cento|proc\.)\s?(?:-\s?)?(?:[^\s,;/+.\d]{1,24}\s+){0,2}$/u;
const percentAfter = /^\s?[:：(]?\s?(\d{1,3}(?:[.,]\d{1,2})?)\s?[%％]/u;
const karat = /(?:\d{1,2}\s?(?:k|kt|ct|karat|carat|quilates|carati|karaats)|\d{3}(?:er)?)[\s-]?$/u;

/** What a text says that a product is made of, with form and share. Comparisons, what it is worn with and idioms are none. */
export function materialsIn(scan: Scan): MaterialStatement[] {
  const found: MaterialStatement[] = [];
  const { hits, text } = scan;
  let taken = 0;
  for (const [i, hit] of hits.entries()) {
    if (!isGroup(hit, "material", "weak", "formed") || isFreeWord(scan, hit)) continue;
    const [material = "", ofPhrase = ""] = splitForm(hit);
    if (isPressedFrom(scan, material, hit)) continue;
    const share = percentOf(scan, hit, taken);
    const { from } = share;
    taken = share.to;
    const near = formBeside(scan, i);
    // "Filled with down" is no form of the down; gold-filled is one of gold.
    const beside = near.form === "filled" && !precious.has(material) ? null : near.form;
    const form = isForm(ofPhrase) ? ofPhrase : beside;
    const madeOf = madeOfBefore(scan, i) ?? (isMadeBehind(scan, hit) ? "part" : null);
    const percent = share.percent ?? (madeOf !== null && isPure(scan, i) ? 100 : null);
    const isLabelled = scan.label === "material";
    const isStrong =
      isGroup(hit, "material", "formed") || form !== null || percent !== null || madeOf !== null || isLabelled;
    if (isEndingOfWord(scan, hit)) continue;
    if (!isStrong && !isKarat(scan, hit) && !isAfterProperty(scan, i)) continue;
    if (isQuestion(scan, hit.end) || isPartOfWord(scan, hit)) continue;
    if (!isLabelled && percent === null && (isStyled(scan, hit.start) || (madeOf === null && isCompared(scan, i))))
      continue;
    const polarity = scan.label === "free_from" ? "denied" : polarityOf(scan, hit, "content");
    if (polarity === null) continue;
    const start = Math.min(from, near.start);
    const end = Math.max(near.end, freeEnd(scan, i));
    found.push({
      kind: "material",
      material,
      form,
      percent,
      whole: isLabelled || percent === 100 || madeOf === "whole",
      polarity,
      provable: provableOf(material, polarity),
      at: { start, end },
      quote: text.slice(start, end),
    });
  }
  return found;
}

function isMadeBehind({ lower, locale }: Scan, { start, end }: Hit<Meaning>): boolean {
  return madeBehind(lower.slice(start, end), lower.slice(end, end + 40), locale) > 0;
}

/** One sign of Hangul behind another is an ending more often than a material: 손은, 하면. */
function isEndingOfWord({ lower }: Scan, { start, end }: Hit<Meaning>): boolean {
  return end - start === 1 && /^\p{scx=Hang}{2}$/u.test(lower.slice(Math.max(0, start - 1), end));
}

function provableOf(material: string, polarity: Polarity): MaterialStatement["provable"] {
  return polarity === "denied" ? provableDenial(material) : null;
}

function splitForm(hit: Hit<Meaning>): [string, string] {
  const formed = keyOf(hit, "formed");
  if (formed === "") return [keyOf(hit, "material", "weak"), ""];
  const at = formed.lastIndexOf(" ");
  return [formed.slice(0, at), formed.slice(at + 1)];
}

function isForm(word: string): word is Form {
  return forms.has(word);
}

const precious: ReadonlySet<string> = new Set(["gold", "silver", "sterling silver"]);
const pureWord = /(?:^|\s)(?:pure|pur|pura|puro|reine[mrs]?|rein|reines|puur|ren|rent|czyst\p{L}{1,3})$/u;

/** "Made of pure wool": nothing else is in it. */
function isPure({ hits, lower }: Scan, i: number): boolean {
  const before = hits[i - 1];
  return isRole(before, "made_of") && pureWord.test(lower.slice(before?.start ?? 0, before?.end ?? 0));
}

/**
 * `95 % organic cotton`, `cotton 95 %`. @param taken where the share of the material before ends: `wool 90% cashmere 10%`
 * @returns where the words begin, and where a share behind the material ends
 */
function percentOf(
  { lower }: Scan,
  { start, end }: Hit<Meaning>,
  taken: number,
): { percent: number | null; from: number; to: number } {
  const before = percentBefore.exec(lower.slice(Math.max(taken, start - 60), start));
  if (before) return { percent: numberOf(before[1]), from: start - before[0].length, to: 0 };
  const after = percentAfter.exec(lower.slice(end, end + 14));
  return { percent: after ? numberOf(after[1]) : null, from: start, to: after ? end + after[0].length : 0 };
}

/** A sentence that begins so speaks of what is worn, laid or set with the product. */
const styling =
  /^[\s"'«„“•*–-]*(?:dazu|avec (?:un|une|des)|con (?:un|una|unos|unas)|mit (?:einem|einer)|with (?:a|your)|pair|style|team|wear|layer|match|combin|kombin|looks? (?:right|good|great|lovely|best)|porté|associe|met een|med en|med et|z (?:białą|lnian)|ein \p{L}+ aus|une? caresse|au-dessus|sopra|over a|above|next to|neben|ground a|sur un)(?!\p{L}*:)/u;

function isStyled({ lower }: Scan, at: number): boolean {
  const before = lower.slice(Math.max(0, at - 90), at);
  const from = Math.max(...[".", "!", "?", "\n", ":", ";", "。"].map((sign) => before.lastIndexOf(sign))) + 1;
  return (from > 0 || at <= 90) && styling.test(before.slice(from));
}

function numberOf(digits: string | undefined): number {
  return Number((digits ?? "").replace(",", "."));
}

/** Words of form that follow their material: "leather look", but neither "a look at linen" nor the steel of "gold-toned steel". */
const formBehind = /^(?:look|effect|toned|optik|nachbildung|調)$/u;

/** A word of form right beside the material: `solid oak`, `Eiche massiv`, `oak veneer`. */
function formBeside(scan: Scan, i: number): { form: Form | null; start: number; end: number } {
  const hit = scan.hits[i];
  const none = { form: null, start: hit?.start ?? 0, end: hit?.end ?? 0 };
  if (!hit) return none;
  for (const step of [-1, 1]) {
    const other = scan.hits[i + step];
    const form = keyOf(other, "form");
    if (!other || !isForm(form)) continue;
    const [from, to] = step < 0 ? [other.end, hit.start] : [hit.end, other.start];
    const between = scan.lower.slice(from, to);
    // Behind the material only right behind: "oak, real wood".
    if (/[,;.]/.test(between) || wordsBetween(scan, from, to) > (step < 0 ? 1 : 0)) continue;
    if (step < 0 && formBehind.test(scan.lower.slice(other.start, other.end))) continue;
    return {
      form,
      start: Math.min(hit.start, other.start),
      end: Math.max(hit.end, other.end),
    };
  }
  return none;
}

/** Words that name the whole product where a sentence begins: "It is made of", "This bag is made from". */
const wholeSubject =
  /^[\s"'«»„“*•–-]*(?:(?:it|this|these|they|he|she|we|our|the|is|are|was|been|100\s?%|completely|entirely|fully|made|all|er|sie|es|wir|ist|sind|wird|komplett|vollständig|ganz|elle|il|ils|elles|est|sont|ce|está|es|son|è|sono|het|is|zijn|hij|é|são|jest|są|den|det|er|är|de|on|ona|ono|oni|ten|ta|to|tento|táto|toto|je|jsou|sú|su|so|е|са|он|она|оно|они|это|він|вона|воно|вони|це|той|тя|те|това|είναι|αυτό|ez|bu|је|су|הוא|היא|זה|זו|הם|הן|هو|هي|هذا|هذه|(?:wykonan|zrobion|uszyt|vyroben|ušit|sešit|upleten|vyrobený|vyroben|zhotoven|izrađen|napravljen|sašiven|izdelan|narejen|сделан|изготовлен|сшит|связан|зроблен|виготовлен|пошит|изработен|направен|направљен|израђен|ушит|κατασκευασμέν|φτιαγμέν|ραμμέν|עשוי|עשוים|مصنوع)\p{L}{0,4})[\s,]+){0,4}$/u;

/** "made of" before a material: `whole` where nothing but the product can be meant. */
function madeOfBefore(scan: Scan, i: number): "whole" | "part" | null {
  const { hits, lower } = scan;
  const hit = hits[i];
  let edge = hit?.start ?? 0;
  let words = 0;
  for (let k = i - 1; k >= 0 && k > i - 8; k--) {
    const other = hits[k];
    if (!other) return null;
    const gap = gapAfter(scan, k, edge);
    if (gap.ends) return null;
    words += gap.words;
    if (words > reachOfMadeOf) return null;
    if (isRole(other, "made_of")) return isWhole(lower, other.start) ? "whole" : "part";
    if (isRole(other, "unlike", "but", "not", "without")) return null;
    edge = other.start;
  }
  return null;
}

function isWhole(lower: string, at: number): boolean {
  const before = lower.slice(Math.max(0, at - 60), at);
  const sentence = before.slice(
    Math.max(...[".", "!", "?", "\n", ":", ";"].map((sign) => before.lastIndexOf(sign))) + 1,
  );
  return (at <= 60 || sentence.length < before.length) && wholeSubject.test(sentence);
}

function isKarat({ lower }: Scan, { start }: Hit<Meaning>): boolean {
  return karat.test(lower.slice(Math.max(0, start - 14), start));
}

/** `recycled glass`, `organic down`. */
function isAfterProperty(scan: Scan, i: number): boolean {
  const [before, hit] = [scan.hits[i - 1], scan.hits[i]];
  return before !== undefined && hit !== undefined && isGroup(before, "property") && hit.start - before.end <= 1;
}

/** What may follow a material and a hyphen without making another word of it: `cotton-blend`, but not `silk-soft`. */
const sameMaterial =
  /^[-‐‑](?:free|plated|coated|veneer|veneered|filled|look|effect|tone|toned|optik|dekor|furnier|blend|lined|mix|based|covered|made|clad|trim|trimmed|rich|bound|wrapped|topped|frei|mischung|mix|futter|bezug|hemd|griff|rahmen|stoff|gewebe|polyester|acryl|baumwolle|elasthan|leinen|viskose|cotton|linen|wool|nylon|vrij|fri)/u;
const latinHyphen = /^[-‐‑][\p{L}]/u;

function isPartOfWord({ lower }: Scan, { end }: Hit<Meaning>): boolean {
  const after = lower.slice(end, end + 14);
  return latinHyphen.test(after) && !sameMaterial.test(after);
}

/** After "like", "than", "instead of", "pair with" it is another thing's material. */
function isCompared(scan: Scan, i: number): boolean {
  const { hits } = scan;
  let edge = hits[i]?.start ?? 0;
  let words = 0;
  for (let k = i - 1; k >= 0 && k > i - 8; k--) {
    const other = hits[k];
    if (!other) return false;
    const gap = gapAfter(scan, k, edge);
    if (gap.ends) return false;
    words += gap.words;
    if (words > reachOfUnlike) return false;
    if (isRole(other, "unlike", "unlike_strong")) return true;
    if (isRole(other, "made_of", "offered")) return false;
    edge = other.start;
  }
  return afterCompared(scan, i);
}

/** In Japanese and Korean the comparison follows: シルクのような. */
function afterCompared(scan: Scan, i: number): boolean {
  const [hit, next] = [scan.hits[i], scan.hits[i + 1]];
  return hit !== undefined && isRole(next, "unlike_after") && (next?.start ?? 0) - hit.end <= 2;
}

function freeEnd({ hits }: Scan, i: number): number {
  const end = hits[i]?.end ?? 0;
  const next = hits[i + 1];
  return next && isRole(next, "free") && next.start - end <= 1 ? next.end : end;
}
