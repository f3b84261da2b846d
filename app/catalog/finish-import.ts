import { eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { shops } from "../db/schema/index.ts";
import { q, run } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { wait } from "../lib/retry.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { type BarcodeReading, shopOverview } from "../shopify/operations/index.ts";
import { textsAside } from "./resources/texts-aside.ts";

/** Reads the shop's name, address, currency and published languages. @returns how many barcodes of a variant its API has */
export async function updateShop(
  { db, admin }: { db: Db; admin: AdminApi },
  shop: ShopDomain,
  signal: AbortSignal,
): Promise<BarcodeReading> {
  const { shop: overview, shopLocales, barcodes } = await admin.run(shopOverview, {}, { signal });
  const primary = shopLocales.find((locale) => locale.primary)?.locale ?? "en";
  const others = shopLocales.filter((locale) => locale.published && !locale.primary).map((locale) => locale.locale);
  const known = {
    name: overview.name,
    currency: overview.currencyCode,
    primaryDomain: overview.primaryDomain.host,
    primaryLocale: primary,
    locales: [primary, ...others],
    listsBarcodes: barcodes != null,
  };
  await db.transact({ shop }, (tx) => q(tx.update(shops).set(known).where(eq(shops.shop, shop))));
  return barcodes ? "all" : "first";
}

const dropLinesSql = `DELETE FROM import_children WHERE shop = @shop AND (import_id, product_id, line) IN
  (SELECT import_id, product_id, line FROM import_children WHERE shop = @shop AND import_id <> '${textsAside}' LIMIT 1000)`;

/** Drops what an import that was given up had put aside. Texts beside products may be read by another job at this moment. */
export async function dropStagedLines({ db }: { db: Db }, shop: ShopDomain): Promise<void> {
  while ((await db.transact({ shop }, () => run(dropLinesSql, { shop }))) > 0) await wait(0);
}

const dropFacetsSql = `DELETE FROM product_facets WHERE shop = @shop AND (kind, value) IN
  (SELECT kind, value FROM product_facets WHERE shop = @shop AND seen_at < @startedAt LIMIT 1000)`;

/** Drops the values of filters that no product had in a whole import. */
export async function dropOldFacets({ db }: { db: Db }, shop: ShopDomain, startedAt: number): Promise<void> {
  while ((await db.transact({ shop }, () => run(dropFacetsSql, { shop, startedAt }))) > 0) await wait(0);
}

/** Brings the planner's statistics in step and notes when the shop was imported. */
export async function finishImport({ db, clock }: { db: Db; clock: Clock }, shop: ShopDomain): Promise<void> {
  await db.analyze(["products", "products_seen"]);
  const importedAt = clock.now();
  await db.transact({ shop }, (tx) => q(tx.update(shops).set({ importedAt }).where(eq(shops.shop, shop))));
}
