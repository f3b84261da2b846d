import type { i18n } from "i18next";
import { readProductNames } from "../../catalog/read-product-names.ts";
import type { Db } from "../../db/open.ts";
import { listJobItems } from "../../jobs/read-jobs.ts";
import type { JobId, ShopDomain } from "../../lib/brand.ts";
import { outcomes } from "../../ui/runs/run-view.ts";
import { csvLine } from "../csv.ts";
import { outcomeWords } from "../failure-words.ts";

const pageRows = 250;

/**
 * What became of each product of a run, as CSV.
 * @param outcome only those rows, as the page narrows them; anything else: all
 */
export async function runFile(
  { db }: { db: Db },
  { shop, jobId, outcome, words }: { shop: ShopDomain; jobId: JobId; outcome: string | null; words: i18n },
): Promise<string> {
  const { t } = words;
  const chosen = outcomes.find((one) => one === outcome);
  const status = chosen === undefined || chosen === "all" ? undefined : chosen;
  const lines = [csvLine(["ID", t("runs:items.product"), t("runs:items.outcome"), t("runs:items.details")])];
  for (let cursor: number | undefined; ; ) {
    const { rows, nextCursor } = await listJobItems({ db }, { shop, jobId, status, cursor, limit: pageRows });
    const subjects = rows.map(({ subject }) => subject);
    const names = await readProductNames({ db }, shop, subjects);
    for (const item of rows) {
      const { subject, status: ended } = item;
      const details = outcomeWords(words, item) ?? "";
      lines.push(csvLine([subject, names.get(subject)?.title ?? "", t(`states:item.${ended}`), details]));
    }
    if (nextCursor === null) return `${lines.join("\r\n")}\r\n`;
    cursor = nextCursor;
  }
}
