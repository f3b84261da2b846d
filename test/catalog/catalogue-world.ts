import { type ImportResult, type ImportRunContext, importProducts } from "../../app/catalog/import-products.ts";
import type { ProductQuery } from "../../app/catalog/product-query.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { shops } from "../../app/db/schema/index.ts";
import { type ShopDomain, shopDomainSchema } from "../../app/lib/brand.ts";
import type { Clock } from "../../app/lib/clock.ts";
import { createLogger } from "../../app/lib/logger.ts";
import type { AdminApi, AdminOperation } from "../../app/shopify/admin-api.ts";

export const demo = shopDomainSchema.parse("demo.myshopify.com");
export const second = shopDomainSchema.parse("second.myshopify.com");

export interface ProductLines {
  n: number;
  title?: string;
  vendor?: string;
  productType?: string;
  tags?: string[];
  updatedAt?: string;
  variants?: number;
  sku?: string;
  descriptionHtml?: string;
  status?: string;
}

/** The lines of one product in a bulk result: the product, its variants, one image, one metafield. */
export function linesOf(product: ProductLines): string[] {
  const { n, variants = 2, sku = `SKU-${n}` } = product;
  const parent = `gid://shopify/Product/${n}`;
  return [
    {
      id: parent,
      title: product.title ?? `Product ${n}`,
      handle: `product-${n}`,
      vendor: product.vendor ?? "Maker",
      productType: product.productType ?? "Thing",
      status: product.status ?? "ACTIVE",
      descriptionHtml: product.descriptionHtml ?? `<p>About ${n}.</p>`,
      tags: product.tags ?? ["new"],
      createdAt: "2026-01-01T00:00:00Z",
      updatedAt: product.updatedAt ?? "2026-02-01T00:00:00Z",
      seo: { title: null, description: null },
      category: null,
      options: [{ name: "Size", values: Array.from({ length: variants }, (_, i) => `S${i}`) }],
      bullets: null,
    },
    ...Array.from({ length: variants }, (_, i) => ({
      id: `gid://shopify/ProductVariant/${n * 1_000 + i}`,
      position: i + 1,
      title: `S${i}`,
      sku: `${sku}-${i}`,
      barcode: null,
      price: "10.00",
      selectedOptions: [{ name: "Size", value: `S${i}` }],
      inventoryItem: { measurement: { weight: { value: 0.2, unit: "KILOGRAMS" } } },
      __parentId: parent,
    })),
    {
      mediaContentType: "IMAGE",
      alt: "Front",
      id: `gid://shopify/MediaImage/${n}`,
      image: { url: `https://cdn.shopify.com/${n}.jpg` },
      __parentId: parent,
    },
    {
      id: `gid://shopify/Metafield/${n}`,
      namespace: "custom",
      key: "care_guide",
      type: "single_line_text_field",
      value: "Wash cold",
      definition: null,
      __parentId: parent,
    },
  ].map((value) => JSON.stringify(value));
}

/** A result with all products first and their children far behind, which Shopify may deliver. */
export function scattered(lines: readonly string[]): string[] {
  const isChild = (line: string) => line.includes('"__parentId"');
  return [...lines.filter((line) => !isChild(line)), ...lines.filter(isChild)];
}

export interface ImportWorld {
  db: SqliteDb;
  clock: Clock;
  shop?: ShopDomain;
  lines: readonly string[];
  /** what Shopify says about the bulk query; by default it completed with the lines */
  operation?: Record<string, unknown>;
  /** what the shop calls the resources that metafields point to, by gid */
  names?: Readonly<Record<string, string>>;
  /** the shop's API lists several barcodes of a variant */
  listsBarcodes?: boolean;
  /** replaces the download */
  fetch?: typeof fetch;
  context?: Partial<ImportRunContext>;
}

