import { importJob, refreshCollectionsJob, refreshProductJob } from "../../catalog/jobs.ts";
import { readProductNames } from "../../catalog/read-product-names.ts";
import { retryableKinds } from "../../commands/jobs/retry-failed-work.ts";
import type { AppContext } from "../../context.server.ts";
import { generateJob, previewJob } from "../../generation/jobs.ts";
import { type FailedGroup, listFailedGroups, listFailedItems } from "../../jobs/list-failed.ts";
import { jobIdSchema, type ShopDomain } from "../../lib/brand.ts";
import { publishJob, undoJob } from "../../publishing/jobs.ts";
import { markLiveTextsJob } from "../../quality/near-duplicates/start-marking.ts";
import type { FailedGroupView } from "../../ui/jobs/failed-page.tsx";
import type { HiddenFailuresView } from "../../ui/jobs/jobs-page.tsx";
import { countOf } from "../../ui/numbers.ts";
import { readShopNotices } from "../shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock">;

interface KindWords {
  what: string;
  subject: string;
  /** the app's own work, which no list of jobs shows */
  hidden?: true;
}

/** What failed, in words. */
const kindWords: Record<(typeof retryableKinds)[number], KindWords> = {
  [generateJob.kind]: { what: "could not be written", subject: "product" },
  [publishJob.kind]: { what: "could not be published", subject: "product" },
  [undoJob.kind]: { what: "could not be put back", subject: "publication" },
  [importJob.kind]: { what: "could not be finished", subject: "import" },
  [previewJob.kind]: { what: "could not be tried with new rules", subject: "product" },
  [refreshProductJob.kind]: { what: "could not be refreshed", subject: "product", hidden: true },
  [refreshCollectionsJob.kind]: { what: "could not be read again", subject: "list of collections", hidden: true },
  [markLiveTextsJob.kind]: { what: "could not be finished", subject: "comparison with other products", hidden: true },
};
const wordsOf = (kind: string) => Object.entries(kindWords).find(([name]) => name === kind)?.[1];
const shownItems = 20;

/** How much of the app's own work failed for a shop, which no list of jobs shows: products not refreshed, and the rest. */
export async function countHiddenFailures({ db }: Pick<Deps, "db">, shop: ShopDomain): Promise<HiddenFailuresView> {
  const hidden = retryableKinds.filter((kind) => kindWords[kind].hidden);
  const counts = { products: 0, other: 0 };
  for (const { kind, items } of await db.do(listFailedGroups({ shop, kinds: hidden }))) {
    counts[kind === refreshProductJob.kind ? "products" : "other"] += items;
  }
  return counts;
}

/** All that the page of failed work shows: of one job, or of all. */
export async function readFailedPage(deps: Deps, shop: ShopDomain, params: URLSearchParams) {
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
        ...{ kind, code, count: group.items, title: titleOf(group), reason: reasonOf(group) },
        items: items.map(({ jobId: of, seq, subject, message, finishedAt }) => ({
          ...{ id: `${of}:${seq}`, jobId: of, message, finishedAt },
          product: names.get(subject) ?? null,
          subject,
        })),
      };
    }),
    notices: await readShopNotices(deps, shop),
    now: deps.clock.now(),
  };
}

function titleOf({ kind, items }: FailedGroup): string {
  const { what, subject } = wordsOf(kind) ?? { what: "could not be done", subject: "piece of work" };
  const plural = subject.replace(/^\w+/, (noun) => `${noun}s`);
  return `${countOf(items, subject, plural)} ${what}`;
}

function reasonOf({ message }: FailedGroup): string {
  return message ?? "The reason was not kept. Try again; if it fails once more, tell whoever runs this app.";
}
