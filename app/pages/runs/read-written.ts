import { z } from "zod";
import { all, type Steps } from "../../db/steps.ts";
import type { JobId, ShopDomain } from "../../lib/brand.ts";
import type { WrittenView } from "../../ui/runs/run-view.ts";

/** What the item of a product that was written keeps: see `storeDrafts`. */
const resultSchema = z.object({ texts: z.number(), blocked: z.number(), warnings: z.number() });

/** What a run wrote, product by product. */
export function* readWritten({ shop, jobId }: { shop: ShopDomain; jobId: JobId }): Steps<WrittenView> {
  const written = { clean: 0, warned: 0, blocked: 0, nothing: 0 };
  for (const { result } of yield* all<{ result: string }>(resultsSql, { shop, jobId })) {
    const stored = resultSchema.safeParse(JSON.parse(result));
    if (!stored.success) continue;
    const { texts, blocked, warnings } = stored.data;
    written[texts === 0 ? "nothing" : blocked > 0 ? "blocked" : warnings > 0 ? "warned" : "clean"] += 1;
  }
  return written;
}

const resultsSql = `SELECT result FROM job_items
  WHERE job_id = @jobId AND shop = @shop AND status = 'done' AND result IS NOT NULL`;
