import type { FoundNumber } from "./found-number.ts";
import { applySigns, rangeSign } from "./signs-before.ts";
import { type Dimension, inBase, type Unit } from "./unit.ts";

const chainSign =
  /^\s?(?:[x×✕*·]|by|bij|на|mal|sur|gånger|gange|ganger|par|por|per|på|op|na|auf|乘)\s?(?:ca\.?\s?)?\(?[\p{L}⌀]{0,2}\)?[.:]?\s?$/iu;
const openRange =
  /(?:between|zwischen|entre|tra|fra|tussen|między|mellan|mellem|mellom|from|von|de|da|van|od|från|от|mezi)\s+(?:[+-])?$/iu;
/** What "and" joins to a range: "de 250 g y 1 kg" are two. */
const openAnd = /(?:between|zwischen|entre|tra|fra|tussen|między|mellan|mellem|mellom|mezi)\s+(?:[+-])?$/iu;
const andWords = /^\s?(?:and|und|et|y|e|i|och|og|en)\s?$/iu;

/** Joins sizes (`30 × 40 cm`), multiples (`4 × 250 ml`) and ranges (`2–3 kg`), and hands units on to the numbers before. */
export function linkNumbers(text: string, found: FoundNumber[]): FoundNumber[] {
  applySigns(text, found);
  const kept: FoundNumber[] = [];
  for (let i = 0; i < found.length; ) {
    let last = i;
    while (last + 1 < found.length && isChained(text, found[last], found[last + 1])) last++;
    const members = found.slice(i, last + 1);
    kept.push(...(members.length > 1 ? chained(members) : members));
    i = last + 1;
  }
  const joined = joinRanges(text, kept);
  shareUnits(text, joined);
  repeatUnits(text, joined);
  return joined;
}

const listSign =
  /^\s?(?:,|\/|&|、|[·+]|und|oder|and|or|et|ou|y|o|e|och|eller|og|en|of|lub|oraz|и|или|a|nebo|ja|ile|ve|až|do|és|și|και|έως|і|та|до|to|bis|til|till|तक|से|और|và|đến|และ|ถึง|或|和|と|または|から)\s?$/iu;

/** In "5, 10 og 20 liter" the unit of the last number may hold for those before it. */
function shareUnits(text: string, found: FoundNumber[]): void {
  for (let i = found.length - 2; i >= 0; i--) {
    const one = found[i];
    const next = found[i + 1];
    if (!one || !next || one.code !== undefined || next.code !== undefined || one.hasUnit || one.chain || one.to)
      continue;
    if (one.units.length !== 1 || one.units[0] !== null || next.times !== undefined) continue;
    const shared = next.units.filter((unit) => unit !== null);
    if (shared.length === 0 || next.start - one.end > 6 || !listSign.test(text.slice(one.end, next.start))) continue;
    one.units = [...shared, null];
    one.label = next.label;
  }
}

const andAgain = /^[^.;:\n\d]{0,25}(?:,|\s(?:and|or|und|oder|et|ou|y|o|e|och|eller|og|en|of))\s$/iu;
const withOrNot =
  /^\s(?:with(?:out)?|mit|ohne|avec|sans|con|sin|senza|com|sem|met|zonder|med|uden|uten|utan)(?![\p{L}\p{M}])/iu;

/** In "38 hours with it and 55 without" the unit of the first number may hold for the second. */
function repeatUnits(text: string, found: FoundNumber[]): void {
  for (let i = 1; i < found.length; i++) {
    const [one, next] = [found[i - 1], found[i]];
    if (!one?.hasUnit || !next || one.code !== undefined || next.code !== undefined || next.chain || next.to) continue;
    if (next.units.length !== 1 || next.units[0] !== null || next.start - one.end > 32) continue;
    if (!andAgain.test(text.slice(one.end, next.start)) || !withOrNot.test(text.slice(next.end, next.end + 12)))
      continue;
    next.units = [...one.units.filter((unit) => unit !== null), null];
  }
}

function isChained(text: string, one: FoundNumber | undefined, next: FoundNumber | undefined): boolean {
  if (!one || !next || one.code !== undefined || next.code !== undefined || one.spelled || next.spelled) return false;
  const between = text.slice(one.end, next.start);
  if (between.length > 12 || !chainSign.test(between.replace(/^\s?\(?[WDHLBTPwdhlbtp]\)?(?=\s?[x×✕*])/u, "")))
    return false;
  const isSign = /[x×✕*·]/iu.test(between);
  return isSign || (one.hasUnit && next.hasUnit) || next.hasUnit;
}

