import { createHash } from "node:crypto";
import {
  type ExecutionResult,
  execute,
  type GraphQLError,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { actualCost, maxQueryCost, requestedCost } from "./cost.ts";
import type { Context } from "./resolve/context.ts";
import { type FieldReader, readerOf, typeNameOf } from "./resolve/registry.ts";
import { adminSchema, checkDocument } from "./schema.ts";

export interface AdminRequest {
  query: string;
  variables?: Record<string, unknown> | null | undefined;
  operationName?: string | null | undefined;
}

export interface AdminAnswer {
  body: { data?: unknown; errors?: unknown[]; extensions?: Record<string, unknown> };
  operationName: string;
  rootFields: string[];
  requestedCost: number;
  actualCost: number | null;
  outcome: "ok" | "user_errors" | "graphql_errors" | "refused" | "throttled";
  isMutation: boolean;
  queryHash: string;
}

const readers = new Map<string, FieldReader>();
const noArgs = {};

/** Runs a document without cost or throttle: bulk mutations use it line by line. */
export function runDocument(
  context: Context,
  document: Parameters<typeof execute>[0]["document"],
  variables: Record<string, unknown>,
  operationName?: string | null,
): ExecutionResult {
  return execute({
    schema: adminSchema(context.shop.habits),
    document,
    variableValues: variables,
    operationName: operationName ?? null,
    contextValue: context,
    fieldResolver: (source, args: Record<string, unknown>, ctx: Context, info) => {
      const key = `${info.parentType.name}.${info.fieldName}`;
      let reader = readers.get(key);
      if (!reader) {
        reader = readerOf(info.parentType.name, info.fieldName);
        readers.set(key, reader);
      }
      return reader(source, args ?? noArgs, ctx);
    },
    typeResolver: (source) => typeNameOf(source),
  }) as ExecutionResult;
}

export interface Described {
  operationName: string;
  rootFields: string[];
  isMutation: boolean;
  queryHash: string;
  operation: OperationDefinitionNode | undefined;
}

/** Names for logs and fault rules; works for documents that will be refused too. */
export function describeRequest(request: AdminRequest): Described {
  const { document } = checkDocument(request.query);
  const operation = document ? (getOperationAST(document, request.operationName) ?? undefined) : undefined;
  return {
    operationName: operation?.name?.value ?? request.operationName ?? "",
    rootFields: (operation?.selectionSet.selections ?? []).flatMap((s) =>
      s.kind === Kind.FIELD ? [s.name.value] : [],
    ),
    isMutation: operation?.operation === "mutation",
    queryHash: createHash("sha256").update(request.query).digest("hex").slice(0, 12),
    operation,
  };
}

/** Answers one Admin API request: validation, cost, throttle, execution, `extensions.cost`. */
export function answerAdmin(context: Context, request: AdminRequest, forceThrottle = false): AdminAnswer {
  const described = describeRequest(request);
  const { operation, ...names } = described;
  const refuse = (errors: unknown[], cost = 0): AdminAnswer => ({
    ...names,
    body: { errors },
    requestedCost: cost,
    actualCost: null,
    outcome: "refused",
  });
  const checked = checkDocument(request.query, context.shop.habits);
  if (checked.errors) return refuse(checked.errors.map((e) => withPath(e)));
  const { document } = checked;
  if (!operation) {
    return refuse([
      {
        message: request.operationName
          ? `No operation named "${request.operationName}"`
          : "An operation name is required",
      },
    ]);
  }
  const schema = adminSchema();
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  if (coerced.errors) {
    return refuse(coerced.errors.map((e) => ({ message: e.message, extensions: { code: "INVALID_VARIABLE" } })));
  }
  const tooLong = Object.entries(coerced.coerced).find(([, value]) => longList(value));
  if (tooLong) {
    const message = `The input array size of ${longList(tooLong[1])} is greater than the maximum allowed of 250.`;
    return refuse([{ message, extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } }]);
  }
  const cost = requestedCost(document, operation, coerced.coerced);
  const { bucket } = context.shop;
  if (cost > maxQueryCost && operation.operation === "query") {
    const message = `Query cost is ${cost}, which exceeds the single query max cost limit (${maxQueryCost}).\n\nSee https://shopify.dev/concepts/about-apis/rate-limits for more information on how the\ncost of a query is calculated.\n\nTo query larger amounts of data with fewer limits, bulk operations should be used instead.\nSee https://shopify.dev/tutorials/perform-bulk-operations-with-admin-api for usage details.\n`;
    return refuse([{ message, extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: maxQueryCost } }], cost);
  }
  if (forceThrottle || !bucket.take(cost)) {
    if (forceThrottle) bucket.drain();
    const documentation = "https://shopify.dev/api/usage/rate-limits";
    return {
      ...names,
      body: {
        errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation } }],
        extensions: { cost: { requestedQueryCost: cost, actualQueryCost: null, throttleStatus: bucket.status() } },
      },
      requestedCost: cost,
      actualCost: null,
      outcome: "throttled",
    };
  }
  const result = runDocument(context, document, request.variables ?? {}, request.operationName);
  const used = actualCost(document, operation, coerced.coerced, result.data, cost);
  bucket.refund(cost - used);
  return {
    ...names,
    body: {
      ...(result.data === undefined ? {} : { data: result.data }),
      ...(result.errors ? { errors: result.errors.map((e) => e.toJSON()) } : {}),
      extensions: { cost: { requestedQueryCost: cost, actualQueryCost: used, throttleStatus: bucket.status() } },
    },
    requestedCost: cost,
    actualCost: used,
    outcome: result.errors ? "graphql_errors" : hasUserErrors(result.data) ? "user_errors" : "ok",
  };
}

function withPath(error: GraphQLError) {
  const { typeName, fieldName } = error.extensions;
  const path = typeof fieldName === "string" ? ["query", String(typeName), fieldName] : undefined;
  return { ...error.toJSON(), ...(path ? { path } : {}) };
}

export function hasUserErrors(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return false;
  return Object.values(data).some((payload: unknown) => {
    const errors =
      typeof payload === "object" && payload !== null ? (payload as { userErrors?: unknown }).userErrors : undefined;
    return Array.isArray(errors) && errors.length > 0;
  });
}

/** Length of the first list in a variable that is longer than the API's limit of 250. */
function longList(value: unknown): number | undefined {
  if (Array.isArray(value) && value.length > 250) return value.length;
  if (typeof value !== "object" || value === null) return undefined;
  for (const inner of Object.values(value)) {
    const found = longList(inner);
    if (found) return found;
  }
  return undefined;
}
