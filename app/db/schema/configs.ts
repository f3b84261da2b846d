import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** A shop's own content config in its newest version. Presets ship with the app and have no row. */
export const contentConfigs = sqliteTable(
  "content_configs",
  {
    shop: text().notNull(),
    /** a UUID, as the API hands it out */
    id: text().notNull(),
    /** the API's id of it, small letters: made from the first label, never changed */
    name: text().notNull(),
    /** what people read and may change */
    label: text().notNull().default(""),
    description: text(),
    config: text({ mode: "json" }).$type<unknown>().notNull(),
    /** of the config alone: what `versions.config_digest` holds */
    digest: text().notNull(),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
    updatedBy: text("updated_by"),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] }), uniqueIndex("content_configs_name").on(t.shop, t.name)],
);

/** How a state came to be; `deleted` keeps the last state. */
export type ConfigChange = "created" | "edited" | "imported" | "merged" | "restored" | "deleted";

/** Every state a config was ever saved in. It stays when the config goes, so that a text's rules can always be read. */
export const configStates = sqliteTable(
  "config_states",
  {
    shop: text().notNull(),
    configId: text("config_id").notNull(),
    /** 1, 2, 3 … */
    revision: integer().notNull(),
    change: text().$type<ConfigChange>().notNull(),
    name: text().notNull(),
    label: text().notNull().default(""),
    description: text(),
    config: text({ mode: "json" }).$type<unknown>().notNull(),
    digest: text().notNull(),
    savedAt: integer("saved_at").notNull(),
    savedBy: text("saved_by"),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.configId, t.revision] }),
    index("config_states_digest").on(t.shop, t.digest),
  ],
);

/** What of a product a rule looks at; `all` is the last rule of a shop and holds for every product. */
export type RuleField = "collection" | "vendor" | "product_type" | "tag" | "all";

/** Which config holds for which products: by position, the first that matches. */
export const configRules = sqliteTable(
  "config_rules",
  {
    shop: text().notNull(),
    position: integer().notNull(),
    field: text().$type<RuleField>().notNull(),
    /** "" for `all`; the number of the gid for `collection` */
    value: text().notNull(),
    configId: text("config_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.position] }), index("config_rules_config").on(t.shop, t.configId)],
);
