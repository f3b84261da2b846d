import { cancelBulkOperation, readBulkOperation, runBulkQuery } from "./bulk-operations.ts";
import { createMetafieldDefinition } from "./metafield-definitions.ts";
import { deleteMetafields, readProductTexts, setMetafields, updateProductTexts } from "./product-texts.ts";
import {
  productsBulkDocument,
  readLargeProduct,
  readProduct,
  readProductMedia,
  readProductMetafields,
  readProductVariants,
} from "./read-product.ts";
import { shopOverview } from "./shop-overview.ts";

export type { BulkOperation } from "./bulk-operations.ts";
export * from "./product-fields.ts";
export type { ProductTextsInput, ProductTextsNode } from "./product-texts.ts";
export {
  cancelBulkOperation,
  createMetafieldDefinition,
  deleteMetafields,
  productsBulkDocument,
  readBulkOperation,
  readLargeProduct,
  readProduct,
  readProductMedia,
  readProductMetafields,
  readProductTexts,
  readProductVariants,
  runBulkQuery,
  setMetafields,
  shopOverview,
  updateProductTexts,
};

/** Every document that the app sends, for the test that validates them against Shopify's schema and computes their cost. */
export const allOperations = [
  shopOverview,
  readLargeProduct,
  readProduct,
  readProductVariants,
  readProductMedia,
  readProductMetafields,
  runBulkQuery,
  readBulkOperation,
  cancelBulkOperation,
  readProductTexts,
  updateProductTexts,
  setMetafields,
  deleteMetafields,
  createMetafieldDefinition,
] as const;

/** Documents that run inside a bulk operation: no points, other limits. */
export const allBulkDocuments = [productsBulkDocument] as const;
