import { type ProductFacts, withoutDescription } from "../catalog/facts.ts";
import type { LiveTexts } from "../catalog/live-texts.ts";
import { isBlank } from "../catalog/live-texts.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { CheckResult } from "../quality/check-result.ts";
import type { KeptFinding } from "../quality/evidence/kept-finding.ts";
import { notOfLiveTexts } from "../quality/not-of-live-texts.ts";
import type { ChecksInput, WrittenText } from "../quality/run-checks.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { Glossary } from "../rules/glossary/glossary.ts";
import { traitsOf } from "../texts/content-types.ts";
import { readersView } from "../texts/readers-view.ts";
import { readLength } from "../texts/script-weight.ts";
import { configNameOf } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";
import { countChars } from "../texts/text-body.ts";

/** One product whose live texts are checked. */
export interface LiveProduct {
  /** as people outside of this app last wrote them */
  facts: ProductFacts;
  live: LiveTexts;
  target: Target;
  config: ContentConfig;
  glossary: Glossary;
  kept: readonly KeptFinding[];
}

/** Fewer characters than this say little of a product; of other texts, what their kind asks for at least. */
const thinDescriptionChars = 100;

/** The live texts of which a reader sees something. */
export function liveBodies(live: LiveTexts): Map<string, TextBody> {
  return new Map(
    Object.entries(live).flatMap(([name, body]) => (isBlank(body) || body === null ? [] : [[name, body]])),
  );
}

/** True for a text that says little, whatever the product's data would give it to say. */
export function isThin(contentType: string, body: TextBody): boolean {
  const traits = traitsOf(contentType);
  if (traits.family === "title") return false;
  const text = readersView(contentType, body).join("\n");
  const least = contentType === "desc" ? thinDescriptionChars : traits.minChars;
  const length = countChars(text);
  // Forty Chinese characters say what a hundred letters do.
  return length < least && readLength(text, length) < least;
}

/**
 * The checks of a product's live texts. Its title and description are among its facts, and no text is evidence for itself:
 * they are checked beside what else is known of the product.
 */
export function checksOfLive({ facts, live, target, config, glossary, kept }: LiveProduct): ChecksInput[] {
  const texts = new Map<string, WrittenText>();
  for (const [name, body] of liveBodies(live)) texts.set(name, { body, raw: body, by: "person" });
  if (texts.size === 0) return [];
  const known = { ...facts, images: facts.images.map((image) => ({ ...image, alt: null })) };
  const beside = withoutDescription(known);
  const input = { texts, live, ...target, config, glossary, kept };
  const others = [...texts.keys()].filter((name) => name !== "title" && name !== "desc");
  return [
    { ...input, only: others, facts: known },
    { ...input, only: ["desc"], facts: beside },
    { ...input, only: ["title"], facts: { ...beside, title: "" } },
  ].filter(({ only }) => only.some((name) => texts.has(name)));
}

/** Bits of `missingBit`: which texts a check found something in. */
export interface LiveFindings {
  contradicted: number;
  found: number;
}

/** @param bits each text's bit, by the name of its content type */
export function findingsOf(
  results: readonly ReadonlyMap<string, CheckResult>[],
  bits: ReadonlyMap<string, number>,
): LiveFindings {
  const findings = { contradicted: 0, found: 0 };
  for (const [contentType, { warnings }] of results.flatMap((result) => [...result])) {
    const bit = bits.get(configNameOf(contentType)) ?? 0;
    for (const { code, decision } of warnings) {
      if (decision || notOfLiveTexts.has(code)) continue;
      if (code === "CONTRADICTED_FACT") findings.contradicted |= bit;
      else findings.found |= bit;
    }
  }
  return findings;
}
