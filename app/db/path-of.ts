import { engine } from "./engine.ts";
import type { Db } from "./open.ts";

/** Where the database's file is; null for one in memory. */
export function pathOf(db: Db): string | null {
  const { raw } = db[engine];
  return raw.memory ? null : raw.name;
}
