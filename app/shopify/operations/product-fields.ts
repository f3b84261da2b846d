import { z } from "zod";

/** Where our texts without a field of their own live; `$app` is the namespace that belongs to this app. */
export const contentNamespace = "$app:content";

/** What we mirror of a product, without its lists. The same words in a bulk query and in the reading of one product. */
export const productFields = productFieldsOf("options { name values }", "value");

/** The same with the ids of what is translated apart from the product. */
export const translatedProductFields = productFieldsOf(
  "options { id name values optionValues { id name linkedMetafieldValue } }",
  "id value",
);

function productFieldsOf(options: string, ofBullets: string): string {
  return `id title handle vendor productType status descriptionHtml tags createdAt updatedAt
seo { title description }
category { fullName }
${options}
hasOnlyDefaultVariant onlineStoreUrl
featuredMedia { id }
bullets: metafield(namespace: "${contentNamespace}", key: "bullets") { ${ofBullets} }`;
}

export const variantFields = `id position title sku barcode price compareAtPrice availableForSale
selectedOptions { name value }
inventoryItem { measurement { weight { value unit } } }`;

export const mediaFields = `mediaContentType alt ... on MediaImage { id image { url } }`;

export const metafieldFields = `id namespace key type value definition { name validations { name value } }`;

const nullableText = z.string().nullish();

export const productNodeSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    handle: z.string(),
    vendor: z.string(),
    productType: z.string(),
    /** ACTIVE, DRAFT, ARCHIVED or UNLISTED */
    status: z.string(),
    descriptionHtml: z.string(),
    tags: z.array(z.string()),
    /** ISO 8601 */
    createdAt: z.string(),
    updatedAt: z.string(),
    seo: z.object({ title: nullableText, description: nullableText }),
    category: z.object({ fullName: z.string() }).nullish(),
    options: z.array(
      z.object({
        name: z.string(),
        values: z.array(z.string()),
        /** where it was asked for */
        id: z.string().optional(),
        optionValues: z
          .array(
            z.object({
              ...{ id: z.string(), name: z.string() },
              /** the gid of the entry that it is, where its option is linked to a metafield */
              linkedMetafieldValue: nullableText,
            }),
          )
          .optional(),
      }),
    ),
    /** its option and value carry no information */
    hasOnlyDefaultVariant: z.boolean().optional(),
    /** null: no page of it is on the online store */
    onlineStoreUrl: nullableText,
    featuredMedia: z.object({ id: z.string() }).nullish(),
    /** JSON list of strings, as text */
    bullets: z.object({ value: z.string(), id: z.string().optional() }).nullish(),
  })
  // The metafields of texts that the shop added are named after them.
  .catchall(z.unknown());
export type ProductNode = z.infer<typeof productNodeSchema>;

export const variantNodeSchema = z.object({
  id: z.string(),
  position: z.number(),
  title: z.string(),
  sku: nullableText,
  /** the first one */
  barcode: nullableText,
  price: z.string(),
  compareAtPrice: nullableText,
  availableForSale: z.boolean().optional(),
  selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
  inventoryItem: z
    .object({
      measurement: z
        .object({
          /** unit GRAMS, KILOGRAMS, OUNCES or POUNDS */
          weight: z.object({ value: z.number(), unit: z.string() }).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});
export type VariantNode = z.infer<typeof variantNodeSchema>;

export const mediaNodeSchema = z.object({
  mediaContentType: z.string(),
  alt: nullableText,
  /** only of an image */
  id: z.string().optional(),
  /** null until the image is ready */
  image: z.object({ url: z.string() }).nullish(),
});
export type MediaNode = z.infer<typeof mediaNodeSchema>;

/** Rules of a definition, e.g. `{ name: "max", value: "20" }`. */
export const definitionRulesSchema = z.array(z.object({ name: z.string(), value: nullableText }));

export const metafieldNodeSchema = z.object({
  id: z.string(),
  namespace: z.string(),
  key: z.string(),
  type: z.string(),
  value: z.string(),
  definition: z.object({ name: z.string(), validations: definitionRulesSchema.nullish() }).nullish(),
});
export type MetafieldNode = z.infer<typeof metafieldNodeSchema>;
