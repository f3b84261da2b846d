import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

export type CreditEntryKind = "grant" | "charge" | "refund";

/** What a shop has left: the sum of its entries, kept in the transaction that writes each of them. */
export const creditAccounts = sqliteTable("credit_accounts", {
  shop: text().primaryKey(),
  balance: integer().notNull().default(0),
  /** the operator's grant that was credited last; null = the shop may use as many as it likes */
  granted: integer(),
  updatedAt: integer("updated_at").notNull(),
});

/** The ledger: entries are added, and old ones of single items summed up by day, so that their sum never changes. */
export const creditEntries = sqliteTable(
  "credit_entries",
  {
    id: text().primaryKey(),
    shop: text().notNull(),
    kind: text().$type<CreditEntryKind>().notNull(),
    /** negative for a charge */
    credits: integer().notNull(),
    /** the item that was charged or refunded */
    jobId: text("job_id"),
    itemSeq: integer("item_seq"),
    /** 0 for an item's first charge and its refund, 1 for those after a retry … */
    round: integer().notNull().default(0),
    createdAt: integer("created_at").notNull(),
  },
  (t) => [
    index("credit_entries_shop").on(t.shop, t.createdAt),
    // An item is charged once and refunded once a round, whatever crashed in between.
    uniqueIndex("credit_entries_once").on(t.shop, t.jobId, t.itemSeq, t.kind, t.round).where(sql`job_id IS NOT NULL`),
    // Those of single items, oldest first: in time they are summed up by day.
    index("credit_entries_single").on(t.createdAt).where(sql`job_id IS NOT NULL`),
  ],
);

/** What a job that costs credits was promised, was charged and used. */
export const creditRuns = sqliteTable(
  "credit_runs",
  {
    shop: text().notNull(),
    jobId: text("job_id").notNull(),
    /** v1 or v2 */
    agentModel: text("agent_model").notNull(),
    /** what each product was asked for: names separated by commas */
    contentTypes: text("content_types").notNull(),
    /** how many wordings of each short text */
    wordings: integer().notNull().default(1),
    /** credits of one item; where they differ, of the dearest one so far */
    itemCredits: integer("item_credits").notNull(),
    /** where items differ: credits kept for all that are planned and not booked, also failed ones. null: `item_credits` for each */
    heldCredits: integer("held_credits"),
    /** items charged and not refunded */
    charged: integer().notNull().default(0),
    calls: integer().notNull().default(0),
    tokensIn: integer("tokens_in").notNull().default(0),
    /** those of tokensIn that the provider had in its prompt cache */
    tokensCached: integer("tokens_cached").notNull().default(0),
    tokensOut: integer("tokens_out").notNull().default(0),
    /** those of all tokens that the examiner took, which has a price of its own */
    examinerTokensIn: integer("examiner_tokens_in").notNull().default(0),
    examinerTokensCached: integer("examiner_tokens_cached").notNull().default(0),
    examinerTokensOut: integer("examiner_tokens_out").notNull().default(0),
    /** sum of the durations of calls that were waited for; those in batch mode are not */
    callsMs: integer("calls_ms").notNull().default(0),
    timedCalls: integer("timed_calls").notNull().default(0),
    /** billionths of a US dollar, of the calls whose price was known */
    costNanos: integer("cost_nanos").notNull().default(0),
    unpricedCalls: integer("unpriced_calls").notNull().default(0),
    createdAt: integer("created_at").notNull(),
    /** when the job had ended and its charges were those of its done items; null while it holds credits */
    settledAt: integer("settled_at"),
  },
  (t) => [
    primaryKey({ columns: [t.shop, t.jobId] }),
    index("credit_runs_recent").on(t.shop, t.createdAt),
    index("credit_runs_open").on(t.shop).where(sql`settled_at IS NULL`),
  ],
);

/** What a shop spent on one day (UTC). */
export const spendDays = sqliteTable(
  "spend_days",
  {
    shop: text().notNull(),
    /** days since 1970-01-01 */
    day: integer().notNull(),
    credits: integer().notNull().default(0),
    calls: integer().notNull().default(0),
    costNanos: integer("cost_nanos").notNull().default(0),
    unpricedCalls: integer("unpriced_calls").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.shop, t.day] })],
);

/** A model's price in US dollars per million tokens. */
export interface StoredPrice {
  input: number;
  /** for prompt tokens from the provider's cache */
  cached: number;
  output: number;
}

/** How much a shop wants to spend, and what its models cost. */
export const spendSettings = sqliteTable("spend_settings", {
  shop: text().primaryKey(),
  /** null = no cap */
  dailyCostCapNanos: integer("daily_cost_cap_nanos"),
  dailyCreditsCap: integer("daily_credits_cap"),
  /** of one run; null = no cap */
  runCostCapNanos: integer("run_cost_cap_nanos"),
  /** model name → price; over the operator's */
  modelPrices: text("model_prices", { mode: "json" }).$type<Record<string, StoredPrice>>().notNull().default({}),
  updatedAt: integer("updated_at").notNull(),
});
