import type Database from "better-sqlite3";
import type { Db } from "./open.ts";

type Statements = Map<string, Database.Statement>;

/** Compiled statements live as long as their connection. */
const compiled = new WeakMap<Database.Database, Statements>();

/** A statement with named parameters, compiled once a connection: for the hot paths. */
export function prepared<Params extends object, Row = unknown>(
  db: Db,
  source: string,
): Database.Statement<[Params], Row> {
  let statements = compiled.get(db.raw);
  if (!statements) {
    statements = new Map();
    compiled.set(db.raw, statements);
  }
  let statement = statements.get(source);
  if (!statement) {
    statement = db.raw.prepare(source);
    statements.set(source, statement);
  }
  return statement as unknown as Database.Statement<[Params], Row>;
}
