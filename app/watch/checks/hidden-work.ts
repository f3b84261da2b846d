import type { Db } from "../../db/open.ts";
import { readFailedWork } from "../../jobs/read-failed-work.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Check } from "../check.ts";

/** Work that no merchant sees and that gave up: nobody but an operator would miss it. */
export async function checkHiddenWork(deps: {
  db: Db;
  clock: Clock;
  hiddenKinds: ReadonlySet<string>;
}): Promise<Omit<Check, "name">> {
  const { db, clock, hiddenKinds } = deps;
  const failed = await db.do(readFailedWork({ kinds: [...hiddenKinds], now: clock.now() }));
  if (failed.length === 0) return { status: "ok", detail: "None of the app's own work has given up." };
  const told = failed.map(({ kind, items }) => `${items} of ${kind}`);
  return { status: "warn", detail: `Given up and not repaired yet: ${told.join(", ")}.` };
}
