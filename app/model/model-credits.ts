import type { AgentModel, ModelConfig } from "./model-config.ts";

/** Credits of one product and run, whatever the number of content types. Repairs are free. */
export const versionCredits: Readonly<Record<AgentModel, number>> = { v1: 1, v2: 5 };

/** The models that may be called with the operator's key, with what a product costs. */
export function operatorModels(config: ModelConfig): Map<string, number> {
  const { MODEL_V1, MODEL_V2, MODEL_EXAMINER, MODELS_ALLOWED = {} } = config;
  // A small model: whoever lets it write pays for the small version.
  const examiner = MODEL_EXAMINER === undefined ? {} : { [MODEL_EXAMINER]: versionCredits.v1 };
  const own = { [MODEL_V1]: versionCredits.v1, [MODEL_V2]: versionCredits.v2 };
  return new Map(Object.entries({ ...own, ...examiner, ...MODELS_ALLOWED, ...own }));
}

/**
 * What a product costs with the model that a version is mapped to. With the operator's key that is the model's own price,
 * whatever version it is put behind; a shop with an account of its own pays the provider, and here for the version.
 */
export function creditsOfModel(
  config: ModelConfig,
  { agentModel, name, account }: { agentModel: AgentModel; name: string; account: "operator" | "shop" },
): number {
  const own = versionCredits[agentModel];
  const isDefault = name === (agentModel === "v1" ? config.MODEL_V1 : config.MODEL_V2);
  return account === "shop" || isDefault ? own : (operatorModels(config).get(name) ?? own);
}
