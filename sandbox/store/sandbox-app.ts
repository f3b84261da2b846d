import type { Plan } from "./bucket.ts";

/** What the app wants to be told, and where. */
export interface Subscription {
  /** `products/update` or `PRODUCTS_UPDATE` */
  topic: string;
  /** path at the app's origin */
  path: string;
  /** The only fields of the payload that are sent; all of them without it. */
  includeFields?: string[] | undefined;
}

/** The app that is installed in every shop of the sandbox. */
export interface SandboxApp {
  /** Origin where the app answers, e.g. `http://localhost:3401`. */
  url: string;
  /** The path of `application_url`, "" for none: what the admin opens and what its `/apps/…` addresses are appended to. */
  path: string;
  apiKey: string;
  apiSecret: string;
  scopes: string[];
  handle: string;
  subscriptions: Subscription[];
}

export interface SandboxShop {
  /** `demo.myshopify.com` */
  domain: string;
  name: string;
  /** the host of its online store; default: `domain` */
  publicHost?: string;
  plan: Plan;
  /** The first one is the primary. */
  locales: string[];
  /** those of `locales` that no buyer sees yet */
  unpublished?: string[];
  /** The sample store comes with translations that it had before the app. */
  translated?: boolean;
  catalogue: "sample" | "empty" | { generate: number; variants?: number; seed?: number };
}

/** Subscriptions that all lead to one path. */
export function subscribe(topics: readonly string[], path = "/webhooks"): Subscription[] {
  return topics.map((topic) => ({ topic, path }));
}

export const defaultApp: SandboxApp = {
  url: "http://localhost:3401",
  path: "",
  apiKey: "sandbox-api-key",
  apiSecret: "sandbox-api-secret-0123456789abcdef0123456789abcdef",
  scopes: [
    "write_products",
    "write_files",
    "write_translations",
    "read_locales",
    "read_markets",
    "read_metaobjects",
    "read_metaobject_definitions",
    "read_content",
    "read_online_store_navigation",
    "read_legal_policies",
  ],
  handle: "shelfwright",
  subscriptions: subscribe([
    "products/create",
    "products/update",
    "products/delete",
    "collections/create",
    "collections/update",
    "collections/delete",
    "locales/create",
    "locales/update",
    "locales/destroy",
    "markets/create",
    "markets/update",
    "markets/delete",
    "markets_backup_region/update",
    "domains/create",
    "domains/update",
    "domains/destroy",
    "app/uninstalled",
    "app/scopes_update",
    "bulk_operations/finish",
    "customers/data_request",
    "customers/redact",
    "shop/redact",
  ]),
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
