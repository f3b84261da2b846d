import { readMigrationFiles } from "drizzle-orm/migrator";
import { DatabaseRefused, pendingOf } from "../../db/migrate.ts";
import { type Db, migrationsFolder } from "../../db/open.ts";
import type { Check } from "../check.ts";

type Migrations = ReturnType<typeof readMigrationFiles>;
let known: Migrations | undefined;

/** Whether the database still has this version's schema: another version may have been started on the same file. */
export function checkMigrations({ db }: { db: Pick<Db, "raw"> }): Omit<Check, "name"> {
  known ??= readMigrationFiles({ migrationsFolder: migrationsFolder() });
  try {
    const pending = pendingOf(db.raw, known).length;
    if (pending === 0) return { status: "ok", detail: "The database has this version's schema." };
    return { status: "fail", detail: `The database lacks ${pending} change(s) of this version. Restart the app.` };
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
    return { status: "fail", detail: "A newer version of the app has changed the database. Run that version." };
  }
}
