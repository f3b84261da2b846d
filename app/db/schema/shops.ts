import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export type AuthState = "ok" | "needs_reauth" | "uninstalled";

/** One row a tenant. */
export const shops = sqliteTable("shops", {
  shop: text().primaryKey(),
  name: text(),
  currency: text(),
  primaryLocale: text("primary_locale").notNull().default("en"),
  locales: text({ mode: "json" }).$type<string[]>().notNull().default(["en"]),
  authState: text("auth_state").$type<AuthState>().notNull().default("ok"),
  installedAt: integer("installed_at").notNull(),
  uninstalledAt: integer("uninstalled_at"),
  importedAt: integer("imported_at"),
  /** where its online store is, e.g. `fern-and-field.com`; null while nobody asked */
  primaryDomain: text("primary_domain"),
  /** its API lists several barcodes of a variant */
  listsBarcodes: integer("lists_barcodes", { mode: "boolean" }).notNull().default(false),
  /** languages that the address offers which customers get whose market has none; null while it is not known */
  addressLocales: text("address_locales", { mode: "json" }).$type<string[]>(),
  /** the building of its markets' relationships that was read last, and the digest of the markets that it was of */
  marketTree: text("market_tree", { mode: "json" }).$type<{ version: string; markets: string }>(),
});

/** How a product's pictures reach the model: by address, as bytes that we fetch, or not at all. */
export type ImageDelivery = "address" | "bytes" | "none";

/** When the examiner is asked: about each sentence, only about those that the program cannot settle, or never. */
export type ExamineMode = "always" | "doubtful" | "off";

/** What a shop's people chose in Settings; null means the operator's default. */
export const shopSettings = sqliteTable("shop_settings", {
  shop: text().primaryKey(),
  modelBaseUrl: text("model_base_url"),
  /** sealed */
  modelApiKey: text("model_api_key"),
  /** the shop's own endpoint needs no key, so none is sent */
  modelKeyless: integer("model_keyless", { mode: "boolean" }).notNull().default(false),
  modelV1: text("model_v1"),
  modelV2: text("model_v2"),
  modelExaminer: text("model_examiner"),
  examine: text().$type<ExamineMode>(),
  modelImages: text("model_images").$type<ImageDelivery>().notNull().default("address"),
  /** items of this shop worked on at once */
  concurrency: integer().notNull().default(8),
  updatedAt: integer("updated_at").notNull(),
});

/** A shop whose people put the steps of a first run away. */
export const shopSetup = sqliteTable("shop_setup", {
  shop: text().primaryKey(),
  hiddenAt: integer("hidden_at").notNull(),
  hiddenBy: text("hidden_by").notNull(),
});

/**
 * What a model's server takes, as its refusals told: found out once, shared by all processes. The operator's own server has
 * no shop: "".
 */
export const modelServers = sqliteTable(
  "model_servers",
  {
    shop: text().notNull(),
    /** digest of the address */
    server: text().notNull(),
    /** the provider's name */
    model: text().notNull(),
    /** as JSON: `ServerTraits` of the model's edge */
    traits: text().notNull(),
    learnedAt: integer("learned_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.shop, table.server, table.model] })],
);

/** Shopify sessions; tokens are sealed. Only offline sessions are kept, one a shop. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text().primaryKey(),
    shop: text().notNull(),
    state: text().notNull(),
    isOnline: integer("is_online", { mode: "boolean" }).notNull(),
    scope: text(),
    accessToken: text("access_token").notNull(),
    expiresAt: integer("expires_at").notNull(),
    refreshToken: text("refresh_token").notNull(),
    refreshTokenExpiresAt: integer("refresh_token_expires_at").notNull(),
    /** one refresh at a time over all processes: who holds the right, and until when */
    refreshLease: text("refresh_lease"),
    refreshLeaseUntil: integer("refresh_lease_until"),
    /** when Shopify last gave us a token */
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [index("sessions_shop").on(t.shop), index("sessions_refresh_expiry").on(t.refreshTokenExpiresAt)],
);

/** Webhooks seen, so that a repeated delivery is done once. */
export const webhookEvents = sqliteTable(
  "webhook_events",
  {
    shop: text().notNull(),
    topic: text().notNull(),
    webhookId: text("webhook_id").notNull(),
    receivedAt: integer("received_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.topic, t.webhookId] }), index("webhook_events_received").on(t.receivedAt)],
);

export type PauseReason =
  | "billing"
  | "reauth"
  | "scope"
  | "market_content"
  | "model_key"
  | "model_settings"
  | "spend_cap";

/** Why a shop's work waits for a person; shown as a banner. Items paused for the reason run again when it is lifted. */
export const pauses = sqliteTable(
  "pauses",
  {
    shop: text().notNull(),
    reason: text().$type<PauseReason>().notNull(),
    message: text().notNull(),
    since: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.reason] })],
);

/** A view of the products list that a shop's people named and kept: its search, filters and order as URL parameters. */
export const savedViews = sqliteTable(
  "saved_views",
  {
    shop: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    query: text().notNull(),
    position: integer().notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] })],
);
