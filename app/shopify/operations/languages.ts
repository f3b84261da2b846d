import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

export const localeSchema = z.object({ locale: z.string() });

/**
 * The languages of a shop, with the addresses that lead to each: a language may be published without any, and an address may
 * offer one that is not published. Needs the scope `read_markets`.
 */
export const readShopLocales = defineOperation<Record<string, never>>()({
  name: "ReadShopLocales",
  document: `query ReadShopLocales {
  shopLocales { locale primary published marketWebPresences { id } }
}`,
  data: z.object({
    shopLocales: z.array(
      localeSchema.extend({
        primary: z.boolean(),
        published: z.boolean(),
        marketWebPresences: z.array(z.object({ id: z.string() })),
      }),
    ),
  }),
});
