import { afterEach } from "vitest";
import type { AdminCatalogue, AdminProduct } from "../../../sandbox/admin/catalogue.ts";
import { type AdminApp, startAdmin } from "../../../sandbox/admin/start.ts";
import type { AdminTranslations } from "../../../sandbox/admin/translations.ts";

export const app: AdminApp = {
  url: "http://localhost:3401",
  path: "",
  apiKey: "sandbox-api-key",
  apiSecret: "sandbox-api-secret-0123456789abcdef0123456789abcdef",
  scopes: ["read_products", "write_products"],
  handle: "shelfwright",
};

export function productOf(id: number, more: Partial<AdminProduct> = {}): AdminProduct {
  return {
    id,
    title: `Linen Shirt ${id}`,
    handle: `linen-shirt-${id}`,
    descriptionHtml: "<p>A shirt &amp; more.</p>",
    seoTitle: null,
    seoDescription: null,
    tags: ["linen", "summer"],
    status: id % 5 === 0 ? "DRAFT" : "ACTIVE",
    vendor: "Fern & Field",
    productType: "Shirts",
    createdAt: 1_780_000_000_000,
    updatedAt: 1_790_000_000_000 + id * 60_000,
    inventory: id * 7,
    options: [{ id: id * 10, name: "Size", values: ["S", "M"] }],
    variants: ["S", "M"].map((title, i) => ({
      id: id * 100 + i,
      title,
      sku: `LS-${id}-${title}`,
      price: "49.00",
      inventory: 3,
    })),
    images: [
      {
        id: id * 1_000,
        url: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
        alt: null,
      },
    ],
    metafields: [{ namespace: "custom", key: "material", type: "single_line_text_field", value: "100% linen" }],
    ...more,
  };
}

/** A catalogue in memory: what the admin's pages read and write. */
export function catalogueOf(products: AdminProduct[]): AdminCatalogue & { products: AdminProduct[] } {
  const shops = [
    { domain: "demo.myshopify.com", handle: "demo", name: "Fern & Field" },
    { domain: "second.myshopify.com", handle: "second", name: "Nordlicht" },
  ];
  return {
    products,
    shops: () => shops,
    shop: (handle) => shops.find((shop) => shop.handle === handle),
    list(domain, { query, page, pageSize }) {
      const rows = domain === "demo.myshopify.com" ? products : [];
      const found = rows.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
      return { rows: found.slice((page - 1) * pageSize, page * pageSize), total: found.length };
    },
    product: (domain, id) => (domain === "demo.myshopify.com" ? products.find((one) => one.id === id) : undefined),
    edit(_domain, id, edit) {
      if (edit.title === "") return ["Title can't be blank"];
      Object.assign(products.find((one) => one.id === id) ?? {}, edit);
      return [];
    },
  };
}

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

export function closeAfterTest(close: () => Promise<void>): void {
  closing.push(close);
}

/** A store whose texts are not translated. */
const untranslated: AdminTranslations = {
  languages: () => [],
  markets: () => [],
  progress: () => ({ texts: 0, translated: 0, outdated: 0 }),
  texts: () => undefined,
  save: () => ({}),
};

export async function openAdmin(options: { catalogue?: AdminCatalogue; app?: AdminApp; now?: () => number } = {}) {
  const products = Array.from({ length: 60 }, (_, i) => productOf(i + 1));
  const catalogue = options.catalogue ?? catalogueOf(products);
  const admin = await startAdmin({
    catalogue,
    translations: untranslated,
    app: () => options.app ?? app,
    now: options.now,
  });
  closeAfterTest(admin.close);
  return { admin, products };
}