function chained(members: FoundNumber[]): FoundNumber[] {
  const [first] = members;
  const last = members.at(-1);
  if (!first || !last) return members;
  const shared = last.units.filter((unit) => unit !== null);
  const chainText = members.map(({ values }) => values.at(-1)).join("x");
  const hasUnits = members.some(({ hasUnit }) => hasUnit);
  // 1920x1080 is compared as a whole.
  if (!hasUnits && shared.length === 0 && members.some(({ label }) => label === null)) {
    return [{ ...first, end: last.end, code: chainText, values: [], units: [null], chain: undefined }];
  }
  const isMultiple =
    !first.hasUnit &&
    members.length <= 3 &&
    shared.some(({ dimension }) => !sizes.has(dimension)) &&
    !shared.some(({ dimension }) => sizes.has(dimension));
  if (isMultiple) {
    const times = members.slice(0, -1).reduce((product, { values }) => product * (values[0] ?? 1), 1);
    return [{ ...last, start: first.start, times }];
  }
  // "100 g × 3 bags": so much in each of them.
  const isCounted =
    members.length === 2 &&
    first.hasUnit &&
    !last.hasUnit &&
    first.units.every((unit) => unit && !sizes.has(unit.dimension));
  if (isCounted) return [{ ...first, times: last.values[0] ?? 1 }, last];
  let units: (Unit | null)[] = shared.length > 0 ? shared : [null];
  for (let i = members.length - 1; i >= 0; i--) {
    const member = members[i];
    if (!member) continue;
    if (member.hasUnit) units = member.units;
    else member.units = units;
    member.chain = { text: chainText, at: i, start: first.start, end: last.end, length: members.length };
  }
  return members;
}

const sizes: ReadonlySet<Dimension> = new Set(["length", "image"]);

function joinRanges(text: string, found: FoundNumber[]): FoundNumber[] {
  const kept: FoundNumber[] = [];
  for (const next of found) {
    const one = kept.at(-1);
    if (one && isRange(text, one, next)) {
      kept[kept.length - 1] = {
        ...next,
        start: one.start,
        values: one.values,
        to: next.values,
        units: next.units[0] === null ? one.units : next.units,
        hasUnit: one.hasUnit || next.hasUnit,
        step: Math.min(one.step || next.step, next.step || one.step),
      };
    } else kept.push(next);
  }
  return kept;
}

function isRange(text: string, one: FoundNumber, next: FoundNumber): boolean {
  if (one.code !== undefined || next.code !== undefined || one.chain || next.chain || one.times || next.times || one.to)
    return false;
  const between = text.slice(one.end, next.start);
  if (between.length > 10 || !rangeSign.test(between)) return false;
  // "20 kg – 240 g" is a weight and another.
  const [unit] = one.hasUnit && next.hasUnit ? one.units : [];
  const other = unit && next.units.find((each) => each?.dimension === unit.dimension);
  const low = Math.min(...one.values.map((value) => (unit && other ? inBase(value, unit) : value)));
  const high = Math.max(...next.values.map((value) => (unit && other ? inBase(value, other) : value)));
  if (!(low < high)) return false;
  if (one.hasUnit && !sameDimension(one, next)) return false;
  if (next.units[0] === null && one.hasUnit) return false;
  if (/\p{L}/u.test(between)) {
    const opened = openRange.test(text.slice(Math.max(0, one.start - 14), one.start));
    if (andWords.test(between)) return openAnd.test(text.slice(Math.max(0, one.start - 14), one.start));
    if (/^\s?a\s?$/iu.test(between)) return opened || (!one.hasUnit && next.hasUnit);
    return one.hasUnit || next.hasUnit || opened || /^\s?(?:to|bis)\s?$/iu.test(between);
  }
  return !(one.spelled !== next.spelled) && (next.hasUnit || !one.hasUnit);
}

function sameDimension(one: FoundNumber, next: FoundNumber): boolean {
  return one.units.some((unit) => unit !== null && next.units.some((other) => other?.dimension === unit.dimension));
}
