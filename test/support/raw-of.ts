import type Database from "better-sqlite3";
import { engine } from "../../app/db/engine.ts";
import type { Db } from "../../app/db/open.ts";

/** SQLite's own connection of a database that the app has opened, to look at its rows past the app. */
export function rawOf(db: Db): Database.Database {
  return db[engine].raw;
}
