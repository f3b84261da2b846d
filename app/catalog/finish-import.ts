import { eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { shops } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { wait } from "../lib/retry.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { type BarcodeReading, shopOverview } from "../shopify/operations/index.ts";

/** Rows that ANALYZE looks at per index: enough for the planner, and a matter of milliseconds at any size. */
const analysisLimit = 400;

/** Reads the shop's name, currency and published languages. @returns how much its API tells of barcodes */
export async function updateShop(
  { db, admin }: { db: Db; admin: AdminApi },
  shop: ShopDomain,
  signal: AbortSignal,
): Promise<BarcodeReading> {
  const { shop: overview, shopLocales, barcodes } = await admin.run(shopOverview, {}, { signal });
  const primary = shopLocales.find((locale) => locale.primary)?.locale ?? "en";
  const others = shopLocales.filter((locale) => locale.published && !locale.primary).map((locale) => locale.locale);
  await db.orm
    .update(shops)
    .set({
      name: overview.name,
      currency: overview.currencyCode,
      primaryLocale: primary,
      locales: [primary, ...others],
      listsBarcodes: barcodes != null,
    })
    .where(eq(shops.shop, shop));
  return barcodes ? "all" : "first";
}

/** Drops what an import that was given up had put aside. */
export async function dropStagedLines({ db }: { db: Db }, shop: ShopDomain): Promise<void> {
  const drop = db.raw.prepare(
    "DELETE FROM import_children WHERE rowid IN (SELECT rowid FROM import_children WHERE shop = ? LIMIT 1000)",
  );
  while (drop.run(shop).changes > 0) await wait(0);
}

/** Drops the values of filters that no product had in a whole import. */
export async function dropOldFacets({ db }: { db: Db }, shop: ShopDomain, startedAt: number): Promise<void> {
  const drop = db.raw.prepare(
    "DELETE FROM product_facets WHERE rowid IN (SELECT rowid FROM product_facets WHERE shop = ? AND seen_at < ? LIMIT 1000)",
  );
  while (drop.run(shop, startedAt).changes > 0) await wait(0);
}

/** Brings the planner's statistics in step and notes when the shop was imported. */
export async function finishImport({ db, clock }: { db: Db; clock: Clock }, shop: ShopDomain): Promise<void> {
  db.raw.pragma(`analysis_limit = ${analysisLimit}`);
  for (const table of ["products", "products_seen"]) {
    db.raw.exec(`ANALYZE ${table}`);
    await wait(0);
  }
  await db.orm.update(shops).set({ importedAt: clock.now() }).where(eq(shops.shop, shop));
}
