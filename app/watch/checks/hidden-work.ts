import type { Db } from "../../db/open.ts";
import { readFailedWork } from "../../jobs/read-failed-work.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Check } from "../check.ts";

/** Work that no merchant sees and that gave up: nobody but an operator would miss it. */
export function checkHiddenWork(deps: { db: Db; clock: Clock; hiddenKinds: ReadonlySet<string> }): Omit<Check, "name"> {
  const failed = readFailedWork(deps, { kinds: [...deps.hiddenKinds] });
  if (failed.length === 0) return { status: "ok", detail: "None of the app's own work has given up." };
  const told = failed.map(({ kind, items }) => `${items} of ${kind}`);
  return { status: "warn", detail: `Given up and not repaired yet: ${told.join(", ")}.` };
}
