import { z } from "zod";
import type { CategoryLevel } from "../db/schema/index.ts";
import { type ClassifiedFacts, withBasis } from "./picking/facts-to-classify.ts";
import { type PickDeps, type PickedCategory, pickCategory } from "./picking/pick-category.ts";

/** A product as the contract of content analysis sends it, which the shop need not have. */
export const givenProductSchema = z.strictObject({
  product_name: z.string().min(1).max(128),
  product_description: z.string().min(1).max(512),
  product_attributes: z
    .array(z.strictObject({ name: z.string().min(1).max(128), value: z.string().min(1).max(512) }))
    .min(1)
    .max(16),
});
export type GivenProduct = z.output<typeof givenProductSchema>;

/** What a job of the contract is asked for. Titles are English whatever the locale: GPC and Google's are kept in English. */
export const givenClassificationSchema = z.strictObject({
  external_tracking_id: z.string().min(1).optional(),
  product: givenProductSchema,
  channel: z.enum(["gpc", "google", "shopify"]).default("gpc"),
  locale: z.string().optional(),
  callback_url: z.url().optional(),
});
export type GivenClassification = z.output<typeof givenClassificationSchema>;

interface Coded {
  code: number | string;
  title: string;
}

/** The contract's result: levels by their names where the channel's have names, attributes with all values that they permit. */
export interface ClassificationResult {
  classification: Record<string, Coded | (Coded & { values: Coded[] })[]>;
  channel: GivenClassification["channel"];
  locale: string;
  version: string;
  /** 0 to 1 */
  confidence: number;
}

export type ClassifiedGiven =
  | { outcome: "classified"; result: ClassificationResult }
  | { outcome: "none_fits" }
  | Extract<Awaited<ReturnType<typeof pickCategory>>, { outcome: "not_loaded" | "unusable" }>;

const gpcLevels = ["segment", "family", "class", "brick"];
const localesOf = { gpc: "en-GB", google: "en-US", shopify: "en-US" } as const;
/** What tells the kind of a product, where the sender names its attributes so. */
const typeNames: ReadonlySet<string> = new Set(["product_type", "product_types", "type"]);

/**
 * Classifies a product that a request brings with it.
 * @throws what the model's call throws
 */
export async function classifyGiven(
  deps: PickDeps,
  { product, channel }: Pick<GivenClassification, "product" | "channel">,
): Promise<ClassifiedGiven> {
  const picked = await pickCategory(deps, channel, factsOfGiven(product));
  if (picked.outcome !== "picked") return picked;
  const { category } = picked;
  if (category.id === null) return { outcome: "none_fits" };
  return {
    outcome: "classified",
    result: {
      classification: { ...levelsOf(category.levels, channel), ...attributesOf(category, channel) },
      channel,
      locale: localesOf[channel],
      version: category.version,
      confidence: category.confidence / 100,
    },
  };
}

function factsOfGiven({ product_name, product_description, product_attributes }: GivenProduct): ClassifiedFacts {
  const type = product_attributes.find(({ name }) => typeNames.has(name.toLowerCase()))?.value ?? "";
  return withBasis({
    facts: [
      { name: "Title", value: product_name },
      ...product_attributes,
      { name: "Description", value: product_description },
    ],
    product: {
      ...{ title: product_name, type, vendor: "", options: [], locale: "en" },
      tags: product_attributes.map(({ value }) => value),
      description: product_description,
    },
  });
}

function levelsOf(levels: readonly CategoryLevel[], channel: GivenClassification["channel"]) {
  return Object.fromEntries(
    levels.map((level, at) => [(channel === "gpc" ? gpcLevels[at] : undefined) ?? `level_${at + 1}`, coded(level)]),
  );
}

function attributesOf(
  { permitted }: PickedCategory,
  channel: GivenClassification["channel"],
): ClassificationResult["classification"] {
  if (channel !== "gpc") return {};
  return {
    attributes: permitted.map(({ id, name, values }) => ({
      ...coded({ code: id, title: name }),
      values: values.map((value) => coded({ code: value.id, title: value.name })),
    })),
  };
}

/** GS1's and Google's codes are numbers, Shopify's are not. */
function coded({ code, title }: CategoryLevel): Coded {
  return { code: /^\d+$/.test(code) ? Number(code) : code, title };
}
