import type { Db } from "../db/open.ts";
import type { ImageDelivery } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { type Clock, systemClock } from "../lib/clock.ts";
import { createSafeFetch } from "../lib/safe-fetch.ts";
import type { Sealer } from "../lib/seal.ts";
import type { ServerKnowledge } from "./ask-server.ts";
import type { BatchModel } from "./batch-port.ts";
import { keepTraits } from "./keep-traits.ts";
import { createImageFetch, createLoadImage } from "./load-image.ts";
import { openModelKey } from "./model-key.ts";
import { type ModelPrice, type ModelPrices, modelPricesSchema } from "./model-prices.ts";
import { rememberOffer } from "./offers-batches.ts";
import { createOpenAiBatchModel } from "./openai-batch.ts";
import { createOpenAiModel } from "./openai-model.ts";
import type { Model } from "./port.ts";
import { type CallRefusal, refuseCalls } from "./refuse-calls.ts";
import { noRefusals, type Refusals, showImages, showImagesInBatches } from "./show-images.ts";

/** v1 costs 1 credit a product, v2 costs 5. */
export type AgentModel = "v1" | "v2";

export interface ShopModel {
  model: Model;
  /** the provider's name of the model behind v1 or v2 */
  nameOf(agentModel: AgentModel): string;
  /** why calls of v1 or v2 are not made, whoever asks for them; null when they are */
  refusalOf(agentModel: AgentModel): CallRefusal | null;
  /** of a model by the provider's name; null when neither the shop nor the operator has set it */
  priceOf(model: string): ModelPrice | null;
  /** what new calls are made with */
  connection: ModelConnection;
  /** the half-price lane for calls that may wait; what was sent with a connection is asked for with the same */
  batchesOf(connection: ModelConnection): BatchModel;
  /** whether it is the address and the key that new calls are made with; keys that are sealed anew stay the same */
  isCurrent(connection: ModelConnection): boolean;
  /** whether the provider has that lane; answers within half a second */
  offersBatches(): Promise<boolean>;
  /** how pictures reach the model */
  imageDelivery: ImageDelivery;
  /** whether a model sees the pictures of a batch, which carries their addresses only */
  seesInBatches(model: string): boolean;
  /** what is known of what the server takes */
  knowledge: ServerKnowledge;
}

/** A shop's own address and sealed key of the model; null for the operator's. */
export interface ModelConnection {
  baseUrl: string | null;
  apiKey: string | null;
}

/** The language model of each shop: its own settings over the operator's defaults. */
export interface Models {
  forShop(shop: ShopDomain): Promise<ShopModel>;
}

/** The operator's defaults, as the configuration names them. */
export interface ModelConfig {
  OPENAI_BASE_URL: string;
  OPENAI_API_KEY?: string | undefined;
  MODEL_V1: string;
  MODEL_V2: string;
  MODEL_TIMEOUT_MS: number;
  MODEL_PRICES?: ModelPrices | undefined;
  IMAGE_ORIGINS?: readonly string[] | undefined;
}

/** The largest answer read from a server that a merchant named. */
const maxAnswerBytes = 8 * 1024 * 1024;
/** Files of batches are larger and take longer. */
const maxFileBytes = 64 * 1024 * 1024;
const fileTimeoutMs = 5 * 60_000;
/** Clients kept ready. */
const maxClients = 200;

const unreadableKey: CallRefusal = {
  code: "model_key",
  field: "apiKey",
  says: "The saved API key can no longer be read, because the app's own encryption key was changed. Enter the API key again in Settings, then continue the work.",
};

type Client = Pick<ShopModel, "model" | "offersBatches"> & {
  refusal: CallRefusal | null;
  batches: BatchModel;
  refusals: Refusals;
  knowledge: ServerKnowledge;
};

interface SettingsRow extends ModelConnection {
  v1: string | null;
  v2: string | null;
  images: ImageDelivery;
}

/** Whether the address is the operator's own, which a merchant may name although it is not public. */
export function isOperatorsOrigin(config: Pick<ModelConfig, "OPENAI_BASE_URL">, baseUrl: string): boolean {
  return new URL(config.OPENAI_BASE_URL).origin === new URL(baseUrl).origin;
}

