import type { Db } from "./open.ts";

/** Where the database's file is; null for one in memory. */
export function pathOf({ raw }: Pick<Db, "raw">): string | null {
  return raw.memory ? null : raw.name;
}
