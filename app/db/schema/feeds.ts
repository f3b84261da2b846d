import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Whom a feed is for, and what its merchant chose and filled in. */
export interface StoredFeedChoices {
  /** BCP-47 */
  locale: string;
  /** number of a market, "" for none */
  market: string;
  /** ISO 3166-1 alpha-2, "" where the channel needs none */
  country: string;
  /** ISO 4217 */
  currency: string;
  itemId: "variant" | "sku" | "shopify";
  untranslated: "leave_out" | "source";
  settings: Record<string, string>;
}

/** The file that is served. */
export interface StoredFeedFile {
  runId: string;
  /** in the feed's folder */
  name: string;
  bytes: number;
  /** sha256 of its content */
  digest: string;
  madeAt: number;
}

/** A file of the catalogue for a channel, written again and again. */
export const feeds = sqliteTable(
  "feeds",
  {
    shop: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    /** the id of a template that ships, or of one of the shop's own */
    template: text().notNull(),
    choices: text({ mode: "json" }).$type<StoredFeedChoices>().notNull(),
    /** minutes after midnight UTC; null: it is made when somebody asks for it */
    dailyAt: integer("daily_at"),
    /** when it is looked at next */
    nextRunAt: integer("next_run_at"),
    /** sha256 of the secret in its address; null: it has none */
    addressHash: text("address_hash"),
    /** the secret itself, sealed, for the shop's people to copy */
    addressSealed: text("address_sealed"),
    addressMadeAt: integer("address_made_at"),
    /** when a channel last fetched it by its address */
    fetchedAt: integer("fetched_at"),
    file: text({ mode: "json" }).$type<StoredFeedFile>(),
    /** what the catalogue was like when the file was made: the same sign, the same file */
    sourceSign: text("source_sign"),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] }), index("feeds_due").on(t.nextRunAt, t.shop, t.id)],
);

/** One time that a feed was made. */
export const feedRuns = sqliteTable(
  "feed_runs",
  {
    shop: text().notNull(),
    id: text().notNull(),
    feedId: text("feed_id").notNull(),
    jobId: text("job_id").notNull(),
    startedAt: integer("started_at").notNull(),
    /** null: it is under way, or was given up */
    finishedAt: integer("finished_at"),
    products: integer().notNull().default(0),
    /** rows in the file */
    rows: integer().notNull().default(0),
    leftOut: integer("left_out").notNull().default(0),
    /** rows in the file that carry an original in place of a translation */
    untranslated: integer().notNull().default(0),
    /** why rows are left out, by the code of their first problem */
    reasons: text({ mode: "json" }).$type<Record<string, number>>().notNull().default({}),
    bytes: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] }), index("feed_runs_feed").on(t.shop, t.feedId, t.startedAt)],
);

/** A template of the shop's own. */
export const feedTemplates = sqliteTable(
  "feed_templates",
  {
    shop: text().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    /** as it was saved; read by the schema of templates, and brought to today's column names */
    body: text({ mode: "json" }).$type<unknown>().notNull(),
    createdAt: integer("created_at").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.shop, t.id] })],
);
