import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

const bulkFields = "id status errorCode createdAt completedAt objectCount rootObjectCount fileSize url partialDataUrl";

/** UnsignedInt64 comes as text. */
const count = z.union([z.string(), z.number()]).transform(Number);

export const bulkOperationSchema = z.object({
  id: z.string(),
  status: z.enum(["CREATED", "RUNNING", "COMPLETED", "CANCELING", "CANCELED", "FAILED", "EXPIRED"]),
  errorCode: z.string().nullish(),
  createdAt: z.string(),
  completedAt: z.string().nullish(),
  objectCount: count,
  rootObjectCount: count,
  fileSize: count.nullish(),
  /** null although COMPLETED: there are no objects */
  url: z.string().nullish(),
  /** what there was when it failed */
  partialDataUrl: z.string().nullish(),
});
export type BulkOperation = z.infer<typeof bulkOperationSchema>;

const userErrors = z.array(
  z.object({ field: z.array(z.string()).nullish(), message: z.string(), code: z.string().nullish() }),
);

/** Starts a bulk query; up to five run at once in a shop. Order of children is not relied on, hence no grouping. */
export const runBulkQuery = defineOperation<{ query: string }>()({
  name: "RunBulkQuery",
  document: `mutation RunBulkQuery($query: String!) {
  bulkOperationRunQuery(query: $query, groupObjects: false) {
    bulkOperation { ${bulkFields} }
    userErrors { field message code }
  }
}`,
  data: z.object({
    bulkOperationRunQuery: z.object({ bulkOperation: bulkOperationSchema.nullish(), userErrors }),
  }),
});

/** `bulkOperation` is null when Shopify no longer knows it. */
export const readBulkOperation = defineOperation<{ id: string }>()({
  name: "ReadBulkOperation",
  document: `query ReadBulkOperation($id: ID!) {
  bulkOperation(id: $id) { ${bulkFields} }
}`,
  data: z.object({ bulkOperation: bulkOperationSchema.nullable() }),
});

export const cancelBulkOperation = defineOperation<{ id: string }>()({
  name: "CancelBulkOperation",
  document: `mutation CancelBulkOperation($id: ID!) {
  bulkOperationCancel(id: $id) {
    bulkOperation { id status }
    userErrors { field message }
  }
}`,
  data: z.object({
    bulkOperationCancel: z.object({
      bulkOperation: z.object({ id: z.string(), status: z.string() }).nullish(),
      userErrors: z.array(z.object({ field: z.array(z.string()).nullish(), message: z.string() })),
    }),
  }),
});
