import type BetterSqlite3 from "better-sqlite3";
import { is } from "drizzle-orm";
import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { SQLiteDeleteBase, SQLiteInsertBase, SQLiteSelectBase, SQLiteUpdateBase } from "drizzle-orm/sqlite-core";
import { whenUnlocked } from "./await-lock.ts";
import type * as schema from "./schema/index.ts";

export type Orm = BetterSQLite3Database<typeof schema>;
/** The transaction's query builder: the same as {@link Orm}, without opening further transactions. */
export type Tx = Omit<Orm, "transaction" | "$client">;

/** A query of the builder, ready to run. */
export type Query<T> = PromiseLike<T>;
/** A transaction's body: every database step is `yield*`ed, so by its syntax it can wait for nothing else. */
export type TransactionBody<T> = (tx: Tx) => Generator<Query<unknown>, T, unknown>;

/** Runs one query inside a transaction's body: `const rows = yield* q(tx.select().from(jobs))`. */
export function* q<T>(query: Query<T>): Generator<Query<T>, T, unknown> {
  return (yield query) as T;
}

/**
 * Runs the body inside one `immediate` transaction: all of it or nothing. SQLite executes it synchronously, so keep it
 * under 20 ms; the generator form runs unchanged on an asynchronous driver. Waiting for another process's lock leaves the
 * event loop alone.
 * @throws whatever the body throws, after the roll-back
 */
export async function transactOn<T>(raw: BetterSqlite3.Database, orm: Orm, body: TransactionBody<T>): Promise<T> {
  return whenUnlocked(raw, () => runSteps(orm, body));
}

/** Runs a transaction's body inside the transaction that is open. */
export function runSteps<T>(orm: Orm, body: TransactionBody<T>): T {
  const steps = body(orm);
  let step = steps.next();
  while (!step.done) {
    let value: unknown;
    try {
      value = runNow(step.value);
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(value);
  }
  return step.value;
}

function runNow(query: unknown): unknown {
  if (is(query, SQLiteInsertBase) || is(query, SQLiteUpdateBase) || is(query, SQLiteDeleteBase)) {
    return returnsRows(query) ? query.all() : query.run();
  }
  if (is(query, SQLiteSelectBase)) return query.all();
  throw new Error("a transaction's body may only yield queries of its own builder");
}

function returnsRows(query: unknown): boolean {
  return (query as { config: { returning?: unknown } }).config.returning !== undefined;
}
