import { z } from "zod";
import { defineOperation } from "./define-operation.ts";

const localeSchema = z.object({ locale: z.string() });

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

const marketSchema = z.object({
  id: z.string(),
  name: z.string(),
  handle: z.string(),
  /** ACTIVE or DRAFT */
  status: z.string(),
  conditions: z
    .object({
      regionsCondition: z
        .object({ regions: z.object({ nodes: z.array(z.object({ code: z.string().optional() })) }) })
        .nullish(),
    })
    .nullish(),
  webPresences: z.object({
    nodes: z.array(z.object({ defaultLocale: localeSchema, alternateLocales: z.array(localeSchema) })),
  }),
});
export type MarketNode = z.infer<typeof marketSchema>;

/**
 * The next three markets after a cursor, each with all of its countries, of which there are fewer than 250. The API does not
 * say which market another one inherits from.
 * @see https://shopify.dev/docs/apps/build/markets/market-inheritance
 */
export const readMarkets = defineOperation<{ after: string | null }>()({
  name: "ReadMarkets",
  document: `query ReadMarkets($after: String) {
  markets(first: 3, after: $after) {
    nodes {
      id name handle status
      conditions { regionsCondition { regions(first: 250) { nodes { ... on MarketRegionCountry { code } } } } }
      webPresences(first: 10) { nodes { defaultLocale { locale } alternateLocales { locale } } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  data: z.object({
    markets: z.object({
      nodes: z.array(marketSchema),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    }),
  }),
});
