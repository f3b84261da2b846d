/** A variant's barcodes: the package's schema is of before its announcement took effect. */
const barcodes = `
enum BarcodeType { ASIN EAN GTIN ISBN UPC }

type ProductVariantBarcode {
  type: BarcodeType
  value: String!
}

type ProductVariantBarcodeEdge {
  cursor: String!
  node: ProductVariantBarcode!
}

type ProductVariantBarcodeConnection {
  edges: [ProductVariantBarcodeEdge!]!
  nodes: [ProductVariantBarcode!]!
  pageInfo: PageInfo!
}

extend type ProductVariant {
  barcodes(first: Int, after: String, last: Int, before: String, reverse: Boolean = false): ProductVariantBarcodeConnection!
}
`;

/** Which market inherits from which: announced on 17 September. Of `Market`, the sandbox models what is asked for. */
const marketRelationships = `
type MarketRelationship implements Node {
  childMarket: Market!
  id: ID!
  parentMarket: Market
}

type MarketRelationshipEdge {
  cursor: String!
  node: MarketRelationship!
}

type MarketRelationshipConnection {
  edges: [MarketRelationshipEdge!]!
  nodes: [MarketRelationship!]!
  pageInfo: PageInfo!
}

type MarketRelationshipsStatus {
  version: String!
}

extend type Market {
  childMarkets(first: Int, after: String, last: Int, before: String, reverse: Boolean = false): MarketConnection!
  parentMarkets(first: Int, after: String, last: Int, before: String, reverse: Boolean = false): MarketConnection!
}

extend type QueryRoot {
  marketRelationships(first: Int, after: String, last: Int, before: String, reverse: Boolean = false): MarketRelationshipConnection!
  marketRelationshipsStatus: MarketRelationshipsStatus!
}
`;

/**
 * What Shopify documents for 2026-10 and the schema that `@shopify/dev-mcp` carries lacks. A shop's API may stand on either side
 * of each.
 * @see https://shopify.dev/changelog/product-variant-barcode-is-being-replaced-by-barcodes
 * @see https://shopify.dev/docs/api/admin-graphql/unstable/objects/ProductVariantBarcode
 * @see https://shopify.dev/changelog/market-relationships
 */
export const documentedAdditions = { barcodes, marketRelationships };
