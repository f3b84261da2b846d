import { factsOf, type ProductFacts } from "../../app/catalog/facts.ts";
import { chatBodyOf } from "../../app/model/chat-body.ts";
import type { Model } from "../../app/model/port.ts";
import { openAiTraits } from "../../app/model/server-traits.ts";
import { sampleCatalogue } from "../../sandbox/catalogue/sample-catalogue.ts";
import type { CatalogueProduct } from "../../sandbox/catalogue/shape.ts";
import { readAsk } from "../../sandbox/model/ask.ts";
import { readChatRequest } from "../../sandbox/model/chat-request.ts";
import { createModelState, type GivenModelSettings } from "../../sandbox/model/model-state.ts";
import { recordCall, userTexts } from "../../sandbox/model/record-call.ts";
import { replyTo } from "../../sandbox/model/reply-to.ts";

/** The sandbox's products as facts, with the language that texts are written in. */
export function sandboxProducts(): { locale: string; facts: ProductFacts }[] {
  return ["en", "de"].flatMap((locale) => sampleCatalogue(locale).map((one) => ({ locale, facts: factsIn(one) })));
}

function factsIn({ title, html, vendor, type, tags, options = {}, specs = {}, price, grams }: CatalogueProduct) {
  const readable = (key: string) => key.charAt(0).toUpperCase() + key.slice(1).replaceAll("_", " ");
  return factsOf({
    title,
    descriptionHtml: html,
    vendor,
    productType: type,
    facts: {
      category: null,
      tags,
      options: Object.entries(options).map(([name, values]) => ({ name, values })),
      attributes: Object.entries(specs).map(([key, value]) => ({ name: readable(key), value })),
      images: [],
    },
    variants: [
      {
        id: "1",
        position: 1,
        title,
        sku: null,
        barcode: null,
        price: price.toFixed(2),
        weightGrams: grams ?? null,
        options: [],
      },
    ],
  });
}

/**
 * The sandbox's model in this process, with its usual mistakes, seeded: the same requests get the same answers.
 * @param countTokens of a text; default: what the sandbox counts
 */
export function createSandboxWriter({
  countTokens,
  settings = {},
}: {
  countTokens?: ((text: string) => number) | undefined;
  settings?: GivenModelSettings | undefined;
} = {}): Model {
  const state = createModelState({ seed: 1, settings });
  return {
    async complete(asked) {
      const body = chatBodyOf({ ...asked, model: "shelf-small" }, openAiTraits);
      const raw = JSON.stringify(body);
      const read = readChatRequest(body);
      if (!("request" in read)) throw new Error(`the sandbox refuses the request: ${JSON.stringify(read.refused)}`);
      const { request } = read;
      const ask = readAsk(userTexts(request));
      const call = recordCall({ state, now: () => 0 }, { raw, request, ask });
      const { content } = replyTo(state, call, { raw, request, ask, scripted: undefined, fault: undefined });
      const text = content ?? "";
      return {
        kind: "json",
        json: JSON.parse(text),
        model: asked.model,
        tokensIn: countTokens ? countTokens(request.messages.map((one) => one.content).join("\n")) : call.promptTokens,
        tokensCached: call.cachedTokens,
        tokensOut: countTokens ? countTokens(text) : call.completionTokens,
      };
    },
  };
}
