import { z } from "zod";
import { readProductNames } from "../catalog/read-product-names.ts";
import type { AppContext } from "../context.server.ts";
import { reserveRetry } from "../credits/reserve-run.ts";
import type { Acted } from "../db/record-act.ts";
import { type FailedGroup, listFailedGroups, listFailedItems, listFailedJobs } from "../jobs/list-failed.ts";
import { retryFailedItems } from "../jobs/retry-failed.ts";
import { type JobId, jobIdSchema, type ShopDomain } from "../lib/brand.ts";
import type { FailedGroupView } from "../ui/jobs/failed-page.tsx";
import type { HiddenFailuresView } from "../ui/jobs/jobs-page.tsx";
import { countOf } from "../ui/numbers.ts";
import type { Outcome } from "./answer-action.ts";
import { readShopNotices } from "./shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock"> & Acted;

/** What failed, in words; what is not here is the operator's to look at. */
const kindWords: Record<string, { what: string; subject: string; hidden?: true }> = {
  "generate-content": { what: "could not be written", subject: "product" },
  publish: { what: "could not be published", subject: "product" },
  undo: { what: "could not be put back", subject: "publication" },
  "import-products": { what: "could not be finished", subject: "import" },
  "try-config": { what: "could not be tried with new rules", subject: "product" },
  "refresh-product": { what: "could not be refreshed", subject: "product", hidden: true },
  "refresh-collections": { what: "could not be read again", subject: "list of collections", hidden: true },
  "mark-live-texts": { what: "could not be finished", subject: "comparison with other products", hidden: true },
};
const kinds = Object.keys(kindWords);
const shownItems = 20;

/** How much of the app's own work failed for a shop, which no list of jobs shows: products not refreshed, and the rest. */
export function countHiddenFailures({ db }: Pick<Deps, "db">, shop: ShopDomain): HiddenFailuresView {
  const hidden = kinds.filter((kind) => kindWords[kind]?.hidden);
  const counts = { products: 0, other: 0 };
  for (const { kind, items } of listFailedGroups(db, { shop, kinds: hidden })) {
    counts[kind === "refresh-product" ? "products" : "other"] += items;
  }
  return counts;
}

/** All that the page of failed work shows: of one job, or of all. */
export async function readFailedPage(deps: Deps, shop: ShopDomain, params: URLSearchParams) {
  const job = jobIdSchema.safeParse(params.get("job"));
  const jobId = job.success ? job.data : undefined;
  const groups = listFailedGroups(deps.db, { shop, kinds, jobId });
  const views = groups.map((group) => ({
    group,
    items: listFailedItems(deps.db, { ...group, jobId, limit: shownItems }),
  }));
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
  const { what, subject } = kindWords[kind] ?? { what: "could not be done", subject: "piece of work" };
  const plural = subject.replace(/^\w+/, (noun) => `${noun}s`);
  return `${countOf(items, subject, plural)} ${what}`;
}

function reasonOf({ message }: FailedGroup): string {
  return message ?? "The reason was not kept. Try again; if it fails once more, tell whoever runs this app.";
}

const itemsSchema = z
  .array(z.string().regex(/^[\w-]{1,64}:\d{1,9}$/))
  .min(1)
  .max(100);

/** Tries failed work again: the named items, or all of a kind and reason. */
export async function changeFailed(deps: Deps, shop: ShopDomain, form: FormData): Promise<Outcome> {
  const named = itemsSchema.safeParse(form.getAll("item"));
  const kind = kinds.find((one) => one === form.get("kind"));
  const given = form.get("code");
  const job = jobIdSchema.safeParse(form.get("job"));
  if (!named.success && kind === undefined) return { problem: "Choose what to try again." };
  const jobs = named.success
    ? byJob(named.data)
    : listFailedJobs(deps.db, {
        shop,
        kind: kind ?? "",
        code: typeof given === "string" && given !== "" ? given : null,
        jobId: job.success ? job.data : undefined,
      }).map(({ jobId, items }) => ({ jobId, items, seqs: undefined }));
  let retried = 0;
  for (const { jobId, items, seqs } of jobs) {
    await reserveRetry(deps, { shop, jobId, items });
    const code = seqs ? undefined : typeof given === "string" && given !== "" ? given : null;
    retried += await retryFailedItems(deps, { shop, jobId, seqs, code });
  }
  return retried === 0
    ? { problem: "There is nothing to try again: it was tried already." }
    : { message: `Trying ${countOf(retried, "failure")} again` };
}

function byJob(named: readonly string[]): { jobId: JobId; items: number; seqs: number[] }[] {
  const jobs = Map.groupBy(named, (id) => id.slice(0, id.indexOf(":")));
  return [...jobs].flatMap(([id, ids]) => {
    const jobId = jobIdSchema.safeParse(id);
    const seqs = ids.map((one) => Number(one.slice(one.indexOf(":") + 1)));
    return jobId.success ? [{ jobId: jobId.data, items: seqs.length, seqs }] : [];
  });
}
