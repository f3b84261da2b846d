import { createRandom, hashText } from "../../shared/random.ts";
import type { BulkRunners } from "../resolve/context.ts";
import { runBulkMutation } from "./run-bulk-mutation.ts";
import { compileBulkQuery, runBulkQuery } from "./run-bulk-query.ts";

export const bulkRunners: BulkRunners = {
  query(context, query, group) {
    const root = compileBulkQuery(query);
    const random = createRandom(hashText(query, context.shop.id));
    return (progress) => runBulkQuery({ context, random }, root, group, progress);
  },
  mutation: (context, document, lines) => (progress) => runBulkMutation(context, document, lines, progress),
};
