import { z } from "zod";
import type { AppContext } from "../../context.server.ts";
import { all, type Steps } from "../../db/steps.ts";
import { generateJob } from "../../generation/jobs.ts";
import { openBreakers } from "../../jobs/breaker.ts";
import { listJobs } from "../../jobs/read-jobs.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { publishJob } from "../../publishing/jobs.ts";
import type { RunLineView } from "../../ui/products/run-line-view.ts";
import { runViews } from "../runs/run-view.ts";

/** For so long a result stands above the list, unless it is opened or dismissed. */
const keptMs = 24 * 3_600_000;

/** What the item of a product that was written keeps. */
const resultSchema = z.object({ texts: z.number(), blocked: z.number(), warnings: z.number() });
const resultsSql = `SELECT result FROM job_items
  WHERE job_id = @jobId AND shop = @shop AND status = 'done' AND result IS NOT NULL`;

/** The last run over several products that this person started, while it runs and for a day after it. */
export async function readRunLine(
  deps: Pick<AppContext, "db" | "clock">,
  shop: ShopDomain,
  reader: string,
): Promise<RunLineView | null> {
  const now = deps.clock.now();
  const found = await Promise.all(
    [generateJob.kind, publishJob.kind].map(async (kind) => (await listJobs(deps, { shop, kind, limit: 5 })).rows),
  );
  const [run] = found
    .flat()
    .filter(({ createdBy, total, finishedAt }) => {
      const isNew = finishedAt === null || finishedAt > now - keptMs;
      return createdBy === reader && total > 1 && isNew;
    })
    .sort((a, b) => b.createdAt - a.createdAt);
  if (!run) return null;
  const written =
    run.kind === generateJob.kind && run.finishedAt !== null
      ? await deps.db.do(countWritten({ shop, jobId: run.id }))
      : null;
  const [view] = await runViews(deps, shop, { rows: [run], away: await deps.db.do(openBreakers(shop)) });
  return view ? { run: view, written } : null;
}

function* countWritten(of: { shop: ShopDomain; jobId: string }): Steps<NonNullable<RunLineView["written"]>> {
  const written = { clean: 0, warned: 0, blocked: 0 };
  for (const { result } of yield* all<{ result: string }>(resultsSql, of)) {
    const stored = resultSchema.safeParse(JSON.parse(result));
    if (!stored.success || stored.data.texts === 0) continue;
    const { blocked, warnings } = stored.data;
    written[blocked > 0 ? "blocked" : warnings > 0 ? "warned" : "clean"] += 1;
  }
  return written;
}
