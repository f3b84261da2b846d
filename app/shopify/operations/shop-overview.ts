import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

/** The shop's name, currency and languages; also the cheapest way to ask whether a token works. */
export const shopOverview = defineOperation<Record<string, never>>()({
  name: "ShopOverview",
  document: `query ShopOverview {
  shop { name currencyCode myshopifyDomain }
  shopLocales { locale primary published }
}`,
  data: z.object({
    shop: z.object({ name: z.string(), currencyCode: z.string(), myshopifyDomain: z.string() }),
    shopLocales: z.array(z.object({ locale: z.string(), primary: z.boolean(), published: z.boolean() })),
  }),
});
