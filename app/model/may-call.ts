import { endpointWords, readEndpoint } from "./endpoint.ts";
import type { ModelConfig } from "./model-config.ts";
import { operatorModels } from "./model-credits.ts";
import type { SavedKey } from "./model-key.ts";
import type { CallRefusal, RefusalReason } from "./refuse-calls.ts";

/** Whose account calls are made on, and where; or why none are made. */
export type Access =
  | {
      account: "operator" | "shop";
      /** in its one spelling */
      endpoint: string;
      /** the operator's own address, which need not be public */
      trusted: boolean;
    }
  | { refusal: CallRefusal };

/** What a shop has chosen, or is about to. */
export interface ChosenServer {
  /** null: the operator's */
  baseUrl: string | null;
  key: SavedKey;
  /** the shop's setting that its server needs no key */
  keyless: boolean;
}

/**
 * Decides anew at each call, by the settings of this moment, whatever a form let through earlier: the operator's key goes to the
 * operator's very address and nowhere else; another address needs the shop's own key, or its word that none is needed.
 */
export function accessOf(config: ModelConfig, { baseUrl, key, keyless }: ChosenServer): Access {
  const operators = endpointOf(config.OPENAI_BASE_URL);
  const read = baseUrl === null ? { url: operators } : readEndpoint(baseUrl);
  if ("problem" in read) return { refusal: wrongAddress({ code: read.problem }) };
  const trusted = read.url === operators;
  if (!trusted && !read.url.startsWith("https://") && !isPrivateAllowed(config, read.url)) {
    return { refusal: wrongAddress({ code: "address_not_https" }) };
  }
  if (key === "unreadable") return { refusal: unreadableKey };
  if (key === "saved") return { account: "shop", endpoint: read.url, trusted };
  if (trusted) return { account: "operator", endpoint: read.url, trusted };
  return keyless ? { account: "shop", endpoint: read.url, trusted } : { refusal: missingKey };
}

/** Settings that name a model. */
export type ModelField = "modelV1" | "modelV2" | "modelExaminer";

/** Why a model may not be called on an account; null when it may. */
export function modelRefusal(
  config: ModelConfig,
  { access, name, field }: { access: Access; name: string; field: ModelField },
): CallRefusal | null {
  if ("refusal" in access) return access.refusal;
  if (access.account === "shop") return null;
  const allowed = [...operatorModels(config).keys()];
  if (allowed.includes(name)) return null;
  return {
    code: "model_not_allowed",
    field,
    reason: { code: "model_not_offered", offered: allowed },
    says: `${name} cannot be used with the key of whoever runs this app. In Settings, choose ${inWords(allowed)}, or enter your own API key; then continue the work.`,
  };
}

function isPrivateAllowed({ PRIVATE_ORIGINS_ALLOWED = [] }: ModelConfig, url: string): boolean {
  return PRIVATE_ORIGINS_ALLOWED.includes(new URL(url).origin);
}

/** @throws when the operator's own setting is no address */
function endpointOf(setting: string): string {
  const read = readEndpoint(setting);
  if ("problem" in read) throw new Error(`OPENAI_BASE_URL is not valid. ${endpointWords[read.problem]}`);
  return read.url;
}

function wrongAddress(reason: RefusalReason): CallRefusal {
  return {
    code: "model_not_allowed",
    field: "baseUrl",
    reason,
    says: "The endpoint of your model cannot be used any more. Correct it in Settings, then continue the work.",
  };
}

const unreadableKey: CallRefusal = {
  code: "model_key",
  field: "apiKey",
  reason: { code: "key_unreadable" },
  says: "The saved API key can no longer be read, because the app's own encryption key was changed. Enter the API key again in Settings, then continue the work.",
};

const missingKey: CallRefusal = {
  code: "model_key",
  field: "apiKey",
  reason: { code: "key_missing" },
  says: "Your own endpoint needs your own API key. Enter it in Settings, or tick there that the server needs none; then continue the work.",
};

function inWords(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}
