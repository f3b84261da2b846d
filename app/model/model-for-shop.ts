import type { Db } from "../db/open.ts";
import type { ExamineMode, ImageDelivery } from "../db/schema/index.ts";
import { get } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { type Clock, systemClock } from "../lib/clock.ts";
import { createSafeFetch } from "../lib/safe-fetch.ts";
import type { Sealer } from "../lib/seal.ts";
import { rememberHere, type ServerKnowledge } from "./ask-server.ts";
import type { BatchModel } from "./batch-port.ts";
import { type ChosenExaminer, examinerOf } from "./examiner.ts";
import { keepTraits } from "./keep-traits.ts";
import { createImageFetch, createLoadImage } from "./load-image.ts";
import { type Access, accessOf, modelRefusal } from "./may-call.ts";
import type { AgentModel, ModelConfig } from "./model-config.ts";
import { creditsOfModel } from "./model-credits.ts";
import { openModelKey } from "./model-key.ts";
import { type ModelPrice, modelPricesSchema } from "./model-prices.ts";
import { rememberOffer } from "./offers-batches.ts";
import { createOpenAiBatchModel } from "./openai-batch.ts";
import { createOpenAiModel } from "./openai-model.ts";
import type { Model } from "./port.ts";
import { type CallRefusal, onlyAllowed, refuseCalls } from "./refuse-calls.ts";
import { noRefusals, type Refusals, showImages, showImagesInBatches } from "./show-images.ts";

export interface ShopModel {
  model: Model;
  /** the provider's name of the model behind v1 or v2 */
  nameOf(agentModel: AgentModel): string;
  /** what a product costs with the model behind v1 or v2 */
  creditsOf(agentModel: AgentModel): number;
  /** which model examines what was written, and when it is asked */
  examiner: ChosenExaminer;
  /** why calls of v1 or v2 are not made, whoever asks for them; null when they are */
  refusalOf(agentModel: AgentModel): CallRefusal | null;
  /** of a model by the provider's name; null when neither the shop nor the operator has set it */
  priceOf(model: string): ModelPrice | null;
  /** what new calls are made with */
  connection: ModelConnection;
  /** batch mode, for calls that may wait; what was sent with a connection is asked for with the same */
  batchesOf(connection: ModelConnection): BatchModel;
  /** whether it is the address and the key that new calls are made with; keys that are sealed anew stay the same */
  isCurrent(connection: ModelConnection): boolean;
  /** whether the provider has it; answers within half a second */
  offersBatches(): Promise<boolean>;
  /** how pictures reach the model */
  imageDelivery: ImageDelivery;
  /** whether a model sees the pictures of a batch, which carries their addresses only */
  seesInBatches(model: string): Promise<boolean>;
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

/** The largest answer read from a server that a merchant named. */
const maxAnswerBytes = 8 * 1024 * 1024;
/** Files of batches are larger and take longer. */
const maxFileBytes = 64 * 1024 * 1024;
const fileTimeoutMs = 5 * 60_000;
/** The client that all shops without an account of their own share; no shop is called so. */
const operator = "operator";
/** Clients kept ready. */
const maxClients = 200;

type Client = Pick<ShopModel, "model" | "offersBatches"> & {
  batches: BatchModel;
  refusals: Refusals;
  knowledge: ServerKnowledge;
};

interface SettingsRow extends ModelConnection {
  /** 1: its server needs no key */
  keyless: number;
  v1: string | null;
  v2: string | null;
  examiner: string | null;
  examine: ExamineMode | null;
  images: ImageDelivery;
}

const settingsSql = `SELECT model_base_url AS baseUrl, model_api_key AS apiKey, model_keyless AS keyless, model_v1 AS v1,
    model_v2 AS v2, model_examiner AS examiner, examine, model_images AS images
  FROM shop_settings WHERE shop = @shop`;
const pricesSql = "SELECT model_prices AS prices FROM spend_settings WHERE shop = @shop";

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
  const privateOrigins = config.PRIVATE_ORIGINS_ALLOWED;
  const safeFetch = createSafeFetch({ timeoutMs: config.MODEL_TIMEOUT_MS, maxBytes: maxAnswerBytes, privateOrigins });

  const loadImage = createLoadImage({ fetch: createImageFetch({ origins: config.IMAGE_ORIGINS ?? [] }) });

