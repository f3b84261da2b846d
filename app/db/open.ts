import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { whenUnlocked } from "./await-lock.ts";
import { type Checkpoints, startCheckpoints } from "./checkpoints.ts";
import { type CommitTogether, createCommitTogether } from "./commit-together.ts";
import { createStepDriver, type DriverOptions } from "./drive-steps.ts";
import { type Engine, engine } from "./engine.ts";
import { type Migrated, migrateDatabase } from "./migrate.ts";
import type { Orm } from "./orm.ts";
import { refusalOfDamage } from "./refuse-damage.ts";
import * as schema from "./schema/index.ts";
import type { Scope } from "./scope.ts";
import { createSearchIndex } from "./search-index.ts";
import type { Steps } from "./steps.ts";
import { assertTenantBound } from "./tenant-guard.ts";
import type { Transact, TransactionBody } from "./transact.ts";

/** An open database, as the app sees it. Statements are values (steps.ts): `transact` and `do` run them. */
export interface Db {
  orm: Orm;
  transact: Transact;
  /** like `transact`, committed together with what else is ready now: for small writes of many items at once */
  transactTogether: Transact;
  /** statements that only read, outside of a transaction. @throws when one of them writes */
  do<T>(steps: Steps<T>): Promise<T>;
  /** for a long writer, between its transactions. @see Checkpoints.keepUp */
  keepUp(): Promise<void>;
  /** brings the planner's statistics of these tables in step, after much of them was written */
  analyze(tables: readonly string[]): Promise<void>;
  /** for a long writer: from now on the connection holds less of the file in memory */
  saveMemory(): void;
  readonly [engine]: Engine;
  close(): void;
}

/** With SQLite's own connection: for tests and commands, which may look at the file past the app. */
export interface SqliteDb extends Db {
  readonly raw: Database.Database;
  /** of what was committed together since it was opened */
  readonly togetherCounts: CommitTogether["counts"];
}

export interface OpenOptions {
  /** path of the file, or `:memory:` */
  file: string;
  /** how long a single statement waits for another process's write, in ms. It blocks the event loop: ≤ 1,000 in the web process. */
  busyTimeoutMs?: number;
  /** throw on a statement that reads or writes a tenant's table without naming its shop; on in tests and development */
  tenantGuard?: boolean;
  migrationsFolder?: string;
  /** gets word when the file was brought to this version */
  onMigrated?: (migrated: Migrated) => void;
  /** gets the text of every statement that is asked for by steps or by the builder, in SQLite's dialect: for tests */
  onStatement?: (sql: string) => void;
  /**
   * who copies the write-ahead log into the file: a `thread` of this process (the worker), the same once the log is long
   * (`late`: the web, which leaves it to the worker), or the connection that commits, as SQLite does by itself (default)
   */
  checkpoints?: "thread" | "late";
}

/**
 * Opens the database, migrates it, and asserts the pragmas: WAL, foreign keys, `synchronous=FULL` (better-sqlite3 falls
 * back to NORMAL in WAL mode, which may lose the last commits at a power cut).
 * @throws when a pragma did not take or a migration fails; DatabaseRefused when this version must not touch the file, or it is damaged
 */
