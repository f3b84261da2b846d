import type { Db } from "../db/open.ts";
import { checkLiveTexts } from "../health/check-live-texts.ts";
import { checkLiveTextsJob } from "../health/start-check.ts";
import type { HeavyChecks } from "../quality/heavy/heavy-checks.ts";
import { defineTask } from "./define-task.ts";

/** After an import, and when rules have changed: looks at the live texts that are new or changed. One item. */
export function createLiveCheckTask({ db, heavy }: { db: Db; heavy: HeavyChecks }) {
  return defineTask(checkLiveTextsJob, async ({ shop, signal, progress }) => {
    const products = await checkLiveTexts(
      { db, heavy },
      { shop, signal, checked: (done) => progress({ done, total: null, label: "Checking texts" }) },
    );
    return { outcome: "done", result: { products } };
  });
}
