import type { TextBody } from "../../db/schema/index.ts";
import { writtenOf } from "../../texts/text-body.ts";
import { forbiddenPhrases } from "../phrases/forbidden-phrases.ts";
import type { CheckInput } from "./check-input.ts";
import type { Finding } from "./finding.ts";

/** FORBIDDEN_WORD: also with look-alike letters, accents, full-width signs or dots between the letters. */
export function checkForbiddenWords({ contentType, text, raw, config }: CheckInput): Finding[] {
  return disguised(config.client?.forbidden_words ?? [], text, raw).map((word) => ({
    code: "FORBIDDEN_WORD",
    description: `${contentType} contains the forbidden word "${word}"`,
  }));
}

/** The words that stand in the text or in what the model wrote, in whatever disguise. */
export function disguised(words: readonly string[], text: string, raw: TextBody): string[] {
  return words.length === 0 ? [] : forbiddenPhrases(words).in([text, writtenOf(raw)]);
}
