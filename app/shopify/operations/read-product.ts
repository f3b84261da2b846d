import { z } from "zod";
import { defineOperation } from "./define-operation.ts";
import {
  mediaFields,
  mediaNodeSchema,
  metafieldFields,
  metafieldNodeSchema,
  productFields,
  productNodeSchema,
  variantFields,
  variantNodeSchema,
} from "./product-fields.ts";

const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const variantPageSchema = z.object({ nodes: z.array(variantNodeSchema), pageInfo: pageInfoSchema });

/**
 * Everything we mirror of one product. `product` is null when it is gone. Has the first 100 variants; the rest comes by
 * {@link readProductVariants}.
 */
export const readProduct = defineOperation<{ id: string }>()({
  name: "ReadProduct",
  document: `query ReadProduct($id: ID!) {
  product(id: $id) {
    ${productFields}
    variants(first: 100) { nodes { ${variantFields} } pageInfo { hasNextPage endCursor } }
    media(first: 50) { nodes { ${mediaFields} } }
    metafields(first: 50) { nodes { ${metafieldFields} } }
  }
}`,
  data: z.object({
    product: productNodeSchema
      .extend({
        variants: variantPageSchema,
        media: z.object({ nodes: z.array(mediaNodeSchema) }),
        metafields: z.object({ nodes: z.array(metafieldNodeSchema) }),
      })
      .nullable(),
  }),
});

/** The next 100 variants of a product after a cursor. A product has up to 2,048. */
export const readProductVariants = defineOperation<{ id: string; after: string }>()({
  name: "ReadProductVariants",
  document: `query ReadProductVariants($id: ID!, $after: String!) {
  product(id: $id) {
    variants(first: 100, after: $after) { nodes { ${variantFields} } pageInfo { hasNextPage endCursor } }
  }
}`,
  data: z.object({ product: z.object({ variants: variantPageSchema }).nullable() }),
});

/**
 * The bulk query over all products. Its result has one JSON line per product, variant, medium and metafield; the children
 * carry `__parentId` and may be far from their parent.
 */
export const productsBulkDocument = `{
  products {
    edges { node {
      ${productFields}
      variants { edges { node { ${variantFields} } } }
      media { edges { node { id ${mediaFields} } } }
      metafields { edges { node { ${metafieldFields} } } }
    } }
  }
}`;