/** Imports lines as if Shopify's bulk query had delivered them. */
export async function importFrom(world: ImportWorld): Promise<ImportResult> {
  const { db, clock, lines, shop = demo } = world;
  await db.orm.insert(shops).values({ shop, installedAt: clock.now() }).onConflictDoNothing();
  const deliver: typeof fetch = async () => new Response(lines.map((line) => `${line}\n`).join(""));
  return importProducts(
    { db, clock, logger: createLogger("test", "silent"), admin: finishedQuery(world), fetch: world.fetch ?? deliver },
    {
      shop,
      signal: new AbortController().signal,
      checkpoint: undefined,
      saveCheckpoint: async () => {},
      progress: async () => {},
      assertStillWanted: async () => {},
      ...world.context,
    },
  );
}

/** An Admin API whose bulk query has ended already. */
function finishedQuery({ shop = demo, lines, operation, names = {}, listsBarcodes = false }: ImportWorld): AdminApi {
  const bulkOperation = {
    id: "gid://shopify/BulkOperation/1",
    status: "COMPLETED",
    createdAt: "2026-01-01T00:00:00Z",
    objectCount: String(lines.length),
    rootObjectCount: "0",
    url: lines.length > 0 ? "https://storage.googleapis.com/result" : null,
    ...operation,
  };
  const answers: Record<string, unknown> = {
    ShopOverview: {
      shop: {
        ...{ name: "Fern & Field", currencyCode: "EUR", myshopifyDomain: shop },
        primaryDomain: { host: "fernandfield.example" },
      },
      shopLocales: [
        { locale: "de", primary: false, published: true },
        { locale: "en", primary: true, published: true },
        { locale: "fr", primary: false, published: false },
      ],
      barcodes: listsBarcodes ? { name: "ProductVariantBarcode" } : null,
    },
    ReadShopLocales: { shopLocales: [{ locale: "en", primary: true, published: true, marketWebPresences: [] }] },
    ReadMarkets: { markets: { nodes: [], pageInfo: { hasNextPage: false } } },
    ReadAddresses: {
      shop: { primaryDomain: { host: "fernandfield.example" } },
      webPresences: { nodes: [], pageInfo: { hasNextPage: false } },
    },
    RunBulkQuery: { bulkOperationRunQuery: { bulkOperation, userErrors: [] } },
    ReadBulkOperation: { bulkOperation },
  };
  return {
    shop,
    async run<Data, Variables extends Record<string, unknown>>(
      { name, data }: AdminOperation<Data, Variables>,
      variables: Variables,
    ) {
      if (!("ids" in variables) || !Array.isArray(variables.ids)) return data.parse(answers[name]);
      return data.parse({
        nodes: variables.ids.map((id: string) => (names[id] ? { id, displayName: names[id] } : null)),
      });
    },
  };
}

/** Everything stored of a shop's products that an import decides, without row ids and our own times. */
export function storedProducts(db: SqliteDb, shop: ShopDomain = demo): Record<string, unknown>[] {
  const rows = db.raw.prepare("SELECT * FROM products WHERE shop = ? ORDER BY id").all(shop) as Record<
    string,
    unknown
  >[];
  return rows.map(({ row_id: _, synced_at: __, ...row }) => row);
}

/** Ids of the products that are there, in order. */
export function presentIds(db: SqliteDb, shop: ShopDomain = demo): string[] {
  return db.raw
    .prepare("SELECT id FROM products WHERE shop = ? AND gone_at IS NULL ORDER BY CAST(id AS INTEGER)")
    .pluck()
    .all(shop) as string[];
}

export function query(change: Partial<ProductQuery> = {}): ProductQuery {
  return { shop: demo, sort: "updated", direction: "desc", limit: 50, ...change };
}

/** A download that breaks off in the middle of a line. */
export function cutAfter(lines: readonly string[], count: number): ReadableStream<Uint8Array> {
  const text = `${lines.slice(0, count).join("\n")}\n${lines[count]?.slice(0, 10) ?? ""}`;
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
    },
    pull(controller) {
      controller.error(new Error("the connection was cut"));
    },
  });
}
