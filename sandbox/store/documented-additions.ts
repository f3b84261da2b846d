/**
 * What Shopify documents for 2026-10 and the schema that `@shopify/dev-mcp` carries lacks: a variant's barcodes. The package
 * was published before its announcement took effect, and a shop's API may stand on either side of it.
 * @see https://shopify.dev/changelog/product-variant-barcode-is-being-replaced-by-barcodes
 * @see https://shopify.dev/docs/api/admin-graphql/unstable/objects/ProductVariantBarcode
 */
export const documentedAdditions = `
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
