import type Database from "better-sqlite3";
import { engine } from "./engine.ts";
import type { Db } from "./open.ts";

type Statements = Map<string, Database.Statement>;

/** Compiled statements live as long as their connection. */
const compiled = new WeakMap<Database.Database, Statements>();

/** A statement with named parameters, compiled once a connection: for the hot paths. */
export function prepared<Params extends object, Row = unknown>(
  db: Db,
  source: string,
): Database.Statement<[Params], Row> {
  const { raw } = db[engine];
  let statements = compiled.get(raw);
  if (!statements) {
    statements = new Map();
    compiled.set(raw, statements);
  }
  let statement = statements.get(source);
  if (!statement) {
    statement = raw.prepare(source);
    statements.set(source, statement);
  }
  // What a text of SQL takes and answers, no type can tell: the caller says it.
  return statement as unknown as Database.Statement<[Params], Row>;
}
