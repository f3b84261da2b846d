import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, extendSchema, type GraphQLSchema, type IntrospectionQuery, parse } from "graphql";
import { documentedAdditions } from "../../sandbox/store/documented-additions.ts";

let schema: GraphQLSchema | undefined;
let extended: GraphQLSchema | undefined;

/**
 * The published schema with what Shopify documents for 2026-10 and the package lacks: it was built on 28 September from a
 * schema without a variant's barcodes, which were announced on 8 September, and without relationships of markets, announced on
 * 17 September. A shop's API may know either or not, so the app has documents for both.
 * @see https://shopify.dev/changelog/product-variant-barcode-is-being-replaced-by-barcodes
 * @see https://shopify.dev/changelog/market-relationships
 */
export function documentedSchema(): GraphQLSchema {
  extended ??= extendSchema(realSchema(), parse(Object.values(documentedAdditions).join("\n")));
  return extended;
}

/** Shopify's own schema of the Admin API 2026-10, as the dev dependency `@shopify/dev-mcp` carries it. */
export function realSchema(): GraphQLSchema {
  if (schema) return schema;
  // The package's exports hide the file, so it is named by its place.
  const file = new URL("../../node_modules/@shopify/dev-mcp/dist/data/admin_2026-10.json.gz", import.meta.url);
  const introspection = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as { data: IntrospectionQuery };
  schema = buildClientSchema(introspection.data);
  return schema;
}
