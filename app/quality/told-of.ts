import { nameOf } from "./evidence/fact-findings.ts";
import { sentencesOf } from "./evidence/sentences.ts";
import type { Finding } from "./finding.ts";

const maxSentenceChars = 300;
const maxFactChars = 300;

/**
 * What the model reads of a finding: the sentence that it is about, and of a contradiction the fact with its very words.
 * @param place.text what a reader sees @param place.locale BCP-47
 */
export function toldOf(
  { description, forModel, hint, fact, quote, spans }: Finding,
  { text, locale }: { text: string; locale: string },
): string {
  const start = spans?.[0]?.start;
  const sentence =
    quote === undefined || start === undefined
      ? undefined
      : sentencesOf(text, locale).find(({ at }) => at.start <= start && at.end > start)?.text;
  const where = sentence === undefined || sentence === quote ? "" : `In "${sentence.slice(0, maxSentenceChars)}": `;
  if (fact && quote !== undefined) {
    const said = `${nameOf(fact)} is "${fact.value.slice(0, maxFactChars)}"`;
    return `${where}"${quote}" is not true: ${said} (say it in these words, or leave the statement out)`;
  }
  const told = forModel ?? description;
  return `${where}${hint ? `${told} (${hint})` : told}`;
}
