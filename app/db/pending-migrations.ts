import { readMigrationFiles } from "drizzle-orm/migrator";
import { engine } from "./engine.ts";
import { pendingOf } from "./migrate.ts";
import { type Db, migrationsFolder } from "./open.ts";

let known: ReturnType<typeof readMigrationFiles> | undefined;

/**
 * How many changes of this version's schema an open database lacks: another version may have been started on the same file.
 * @throws DatabaseRefused when a newer version has changed it
 */
export async function countPending(db: Db): Promise<number> {
  known ??= readMigrationFiles({ migrationsFolder: migrationsFolder() });
  return pendingOf(db[engine].raw, known).length;
}
