import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from "graphql";

let schema: GraphQLSchema | undefined;

/** Shopify's own schema of the Admin API 2026-10, as the dev dependency `@shopify/dev-mcp` carries it. */
export function realSchema(): GraphQLSchema {
  if (schema) return schema;
  // The package's exports hide the file, so it is named by its place.
  const file = new URL("../../node_modules/@shopify/dev-mcp/dist/data/admin_2026-10.json.gz", import.meta.url);
  const introspection = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as { data: IntrospectionQuery };
  schema = buildClientSchema(introspection.data);
  return schema;
}
