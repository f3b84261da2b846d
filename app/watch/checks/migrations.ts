import { DatabaseRefused } from "../../db/migrate.ts";
import type { Db } from "../../db/open.ts";
import { countPending } from "../../db/pending-migrations.ts";
import type { Check } from "../check.ts";

/** Whether the database still has this version's schema: another version may have been started on the same file. */
export async function checkMigrations({ db }: { db: Db }): Promise<Omit<Check, "name">> {
  try {
    const pending = await countPending(db);
    if (pending === 0) return { status: "ok", detail: "The database has this version's schema." };
    return { status: "fail", detail: `The database lacks ${pending} change(s) of this version. Restart the app.` };
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
    return { status: "fail", detail: "A newer version of the app has changed the database. Run that version." };
  }
}
