import type { Db } from "../db/open.ts";
import { startLiveCheck } from "../health/start-check.ts";
import type { Clock } from "../lib/clock.ts";
import { markLiveTexts } from "../quality/near-duplicates/mark-live-texts.ts";
import { markLiveTextsJob } from "../quality/near-duplicates/start-marking.ts";
import { defineTask } from "./define-task.ts";

/**
 * After an import: lets the live texts that it brought be compared with those that are written, then starts their check. One
 * item.
 */
export function createMarkTask({ db, clock }: { db: Db; clock: Clock }) {
  return defineTask(markLiveTextsJob, async ({ shop, signal, progress }) => {
    const products = await markLiveTexts(
      { db },
      { shop, signal, marked: (done) => progress({ done, total: null, label: "Comparing texts" }) },
    );
    await startLiveCheck({ db, clock }, shop);
    return { outcome: "done", result: { products } };
  });
}
