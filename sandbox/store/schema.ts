import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import {
  buildClientSchema,
  type DocumentNode,
  extendSchema,
  GraphQLError,
  type GraphQLSchema,
  type IntrospectionQuery,
  NoDeprecatedCustomRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { z } from "zod";
import { documentedAdditions } from "./documented-additions.ts";

export const apiVersion = "2026-10";

/** What of the documented additions a shop's API knows. */
export interface ApiExtent {
  /** many: several of a variant, as documented for this version. one: as published. */
  barcodes: "one" | "many";
  /** listed: which market inherits from which can be asked. unknown: the shop's API has not got that yet. */
  marketRelationships: "listed" | "unknown";
}

const wholeApi: ApiExtent = { barcodes: "many", marketRelationships: "listed" };
const schemas = new Map<string, GraphQLSchema>();
let published: GraphQLSchema | undefined;

/**
 * Shopify's own Admin schema, from the package `@shopify/dev-mcp`. Its `exports` hide the file, so the folder is looked for.
 * Read once per process, at first use. By default with what is documented beyond it.
 */
export function adminSchema({ barcodes, marketRelationships }: ApiExtent = wholeApi): GraphQLSchema {
  const key = `${barcodes} ${marketRelationships}`;
  const known = schemas.get(key);
  if (known) return known;
  const additions = [
    ...(barcodes === "many" ? [documentedAdditions.barcodes] : []),
    ...(marketRelationships === "listed" ? [documentedAdditions.marketRelationships] : []),
  ];
  published ??= readSchema();
  const schema = additions.length > 0 ? extendSchema(published, parse(additions.join("\n"))) : published;
  schemas.set(key, schema);
  return schema;
}

function readSchema(): GraphQLSchema {
  const file = join(packageFolder("@shopify/dev-mcp"), "dist", "data", `admin_${apiVersion}.json.gz`);
  const read = JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")) as { data: IntrospectionQuery };
  types = z.object({ data: z.object({ __schema: z.object({ types: z.array(rawTypeSchema) }) }) }).parse(read).data
    .__schema.types;
  return buildClientSchema(read.data);
}

const accessSchema = z.object({ name: z.string(), requiredAccess: z.string().nullish() });
const rawTypeSchema = accessSchema.extend({ fields: z.array(accessSchema).nullish() });
let types: z.infer<typeof rawTypeSchema>[] = [];

/** What the schema of introspection leaves out and Shopify adds to it: who may read a type or a field, in words. */
export function rawTypes(): readonly z.infer<typeof rawTypeSchema>[] {
  adminSchema();
  return types;
}

function packageFolder(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed. Run npm ci, with development packages.`);
  }
}

export type Checked = { document: DocumentNode; errors?: undefined } | { document?: undefined; errors: GraphQLError[] };
const checked = new Map<string, Checked>();
const rules = specifiedRules.filter((rule) => rule !== NoDeprecatedCustomRule);

/** Parses and validates a document against the real schema; remembers the answer by text. */
export function checkDocument(text: string, extent: ApiExtent = wholeApi): Checked {
  const key = `${extent.barcodes} ${extent.marketRelationships} ${text}`;
  const known = checked.get(key);
  if (known) return known;
  const answer = check(text, extent);
  // Tests and bulk mutations may send many different texts: bound what is remembered.
  if (checked.size > 2000) checked.clear();
  checked.set(key, answer);
  return answer;
}

function check(text: string, extent: ApiExtent): Checked {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    return { errors: [error instanceof GraphQLError ? error : new GraphQLError(String(error))] };
  }
  const errors = validate(adminSchema(extent), document, rules);
  return errors.length > 0 ? { errors: errors.map(inShopifysWords) } : { document };
}

/** The commonest refusal, unknown field, in Shopify's words; the others keep graphql-js's. */
function inShopifysWords(error: GraphQLError): GraphQLError {
  const field = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message);
  const argument = /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"/.exec(error.message);
  if (field) {
    return new GraphQLError(`Field '${field[1]}' doesn't exist on type '${field[2]}'`, {
      nodes: error.nodes,
      extensions: { code: "undefinedField", typeName: field[2], fieldName: field[1] },
    });
  }
  if (argument) {
    return new GraphQLError(`Field '${argument[3]}' doesn't accept argument '${argument[1]}'`, {
      nodes: error.nodes,
      extensions: { code: "argumentNotAccepted", name: argument[3], typeName: "Field", argumentName: argument[1] },
    });
  }
  return new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: "GRAPHQL_VALIDATION_FAILED" } });
}
