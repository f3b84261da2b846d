import { createChecksContext } from "../../../../app/quality/checks-context.ts";
import { checkTexts } from "../../../../app/quality/run-checks.ts";
import { contentConfigSchema } from "../../../../app/rules/content-config.ts";
import { defaultConfig } from "../../../../app/rules/default-config.ts";
import { someFacts } from "../../../support/content/facts.ts";

const config = contentConfigSchema.parse(defaultConfig);
/** Of single sentences nobody asks how long a description has to be. */
const notOfSentences: ReadonlySet<string> = new Set(["BELOW_LENGTH", "MISSING_KEYWORD"]);

/**
 * What all checks find in the translation of an English description.
 * @param isDescribed whether the shop's live description says what the source says; else the facts say nothing
 */
export function foundIn(locale: string, source: string, target: string, { isDescribed = true } = {}): string[] {
  const facts = someFacts({
    title: "Holm",
    descriptionText: isDescribed ? source : "",
    attributes: [],
    options: [],
    tags: [],
  });
  const html = `<p>${target}</p>`;
  const text = { raw: html, body: html, source: { body: `<p>${source}</p>`, locale: "en", kept: [] } };
  const checked = checkTexts(createChecksContext({ facts, config, locale }), { texts: new Map([["desc", text]]) });
  const warnings = checked.get("desc")?.warnings ?? [];
  return warnings
    .filter(({ code }) => !notOfSentences.has(code))
    .map(({ code, severity, description }) => `${code} ${severity}: ${description}`);
}
