import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { type ImportResult, importProducts } from "../../app/catalog/import-products.ts";
import type { Db } from "../../app/db/open.ts";
import { shops } from "../../app/db/schema/index.ts";
import { type ShopDomain, shopDomainSchema } from "../../app/lib/brand.ts";
import { systemClock } from "../../app/lib/clock.ts";
import { createLogger } from "../../app/lib/logger.ts";
import type { AdminApi, AdminOperation } from "../../app/shopify/admin-api.ts";

export const benchShop = shopDomainSchema.parse("bench.myshopify.com");

/** Runs the app's own import over a file in place of Shopify's bulk result. */
export async function importFile(db: Db, file: string, lines: number): Promise<ImportResult> {
  await db.orm.insert(shops).values({ shop: benchShop, installedAt: Date.now() }).onConflictDoNothing();
  await stat(file);
  return importProducts(
    {
      db,
      clock: systemClock,
      logger: createLogger("bench", "silent"),
      admin: fileAdmin(benchShop, lines),
      fetch: async () =>
        new Response(Readable.toWeb(createReadStream(file, { highWaterMark: 256 * 1_024 })) as ReadableStream),
    },
    {
      shop: benchShop,
      signal: new AbortController().signal,
      checkpoint: undefined,
      saveCheckpoint: async () => {},
      progress: async () => {},
      assertStillWanted: async () => {},
    },
  );
}

/** An Admin API whose only bulk query is done already, and that names what metafields point to. */
function fileAdmin(shop: ShopDomain, lines: number): AdminApi {
  const operation = {
    id: "gid://shopify/BulkOperation/1",
    status: "COMPLETED",
    createdAt: "2026-01-01T00:00:00Z",
    objectCount: lines,
    rootObjectCount: 0,
    url: "https://storage.googleapis.com/bulk",
  };
  const answers: Record<string, unknown> = {
    ShopOverview: {
      shop: { name: "Bench", currencyCode: "EUR", myshopifyDomain: shop, primaryDomain: { host: "bench.example" } },
      shopLocales: [{ locale: "en", primary: true, published: true }],
    },
    ReadShopLocales: { shopLocales: [{ locale: "en", primary: true, published: true, marketWebPresences: [] }] },
    ReadMarkets: { markets: { nodes: [], pageInfo: { hasNextPage: false } } },
    RunBulkQuery: { bulkOperationRunQuery: { bulkOperation: operation, userErrors: [] } },
    ReadBulkOperation: { bulkOperation: operation },
  };
  return {
    shop,
    async run<Data, Variables extends Record<string, unknown>>(
      operation: AdminOperation<Data, Variables>,
      variables: Variables,
    ) {
      return operation.data.parse(operation.name === "ReadReferenceNames" ? named(variables) : answers[operation.name]);
    },
  };
}

function named({ ids }: Record<string, unknown>): unknown {
  const gids = Array.isArray(ids) ? ids : [];
  return { nodes: gids.map((gid) => ({ id: gid, displayName: `Name of ${String(gid).split("/").at(-1)}` })) };
}
