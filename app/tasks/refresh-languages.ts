import { updateShop } from "../catalog/finish-import.ts";
import { refreshLanguagesJob } from "../catalog/jobs.ts";
import { readLanguages } from "../catalog/translations/read-languages.ts";
import { sweepTargets } from "../catalog/translations/sweep-translations.ts";
import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import type { AdminApiFor } from "../shopify/admin-api.ts";
import { defineTask } from "./define-task.ts";

/** Reads a shop's languages and markets again; what a webhook says of them is only a hint. */
export function createLanguagesTask({ db, clock, admin }: { db: Db; clock: Clock; admin: AdminApiFor }) {
  return defineTask(refreshLanguagesJob, async ({ shop, signal }) => {
    const deps = { db, clock, admin: admin(shop) };
    await updateShop(deps, shop, signal);
    await readLanguages(deps, { shop, signal });
    await sweepTargets(deps, { shop, signal });
    return { outcome: "done", message: "Languages and markets were read." };
  });
}
