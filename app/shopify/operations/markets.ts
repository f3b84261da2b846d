import { z } from "zod";
import { defineOperation } from "./define-operation.ts";
import { localeSchema } from "./languages.ts";

const pageSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });

function listOf<Node extends z.ZodType>(node: Node) {
  return z.object({ nodes: z.array(node), pageInfo: pageSchema });
}

/** A country of a market, or a part of one. What is neither has no code that is known here. */
const placeSchema = z.object({
  code: z.string().optional(),
  part: z.string().optional(),
  country: z.object({ code: z.string() }).optional(),
});
export type PlaceNode = z.infer<typeof placeSchema>;

const placesSchema = listOf(placeSchema);
const placeFields = `nodes {
        ... on MarketRegionCountry { code }
        ... on MarketRegionSubdivision { part: code country { code } }
      } pageInfo { hasNextPage endCursor }`;

const addressSchema = z.object({ defaultLocale: localeSchema, alternateLocales: z.array(localeSchema) });
export type AddressNode = z.infer<typeof addressSchema>;

const addressesSchema = listOf(addressSchema);
const addressFields =
  "nodes { defaultLocale { locale } alternateLocales { locale } } pageInfo { hasNextPage endCursor }";

const marketSchema = z.object({
  id: z.string(),
  name: z.string(),
  handle: z.string(),
  /** ACTIVE or DRAFT */
  status: z.string(),
  /** what decides who belongs to it: REGION, LOCATION, COMPANY_LOCATION, CHANNEL, or NONE */
  type: z.string(),
  conditions: z
    .object({
      conditionTypes: z.array(z.string()),
      /** `applicationLevel`: ALL regions of the world, which are not listed then, or those that are SPECIFIED */
      regionsCondition: z.object({ applicationLevel: z.string().nullish(), regions: placesSchema }).nullish(),
    })
    .nullish(),
  webPresences: addressesSchema,
});
export type MarketNode = z.infer<typeof marketSchema>;

/**
 * The next three markets after a cursor, each with the first 100 of its places and 10 of its addresses. `relationships` is null
 * where the API does not say which market inherits from which: that was announced for 2026-10 after its schema had been published.
 * @see https://shopify.dev/changelog/market-relationships
 */
export const readMarkets = defineOperation<{ after: string | null }>()({
  name: "ReadMarkets",
  document: `query ReadMarkets($after: String) {
  relationships: __type(name: "MarketRelationship") { name }
  markets(first: 3, after: $after) {
    nodes {
      id name handle status type
      conditions { conditionTypes regionsCondition { applicationLevel regions(first: 100) { ${placeFields} } } }
      webPresences(first: 10) { ${addressFields} }
    }
    pageInfo { hasNextPage endCursor }
  }
}`,
  data: z.object({ relationships: z.object({ name: z.string() }).nullish(), markets: listOf(marketSchema) }),
});

/** More places of one market after a cursor; null for one that is gone. */
export const readMarketPlaces = defineOperation<{ id: string; after: string }>()({
  name: "ReadMarketPlaces",
  document: `query ReadMarketPlaces($id: ID!, $after: String) {
  market(id: $id) {
    conditions { regionsCondition { regions(first: 250, after: $after) { ${placeFields} } } }
  }
}`,
  data: z.object({
    market: z
      .object({ conditions: z.object({ regionsCondition: z.object({ regions: placesSchema }).nullish() }).nullish() })
      .nullable(),
  }),
});

/** More addresses of one market after a cursor; null for one that is gone. */
export const readMarketAddresses = defineOperation<{ id: string; after: string }>()({
  name: "ReadMarketAddresses",
  document: `query ReadMarketAddresses($id: ID!, $after: String) {
  market(id: $id) { webPresences(first: 100, after: $after) { ${addressFields} } }
}`,
  data: z.object({ market: z.object({ webPresences: addressesSchema }).nullable() }),
});

/**
 * The addresses of a shop after a cursor, each with one of the markets that it is of. The one that customers get whose market has
 * none is on the shop's own domain, and mostly no market's.
 */
export const readAddresses = defineOperation<{ after: string | null }>()({
  name: "ReadAddresses",
  document: `query ReadAddresses($after: String) {
  shop { primaryDomain { host } }
  webPresences(first: 50, after: $after) {
    nodes { domain { host } markets(first: 1) { nodes { id } } defaultLocale { locale } alternateLocales { locale } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  data: z.object({
    shop: z.object({ primaryDomain: z.object({ host: z.string() }) }),
    webPresences: listOf(
      addressSchema.extend({
        /** null: a folder of another one's domain */
        domain: z.object({ host: z.string() }).nullish(),
        markets: z.object({ nodes: z.array(z.object({ id: z.string() })) }).nullish(),
      }),
    ),
  }),
});

/**
 * Which market inherits directly from which, after a cursor; `parentMarket` is null where it inherits from none. Shopify builds
 * this some time after a market changed: cursors are of one version. Only where the API has it.
 */
export const readMarketRelationships = defineOperation<{ after: string | null }>()({
  name: "ReadMarketRelationships",
  document: `query ReadMarketRelationships($after: String) {
  marketRelationships(first: 100, after: $after) {
    nodes { childMarket { id } parentMarket { id } }
    pageInfo { hasNextPage endCursor }
  }
}`,
  data: z.object({
    marketRelationships: listOf(
      z.object({ childMarket: z.object({ id: z.string() }), parentMarket: z.object({ id: z.string() }).nullable() }),
    ),
  }),
});

/** Which building of the relationships Shopify answers with now; not in one request with them. Only where the API has it. */
export const readMarketTreeVersion = defineOperation<Record<string, never>>()({
  name: "ReadMarketTreeVersion",
  document: "query ReadMarketTreeVersion { marketRelationshipsStatus { version } }",
  data: z.object({ marketRelationshipsStatus: z.object({ version: z.string() }) }),
});
