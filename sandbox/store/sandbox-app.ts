import type { Plan } from "./bucket.ts";

/** The app that is installed in every shop of the sandbox. */
export interface SandboxApp {
  /** Where the app answers, e.g. `http://localhost:3401`. */
  url: string;
  apiKey: string;
  apiSecret: string;
  scopes: string[];
  handle: string;
  /** `products/update` or `PRODUCTS_UPDATE`. */
  webhookTopics: string[];
  webhookPath: string;
}

export interface SandboxShop {
  /** `demo.myshopify.com` */
  domain: string;
  name: string;
  plan: Plan;
  /** The first one is the primary. */
  locales: string[];
  catalogue: "sample" | "empty" | { generate: number; variants?: number; seed?: number };
}

export const defaultApp: SandboxApp = {
  url: "http://localhost:3401",
  apiKey: "sandbox-api-key",
  apiSecret: "sandbox-api-secret-0123456789abcdef0123456789abcdef",
  scopes: [
    "read_products",
    "write_products",
    "read_translations",
    "write_translations",
    "read_locales",
    "read_files",
    "write_files",
    "read_metaobjects",
  ],
  handle: "shelfwright",
  webhookTopics: [
    "products/create",
    "products/update",
    "products/delete",
    "collections/create",
    "collections/update",
    "collections/delete",
    "app/uninstalled",
    "app/scopes_update",
    "bulk_operations/finish",
    "customers/data_request",
    "customers/redact",
    "shop/redact",
  ],
  webhookPath: "/webhooks",
};

export const defaultShops: SandboxShop[] = [
  {
    domain: "demo.myshopify.com",
    name: "Fern & Field",
    plan: "standard",
    locales: ["en", "de", "fr"],
    catalogue: "sample",
  },
  { domain: "second.myshopify.com", name: "Nordlicht", plan: "standard", locales: ["de", "en"], catalogue: "sample" },
];
