import type { AskedText } from "../../../app/generation/answer-schema.ts";
import type { Complete } from "../../../app/generation/ask-for.ts";
import { buildRequest } from "../../../app/generation/build-prompt.ts";
import type { Generated } from "../../../app/generation/generated-text.ts";
import { createGenerationContext, type GenerationSource } from "../../../app/generation/generation-context.ts";
import { type WriteOptions, writeTexts as write } from "../../../app/generation/write-texts.ts";
import type { ModelRequest } from "../../../app/model/port.ts";
import { traitsOf } from "../../../app/texts/content-types.ts";

/** What texts are written from, and how. */
export type WriteInput = GenerationSource & WriteOptions;

/** Writes the texts of a product that is in no database. */
export function writeTexts(model: { complete: Complete }, input: WriteInput): Promise<Generated> {
  return write(model, createGenerationContext(input), input);
}

/** The first request for all texts of a product that is in no database. */
export function requestFor(source: GenerationSource & Pick<WriteOptions, "examples">): ModelRequest {
  const context = createGenerationContext(source);
  return buildRequest(context, { wanted: context.texts, examples: source.examples ?? [] });
}

/** Texts by names alone, without a config. */
export function askedTexts(names: readonly string[]): AskedText[] {
  return names.map((contentType) => ({ contentType, traits: traitsOf(contentType) }));
}
