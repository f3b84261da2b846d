import type { Evidence } from "../../db/schema/index.ts";
import { once } from "../../lib/once.ts";
import type { CheckInput } from "../check-input.ts";
import { type Assessed, type AssessInput, assessText } from "../evidence/assess-text.ts";
import { attributeEvidence } from "../facts/attribute-evidence.ts";
import { readFacts } from "../facts/fact-book.ts";
import { linksIn } from "../find-links.ts";
import type { Finding } from "../finding.ts";
import type { Span } from "../statements/statement.ts";
import { compareNumbers } from "../translation/compare-numbers.ts";
import { namedBySource } from "../translation/named-by-source.ts";

const maxEvidence = 100;

/**
 * CONTRADICTED_FACT and UNSUPPORTED_FACT: what a text says is held to the product's facts.
 * @returns also the evidence, i.e. which fact backs which words, and the sentences that the program cannot settle
 */
export function checkFacts(input: CheckInput): Assessed {
  const { contentType, text, locale, facts, table, citations } = input;
  // Numbers inside links are the business of FOREIGN_LINK.
  const words = { contentType, text, locale, numbers: withoutLinks(text) };
  const assessed = assessText(facts, { ...words, citations, verdicts: input.verdicts });
  const backed = [...assessed.evidence, ...attributeEvidence(text, table)];
  const longest = backed.filter((one, index) => !backed.some((other, place) => isWithin(one, index, other, place)));
  return { ...assessed, found: withoutSources(assessed.found, input, words), evidence: longest.slice(0, maxEvidence) };
}

/**
 * What a translation has of its source is no invention of the translator's, though no fact says it: numbers, and claims in words. An
 * amount of money that the source has ("free shipping from $50") is not the price either, where the source is not held to be against it.
 */
function withoutSources(found: Finding[], { source, facts }: CheckInput, words: AssessInput): Finding[] {
  if (!source || found.length === 0) return found;
  const { contentType, text, locale } = words;
  const said = source.parts.join("\n");
  const changed = once(() =>
    compareNumbers({ text: said, locale: source.locale }, { text, locale }).flatMap((one) =>
      one.kind === "missing" ? [] : [one.target],
    ),
  );
  // The same product, described by nothing but the source.
  const added = once(() => {
    const ofSource = readFacts({ ...facts.facts, descriptionText: said, locale: source.locale });
    const isNamed = namedBySource({ text: said, locale: source.locale }, { text, locale });
    return assessText(ofSource, words).found.flatMap(({ code, spans = [] }) =>
      code === "UNSUPPORTED_FACT" && spans.every(isNamed) ? [] : spans,
    );
  });
  const isAgainstPrice = once(() => {
    const own = { contentType, text: said, locale: source.locale, numbers: withoutLinks(said) };
    return assessText(facts, own).found.some(isOfPrice);
  });
  return found.filter((one) => {
    const isOf = (places: readonly Span[]) =>
      (one.spans ?? []).some((at) => places.some(({ start, end }) => start < at.end && at.start < end));
    if (one.code === "UNSUPPORTED_FACT") return isOf(hasNumber(one) ? changed() : added());
    return !isOfPrice(one) || isOf(changed()) || isAgainstPrice();
  });
}

const isOfPrice = ({ code, fact }: Finding) => code === "CONTRADICTED_FACT" && fact?.kind === "price";
const hasNumber = ({ quote = "" }: Finding) => /\p{N}/u.test(quote);

/** The same words are marked once, and so is what is part of longer ones. */
function isWithin(one: Evidence, index: number, other: Evidence, place: number): boolean {
  const [words, longer] = [one.text.toLowerCase(), other.text.toLowerCase()];
  return place !== index && longer.includes(words) && (longer !== words || place < index);
}

/** Each sign at its place. */
function withoutLinks(text: string): string {
  let rest = text;
  for (const link of linksIn(text)) rest = rest.replaceAll(link, " ".repeat(link.length));
  return rest;
}
