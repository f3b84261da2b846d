import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { DatabaseRefused } from "./migrate.ts";

/** The message for an operator who starts the app on a damaged file. @returns null for any other error */
export function refusalOfDamage(error: unknown, file: string): DatabaseRefused | null {
  if (!(error instanceof Database.SqliteError) || !/^SQLITE_(CORRUPT|NOTADB)(_|$)/.test(error.code)) return null;
  return new DatabaseRefused(
    `${file} is damaged (${error.message}). Nothing in it was changed. Put a backup in its place: npm run db -- restore FILE. ` +
      `Backups are in ${join(dirname(file), "backups")} or where you copied them, copies made before upgrades beside the ` +
      `database (${file}.before-…). See "A damaged database" in docs/operating.md.`,
  );
}
