import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import type * as schema from "./schema/index.ts";

/** drizzle's query builder on this schema. */
export type Orm = BetterSQLite3Database<typeof schema>;
/** The transaction's query builder: the same as {@link Orm}, without opening further transactions. */
export type Tx = Omit<Orm, "transaction" | "$client">;
