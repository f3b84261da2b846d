import { rememberHere } from "../../app/model/ask-server.ts";
import type { Models, ShopModel } from "../../app/model/model-for-shop.ts";

/** Names and prices for pages, with a model that is not to be asked. */
export function unaskedModels(own: Partial<ShopModel> = {}): Models {
  const refuse = (): never => {
    throw new Error("no page calls the model");
  };
  return {
    forShop: async () => ({
      model: { complete: async () => refuse() },
      nameOf: (agentModel) => `model-${agentModel}`,
      creditsOf: (agentModel) => (agentModel === "v1" ? 1 : 5),
      examiner: { mode: "off" },
      refusalOf: () => null,
      priceOf: () => null,
      connection: { baseUrl: null, apiKey: null },
      batchesOf: refuse,
      isCurrent: () => true,
      imageDelivery: "address",
      seesInBatches: async () => false,
      knowledge: rememberHere(),
      offersBatches: async () => true,
      ...own,
    }),
  };
}
