import { startImport } from "../../catalog/start-import.ts";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import { readJob } from "../../jobs/read-jobs.ts";
import type { Clock } from "../../lib/clock.ts";
import type { Asker } from "../command.ts";

/** `under_way`: an import that began before reads on, and may have passed by products whose texts it did not look for */
export type Reading = "started" | "under_way";

/** The texts of a new type may be in the shop already, and every product is to be looked at for those that have none. */
export async function readCatalogueAgain(
  deps: { db: Db; clock: Clock } & Acted,
  { shop, by }: Asker,
): Promise<Reading> {
  const since = deps.clock.now();
  const jobId = await startImport(deps, { shop, createdBy: by });
  const job = await readJob(deps, { shop, jobId });
  return job && job.createdAt < since ? "under_way" : "started";
}
