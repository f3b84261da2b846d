import type { TextLimits } from "../../db/schema/index.ts";
import { parseJson } from "../../lib/json.ts";

/** A rule of a metafield's or a metaobject field's definition, as Shopify gives it. */
export interface DefinitionRule {
  name: string;
  value?: string | null | undefined;
}

/**
 * What a definition's rules leave to a text; undefined where they say nothing of texts. Shopify holds each translation to them as
 * well: "Value fails validation on resource: ["Value has a maximum length of 20."]".
 * @see https://shopify.dev/docs/apps/build/metafields/list-of-validation-options
 */
export function limitsOfRules(rules: readonly DefinitionRule[] | null | undefined): TextLimits | undefined {
  const limits: TextLimits = {};
  for (const { name, value } of rules ?? []) {
    const number = value?.trim() ? Number(value) : Number.NaN;
    const count = countNames[name];
    if (count !== undefined && Number.isInteger(number) && number >= 0) limits[count] = number;
    if (name === "regex" && value) limits.pattern = value;
    const choices = name === "choices" ? parseJson(value ?? "") : undefined;
    if (Array.isArray(choices)) limits.choices = choices.filter((one) => typeof one === "string");
  }
  return Object.keys(limits).length > 0 ? limits : undefined;
}

const countNames: Readonly<Record<string, "max" | "min" | "most" | "least">> = {
  max: "max",
  min: "min",
  "list.max": "most",
  "list.min": "least",
};
