import type { ProductFacts } from "../../catalog/facts.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { foreignChinese } from "../language/chinese-scripts.ts";
import { foreignScript, isWrittenInSigns } from "../language/foreign-scripts.ts";
import { functionWords } from "../language/function-words.ts";
import { foreignLanguage } from "../language/verify-language.ts";

/** Enough to judge by; more only costs time. */
const sampleChars = 500;
const fewestLetters = 8;
const shortestName = 3;
/** Names are looked for one by one. */
const mostNames = 300;

/** WRONG_LANGUAGE: blocks where there is no doubt, warns where the text is short or the languages are close relatives. */
export function checkLanguage({ contentType, text, locale, facts }: CheckInput): Finding[] {
  const wanted = languageOf(locale);
  const seen = foreignIn(text, { wanted, locale, facts: facts.facts });
  if (seen === undefined) return [];
  return [
    {
      code: "WRONG_LANGUAGE",
      description: `${contentType} is not written in ${nameOf(locale, wanted)} but seems to be ${seen.name}`,
      hint: `write in ${locale}`,
      ...(seen.certain ? {} : { severity: "warn" as const }),
    },
  ];
}

interface Wanted {
  wanted: string;
  locale: string;
  facts: ProductFacts;
}

function foreignIn(text: string, { wanted, locale, facts }: Wanted): { name: string; certain: boolean } | undefined {
  const sample = withoutNames(text, facts, wanted).slice(0, sampleChars);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters >= fewestLetters) {
    const script = foreignScript(sample, letters, wanted);
    if (script !== undefined) return { name: script, certain: true };
    const chinese = wanted === "zh" ? foreignChinese(sample, locale) : undefined;
    if (chinese !== undefined) return { name: chinese, certain: false };
    const foreign = foreignLanguage(sample, wanted);
    if (foreign) return { name: nameOf(foreign.language), certain: foreign.certain };
  }
  // Where the shop's own texts are in another language, the words of its title are words and no names.
  const source = languageOfSource(facts, wanted);
  if (source === undefined) return undefined;
  const words = withoutFirms(withoutName(text, facts.vendor));
  const rest = withoutLatinName(words, facts, wanted) ?? words;
  const foreign = foreignLanguage(rest.slice(0, sampleChars), wanted);
  return foreign && foreign.language === source ? { name: nameOf(source), certain: foreign.certain } : undefined;
}

const sources = new WeakMap<ProductFacts, Map<string, string | undefined>>();

/** The language of the product's description where it is not the wanted one. */
function languageOfSource(facts: ProductFacts, wanted: string): string | undefined {
  const known = sources.get(facts) ?? new Map<string, string | undefined>();
  sources.set(facts, known);
  if (!known.has(wanted))
    known.set(wanted, foreignLanguage(facts.descriptionText.slice(0, sampleChars), wanted)?.language);
  return known.get(wanted);
}

/** The product's own names and values may be in any language; a text may quote them. */
function withoutNames(text: string, facts: ProductFacts, wanted: string): string {
  const { title, vendor, attributes, options } = facts;
  const quoted = [title, vendor, ...attributes.map(({ value }) => value), ...options.flatMap(({ values }) => values)];
  let rest = text.slice(0, sampleChars * 10);
  for (const name of quoted.slice(0, mostNames)) {
    if (name.length >= shortestName) rest = withoutName(rest, name);
  }
  // A text may turn a name around: "Silk scarf La Vie en Rose" of "La Vie en Rose, silk scarf".
  const own = functionWords(wanted);
  const names = new Set(`${title} ${vendor}`.match(/\p{Lu}[\p{L}\p{M}'’]+/gu) ?? []);
  return withoutFirms(rest).replace(/\p{Lu}[\p{L}\p{M}'’]+/gu, (word) =>
    names.has(word) && !own.has(word.toLowerCase()) ? " " : word,
  );
}

const latinWord = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu;
/** So many signs of its own script beside a name in Latin letters make a text one of the language. */
const fewestSigns = 4;

/** A text of another script without the product's name, which stays as it is; null: nothing but the name is there. */
function withoutLatinName(text: string, { title }: ProductFacts, wanted: string): string | null {
  if (!isWrittenInSigns(wanted)) return null;
  const rest = text.replace(latinWord, (word) => (namesOf(title).has(word.toLowerCase()) ? " " : word));
  const signs = rest.match(/(?!\p{Script=Latin})\p{L}/gu)?.length ?? 0;
  return signs >= fewestSigns ? rest : null;
}

let lastTitle: { title: string; words: ReadonlySet<string> } | undefined;

function namesOf(title: string): ReadonlySet<string> {
  if (lastTitle?.title !== title) lastTitle = { title, words: new Set(title.toLowerCase().match(latinWord) ?? []) };
  return lastTitle.words;
}

/** Two capitals joined by a sign of "and" are how firms are called. */
function withoutFirms(text: string): string {
  return text.replace(/\p{Lu}[\p{L}\p{M}'’]{0,30} [&+] \p{Lu}[\p{L}\p{M}'’]{0,30}/gu, " ");
}

/** As whole words: a size "Her" is no part of "Herren". */
function withoutName(text: string, name: string): string {
  let rest = text;
  if (name === "") return text;
  const isLetter = (at: number) => /[\p{L}\p{M}]/u.test(rest[at] ?? "");
  for (let at = rest.indexOf(name); at !== -1; at = rest.indexOf(name, at + 1)) {
    if (isLetter(at - 1) || isLetter(at + name.length)) continue;
    rest = `${rest.slice(0, at)} ${rest.slice(at + name.length)}`;
  }
  return rest;
}

function languageOf(locale: string): string {
  return (locale.split("-")[0] ?? locale).toLowerCase();
}

const names = new Intl.DisplayNames(["en"], { type: "language" });

/** @param locale BCP-47; of Chinese, its script says more than the language alone */
function nameOf(locale: string, language = languageOf(locale)): string {
  return names.of(language === "zh" ? locale : language) ?? language;
}
