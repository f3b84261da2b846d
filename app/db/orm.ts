import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type * as schema from "./schema/index.ts";

/** drizzle's query builder on this schema. What it gives is awaited or yielded, whatever the engine is. */
export type Orm = BaseSQLiteDatabase<"async", { changes: number }, typeof schema>;
/** The transaction's query builder: the same as {@link Orm}, without opening further transactions. */
export type Tx = Omit<Orm, "transaction">;
