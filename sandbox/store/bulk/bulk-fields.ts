import { GraphQLError, Kind, type OperationDefinitionNode } from "graphql";
import { gid, idOf, isoTime } from "../records.ts";
import { type Args, type Context, type Fields, model } from "../resolve/context.ts";
import { checkDocument } from "../schema.ts";
import { bulkQueryProblems } from "./check-bulk-query.ts";
import type { BulkOperationRecord } from "./operations.ts";

/** Since API version 2026-01: five queries and five mutations at once per app and shop. */
const atOnce = 5;

/** Of a bulk mutation's text. */
const mutationLimitBytes = 65_535;

const resultUrl = (o: BulkOperationRecord) =>
  `https://storage.googleapis.com/shopify-sandbox/bulk-${o.id}.jsonl?GoogleAccessId=sandbox&Expires=${Math.floor(((o.completedAt ?? 0) + 7 * 86_400_000) / 1000)}&response-content-disposition=attachment`;

export const bulkModel = model<BulkOperationRecord>({
  id: (o) => gid("BulkOperation", o.id),
  type: (o) => o.type,
  status: (o) => o.status,
  errorCode: (o) => o.errorCode,
  query: (o) => o.query,
  createdAt: (o) => isoTime(o.createdAt),
  completedAt: (o) => (o.completedAt === null ? null : isoTime(o.completedAt)),
  objectCount: (o) => String(o.objectCount),
  rootObjectCount: (o) => String(o.rootObjectCount),
  fileSize: (o) => (o.hasFile && o.completedAt !== null ? String(o.fileBytes) : null),
  url: (o) => (o.status === "COMPLETED" && o.hasFile ? resultUrl(o) : null),
  partialDataUrl: (o) => (o.status === "FAILED" && o.partial ? resultUrl(o) : null),
});

interface UserError {
  field: string[] | null;
  message: string;
  code: string | null;
}
const refuse = (...userErrors: UserError[]) => ({ bulkOperation: null, userErrors });
const busy = (kind: string): UserError => ({
  field: null,
  message: `A bulk ${kind} operation for this app and shop is already in progress: the limit of ${atOnce} concurrent operations has been reached.`,
  code: kind === "query" ? "OPERATION_IN_PROGRESS" : "LIMIT_REACHED",
});

function runQuery(args: Args, context: Context) {
  const query = args.query as string;
  const problems = bulkQueryProblems(query, context.shop.habits);
  if (problems.length > 0)
    return refuse(...problems.map((message) => ({ field: ["query"], message, code: "INVALID" })));
  if (context.shop.bulk.running("QUERY") >= atOnce) return refuse(busy("query"));
  const run = context.bulkRunners.query(context, query, args.groupObjects === true);
  const bulkOperation = context.shop.bulk.start("QUERY", query, run);
  return { bulkOperation, userErrors: [] };
}

function runMutation(args: Args, context: Context) {
  const mutation = args.mutation as string;
  const path = args.stagedUploadPath as string;
  const invalid = (message: string, code: string | null = "INVALID_MUTATION", field = "mutation") =>
    refuse({ field: [field], message, code });
  const bytes = Buffer.byteLength(mutation);
  if (bytes > mutationLimitBytes) {
    return invalid(`is too large (${bytes} bytes; maximum is ${mutationLimitBytes} bytes)`);
  }
  const checked = checkDocument(mutation, context.shop.habits);
  if (checked.errors) return invalid(checked.errors.map((e) => e.message).join("; "));
  const operations = checked.document.definitions.filter(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
  );
  const operation = operations[0];
  if (operations.length !== 1 || operation?.operation !== "mutation") {
    return invalid("Invalid operation type. Only `mutation` operations are supported.");
  }
  const fields = operation.selectionSet.selections;
  if (fields.length !== 1) return invalid("You must specify a single top level mutation.", null);
  const root = fields[0];
  if (root?.kind === Kind.FIELD && root.name.value.startsWith("bulkOperation")) {
    return invalid(`You must use an allowed mutation name. ${root.name.value} is not supported.`);
  }
  if (!context.shop.uploads.has(path) || context.shop.uploads.get(path) === undefined) {
    return invalid(
      "The JSONL file could not be found. Try uploading the file again, and check that you've entered the URL correctly for the stagedUploadPath mutation argument.",
      "NO_SUCH_FILE",
      "stagedUploadPath",
    );
  }
  if (context.shop.bulk.running("MUTATION") >= atOnce) return refuse(busy("mutation"));
  const lines = context.shop.uploads.get(path) as string;
  const run = context.bulkRunners.mutation(context, checked.document, lines);
  const bulkOperation = context.shop.bulk.start("MUTATION", mutation, run);
  return { bulkOperation, userErrors: [] };
}

function cancel(args: Args, context: Context) {
  const id = idOf("BulkOperation", args.id);
  const found = id === undefined ? undefined : context.shop.bulk.get(id);
  if (!found) {
    throw new GraphQLError("Bulk operation does not exist", { extensions: { code: "RESOURCE_NOT_FOUND" } });
  }
  if (["COMPLETED", "FAILED", "CANCELED"].includes(found.status)) {
    const message = `A bulk operation cannot be canceled when it is ${found.status.toLowerCase()}`;
    return { bulkOperation: found, userErrors: [{ field: null, message }] };
  }
  return { bulkOperation: context.shop.bulk.cancel(found.id), userErrors: [] };
}

export const bulkMutations: Fields<unknown> = {
  bulkOperationRunQuery: (_s, args, context) => runQuery(args, context),
  bulkOperationRunMutation: (_s, args, context) => runMutation(args, context),
  bulkOperationCancel: (_s, args, context) => cancel(args, context),
};
