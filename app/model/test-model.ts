import type { ShopDomain } from "../lib/brand.ts";
import { isOperationalError } from "../lib/errors.ts";
import type { AgentModel, Models } from "./model-for-shop.ts";

export type ModelTest = { ok: true; model: string } | { ok: false; code: string; message: string };

/** Settings' "Test connection": one small call with structured output, as the real work makes it. */
export async function testModel(
  { models }: { models: Models },
  { shop, agentModel, signal }: { shop: ShopDomain; agentModel: AgentModel; signal: AbortSignal },
): Promise<ModelTest> {
  try {
    const { model, nameOf } = await models.forShop(shop);
    const answer = await model.complete(
      {
        model: nameOf(agentModel),
        messages: [
          { role: "system", content: "Answer with JSON of the given schema." },
          {
            role: "user",
            content: JSON.stringify({ language: "en", content_types: { title: { task: "Say hello." } } }),
          },
        ],
        schemaName: "connection_test",
        schema: {
          type: "object",
          properties: { title: { type: "string" } },
          required: ["title"],
          additionalProperties: false,
        },
        maxOutputTokens: 2_000,
      },
      { signal },
    );
    if (answer.kind === "json") return { ok: true, model: answer.model };
    return {
      ok: false,
      code: "model_bad_answer",
      message: "The model answered, but not with JSON. Choose a model that supports structured output.",
    };
  } catch (error) {
    if (isOperationalError(error)) return { ok: false, code: error.code, message: error.merchantMessage };
    throw error;
  }
}
