import { comparable, writtenOf } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { saysInflected } from "../language/inflection.ts";
import { disguisedWords, quoteOf } from "../phrases/forbidden-phrases.ts";
import { termsNotIn } from "../phrases/terms-not-in.ts";

/** MISSING_KEYWORD and OMITTED_KEYWORD_USED: terms of the groups that the config names `must` and `omit`. */
export function checkKeywords({ contentType, text, raw, use, locale }: CheckInput): Finding[] {
  if (use.must.length === 0 && use.omit.length === 0) return [];
  const words = ` ${comparable(text)} `;
  const missing = termsNotIn(text, use.must).filter((term) => !saysInflected(words, term, locale));
  return [
    ...missing.map(
      (term): Finding => ({
        code: "MISSING_KEYWORD",
        description: `${contentType} does not use the keyword "${term}"`,
        details: { kind: "keyword", keyword: term },
      }),
    ),
    ...disguisedWords(use.omit, [text, writtenOf(raw)], locale).map(
      (term): Finding => ({
        code: "OMITTED_KEYWORD_USED",
        description: `${contentType} uses the keyword "${term}", which is to be left out`,
        ...quoteOf(term, text, locale),
      }),
    ),
  ];
}
