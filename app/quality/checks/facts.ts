import type { Evidence } from "../../db/schema/index.ts";
import type { CheckInput } from "../check-input.ts";
import { type Assessed, assessText } from "../evidence/assess-text.ts";
import { attributeEvidence } from "../facts/attribute-evidence.ts";
import { linksIn } from "../find-links.ts";
import type { Finding } from "../finding.ts";
import { compareNumbers } from "../translation/compare-numbers.ts";

const maxEvidence = 100;

/**
 * CONTRADICTED_FACT and UNSUPPORTED_FACT: what a text says is held to the product's facts.
 * @returns also the evidence, i.e. which fact backs which words, and the sentences that the program cannot settle
 */
export function checkFacts(input: CheckInput): Assessed {
  const { contentType, text, locale, facts, table, citations } = input;
  const assessed = assessText(facts, {
    ...{ contentType, text, locale, citations },
    // Numbers inside links are the business of FOREIGN_LINK.
    numbers: withoutLinks(text),
    verdicts: input.verdicts,
  });
  const backed = [...assessed.evidence, ...attributeEvidence(text, table)];
  const longest = backed.filter((one, index) => !backed.some((other, place) => isWithin(one, index, other, place)));
  return { ...assessed, found: withoutSources(assessed.found, input), evidence: longest.slice(0, maxEvidence) };
}

/** A number that a translation has of its source is no invention of the translator's, though no fact says it. */
function withoutSources(found: Finding[], { source, text, locale }: CheckInput): Finding[] {
  const isNumber = ({ code, quote = "" }: Finding) => code === "UNSUPPORTED_FACT" && /\p{N}/u.test(quote);
  if (!source || !found.some(isNumber)) return found;
  const changed = compareNumbers({ text: source.parts.join("\n"), locale: source.locale }, { text, locale }).flatMap(
    (one) => (one.kind === "missing" ? [] : [one.target]),
  );
  return found.filter(
    (one) =>
      !isNumber(one) ||
      (one.spans ?? []).some((at) => changed.some(({ start, end }) => start < at.end && at.start < end)),
  );
}

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
