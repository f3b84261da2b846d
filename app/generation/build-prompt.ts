import { type NamedImage, namedImages } from "../catalog/image-alts.ts";
import type { ModelMessage, ModelRequest } from "../model/port.ts";
import { systemPrompt } from "../rules/system-prompt.ts";
import { adaptationMessage, adapterPrompt } from "./adapt/prompt.ts";
import { answerSchemaOf, asksCites, asksWordings, outputTokensOf } from "./answer-schema.ts";
import type { GenerationContext } from "./generation-context.ts";
import { briefOf } from "./prompt-brief.ts";
import { type Example, productDocumentOf } from "./prompt-product.ts";
import type { TextRules } from "./text-rules.ts";

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
export function buildRequest(context: GenerationContext, { wanted, examples }: CallTexts): ModelRequest {
  const { source } = context;
  // What a prompt says of alt texts it says once: under the name that configs use for them all.
  const named = new Map(wanted.map((text) => [text.configName, text]));
  const pictures = namedImages(source.facts.images).filter((image) =>
    wanted.some(({ contentType }) => contentType === image.contentType),
  );
  const cites = asksCites(wanted);
  const wordings = asksWordings(wanted);
  return {
    model: source.model,
    messages: [
      { role: "system", content: source.adaptation ? `${systemPrompt}\n${adapterPrompt}` : systemPrompt },
      { role: "user", content: JSON.stringify(briefOf(source, named, { wordings })) },
      { role: "user", content: JSON.stringify(productDocumentOf(context, { named, pictures, examples, cites })) },
      ...(source.adaptation ? [adaptationMessage(source.adaptation)] : []),
      ...(pictures.length > 0 ? [messageOf(pictures)] : []),
    ],
    schemaName: "product_texts",
    schema: answerSchemaOf(wanted, { cites, wordings }),
    maxOutputTokens: outputTokensOf(wanted),
  };
}

/** The pictures themselves, each after the name of the text that it is for. They come last: each product has its own. */
function messageOf(pictures: readonly NamedImage[]): ModelMessage {
  return {
    role: "user",
    content: "The pictures:",
    images: pictures.map(({ url, contentType }) => ({ url, label: JSON.stringify({ picture_of: contentType }) })),
  };
}
