import type { ModelPrices } from "./model-prices.ts";

/** What a run asks for: a version, which the operator maps to a model of the provider. */
export type AgentModel = "v1" | "v2";

/** The operator's settings of the model, as the configuration names them. */
export interface ModelConfig {
  OPENAI_BASE_URL: string;
  OPENAI_API_KEY?: string | undefined;
  MODEL_V1: string;
  MODEL_V2: string;
  MODEL_EXAMINER?: string | undefined;
  MODELS_ALLOWED?: Record<string, number> | undefined;
  PRIVATE_ORIGINS_ALLOWED?: readonly string[] | undefined;
  MODEL_TIMEOUT_MS: number;
  MODEL_PRICES?: ModelPrices | undefined;
  IMAGE_ORIGINS?: readonly string[] | undefined;
}
