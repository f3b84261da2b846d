import type { Orm, Tx } from "./orm.ts";

/** Values by name (`@shop`), or a list for `?`. */
export type Params = object;

/** One statement as a value: it holds no connection, so that the same body runs on any engine. */
export interface Statement {
  readonly sql: string;
  readonly want: "all" | "get" | "run" | "many";
  /** one set of values; none for `many` */
  readonly params: Params;
  /** for `many`: the sets of values, each made when its turn comes; asked for again, they are made again */
  readonly sets?: (() => Iterable<Params>) | undefined;
}

/** A query of the builder with placeholders that is built once a connection and kept. */
export interface KeptQuery {
  readonly build: Build;
  readonly want: "all" | "get" | "run";
  readonly params: Values;
}
type Values = Record<string, unknown>;
type Build = (orm: Orm | Tx) => {
  all(params: Values): unknown;
  get(params: Values): unknown;
  run(params: Values): unknown;
  getQuery(): { sql: string };
};

/** A query of the builder, ready to run. */
export type Query<T> = PromiseLike<T>;

/**
 * What a function with statements gives back: `yield*` it in another one, or hand it to `db.transact` or `db.do`. By its
 * syntax it can wait for nothing but the database. Made and not handed on, it does nothing.
 */
export type Steps<T> = Generator<Statement | KeptQuery | Query<unknown>, T, unknown>;

/** All rows of a statement. SQL text has no type for its rows: the caller names `Row`. */
export function* all<Row>(sql: string, params: Params = []): Steps<Row[]> {
  return (yield { sql, want: "all", params }) as Row[];
}

/** The first row, or undefined. */
export function* get<Row>(sql: string, params: Params = []): Steps<Row | undefined> {
  return (yield { sql, want: "get", params }) as Row | undefined;
}

/** @returns how many rows the statement changed */
export function* run(sql: string, params: Params = []): Steps<number> {
  return (yield { sql, want: "run", params }) as number;
}

/**
 * The same statement for a list of values: a loop on SQLite, one message to a server.
 * @returns how many rows each changed
 */
export function* many(sql: string, params: readonly Params[]): Steps<number[]> {
  return params.length === 0 ? [] : ((yield { sql, want: "many", params: [], sets: () => params }) as number[]);
}

/**
 * Like {@link many}, with the values made of each entry when its turn comes: those of long rows need not all be held at once.
 * @param valuesOf only computes, since it may be called again for the same entry
 */
export function* manyOf<Entry>(
  sql: string,
  entries: readonly Entry[],
  valuesOf: (entry: Entry, at: number) => Params,
): Steps<number[]> {
  if (entries.length === 0) return [];
  const sets = function* () {
    for (const [at, entry] of entries.entries()) yield valuesOf(entry, at);
  };
  return (yield { sql, want: "many", params: [], sets }) as number[];
}

/** A query of the builder: `const rows = yield* q(tx.select().from(jobs).where(…))`. */
export function* q<T>(query: Query<T>): Steps<T> {
  return (yield query) as T;
}

/**
 * A prepared query of the builder, for hot paths that want rows as the schema maps them: building one costs ten times what
 * SQLite needs to answer it.
 * @param build a function of the module, which names the query: `(orm) => orm.select()….prepare()`
 */
export function* keptAll<B extends Build>(build: B, params: Values): Steps<Awaited<ReturnType<ReturnType<B>["all"]>>> {
  return (yield { build, want: "all", params }) as Awaited<ReturnType<ReturnType<B>["all"]>>;
}

/** Like {@link keptAll}: the first row, or undefined. */
export function* keptGet<B extends Build>(build: B, params: Values): Steps<Awaited<ReturnType<ReturnType<B>["get"]>>> {
  return (yield { build, want: "get", params }) as Awaited<ReturnType<ReturnType<B>["get"]>>;
}

/** Like {@link keptAll}, for a query that changes rows. */
export function* keptRun(build: Build, params: Values): Steps<void> {
  yield { build, want: "run", params };
}
