import type { i18n } from "i18next";
import { summariseJob } from "../../analysis/jobs.ts";
import { importJob, importTextsJob, refreshCollectionsJob, refreshProductJob } from "../../catalog/jobs.ts";
import { readProductNames } from "../../catalog/read-product-names.ts";
import { classifyJob } from "../../classification/jobs.ts";
import { retryableKinds } from "../../commands/jobs/retry-failed-work.ts";
import type { AppContext } from "../../context.server.ts";
import { writeFeedJob } from "../../feeds/feed.ts";
import { adaptJob } from "../../generation/adapt/jobs.ts";
import { generateJob, previewJob } from "../../generation/jobs.ts";
import { translateJob } from "../../generation/translate/jobs.ts";
import { checkLiveTextsJob } from "../../health/start-check.ts";
import { english } from "../../i18n/words-of.server.ts";
import { listFailedGroups, listFailedItems } from "../../jobs/list-failed.ts";
import { jobIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { publishJob, undoJob } from "../../publishing/jobs.ts";
import { markLiveTextsJob } from "../../quality/near-duplicates/start-marking.ts";
import type { FailedGroupView } from "../../ui/runs/failed-page.tsx";
import type { HiddenFailuresView } from "../../ui/runs/runs-page.tsx";
import { recheckDraftsJob } from "../../versions/recheck-drafts-job.ts";
import { failureWords } from "../failure-words.ts";
import { readShopNotices } from "../shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** What failed, by the key of its words. */
const kindWords = {
  [generateJob.kind]: "generate",
  [translateJob.kind]: "translate",
  [adaptJob.kind]: "adapt",
  [classifyJob.kind]: "classify",
  [publishJob.kind]: "publish",
  [undoJob.kind]: "undo",
  [importJob.kind]: "import",
  [importTextsJob.kind]: "texts",
  [previewJob.kind]: "try",
  [summariseJob.kind]: "summarise",
  [recheckDraftsJob.kind]: "recheck",
  [writeFeedJob.kind]: "feed",
  [refreshProductJob.kind]: "refresh",
  [refreshCollectionsJob.kind]: "collections",
  [markLiveTextsJob.kind]: "compare",
  [checkLiveTextsJob.kind]: "check",
} as const satisfies Record<(typeof retryableKinds)[number], string>;
/** The app's own work, which no list of runs shows. */
const hiddenWork: readonly string[] = ["refresh", "collections", "compare", "check"];
const wordsOf = (kind: string) => Object.entries(kindWords).find(([name]) => name === kind)?.[1] ?? "other";
const shownItems = 20;

/** How much of the app's own work failed for a shop, which no list of jobs shows: products not refreshed, and the rest. */
export async function countHiddenFailures({ db }: Pick<Deps, "db">, shop: ShopDomain): Promise<HiddenFailuresView> {
  const hidden = retryableKinds.filter((kind) => hiddenWork.includes(kindWords[kind]));
  const counts = { products: 0, other: 0 };
  for (const { kind, items } of await db.do(listFailedGroups({ shop, kinds: hidden }))) {
    counts[kind === refreshProductJob.kind ? "products" : "other"] += items;
  }
  return counts;
}

/** All that the page of failed work shows: of one job, or of all. */
export async function readFailedPage(deps: Deps, shop: ShopDomain, params: URLSearchParams, words?: i18n) {
  const inWords = words ?? (await english());
  const { t } = inWords;
  const job = jobIdSchema.safeParse(params.get("job"));
  const jobId = job.success ? job.data : undefined;
  const groups = await deps.db.do(listFailedGroups({ shop, kinds: retryableKinds, jobId }));
  const views = await Promise.all(
    groups.map(async (group) => ({
      group,
      items: await deps.db.do(listFailedItems({ ...group, jobId, limit: shownItems })),
    })),
  );
  const subjects = views.flatMap(({ items }) => items.map(({ subject }) => subject));
  const names = await readProductNames(deps, shop, subjects);
  return {
    jobId: jobId ?? null,
    groups: views.map(({ group, items }): FailedGroupView => {
      const { kind, code } = group;
      return {
        kind,
        code,
        count: group.items,
        title: t(`runs:failed.kind.${wordsOf(kind)}`, { count: group.items }),
        reason: failureWords(inWords, group) ?? t("runs:failed.noReason"),
        items: items.map(({ jobId: of, seq, subject, message, finishedAt }) => ({
          ...{ id: `${of}:${seq}`, jobId: of, message: failureWords(inWords, { code, message }), finishedAt },
          product: names.get(subject) ?? null,
          subject,
        })),
      };
    }),
    notices: await readShopNotices(deps, shop),
    now: deps.clock.now(),
  };
}
