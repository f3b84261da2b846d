import type Database from "better-sqlite3";
import { is } from "drizzle-orm";
import { SQLiteDeleteBase, SQLiteInsertBase, SQLiteSelectBase, SQLiteUpdateBase } from "drizzle-orm/sqlite-core";
import type { Orm } from "./orm.ts";
import { assertOfScope, type Scope } from "./scope.ts";
import type { KeptQuery, Params, Statement, Steps } from "./steps.ts";

/** Runs the statements that a function asks for, on one connection and without a turn of the event loop between them. */
export interface StepDriver {
  /** inside the transaction that is open */
  inTransaction<T>(steps: Steps<T>, scope: Scope): T;
  /** outside of one. @throws when one of them writes */
  reading<T>(steps: Steps<T>): T;
}

export interface DriverOptions {
  /** refuse what binds another shop's name than the transaction's */
  tenantGuard?: boolean | undefined;
  /** gets the text of each statement: at least once for every distinct one */
  onStatement?: ((sql: string) => void) | undefined;
}

/** What one run of steps may do; undefined: what is asked for is not looked at. */
type Check = ((asked: Statement | KeptQuery | { toSQL(): { sql: string; params: unknown[] } }) => void) | undefined;

/** Lists are filtered in very many ways; what is asked for all the time is soon compiled again. */
const maxCompiled = 1_000;

export function createStepDriver(raw: Database.Database, orm: Orm, options: DriverOptions): StepDriver {
  const compiled = new Map<string, Database.Statement>();
  const built = new Map<KeptQuery["build"], { query: ReturnType<KeptQuery["build"]>; writes: boolean }>();

  function statement(sql: string): Database.Statement {
    let known = compiled.get(sql);
    if (known === undefined) {
      assertOnRows(sql);
      options.onStatement?.(sql);
      known = raw.prepare(sql);
      const [oldest] = compiled.keys();
      if (oldest !== undefined && compiled.size >= maxCompiled) compiled.delete(oldest);
      compiled.set(sql, known);
    }
    return known;
  }

  function execute(asked: Statement): unknown {
    const { sql, want, params } = asked;
    const known = statement(sql);
    if (want === "many") return runMany(known, asked);
    if (want === "run") return runOne(known, params);
    if (Array.isArray(params)) return want === "all" ? known.all(...params) : known.get(...params);
    return want === "all" ? known.all(params) : known.get(params);
  }

  function keptOf({ build }: KeptQuery) {
    let known = built.get(build);
    if (known === undefined) {
      const query = build(orm);
      known = { query, writes: !raw.prepare(query.getQuery().sql).readonly };
      built.set(build, known);
    }
    return known;
  }

  function answer(asked: unknown, check: Check): unknown {
    if (isStatement(asked)) {
      check?.(asked);
      return execute(asked);
    }
    if (isKept(asked)) {
      check?.(asked);
      return keptOf(asked).query[asked.want](asked.params);
    }
    if (is(asked, SQLiteSelectBase)) {
      check?.(asked);
      return asked.all();
    }
    if (is(asked, SQLiteInsertBase) || is(asked, SQLiteUpdateBase) || is(asked, SQLiteDeleteBase)) {
      check?.(asked);
      return returnsRows(asked) ? asked.all() : asked.run();
    }
    throw new Error("a transaction's body may only yield statements and queries of its own builder");
  }

  function drive<T>(steps: Steps<T>, check: Check): T {
    let step = steps.next();
    while (!step.done) {
      let value: unknown;
      try {
        value = answer(step.value, check);
      } catch (error) {
        step = steps.throw(error);
        continue;
      }
      step = steps.next(value);
    }
    return step.value;
  }

  const mayNotWrite: Check = (asked) => {
    const writes = isStatement(asked)
      ? !statement(asked.sql).readonly
      : isKept(asked)
        ? keptOf(asked).writes
        : !is(asked, SQLiteSelectBase);
    if (writes) throw new Error("a statement that writes belongs into a transaction");
  };

  function checkOf(scope: Scope): Check {
    if (!options.tenantGuard) return undefined;
    return (asked) => {
      if (isKept(asked)) assertOfScope(scope, { sql: asked.build.name, params: asked.params });
      else assertOfScope(scope, isStatement(asked) ? asked : asked.toSQL());
    };
  }

  return {
    inTransaction: (steps, scope) => drive(steps, checkOf(scope)),
    reading: (steps) => drive(steps, mayNotWrite),
  };
}

/** SELECT and its like, after what a statement may begin with: blanks and comments. */
const onRows = /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(?:select|with|values|insert|replace|update|delete|explain)\b/i;

/**
 * Steps read and write rows. What is about the connection is the engine's own: a body that says COMMIT ends the transaction
 * that it is part of, and ATTACH or a PRAGMA changes what all others run on, though SQLite calls them read-only.
 */
function assertOnRows(sql: string): void {
  if (!onRows.test(sql)) throw new Error(`steps only read and write rows, they do not run ${sql.slice(0, 200)}`);
}

function runOne(statement: Database.Statement, params: Params): number {
  return (Array.isArray(params) ? statement.run(...params) : statement.run(params)).changes;
}

function runMany(statement: Database.Statement, { sets = () => [] }: Statement): number[] {
  return Array.from(sets(), (values) => runOne(statement, values));
}

function isStatement(asked: unknown): asked is Statement {
  return typeof asked === "object" && asked !== null && "sql" in asked && "want" in asked;
}

function isKept(asked: unknown): asked is KeptQuery {
  return typeof asked === "object" && asked !== null && "build" in asked;
}

function returnsRows(query: unknown): boolean {
  return (query as { config: { returning?: unknown } }).config.returning !== undefined;
}
