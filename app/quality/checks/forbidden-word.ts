import { forbiddenWordsOf } from "../../rules/forbidden-words.ts";
import { writtenOf } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { disguisedWords, quoteOf } from "../phrases/forbidden-phrases.ts";

/** FORBIDDEN_WORD: as a word in its own spelling, or disguised by look-alike letters, full-width signs or dots between the letters. */
export function checkForbiddenWords({ contentType, text, raw, config, locale }: CheckInput): Finding[] {
  return disguisedWords(forbiddenWordsOf(config, locale), [text, writtenOf(raw)], locale).map((word) => ({
    code: "FORBIDDEN_WORD",
    description: `${contentType} contains the forbidden word "${word}"`,
    ...quoteOf(word, text, locale),
  }));
}
