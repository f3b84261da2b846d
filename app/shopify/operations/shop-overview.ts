import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

/**
 * The shop's name, address, currency and languages. `barcodes` is null where the
 * API has only one barcode a variant: the list was announced for 2026-10 after its schema had been published.
 * @see https://shopify.dev/changelog/product-variant-barcode-is-being-replaced-by-barcodes
 */
export const shopOverview = defineOperation<Record<string, never>>()({
  name: "ShopOverview",
  document: `query ShopOverview {
  shop { name currencyCode myshopifyDomain primaryDomain { host } }
  shopLocales { locale primary published }
  barcodes: __type(name: "ProductVariantBarcode") { name }
}`,
  data: z.object({
    shop: z.object({
      ...{ name: z.string(), currencyCode: z.string(), myshopifyDomain: z.string() },
      primaryDomain: z.object({ host: z.string() }),
    }),
    shopLocales: z.array(z.object({ locale: z.string(), primary: z.boolean(), published: z.boolean() })),
    barcodes: z.object({ name: z.string() }).nullish(),
  }),
});
