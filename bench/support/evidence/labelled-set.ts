import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { factsOf, type ProductFacts } from "../../../app/catalog/facts.ts";
import type { TextBody } from "../../../app/db/schema/index.ts";

/** What a sentence of a labelled set is, held to the facts of its product. */
export const labels = ["good", "contradicted", "provable", "unsupported"] as const;
export type Label = (typeof labels)[number];

/** Good sentences that say nothing a shopper could check: they lean on no fact. */
export const claimless = ["mood", "idiom", "styling", "advice", "general", "lookalike"] as const;

/** By label, what a sentence tries. */
export const kinds = {
  good: [
    ...claimless,
    // The fact's own words, an inflected form, other words of the same meaning, a sentence made of several facts.
    ...(["restated", "inflected", "paraphrase", "combined"] as const),
    // A number in another unit, in words or in another notation; a span or one value of variants.
    ...(["converted", "spelled", "notation", "range", "variant"] as const),
    // In another language than the fact; a true "without"; what follows from a fact, e.g. wool from merino.
    ...(["foreign", "denial", "implied", "condition"] as const),
  ],
  contradicted: [
    ...(["quantity", "unit", "role", "dimensions", "duration", "price", "sign", "count", "origin"] as const),
    ...(["material", "form", "denied", "allergen", "certificate", "warranty", "age", "option"] as const),
    ...(["compatibility", "content"] as const),
  ],
  provable: [
    ...(["certificate", "safety", "health", "allergen", "origin", "warranty", "price", "age"] as const),
    ...(["award", "test", "environment"] as const),
  ],
  unsupported: [
    ...(["part", "durability", "suitability", "taste", "feel", "superlative", "compatibility"] as const),
    ...(["quantity", "material", "property", "option", "process", "care"] as const),
  ],
} as const satisfies Record<Label, readonly string[]>;

const words = z.string().min(1);
const variantSchema = z.strictObject({
  title: words,
  sku: words.nullish(),
  barcode: words.nullish(),
  /** in the shop's currency, e.g. `79.90` */
  price: words.nullish(),
  weightGrams: z.number().positive().nullish(),
  options: z.array(z.strictObject({ name: words, value: words })).default([]),
});

const sentenceSchema = z
  .strictObject({
    text: words,
    label: z.enum(labels),
    kind: words,
    /** words of the facts, to the letter, that it is true or false by */
    quotes: z.array(words).default([]),
  })
  .refine(({ label, kind }) => (kinds[label] as readonly string[]).includes(kind), "a kind of its label is wanted");

const productSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** BCP-47: the language that its texts are written in */
  locale: z.string().regex(/^[a-z]{2}(-[A-Za-z]{2,4})?$/),
  vertical: words,
  /** what public kind of product page it follows */
  after: words,
  /** the shop's currency, ISO 4217 */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default("EUR"),
  facts: z.strictObject({
    title: words,
    vendor: z.string().default(""),
    productType: z.string().default(""),
    category: words.nullish(),
    tags: z.array(words).default([]),
    options: z.array(z.strictObject({ name: words, values: z.array(words).min(1) })).default([]),
    attributes: z
      .array(
        z.strictObject({
          name: words,
          value: words,
          /** `own`: typed by the merchant into the app; `app`: a metafield that another app fills. Default: the shop's own metafield */
          source: z.enum(["own", "metafield", "app"]).default("metafield"),
        }),
      )
      .default([]),
    descriptionHtml: z.string().default(""),
    variants: z.array(variantSchema).default([]),
    images: z.array(z.strictObject({ alt: words.nullish() })).default([]),
    /** what the merchant says of it for this run */
    notes: words.nullish(),
  }),
  /** as a capable and honest writer writes them: all true */
  texts: z.strictObject({
    title: words,
    desc: words,
    bullets: z.array(words).min(1),
    seo_title: words,
    seo_desc: words,
  }),
  sentences: z.array(sentenceSchema).min(1),
});

export type LabelledProduct = z.output<typeof productSchema>;
export type LabelledSentence = LabelledProduct["sentences"][number];
export type SetName = "develop" | "held-out";

/** Where the files of a set are; each holds a list of products. */
const folderOf = (set: SetName) => join(import.meta.dirname, "../../../test/quality/evidence", set);

/**
 * All products of a labelled set, file by file; none when the set is not there.
 * @param of which files of the set, by name with `.json`; default: all
 * @throws ZodError with the place of what is not of the format
 */
export function readLabelledSet(set: SetName, of: (file: string) => boolean = () => true): LabelledProduct[] {
  const folder = folderOf(set);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json") && of(file))
    .sort()
    .flatMap((file) => z.array(productSchema).parse(JSON.parse(readFileSync(join(folder, file), "utf8"))));
}

/** A product's facts as the app reads them out of its catalogue, with the shop's currency and language. */
export function productFactsOf({ facts, currency, locale }: LabelledProduct): ProductFacts {
  const { title, vendor, productType, descriptionHtml } = facts;
  const read = factsOf({
    title,
    vendor,
    productType,
    descriptionHtml,
    facts: {
      category: facts.category ?? null,
      tags: facts.tags,
      options: facts.options,
      attributes: facts.attributes
        .filter(({ source }) => source !== "own")
        .map(({ name, value, source }) => ({ name, value, ...(source === "app" ? { source: "app:filled" } : {}) })),
      images: facts.images.map(({ alt }, index) => ({ id: `${index + 1}`, url: "", alt: alt ?? null })),
    },
    variants: facts.variants.map((variant, index) => ({
      id: `${index + 1}`,
      position: index + 1,
      title: variant.title,
      sku: variant.sku ?? null,
      barcode: variant.barcode ?? null,
      price: variant.price ?? null,
      weightGrams: variant.weightGrams ?? null,
      options: variant.options,
    })),
    ownAttributes: facts.attributes
      .filter(({ source }) => source === "own")
      .map(({ name, value }) => ({ name, value })),
  });
  return { ...read, currency, locale };
}

/** Its good texts by content type. */
export function goodTextsOf({ texts }: LabelledProduct): Map<string, TextBody> {
  return new Map(Object.entries(texts));
}

/** Every value that a quote may be taken from, the description as a reader sees it, line by line. */
export function quotableOf(product: LabelledProduct): string[] {
  const { title, vendor, productType, category, tags, options, attributes, variants, images } = product.facts;
  return [
    ...[title, vendor, productType, category ?? ""],
    ...tags,
    ...options.flatMap(({ name, values }) => [name, ...values, values.join(", ")]),
    ...attributes.flatMap(({ name, value }) => [name, value, `${name}: ${value}`]),
    ...variants.flatMap(({ title, price, weightGrams }) => [title, price ?? "", weightGrams ? `${weightGrams} g` : ""]),
    ...images.map(({ alt }) => alt ?? ""),
    ...[product.facts.notes ?? "", productFactsOf(product).descriptionText],
  ].filter((value) => value !== "");
}
