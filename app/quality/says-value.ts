import { comparable } from "../texts/text-body.ts";
import { undivided } from "../texts/undivided.ts";
import { saysInflected } from "./language/inflection.ts";
import { yesNoOf } from "./language/yes-no.ts";

/**
 * Whether a text says a term as the checks look for keywords: whole words in any case and form, without marks; a number's unit
 * may be glued to it or stand apart.
 * @param locale BCP-47 of the text
 */
export function saysTerm(text: string, term: string, locale: string): boolean {
  const words = unitsApart(text);
  const wanted = unitsApart(term);
  if (wanted.trim() === "") return false;
  return words.includes(undivided.test(wanted) ? wanted.trim() : wanted) || saysInflected(words, wanted, locale);
}

/** Whether a text says a fact's value; of one that says little by itself, "yes" or a bare number, nobody can tell. */
export function saysValue(text: string, value: string, locale: string): boolean {
  return isTelling(value) && saysTerm(text, value, locale);
}

function isTelling(value: string): boolean {
  return yesNoOf(value) === null && (/\p{L}{2}/u.test(value) || (/\p{N}/u.test(value) && /\p{L}/u.test(value)));
}

/**
 * Whether a text says a fact. A list is said where each of its items is, whatever stands between them; what says little by itself,
 * "No" or a bare number, where it stands beside the fact's name, and several of that in one clause with the name.
 * @param values each value by itself; one that is a list is taken apart @param locale BCP-47 of the text
 */
export function saysFact(
  text: string,
  { name, values }: { name: string; values: readonly string[] },
  locale: string,
): boolean {
  if (values.length > 0 && values.every((value) => saysValue(text, value, locale))) return true;
  const items = values.flatMap(itemsOf);
  if (items.length === 0) return false;
  const short = items.filter((item) => !saysValue(text, item, locale));
  if (short.some(isTelling)) return false;
  const [only, ...more] = short;
  if (only === undefined) return true;
  const lone = items.length === 1;
  return text.split(clauseEnds).some((clause) => {
    if (lone) return saysTerm(clause, `${name} ${only}`, locale) || saysTerm(clause, `${only} ${name}`, locale);
    return saysTerm(clause, name, locale) && [only, ...more].every((item) => saysTerm(clause, item, locale));
  });
}

const clauseEnds = /[.!?](?=\s|$)|[;。！？；\n]/u;

/** "White, Clay / Sage" → its three items; "1,5 kg" and "A/C" are one. */
function itemsOf(value: string): string[] {
  return value
    .split(/(?<!\p{N})[,，]|[,，](?!\p{N})|[;；、،|·•\n]|\s\/\s/u)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** Comparable words, a space at both ends, with numbers and letters apart: "480Mbps" as "480 mbps". */
function unitsApart(text: string): string {
  const apart = comparable(text).replace(/(?<=\p{N})(?=\p{L})|(?<=\p{L})(?=\p{N})/gu, " ");
  return ` ${apart} `;
}
