import type { Db } from "../db/open.ts";
import { markLiveTexts } from "../quality/near-duplicates/mark-live-texts.ts";
import { markLiveTextsJob } from "../quality/near-duplicates/start-marking.ts";
import { defineTask } from "./define-task.ts";

/** After an import: lets the live texts that it brought be compared with those that are written. One item. */
export function createMarkTask({ db }: { db: Db }) {
  return defineTask(markLiveTextsJob, async ({ shop, signal, progress }) => {
    const products = await markLiveTexts(
      { db },
      { shop, signal, marked: (done) => progress({ done, total: null, label: "Comparing texts" }) },
    );
    return { outcome: "done", result: { products } };
  });
}
