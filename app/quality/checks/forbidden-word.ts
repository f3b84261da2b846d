import { writtenOf } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";
import { disguisedWords } from "../phrases/forbidden-phrases.ts";

/** FORBIDDEN_WORD: also with look-alike letters, accents, full-width signs or dots between the letters. */
export function checkForbiddenWords({ contentType, text, raw, config }: CheckInput): Finding[] {
  return disguisedWords(config.client?.forbidden_words ?? [], [text, writtenOf(raw)]).map((word) => ({
    code: "FORBIDDEN_WORD",
    description: `${contentType} contains the forbidden word "${word}"`,
  }));
}
