import type { i18n } from "i18next";
import { z } from "zod";
import { readProductNames } from "../../catalog/read-product-names.ts";
import type { AppContext } from "../../context.server.ts";
import { readItemCosts, readRun } from "../../credits/read-run.ts";
import { readBatchCounts } from "../../generation/batch/read-batch-counts.ts";
import { generateJob } from "../../generation/jobs.ts";
import { type JobItemRow, listJobItems, readJob } from "../../jobs/read-jobs.ts";
import { readPaces } from "../../jobs/read-pace.ts";
import type { JobId, ShopDomain } from "../../lib/brand.ts";
import { pick } from "../../lib/pick.ts";
import { countUndecided } from "../../publishing/count-undecided.ts";
import { publishJob } from "../../publishing/jobs.ts";
import { type PublicationSince, readPublicationSince } from "../../publishing/read-undo.ts";
import { outcomes, type RunItemView, type UndoneView } from "../../ui/runs/run-view.ts";
import { outcomeWords } from "../failure-words.ts";
import { readShopNotices } from "../shop-notices.ts";
import { readWaiting } from "../waiting.ts";
import { readReasons } from "./read-reasons.ts";
import { readRest } from "./read-rest.ts";
import { readWritten } from "./read-written.ts";
import { runView } from "./run-view.ts";
import { timeLeft } from "./time-left.ts";

type Deps = Pick<AppContext, "db" | "clock" | "models">;

const pageSize = 50;

/** All that one run's page shows for an address, or null when the shop has no such run. */
export async function readRunPage(
  deps: Deps,
  { shop, jobId, params, words }: { shop: ShopDomain; jobId: JobId; params: URLSearchParams; words: i18n },
) {
  const of = { shop, jobId };
  const outcome = outcomes.find((name) => name === params.get("outcome")) ?? "all";
  const after = z.coerce
    .number()
    .int()
    .min(0)
    .safeParse(params.get("after") ?? undefined);
  const [row, list, cost, notices] = await Promise.all([
    readJob(deps, of),
    listJobItems(deps, {
      ...of,
      status: outcome === "all" ? undefined : outcome,
      cursor: after.success ? after.data : undefined,
      limit: pageSize,
    }),
    readRun(deps, of),
    readShopNotices(deps, shop),
  ]);
  if (!row) return null;
  const now = deps.clock.now();
  const run = await runView(deps, shop, { row, away: notices.outages });
  const ended = run.finishedAt !== null;
  const seqs = list.rows.map(({ seq }) => seq);
  const costs = cost === null ? null : await readItemCosts(deps, { ...of, seqs });
  const subjects = list.rows.map(({ subject }) => subject);
  const names = await readProductNames(deps, shop, subjects);
  const pace = ended ? undefined : (await deps.db.do(readPaces({ shop, now }))).find((one) => one.jobId === jobId);
  const since = run.kind === publishJob.kind ? await deps.db.do(readPublicationSince(of)) : null;
  const undone = undoneView(since);
  const [only] = list.rows;
  return {
    run: { ...run, message: only ? outcomeWords(words, { ...only, message: run.message }) : run.message, undone },
    items: list.rows.map((item) => ({
      ...itemView(item, names.get(item.subject) ?? null),
      message: outcomeWords(words, item),
      cost: costs?.get(item.seq) ?? null,
    })),
    cost,
    waiting: await readWaiting(deps, shop, ended && run.kind === generateJob.kind, jobId),
    undecided: run.conflict === 0 ? 0 : await countUndecided(deps, of),
    batchMode: await deps.db.do(readBatchCounts(of)),
    written: ended && run.kind === generateJob.kind ? await deps.db.do(readWritten(of)) : null,
    reasons: ended ? await deps.db.do(readReasons({ ...of, words })) : [],
    leftMs: timeLeft(run, pace, now),
    underWay: pace?.underWay ?? 0,
    checking: since?.open ?? 0,
    rest: run.held ? await readRest(deps, shop, row, cost) : null,
    undone,
    nextAfter: list.nextCursor,
    later: after.success,
    outcome,
    single: run.total === 1 && only?.progress && !ended ? only.progress : null,
    canUndo: ended && since !== null && since.standing > 0,
    notices,
    now,
  };
}

function undoneView(since: PublicationSince | null): UndoneView | null {
  if (since === null || since.undone === 0) return null;
  return {
    back: since.undone,
    stayed: since.standing,
    url: since.undoJobId === null ? null : `/app/activity/${encodeURIComponent(since.undoJobId)}`,
  };
}

const shownOfItem = ["seq", "status", "subject", "attempts", "progress", "message", "runAt"] as const;

function itemView(item: JobItemRow, product: RunItemView["product"]): Omit<RunItemView, "cost"> {
  return { ...pick(item, shownOfItem), product };
}
