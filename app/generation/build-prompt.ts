import type { ProductFacts } from "../catalog/facts.ts";
import { type NamedImage, namedImages } from "../catalog/image-alts.ts";
import type { TextBody } from "../db/schema/index.ts";
import type { ModelMessage, ModelRequest } from "../model/port.ts";
import type { ContentConfig } from "../rules/content-config.ts";
import type { Glossary } from "../rules/glossary/glossary.ts";
import type { Keywords } from "../rules/keyword-use.ts";
import type { MerchantsNotes } from "../rules/merchants-notes.ts";
import { systemPrompt } from "../rules/system-prompt.ts";
import { typeConfigOf } from "../rules/type-config-of.ts";
import { traitsOf } from "../texts/content-types.ts";
import { dropEmpty } from "../texts/drop-empty.ts";
import { configNamesOf, isImageAlt } from "../texts/slot.ts";
import { answerSchemaOf } from "./answer-schema.ts";
import { briefOf } from "./prompt-brief.ts";
import { type Example, examplesOf } from "./prompt-examples.ts";
import { cutBetweenWords, keywordsOf, productOf, spellingsOf } from "./prompt-product.ts";

/** A request, and the content types that its answer is to hold. */
export interface Asked {
  request: ModelRequest;
  wanted: readonly string[];
}

/** A repair request's part about one content type. */
export interface Fix {
  text: TextBody | null;
  findings: string[];
  /** how to shorten, when the text is too long */
  guidelines?: string[];
}

export interface PromptInput extends MerchantsNotes {
  model: string;
  /** BCP-47 */
  locale: string;
  contentTypes: readonly string[];
  config: ContentConfig;
  facts: ProductFacts;
  keywords?: Keywords | undefined;
  reviews?: readonly string[] | undefined;
  /** how the shop spells its words */
  glossary?: Glossary | undefined;
  examples?: readonly Example[] | undefined;
  /** content type → characters left for the model, where the program adds something */
  room?: Readonly<Record<string, number>> | undefined;
  /** content type → words that the program puts around the text */
  added?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** The request for the first texts of one product: stable parts first, the product's data last. */
export function buildRequest(input: PromptInput): ModelRequest {
  const { config, contentTypes, facts } = input;
  const names = configNamesOf(contentTypes);
  const pictures = namedImages(facts.images).filter(({ contentType }) => contentTypes.includes(contentType));
  const subject = dropEmpty({
    examples: examplesOf(input.examples, names),
    keywords: keywordsOf(config, names, input.keywords ?? facts.keywords),
    glossary: spellingsOf(input.glossary, facts),
    room: input.room,
    added: input.added,
    pictures: picturesOf(pictures, facts.images.length, input.fieldNotes),
  });
  return {
    model: input.model,
    messages: [
      { role: "system", content: systemPrompt },
      { role: "user", content: JSON.stringify(briefOf({ ...input, brand: facts.vendor })) },
      { role: "user", content: JSON.stringify({ ...subject, product: productOf(input) }) },
      ...(pictures.length > 0 ? [messageOf(pictures)] : []),
    ],
    schemaName: "product_texts",
    schema: answerSchemaOf(contentTypes, config),
    maxOutputTokens: outputTokens(input),
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

/** The repair request: asks for the failing content types only, with the concrete findings. */
export function buildRepairRequest(
  input: PromptInput,
  { previous, fixes }: { previous: string; fixes: Map<string, Fix> },
): ModelRequest {
  const failing = [...fixes.keys()];
  // Pictures are shown again only where one of them is described again; the other documents stay the same.
  const shown = failing.some(isImageAlt) ? failing : [];
  const first = buildRequest({
    ...input,
    contentTypes: input.contentTypes.filter((contentType) => !isImageAlt(contentType) || shown.includes(contentType)),
  });
  return {
    ...first,
    messages: [
      ...first.messages,
      { role: "assistant", content: previous },
      { role: "user", content: JSON.stringify({ fix: Object.fromEntries(fixes) }) },
    ],
    schema: answerSchemaOf(failing, input.config),
    maxOutputTokens: outputTokens({ ...input, contentTypes: failing }),
  };
}

/** Room for the texts, and for the thinking that some providers count as output. */
function outputTokens({ contentTypes, config }: Pick<PromptInput, "contentTypes" | "config">): number {
  let chars = 0;
  for (const contentType of contentTypes) {
    const limit = typeConfigOf(config, contentType)?.character_limit ?? 2_000;
    chars += limit * (traitsOf(contentType, config).count ?? 1);
  }
  return 4_000 + chars * 2;
}