export function createModels(deps: {
  db: Db;
  /** default: the system's */
  clock?: Clock;
  sealer: Sealer;
  fetch: typeof fetch;
  config: ModelConfig;
}): Models {
  const { db, clock = systemClock, sealer, config } = deps;
  const clients = new Map<string, Client>();
  const select = db.raw.prepare<[string], SettingsRow>(
    "SELECT model_base_url AS baseUrl, model_api_key AS apiKey, model_v1 AS v1, model_v2 AS v2, model_images AS images FROM shop_settings WHERE shop = ?",
  );
  const selectPrices = db.raw.prepare<[string], { prices: string }>(
    "SELECT model_prices AS prices FROM spend_settings WHERE shop = ?",
  );
  const safeFetch = createSafeFetch({ timeoutMs: config.MODEL_TIMEOUT_MS, maxBytes: maxAnswerBytes });

  const loadImage = createLoadImage({ fetch: createImageFetch({ origins: config.IMAGE_ORIGINS ?? [] }) });

  const safeFileFetch = createSafeFetch({ timeoutMs: fileTimeoutMs, maxBytes: maxFileBytes });

  function clientFor(shop: ShopDomain, own: ModelConnection): Client {
    const id = own.baseUrl || own.apiKey ? `${shop} ${own.baseUrl ?? ""} ${own.apiKey ?? ""}` : "operator";
    const kept = clients.get(id);
    if (kept) return kept;
    const baseUrl = own.baseUrl ?? config.OPENAI_BASE_URL;
    // The operator's key goes to the operator's own address only.
    const operatorsKey = baseUrl === config.OPENAI_BASE_URL ? config.OPENAI_API_KEY : undefined;
    const { state, key } = openModelKey(sealer, shop, own.apiKey);
    const apiKey = key ?? operatorsKey;
    const trusted = isOperatorsOrigin(config, baseUrl);
    const timeoutMs = config.MODEL_TIMEOUT_MS;
    const knowledge = keepTraits({ db, clock }, { shop: id === "operator" ? undefined : shop, baseUrl });
    // Not with the operator's key instead: nobody has chosen that.
    if (state === "unreadable") {
      const { model, batches } = refuseCalls(unreadableKey);
      return {
        refusal: unreadableKey,
        model,
        batches,
        offersBatches: async () => false,
        refusals: noRefusals(),
        knowledge,
      };
    }
    const model = createOpenAiModel({ baseUrl, apiKey, fetch: trusted ? deps.fetch : safeFetch, timeoutMs, knowledge });
    const batches = createOpenAiBatchModel({
      baseUrl,
      apiKey,
      fetch: trusted ? deps.fetch : safeFileFetch,
      timeoutMs: Math.max(timeoutMs, fileTimeoutMs),
      knowledge,
    });
    const client = {
      refusal: null,
      model,
      batches: showImagesInBatches(batches),
      offersBatches: rememberOffer(batches),
      refusals: noRefusals(),
      knowledge,
    };
    if (clients.size >= maxClients) clients.delete(clients.keys().next().value ?? "");
    clients.set(id, client);
    return client;
  }

  return {
    async forShop(shop) {
      const row = select.get(shop);
      const own = modelPricesSchema.parse(JSON.parse(selectPrices.get(shop)?.prices ?? "{}"));
      const connection = { baseUrl: row?.baseUrl ?? null, apiKey: row?.apiKey ?? null };
      const { refusal, model, offersBatches, refusals, knowledge } = clientFor(shop, connection);
      const imageDelivery = row?.images ?? "address";
      return {
        model: showImages(model, { delivery: imageDelivery, loadImage, refusals, knowledge }),
        offersBatches,
        imageDelivery,
        seesInBatches: (model) => {
          const known = knowledge.read(model);
          return imageDelivery === "address" && known?.images !== false && !known?.imageFiles;
        },
        knowledge,
        connection,
        refusalOf: () => refusal,
        batchesOf: (kept) => clientFor(shop, kept).batches,
        isCurrent: (kept) =>
          kept.baseUrl === connection.baseUrl &&
          (kept.apiKey === connection.apiKey ||
            sameKey(openModelKey(sealer, shop, kept.apiKey), openModelKey(sealer, shop, connection.apiKey))),
        nameOf: (agentModel) => (agentModel === "v1" ? (row?.v1 ?? config.MODEL_V1) : (row?.v2 ?? config.MODEL_V2)),
        priceOf: (model) => own[model] ?? config.MODEL_PRICES?.[model] ?? null,
      };
    },
  };
}

type OpenedKey = ReturnType<typeof openModelKey>;

function sameKey(a: OpenedKey, b: OpenedKey): boolean {
  return a.key !== null && a.key === b.key;
}
