import type { ShopDomain } from "../lib/brand.ts";
import { isOperationalError } from "../lib/errors.ts";
import { describeTest, type TestLine, type Tried } from "./describe-test.ts";
import type { AgentModel } from "./model-config.ts";
import type { Models, ShopModel } from "./model-for-shop.ts";
import { costNanosOf } from "./model-prices.ts";
import type { ModelAnswer, ModelMessage, ModelRequest } from "./port.ts";
import { testPicture } from "./test-picture.ts";

/** What one paid call of a test came to. */
export interface TestedCall {
  model: string;
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  costNanos: number | null;
  durationMs: number;
}

export interface ModelTest {
  /** the provider's name, as it is asked for */
  model: string;
  /** whether texts can be written with it */
  ok: boolean;
  /** of the failure */
  code: string | null;
  lines: TestLine[];
  calls: TestedCall[];
  tookMs: number;
}

/**
 * Settings' test: real calls as the work makes them, two at most and one more where the form is not heeded at first. What was
 * known of the model's server is forgotten before, and what is learned is kept.
 * @returns also the calls that were paid for: they belong to no job, and whoever asked books them
 */
export async function testModel(
  { models }: { models: Models },
  { shop, agentModel, signal }: { shop: ShopDomain; agentModel: AgentModel; signal: AbortSignal },
): Promise<ModelTest> {
  const startedAt = performance.now();
  const shopModel = await models.forShop(shop);
  const name = shopModel.nameOf(agentModel);
  const calls: TestedCall[] = [];
  const ask = async (request: ModelRequest) => {
    const askedAt = performance.now();
    const answer = await shopModel.model.complete(request, { signal });
    calls.push(callOf(shopModel, name, answer, performance.now() - askedAt));
    return answer;
  };
  const before = await shopModel.knowledge.read(name);
  await shopModel.knowledge.forget(name);
  const text = await tried(() => askText(ask, name));
  const ok = text.answer?.kind === "json";
  const picture = ok && shopModel.imageDelivery !== "none" ? await tried(() => ask(pictureRequest(name))) : {};
  // No short test shows what it took a long answer, or a picture of the store, to learn.
  const found = await shopModel.knowledge.read(name);
  const known = found && before && { ...found, heedsLimit: before.heedsLimit, imageFiles: before.imageFiles };
  if (known) await shopModel.knowledge.keep(name, known);
  const lines = describeTest({
    text,
    picture,
    traits: known ?? found,
    model: name,
    imageDelivery: shopModel.imageDelivery,
    price: shopModel.priceOf(name),
    offersBatches: ok && (await shopModel.offersBatches()),
    textMs: calls[0]?.durationMs ?? 0,
  });
  const code = ok ? null : (text.error?.code ?? "model_bad_answer");
  return { model: name, ok, code, lines, calls, tookMs: performance.now() - startedAt };
}

async function tried(ask: () => Promise<ModelAnswer>): Promise<Tried> {
  try {
    return { answer: await ask() };
  } catch (error) {
    if (isOperationalError(error)) return { error };
    throw error;
  }
}

/** As the work does: an answer that cannot be read is asked for again once. */
async function askText(ask: (request: ModelRequest) => Promise<ModelAnswer>, model: string): Promise<ModelAnswer> {
  const request = requestOf(model, "title", [
    {
      role: "user",
      content: JSON.stringify({ language: "en", content_types: { title: { task: "Name the product." } } }),
    },
    { role: "user", content: JSON.stringify({ product: { title: "Linen Shirt", product_type: "Shirts" } }) },
  ]);
  const answer = await ask(request);
  return answer.kind === "not_json" ? ask(request) : answer;
}

function pictureRequest(model: string): ModelRequest {
  const label = JSON.stringify({ picture_of: "image_alt" });
  const task = { task: "Say what the picture shows.", character_limit: 100 };
  return requestOf(model, "image_alt", [
    { role: "user", content: JSON.stringify({ language: "en", content_types: { image_alt: task } }) },
    {
      role: "user",
      content: JSON.stringify({ product: { title: "Linen Shirt" } }),
      images: [{ url: testPicture, label }],
    },
  ]);
}

function requestOf(model: string, key: string, messages: ModelMessage[]): ModelRequest {
  return {
    model,
    messages: [
      { role: "system", content: "Answer with one JSON object of the given schema and nothing else." },
      ...messages,
    ],
    schemaName: "connection_test",
    schema: {
      type: "object",
      properties: { [key]: { type: "string" } },
      required: [key],
      additionalProperties: false,
    },
    // As much as the work asks for: a server that gives less shows it here already.
    maxOutputTokens: 12_000,
    isProbe: true,
  };
}

function callOf({ priceOf }: ShopModel, model: string, answer: ModelAnswer, durationMs: number): TestedCall {
  const { tokensIn, tokensCached, tokensOut } = answer;
  const price = priceOf(model);
  const costNanos = price === null ? null : costNanosOf(price, answer);
  return { model, tokensIn, tokensCached, tokensOut, costNanos, durationMs };
}
