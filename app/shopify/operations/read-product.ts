import { z } from "zod";
import { type BarcodeReading, barcodesInBulk } from "./barcodes.ts";
import { idPageSchema } from "./collections.ts";
import { defineOperation } from "./define-operation.ts";
import {
  mediaFields,
  mediaNodeSchema,
  metafieldFields,
  metafieldNodeSchema,
  productFields,
  productNodeSchema,
  translatedProductFields,
  variantFields,
  variantNodeSchema,
} from "./product-fields.ts";
import { type TextMetafield, textMetafieldFields } from "./text-metafields.ts";

const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
const variantPageSchema = z.object({ nodes: z.array(variantNodeSchema), pageInfo: pageInfoSchema });

const mediaPageSchema = z.object({ nodes: z.array(mediaNodeSchema), pageInfo: pageInfoSchema });
const metafieldPageSchema = z.object({ nodes: z.array(metafieldNodeSchema), pageInfo: pageInfoSchema });

const wholeProductSchema = productNodeSchema.extend({
  variants: variantPageSchema,
  media: mediaPageSchema,
  metafields: metafieldPageSchema,
  collections: idPageSchema,
});

const translatedTextFields = "id type value";

/** Everything we mirror of one product, as far as its lists fit. `product` is null when it is gone. */
function readProductOf(
  name: string,
  size: { variants: number; media: number; metafields: number; collections: number },
  texts: readonly TextMetafield[],
) {
  return defineOperation<{ id: string }>()({
    name,
    document: `query ${name}($id: ID!) {
  product(id: $id) {
    ${translatedProductFields} ${textMetafieldFields(texts, translatedTextFields)}
    variants(first: ${size.variants}) { nodes { ${variantFields} } pageInfo { hasNextPage endCursor } }
    media(first: ${size.media}) { nodes { ${mediaFields} } pageInfo { hasNextPage endCursor } }
    metafields(first: ${size.metafields}) { nodes { ${metafieldFields} } pageInfo { hasNextPage endCursor } }
    collections(first: ${size.collections}) { nodes { id } pageInfo { hasNextPage endCursor } }
  }
}`,
    data: z.object({ product: wholeProductSchema.nullable() }),
  });
}

/**
 * Most products fit into this. Each write of ours comes back as a webhook and is read again, so this is sent about as often
 * as we publish, and must leave the shop's points to the writing.
 */
export function readProduct(texts: readonly TextMetafield[] = []) {
  return readProductOf("ReadProduct", { variants: 10, media: 8, metafields: 20, collections: 10 }, texts);
}

/** For a product whose lists did not fit; what does not fit here either comes by the page after a cursor. */
export function readLargeProduct(texts: readonly TextMetafield[] = []) {
  return readProductOf("ReadLargeProduct", { variants: 100, media: 50, metafields: 50, collections: 50 }, texts);
}

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

/** The next 100 media after a cursor. A product has up to 250. */
export const readProductMedia = defineOperation<{ id: string; after: string }>()({
  name: "ReadProductMedia",
  document: `query ReadProductMedia($id: ID!, $after: String!) {
  product(id: $id) {
    media(first: 100, after: $after) { nodes { ${mediaFields} } pageInfo { hasNextPage endCursor } }
  }
}`,
  data: z.object({ product: z.object({ media: mediaPageSchema }).nullable() }),
});

/** The next 100 metafields after a cursor. */
export const readProductMetafields = defineOperation<{ id: string; after: string }>()({
  name: "ReadProductMetafields",
  document: `query ReadProductMetafields($id: ID!, $after: String!) {
  product(id: $id) {
    metafields(first: 100, after: $after) { nodes { ${metafieldFields} } pageInfo { hasNextPage endCursor } }
  }
}`,
  data: z.object({ product: z.object({ metafields: metafieldPageSchema }).nullable() }),
});

/**
 * The bulk query over all products. Its result has one JSON line per product, variant, barcode, medium and metafield; the
 * children carry `__parentId` and may be far from their parent. With barcodes it has the five connections that a bulk query
 * may have, two of them nested in one another below the products, as deep as it may go.
 * @param translated with the ids of what is translated apart from the product, for a shop of several languages
 * @see https://shopify.dev/docs/api/usage/bulk-operations/queries#operation-restrictions
 */
export function productsBulkDocument(
  texts: readonly TextMetafield[] = [],
  barcodes: BarcodeReading = "first",
  translated = false,
): string {
  const fields = translated ? translatedProductFields : productFields;
  return `{
  products {
    edges { node {
      ${fields} ${textMetafieldFields(texts, translated ? translatedTextFields : undefined)}
      variants { edges { node { ${variantFields} ${barcodesInBulk(barcodes)} } } }
      media { edges { node { id ${mediaFields} } } }
      metafields { edges { node { ${metafieldFields} } } }
    } }
  }
}`;
}
