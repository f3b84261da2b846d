import type { Fact, Unusable } from "./fact.ts";

/** Template code of Liquid and of other shops' engines. */
const template = /\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}/g;
const address = /\b(?:https?:\/\/|www\.)[^\s<>"']{1,2000}/giu;
const mail = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
/** With a country's code, a leading zero or brackets, in groups: what a size or a part number is not written like. */
const phone =
  /(?:\+\d{1,3}|\b00\d{2}(?=[ /-])|\(0?\d{2,5}\)|\b0\d{1,5}(?=[ /-]))(?:[ \u00a0./()-]{0,3}\d){7,12}(?!\d)/gu;

/**
 * Words of a fact as evidence: Liquid, addresses and phone numbers become spaces, one for each sign, so that places stay.
 */
export function usableWords(value: string): string {
  // Most facts hold none of the signs.
  if (!/[{@+(]|\/\/|www|\b0\d/iu.test(value)) return value;
  let words = value;
  for (const pattern of [template, address, mail, phone]) words = words.replace(pattern, blank);
  return words;
}

function blank(words: string): string {
  return " ".repeat(words.length);
}

/** Why a fact's words are evidence for nothing; undefined: they are some. */
export function unusableWords({ value }: Pick<Fact, "name" | "value" | "kind">): Unusable | undefined {
  return usableWords(value).trim() === "" ? "encoded" : undefined;
}
