import { z } from "zod";
import { defineOperation } from "./define-operation.ts";
import { type TextMetafield, textMetafieldFields } from "./text-metafields.ts";

const textFields = "id title descriptionHtml updatedAt seo { title description }";

const productTextsSchema = z.object({
  id: z.string(),
  title: z.string(),
  descriptionHtml: z.string(),
  updatedAt: z.string(),
  seo: z.object({ title: z.string().nullish(), description: z.string().nullish() }),
});
export type ProductTextsNode = z.infer<typeof productTextsSchema>;

const userErrorSchema = z.object({ field: z.array(z.string()).nullish(), message: z.string() });
const metafieldErrorSchema = userErrorSchema.extend({ code: z.string().nullish(), elementIndex: z.number().nullish() });

/** The texts of one product that we may write, each metafield with the digest that guards it. Null when it is gone. */
export function readProductTexts(texts: readonly TextMetafield[]) {
  return defineOperation<{ id: string }>()({
    name: "ReadProductTexts",
    document: `query ReadProductTexts($id: ID!) {
  product(id: $id) { ${textFields} ${textMetafieldFields(texts, "id type value compareDigest")} }
}`,
    data: z.object({ product: productTextsSchema.catchall(z.unknown()).nullable() }),
  });
}

export interface ProductTextsInput extends Record<string, unknown> {
  id: string;
  title?: string;
  descriptionHtml?: string;
  seo?: { title?: string; description?: string };
}

/** Writes only the fields given. Shopify has no compare-and-set here: read just before, and again after. */
export const updateProductTexts = defineOperation<{ product: ProductTextsInput }>()({
  name: "UpdateProductTexts",
  document: `mutation UpdateProductTexts($product: ProductUpdateInput!) {
  productUpdate(product: $product) {
    product { ${textFields} }
    userErrors { field message }
  }
}`,
  data: z.object({
    productUpdate: z.object({ product: productTextsSchema.nullish(), userErrors: z.array(userErrorSchema) }),
  }),
});

export interface MetafieldInput extends Record<string, unknown> {
  ownerId: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  /** null: the metafield must not exist yet; otherwise it must still have this digest, else STALE_OBJECT */
  compareDigest: string | null;
}

/** Atomic, at most 25. */
export const setMetafields = defineOperation<{ metafields: MetafieldInput[] }>()({
  name: "SetMetafields",
  document: `mutation SetMetafields($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { key namespace type value compareDigest }
    userErrors { field message code elementIndex }
  }
}`,
  data: z.object({
    metafieldsSet: z.object({
      metafields: z
        .array(
          z.object({
            key: z.string(),
            namespace: z.string(),
            type: z.string(),
            value: z.string(),
            compareDigest: z.string(),
          }),
        )
        .nullish(),
      userErrors: z.array(metafieldErrorSchema),
    }),
  }),
});

/** Takes no digest: read just before. */
export const deleteMetafields = defineOperation<{
  metafields: { ownerId: string; namespace: string; key: string }[];
}>()({
  name: "DeleteMetafields",
  document: `mutation DeleteMetafields($metafields: [MetafieldIdentifierInput!]!) {
  metafieldsDelete(metafields: $metafields) {
    deletedMetafields { ownerId namespace key }
    userErrors { field message }
  }
}`,
  data: z.object({
    metafieldsDelete: z.object({
      deletedMetafields: z
        .array(z.object({ ownerId: z.string(), namespace: z.string(), key: z.string() }).nullable())
        .nullish(),
      userErrors: z.array(userErrorSchema),
    }),
  }),
});
