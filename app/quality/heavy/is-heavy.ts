import type { TextBody } from "../../db/schema/index.ts";
import type { ContentConfig } from "../../rules/content-config.ts";
import type { Glossary } from "../../rules/glossary/glossary.ts";
import type { LocaleTerms } from "../../rules/terms/locale-term.ts";
import { partsOf } from "../../texts/text-body.ts";

/** So much is checked in some 20 ms; more goes to a thread. */
const mostTextChars = 10_000;
const mostOtherChars = 60_000;
const mostRulesChars = 40_000;
const mostTerms = 500;

const sizes = new WeakMap<ContentConfig, number>();

/** Whether fixing and checking a text would hold the event loop for longer than a page may wait. */
export function isHeavy(
  text: TextBody,
  given: { others: readonly TextBody[]; config: ContentConfig; glossary: Glossary; terms?: LocaleTerms },
): boolean {
  const { others, config, glossary, terms = [] } = given;
  const around = others.reduce((sum, other) => sum + charsOf(other), 0);
  if (charsOf(text) > mostTextChars || around > mostOtherChars || glossary.length + terms.length > mostTerms)
    return true;
  const size = sizes.get(config) ?? JSON.stringify(config).length;
  sizes.set(config, size);
  return size > mostRulesChars;
}

function charsOf(body: TextBody): number {
  return partsOf(body).reduce((sum, part) => sum + part.length, 0);
}
