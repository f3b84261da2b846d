import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

/** The cheapest way to ask whether a token works: needs no access scope, so an answer is one about the shop itself. */
export const shopIdentity = defineOperation<Record<string, never>>()({
  name: "ShopIdentity",
  document: "query ShopIdentity { shop { id } }",
  data: z.object({ shop: z.object({ id: z.string() }) }),
});
