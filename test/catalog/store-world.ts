import { type ImportResult, importProducts } from "../../app/catalog/import-products.ts";
import { type RefreshOutcome, refreshProduct } from "../../app/catalog/refresh-product.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import type { ProductId } from "../../app/lib/brand.ts";
import type { StoreOptions } from "../../sandbox/store/start.ts";
import {
  installShop,
  type OpenStore,
  openAdmin,
  openStore,
  shop,
  silent,
  type TestClock,
  testClock,
} from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

/** A shop of the sandbox store, installed and not imported yet. */
export interface StoreWorld {
  db: SqliteDb;
  clock: TestClock;
  store: OpenStore;
  import(): Promise<ImportResult>;
  refresh(id: ProductId): Promise<RefreshOutcome>;
}

export async function openStoreWorld(
  catalogue: "sample" | "empty" | { generate: number; variants?: number },
  habits: StoreOptions["habits"] = {},
): Promise<StoreWorld> {
  const db = openTestDatabase();
  const clock = testClock(Date.now());
  const shops = [
    {
      domain: shop,
      name: "Fern & Field",
      publicHost: "Fern-and-Field.com",
      plan: "plus" as const,
      locales: ["en", "de"],
      catalogue,
    },
  ];
  const store = await openStore({ shops, habits });
  await installShop({ db, clock }, store);
  const admin = openAdmin({ db, clock, store })(shop);
  const context = {
    shop,
    signal: new AbortController().signal,
    checkpoint: undefined,
    saveCheckpoint: async () => {},
    progress: async () => {},
    assertStillWanted: async () => {},
  };
  return {
    db,
    clock,
    store,
    import: () => importProducts({ db, clock, logger: silent, admin, fetch: store.fetch }, context),
    refresh: (id) => refreshProduct({ db, clock, admin }, { shop, id }),
  };
}
