import { z } from "zod";
import { updateShop } from "../catalog/finish-import.ts";
import { refreshLanguagesJob } from "../catalog/jobs.ts";
import { readLanguages } from "../catalog/translations/read-languages.ts";
import { sweepTargets } from "../catalog/translations/sweep-translations.ts";
import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";

/** How often what Shopify builds anew was waited for. */
const checkpointSchema = z.object({ waited: z.number().int() }).catch({ waited: 0 });

/** Twelve minutes in all; then it is taken as it is. A webhook that comes meanwhile waits for the next try: not for long. */
const [mostWaits, waitMs] = [12, 60_000];

/**
 * Reads a shop's languages and markets again; what a webhook says of them is only a hint. Which market inherits from which Shopify
 * builds some time after it told of a change: then it is read again later.
 */
export function createLanguagesTask({ db, clock, admin }: { db: Db; clock: Clock; admin: AdminApiFor }) {
  return defineTask(refreshLanguagesJob, async ({ shop, signal, checkpoint, saveCheckpoint }) => {
    const deps = { db, clock, admin: admin(shop) };
    const { waited } = checkpointSchema.parse(checkpoint);
    await updateShop(deps, shop, signal);
    const tree = await readLanguages(deps, { shop, signal, trustsTree: waited >= mostWaits });
    await sweepTargets(deps, { shop, signal });
    if (tree === "settled") return { outcome: "done", message: "Languages and markets were read." };
    await saveCheckpoint({ waited: waited + 1 });
    const message = "Shopify has not yet arranged the markets anew.";
    return { outcome: "retry", code: "markets_rebuilding", message, waitMs, answered: true };
  });
}
