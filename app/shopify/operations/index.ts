import { barcodeNodeSchema, maxBarcodeVariants, readVariantBarcodes } from "./barcodes.ts";
import { cancelBulkOperation, readBulkOperation, runBulkQuery } from "./bulk-operations.ts";
import {
  collectionNodeSchema,
  collectionsBulkDocument,
  readCollection,
  readProductCollections,
} from "./collections.ts";
import { readExistingNodes } from "./existing-nodes.ts";
import { readImageAlts, updateImageAlts } from "./image-alts.ts";
import { readShopLocales } from "./languages.ts";
import {
  readAddresses,
  readMarketAddresses,
  readMarketPlaces,
  readMarketRelationships,
  readMarkets,
  readMarketTreeVersion,
} from "./markets.ts";
import { createMetafieldDefinition, listMetafieldDefinitions } from "./metafield-definitions.ts";
import { readMetaobjectFields } from "./metaobject-fields.ts";
import { contentNamespace } from "./product-fields.ts";
import { deleteMetafields, readProductTexts, setMetafields, updateProductTexts } from "./product-texts.ts";
import {
  productsBulkDocument,
  readLargeProduct,
  readProduct,
  readProductMedia,
  readProductMetafields,
  readProductVariants,
} from "./read-product.ts";
import { maxNamedReferences, readReferenceNames } from "./reference-names.ts";
import { maxPartOwners, readResourceParts } from "./resource-parts.ts";
import { shopIdentity } from "./shop-identity.ts";
import { shopOverview } from "./shop-overview.ts";
import { readAttributeValues, readCategoryNode, readTaxonomyPage } from "./taxonomy.ts";
import { maxTextMetafields, type TextMetafield } from "./text-metafields.ts";
import { readTextResources } from "./text-resources.ts";
import {
  maxTranslationTargets,
  readTranslations,
  registerTranslations,
  removeTranslations,
  type TranslationTarget,
} from "./translations.ts";
import { translationsBulkDocument } from "./translations-bulk.ts";

export type { BarcodeNode, BarcodeReading } from "./barcodes.ts";
export type { BulkOperation } from "./bulk-operations.ts";
export type { AddressNode, MarketNode, PlaceNode } from "./markets.ts";
export * from "./product-fields.ts";
export type { ProductTextsInput, ProductTextsNode } from "./product-texts.ts";
export type { TaxonomyCategoryNode, TaxonomyPage } from "./taxonomy.ts";
export * from "./text-metafields.ts";
export * from "./text-resources.ts";
export * from "./translations.ts";
export * from "./translations-bulk.ts";
export {
  barcodeNodeSchema,
  cancelBulkOperation,
  collectionNodeSchema,
  collectionsBulkDocument,
  createMetafieldDefinition,
  deleteMetafields,
  listMetafieldDefinitions,
  maxBarcodeVariants,
  maxNamedReferences,
  maxPartOwners,
  productsBulkDocument,
  readAddresses,
  readAttributeValues,
  readBulkOperation,
  readCategoryNode,
  readCollection,
  readExistingNodes,
  readImageAlts,
  readLargeProduct,
  readMarketAddresses,
  readMarketPlaces,
  readMarketRelationships,
  readMarkets,
  readMarketTreeVersion,
  readMetaobjectFields,
  readProduct,
  readProductCollections,
  readProductMedia,
  readProductMetafields,
  readProductTexts,
  readProductVariants,
  readReferenceNames,
  readResourceParts,
  readShopLocales,
  readTaxonomyPage,
  readVariantBarcodes,
  runBulkQuery,
  setMetafields,
  shopIdentity,
  shopOverview,
  updateImageAlts,
  updateProductTexts,
};

/** As many as a shop can add, in places of both kinds. */
const someTexts: TextMetafield[] = Array.from({ length: maxTextMetafields }, (_, i) => ({
  contentType: `added_${i}`,
  namespace: i % 2 === 0 ? contentNamespace : "custom",
  key: `added_${i}`,
}));

/** As many as are read in one call, half of them in markets. */
const someTargets: TranslationTarget[] = Array.from({ length: maxTranslationTargets }, (_, i) => ({
  locale: "de",
  market: i % 2 === 0 ? "" : String(i),
}));

/** Every document that the app sends, for the test that validates them against Shopify's schema and computes their cost. */
export const allOperations = [
  shopOverview,
  readShopLocales,
  readMarkets,
  readMarketPlaces,
  readMarketAddresses,
  readAddresses,
  readLargeProduct(someTexts),
  readProduct(someTexts),
  readProductVariants,
  readProductMedia,
  readProductMetafields,
  readProductCollections,
  readCollection,
  readReferenceNames,
  runBulkQuery,
  readBulkOperation,
  cancelBulkOperation,
  readProductTexts(someTexts),
  updateProductTexts,
  readExistingNodes,
  readImageAlts,
  updateImageAlts,
  setMetafields,
  deleteMetafields,
  createMetafieldDefinition,
  listMetafieldDefinitions,
  readTextResources,
  readMetaobjectFields,
  readResourceParts,
  readTranslations(someTargets),
  registerTranslations,
  removeTranslations,
  readTaxonomyPage,
  readCategoryNode,
  readAttributeValues,
] as const;

/** Those that a shop gets whose API lists a variant's barcodes. */
export const barcodeOperations = [readVariantBarcodes] as const;

/** Those that a shop gets whose API says which market inherits from which. */
export const relationshipOperations = [readMarketRelationships, readMarketTreeVersion] as const;

/** Documents that run inside a bulk operation: no points, other limits. */
export const allBulkDocuments = [
  productsBulkDocument(),
  productsBulkDocument(someTexts),
  productsBulkDocument(someTexts, "first", true),
  collectionsBulkDocument(),
  collectionsBulkDocument("1"),
] as const;

/** The same, of one connection. */
export const flatBulkDocuments = [translationsBulkDocument("PRODUCT", someTargets)] as const;

export const barcodeBulkDocuments = [productsBulkDocument(someTexts, "all")] as const;
