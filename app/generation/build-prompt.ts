import { type NamedImage, namedImages } from "../catalog/image-alts.ts";
import type { ModelMessage, ModelRequest } from "../model/port.ts";
import type { MerchantsNotes } from "../rules/merchants-notes.ts";
import { systemPrompt } from "../rules/system-prompt.ts";
import { dropEmpty } from "../texts/drop-empty.ts";
import { answerSchemaOf } from "./answer-schema.ts";
import type { GenerationContext } from "./generation-context.ts";
import { briefOf } from "./prompt-brief.ts";
import { type Example, examplesOf } from "./prompt-examples.ts";
import { cutBetweenWords, keywordsOf, productOf, spellingsOf } from "./prompt-product.ts";
import { byConfigName, type TextRules } from "./text-rules.ts";

/** A request, and the texts that its answer is to hold. */
export interface Asked {
  request: ModelRequest;
  wanted: readonly TextRules[];
}

/** The texts that one call asks for. */
export interface CallTexts {
  wanted: readonly TextRules[];
  /** corrections of earlier texts, the nearest first; those of other content types are left out */
  examples: readonly Example[];
}

/** The request for the first texts of one product: stable parts first, the product's data last. */
export function buildRequest({ source, texts }: GenerationContext, { wanted, examples }: CallTexts): ModelRequest {
  const { facts } = source;
  const named = byConfigName(wanted);
  const pictures = namedImages(facts.images).filter((image) =>
    wanted.some(({ contentType }) => contentType === image.contentType),
  );
  const subject = dropEmpty({
    examples: examplesOf(examples, named),
    keywords: keywordsOf(named),
    glossary: spellingsOf(source.glossary, facts),
    room: dropEmpty(Object.fromEntries(texts.map(({ contentType, room }) => [contentType, room]))),
    added: dropEmpty(Object.fromEntries(texts.map(({ contentType, added }) => [contentType, added]))),
    pictures: picturesOf(pictures, facts.images.length, source.fieldNotes),
  });
  return {
    model: source.model,
    messages: [
      { role: "system", content: systemPrompt },
      { role: "user", content: JSON.stringify(briefOf(source, named)) },
      { role: "user", content: JSON.stringify({ ...subject, product: productOf(source) }) },
      ...(pictures.length > 0 ? [messageOf(pictures)] : []),
    ],
    schemaName: "product_texts",
    schema: answerSchemaOf(wanted),
    maxOutputTokens: outputTokens(wanted),
  };
}

/** What is known of each picture beside what it shows. */
function picturesOf(
  pictures: readonly NamedImage[],
  of: number,
  notes: MerchantsNotes["fieldNotes"],
): Record<string, unknown> {
  return Object.fromEntries(
    pictures.map(({ contentType, position, alt }) => [
      contentType,
      dropEmpty({
        position: `${position} of ${of}`,
        alt_text_now: alt ? cutBetweenWords(alt, 500) : undefined,
        notes: notes?.[contentType]?.trim(),
      }),
    ]),
  );
}

/** The pictures themselves, each after the name of the text that it is for. They come last: each product has its own. */
function messageOf(pictures: readonly NamedImage[]): ModelMessage {
  return {
    role: "user",
    content: "The pictures:",
    images: pictures.map(({ url, contentType }) => ({ url, label: JSON.stringify({ picture_of: contentType }) })),
  };
}

/** Room for the texts, and for the thinking that some providers count as output. */
export function outputTokens(wanted: readonly TextRules[]): number {
  const chars = wanted.map(({ own, traits }) => (own?.character_limit ?? 2_000) * (traits.count ?? 1));
  return 4_000 + chars.reduce((sum, each) => sum + each, 0) * 2;
}
