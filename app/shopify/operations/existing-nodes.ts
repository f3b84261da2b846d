import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

/** Which of some resources are in the shop, at most 250; null for one that is gone. */
export const readExistingNodes = defineOperation<{ ids: string[] }>()({
  name: "ReadExistingNodes",
  document: `query ReadExistingNodes($ids: [ID!]!) {
  nodes(ids: $ids) { id }
}`,
  data: z.object({ nodes: z.array(z.object({ id: z.string() }).nullable()) }),
});