  const safeFileFetch = createSafeFetch({ timeoutMs: fileTimeoutMs, maxBytes: maxFileBytes, privateOrigins });

  function clientFor(shop: ShopDomain, { apiKey: sealed }: ModelConnection, access: Access): Client {
    if ("refusal" in access) return nobody(access.refusal);
    const { account, endpoint: baseUrl, trusted } = access;
    const isOperators = account === "operator";
    const id = isOperators ? operator : `${shop} ${baseUrl} ${sealed ?? ""}`;
    const kept = clients.get(id);
    if (kept) return kept;
    // An own account without a key is one of a server that needs none: nobody's key is sent there.
    const apiKey = isOperators ? config.OPENAI_API_KEY : (openModelKey(sealer, shop, sealed).key ?? undefined);
    const timeoutMs = config.MODEL_TIMEOUT_MS;
    const knowledge = keepTraits({ db, clock }, { shop: isOperators ? undefined : shop, baseUrl });
    const server = { baseUrl, apiKey, knowledge };
    const plain = {
      model: createOpenAiModel({ ...server, fetch: trusted ? deps.fetch : safeFetch, timeoutMs }),
      batches: createOpenAiBatchModel({
        ...server,
        fetch: trusted ? deps.fetch : safeFileFetch,
        timeoutMs: Math.max(timeoutMs, fileTimeoutMs),
      }),
    };
    const field = "modelV1" as const;
    const { model, batches } = onlyAllowed(plain, (name) => modelRefusal(config, { access, name, field }));
    const client = {
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
      const row = (await db.do(get<SettingsRow>(settingsSql, { shop }))) ?? noSettings;
      const kept = await db.do(get<{ prices: string }>(pricesSql, { shop }));
      const own = modelPricesSchema.parse(JSON.parse(kept?.prices ?? "{}"));
      const connection = { baseUrl: row.baseUrl, apiKey: row.apiKey };
      const opened = openModelKey(sealer, shop, row.apiKey);
      const access = accessOf(config, { baseUrl: row.baseUrl, key: opened.state, keyless: row.keyless === 1 });
      const { model, offersBatches, refusals, knowledge, batches } = clientFor(shop, connection, access);
      const nameOf = (agentModel: AgentModel) =>
        agentModel === "v1" ? (row.v1 ?? config.MODEL_V1) : (row.v2 ?? config.MODEL_V2);
      const isCurrent = (kept: ModelConnection) =>
        kept.baseUrl === connection.baseUrl &&
        (kept.apiKey === connection.apiKey ||
          (opened.key !== null && openModelKey(sealer, shop, kept.apiKey).key === opened.key));
      return {
        model: showImages(model, { delivery: row.images, loadImage, refusals, knowledge }),
        offersBatches,
        imageDelivery: row.images,
        async seesInBatches(model) {
          const known = await knowledge.read(model);
          return row.images === "address" && known?.images !== false && !known?.imageFiles;
        },
        knowledge,
        connection,
        isCurrent,
        batchesOf: (kept) => {
          if (isCurrent(kept)) return batches;
          // Where it went without a key, it is asked for without one.
          const { state: key } = openModelKey(sealer, shop, kept.apiKey);
          return clientFor(shop, kept, accessOf(config, { baseUrl: kept.baseUrl, key, keyless: true })).batches;
        },
        nameOf,
        creditsOf: (agentModel) =>
          creditsOfModel(config, {
            agentModel,
            name: nameOf(agentModel),
            account: "refusal" in access ? "shop" : access.account,
          }),
        examiner: examinerOf(config, { model: row.examiner, mode: row.examine }),
        refusalOf: (agentModel) =>
          modelRefusal(config, {
            access,
            name: nameOf(agentModel),
            field: agentModel === "v1" ? "modelV1" : "modelV2",
          }),
        priceOf: (model) => own[model] ?? config.MODEL_PRICES?.[model] ?? null,
      };
    },
  };
}

const noSettings: SettingsRow = {
  ...{ baseUrl: null, apiKey: null, keyless: 0, v1: null, v2: null },
  ...{ examiner: null, examine: null, images: "address" },
};

/** Nobody is asked, and nothing is learned. */
function nobody(refusal: CallRefusal): Client {
  const offersBatches = async () => false;
  return { ...refuseCalls(refusal), offersBatches, refusals: noRefusals(), knowledge: rememberHere() };
}
