import type { Refusal } from "./read-refusal.ts";
import type { ServerTraits } from "./server-traits.ts";

/** What is tried after a refusal that gives no reason, the likeliest first. */
const guesses: Partial<ServerTraits>[] = [
  { tokenParameter: "max_tokens", structure: "json_object" },
  { tokenParameter: "max_tokens", structure: "none" },
  { tokenParameter: "max_completion_tokens", structure: "json_schema" },
  { tokenParameter: "none", structure: "none", turns: "alternating" },
];

/**
 * How to ask after a refusal. Pictures are not this one's business: whoever leaves them out lists which were not seen.
 * @param before.unclear how many refusals without a reason there were before
 * @param before.refusedParameters this one and those that were refused before it
 * @returns undefined when nothing else is left to try
 */
export function nextTraits(
  traits: ServerTraits,
  refusal: Refusal,
  before: { unclear: number; refusedParameters: ReadonlySet<ServerTraits["tokenParameter"]> },
): ServerTraits | undefined {
  switch (refusal.what) {
    case "token_parameter": {
      const other = otherParameter(traits);
      return { ...traits, tokenParameter: before.refusedParameters.has(other) ? "none" : other };
    }
    case "token_number":
      return traits.mostOutputTokens === null || refusal.most < traits.mostOutputTokens
        ? { ...traits, mostOutputTokens: refusal.most }
        : { ...traits, tokenParameter: "none" };
    case "structure":
      return { ...traits, structure: traits.structure === "json_schema" ? "json_object" : "none" };
    case "turns":
      return { ...traits, turns: "alternating" };
    case "unclear": {
      const guess = guesses[before.unclear];
      return guess && { ...traits, ...guess };
    }
    default:
      return undefined;
  }
}

export function otherParameter({ tokenParameter }: ServerTraits): "max_tokens" | "max_completion_tokens" {
  return tokenParameter === "max_tokens" ? "max_completion_tokens" : "max_tokens";
}
