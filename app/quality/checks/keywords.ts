import { comparable, writtenOf } from "../../texts/text-body.ts";
import { undivided } from "../../texts/undivided.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { disguisedWords } from "../phrases/forbidden-phrases.ts";

/** MISSING_KEYWORD and OMITTED_KEYWORD_USED: terms of the groups that the config names `must` and `omit`. */
export function checkKeywords({ contentType, text, raw, use, locale }: CheckInput): Finding[] {
  if (use.must.length === 0 && use.omit.length === 0) return [];
  const words = ` ${comparable(text)} `;
  const missing = use.must.filter((term) => !saysTerm(words, term));
  return [
    ...missing.map(
      (term): Finding => ({
        code: "MISSING_KEYWORD",
        description: `${contentType} does not use the keyword "${term}"`,
      }),
    ),
    ...disguisedWords(use.omit, [text, writtenOf(raw)], locale).map(
      (term): Finding => ({
        code: "OMITTED_KEYWORD_USED",
        description: `${contentType} uses the keyword "${term}", which is to be left out`,
      }),
    ),
  ];
}

/** Whole words in any case; a term of signs only is looked for nowhere. */
function saysTerm(words: string, term: string): boolean {
  const wanted = comparable(term);
  if (wanted === "") return true;
  return undivided.test(wanted) ? words.includes(wanted) : words.includes(` ${wanted} `);
}
