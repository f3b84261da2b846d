import type { i18n } from "i18next";
import { retryableKinds } from "../../commands/jobs/retry-failed-work.ts";
import type { StoredWarning } from "../../db/schema/index.ts";
import type { Steps } from "../../db/steps.ts";
import { listFailedGroups } from "../../jobs/list-failed.ts";
import type { JobId, ShopDomain } from "../../lib/brand.ts";
import { findingBit } from "../../rules/check-codes.ts";
import { labelOfName } from "../../rules/content-types/label-of-name.ts";
import { configNameOf } from "../../texts/slot.ts";
import type { RunReasonView } from "../../ui/runs/run-view.ts";
import { type FoundText, textsFoundInRun } from "../../versions/texts-found-in-run.ts";
import { failureWords } from "../failure-words.ts";

/** Texts with findings that are counted: a run of 5,000 products has hardly more. */
const mostTexts = 20_000;
const mostReasons = 8;

/** What stands out in a run: why products were not done, and what the checks found in which text, most products first. */
export function* readReasons({
  shop,
  jobId,
  words,
}: {
  shop: ShopDomain;
  jobId: JobId;
  words: i18n;
}): Steps<RunReasonView[]> {
  const failed = (yield* listFailedGroups({ shop, jobId, kinds: retryableKinds })).map(
    ({ items, ...failure }): RunReasonView => ({
      count: items,
      text: null,
      what: failureWords(words, failure) ?? failure.code ?? "",
      url: `/app/activity/failed?job=${encodeURIComponent(jobId)}`,
    }),
  );
  const rows = yield* textsFoundInRun({ shop, jobId, limit: mostTexts });
  return [...failed.filter(({ what }) => what !== ""), ...foundIn(rows, jobId)].slice(0, mostReasons);
}

function foundIn(rows: readonly FoundText[], jobId: JobId): RunReasonView[] {
  const products = new Map<string, { name: string; code: string; ids: Set<string> }>();
  for (const { productId, contentType, warnings } of rows) {
    const name = configNameOf(contentType);
    for (const { code } of JSON.parse(warnings) as StoredWarning[]) {
      const key = `${name} ${code}`;
      const known = products.get(key) ?? { name, code, ids: new Set() };
      known.ids.add(productId);
      products.set(key, known);
    }
  }
  return [...products.values()]
    .map(({ name, code, ids }): RunReasonView => {
      const bit = Object.hasOwn(findingBit, code) ? findingBit[code as keyof typeof findingBit] : null;
      const query = new URLSearchParams({
        view: "all",
        job: jobId,
        ...(bit === null ? {} : { findings: String(bit) }),
      });
      return { count: ids.size, text: { name, label: labelOfName(name) }, what: code, url: `/app/products?${query}` };
    })
    .sort((a, b) => b.count - a.count);
}