export function openDatabase(options: OpenOptions): SqliteDb {
  if (options.file !== ":memory:") mkdirSync(dirname(options.file), { recursive: true });
  const raw = new Database(options.file);
  try {
    setPragmas(raw, options);
    // Its queries run synchronously here; code that awaits or yields them does not depend on that.
    const orm = drizzle(raw, { schema, ...loggerOf(options) }) as unknown as Orm;
    const migrated = migrateDatabase(raw, {
      file: options.file,
      folder: options.migrationsFolder ?? migrationsFolder(),
    });
    if (migrated.applied > 0) options.onMigrated?.(migrated);
    createSearchIndex(raw);
    // A migration or a first write may have put synchronous back.
    raw.pragma("synchronous = FULL");
    assertPragmas(raw, options);
    if (options.tenantGuard) guardStatements(raw);
    const checkpoints = checkpointsOf(raw, options);
    const together = createCommitTogether(raw);
    const driver = createStepDriver(raw, orm, options);
    const pieceOf =
      <T>(scope: Scope, body: TransactionBody<T>) =>
      () =>
        driver.inTransaction(body(orm), scope);
    return {
      orm,
      raw,
      transact: (scope, body) => whenUnlocked(raw, pieceOf(scope, body)),
      transactTogether: (scope, body) => together(pieceOf(scope, body)),
      do: async (steps) => driver.reading(steps),
      keepUp: async () => checkpoints?.keepUp(),
      async analyze(tables) {
        raw.pragma(`analysis_limit = ${analysisLimit}`);
        for (const table of tables) {
          raw.exec(`ANALYZE ${table}`);
          await nextTurn();
        }
      },
      saveMemory: () => void raw.pragma(`cache_size = -${smallCacheKib}`),
      togetherCounts: together.counts,
      [engine]: { raw, driver },
      close() {
        if (!raw.open) return;
        checkpoints?.close();
        try {
          raw.pragma("optimize");
        } catch {
          // A full disk or another's write: the next one who closes it tries again.
        } finally {
          raw.close();
        }
      },
    };
  } catch (error) {
    raw.close();
    throw refusalOfDamage(error, options.file) ?? error;
  }
}

function loggerOf({ onStatement }: DriverOptions) {
  return onStatement ? { logger: { logQuery: (sql: string) => onStatement(sql) } } : {};
}

/** Rows that ANALYZE looks at per index: enough for the planner, and a matter of milliseconds at any size. */
const analysisLimit = 400;
/** The page cache of a long writer: less than half of the default, which keeps an importing process below 300 MB. */
const smallCacheKib = 30_720;

/** The worker copies the log all along; the web's thread only when no worker does. */
const worthItBytes = { thread: 4 * 1_024 * 1_024, late: 32 * 1_024 * 1_024 };

function checkpointsOf(raw: Database.Database, { checkpoints, file }: OpenOptions): Checkpoints | undefined {
  if (!checkpoints || file === ":memory:") return undefined;
  return startCheckpoints(raw, file, worthItBytes[checkpoints]);
}

function setPragmas(raw: Database.Database, options: OpenOptions): void {
  raw.pragma(`busy_timeout = ${options.busyTimeoutMs ?? 1_000}`);
  if (options.file !== ":memory:") raw.pragma("journal_mode = WAL");
  // What a burst made of the log is given back to the disk when the log starts over.
  raw.pragma(`journal_size_limit = ${64 * 1_024 * 1_024}`);
  raw.pragma("foreign_keys = ON");
  raw.pragma("synchronous = FULL");
  // In KiB. The worker's is smaller: an import of 100,000 products stays below 300 MB with it, at the same speed.
  raw.pragma(`cache_size = -${options.checkpoints === "thread" ? 40_960 : 65_536}`);
  raw.pragma("temp_store = MEMORY");
}

/** Exported for its test: what a wrong pragma does at start. */
export function assertPragmas(raw: Database.Database, options: Pick<OpenOptions, "file">): void {
  const expected: Record<string, unknown> = { foreign_keys: 1, synchronous: 2 };
  if (options.file !== ":memory:") expected.journal_mode = "wal";
  for (const [name, value] of Object.entries(expected)) {
    const actual = raw.pragma(name, { simple: true });
    if (actual !== value) throw new Error(`SQLite's ${name} is ${String(actual)} and must be ${String(value)}`);
  }
}

function guardStatements(raw: Database.Database): void {
  const prepare = raw.prepare.bind(raw) as (source: string) => Database.Statement;
  raw.prepare = ((source: string) => {
    assertTenantBound(source);
    return prepare(source);
  }) as typeof raw.prepare;
}

/** Found from the working directory in the bundled web build and from this file elsewhere: both start at the project's root. */
export function migrationsFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.endsWith(join("app", "db")) ? join(here, "../../drizzle/sqlite") : join(process.cwd(), "drizzle/sqlite");
}
