import type { Evidence } from "../../db/schema/index.ts";
import type { CheckInput } from "../check-input.ts";
import { attributeEvidence } from "../facts/attribute-evidence.ts";
import type { FactIndex } from "../facts/fact-index.ts";
import { linksIn } from "../find-links.ts";
import type { Finding } from "../finding.ts";
import { bareMaterialsIn, claimsIn, materialsIn } from "../language/claim-words.ts";
import { wordsOf } from "../language/lexicon.ts";
import { readQuantities } from "../quantities/read-quantities.ts";

/** After so many the text is beyond repair and the rest is not worth the time. */
const maxFindings = 20;
const maxEvidence = 100;
/** `100% pure organic cotton`: the material may come a few words after the number. */
const wordsAfterPercent = 4;

/**
 * UNSUPPORTED_FACT: every number, unit, percentage, price, year, material and certificate-like word of a text is backed by a
 * fact of the product; numbers of the same amount count as equal (240 g = 0.24 kg, 1,5 = 1.5). Small numbers in words are free.
 * @returns also the evidence: which fact backs which number or word
 */
export function checkUnsupportedFacts(input: CheckInput): { found: Finding[]; evidence: Evidence[] } {
  const { contentType, facts } = input;
  const found: Finding[] = [];
  const evidence: Evidence[] = [];
  const seen = new Set<string>();
  // Numbers inside links are the business of FOREIGN_LINK.
  const text = withoutLinks(input.text);
  for (const quantity of readQuantities(text)) {
    if (found.length >= maxFindings) break;
    const key = `${quantity.text} ${quantity.nextWord}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const fact = facts.backing(quantity);
    if (fact === undefined) found.push(unsupported(contentType, quantity.text, "no fact of the product says so"));
    else if (evidence.length < maxEvidence) evidence.push({ text: quantity.text, fact });
  }
  found.push(...checkMaterials(contentType, text, facts));
  // An address swallows the word behind its full stop.
  const prepared = wordsOf(input.text);
  for (const [thing, words] of claimsIn(prepared)) assess(thing, words, facts.concepts.get(thing));
  for (const [thing, words] of bareMaterialsIn(prepared)) assess(thing, words, facts.materials.get(thing));
  for (const backed of attributeEvidence(input.text, input.table)) {
    const isKnown = evidence.some(({ text: words }) => words.toLowerCase().includes(backed.text.toLowerCase()));
    if (!isKnown && evidence.length < maxEvidence) evidence.push(backed);
  }

  function assess(thing: string, words: string, fact: string | undefined): void {
    if (fact === undefined) found.push(unsupported(contentType, words, `no fact mentions ${thing}`));
    else if (evidence.length < maxEvidence) evidence.push({ text: words, fact });
  }
  return { found, evidence };
}

function checkMaterials(contentType: string, text: string, facts: FactIndex): Finding[] {
  const found: Finding[] = [];
  for (const [all, , after] of text.matchAll(
    /(?<![\d.,])(\d{1,9}(?:[.,]\d{1,9})?\s?%)\s*-?((?:[\p{L}\p{M}'’-]+[ \u00a0]?){1,4})/gu,
  )) {
    for (const word of (after ?? "").split(/[\s\u00a0-]+/).slice(0, wordsAfterPercent)) {
      const [material] = materialsIn(wordsOf(word)).keys();
      if (material === undefined) continue;
      if (!facts.materials.has(material)) {
        found.push(
          unsupported(contentType, all.slice(0, all.indexOf(word) + word.length), `no fact mentions ${material}`),
        );
      }
      break;
    }
    if (found.length >= maxFindings) break;
  }
  return found;
}

function withoutLinks(text: string): string {
  let rest = text;
  for (const link of linksIn(text)) rest = rest.replaceAll(link, " ");
  return rest;
}

function unsupported(contentType: string, words: string, why: string): Finding {
  return {
    code: "UNSUPPORTED_FACT",
    description: `${contentType} says "${words.trim().slice(0, 60)}", but ${why}`,
    hint: "leave it out",
  };
}
