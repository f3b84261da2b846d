import type { AppContext } from "../context.server.ts";
import { bornAt } from "../lib/id.ts";
import type { KeptView } from "../ui/kept.ts";

const dayMs = 86_400_000;

/** For how long a shop's people find things again, as pages say it. */
export function keptFor(config: AppContext["config"]): KeptView {
  return {
    jobDays: config.KEEP_JOBS_DAYS,
    draftDays: config.KEEP_DRAFTS_DAYS,
    publishedDays: config.KEEP_PUBLISHED_DAYS,
    feedbackDays: config.KEEP_FEEDBACK_DAYS,
  };
}

/**
 * What a page throws instead of a job that is not there. A job's id holds the time when it was asked for, so that one that is no
 * longer kept can be told from one that never was.
 */
export function missingJob(
  { clock, config }: Pick<AppContext, "clock" | "config">,
  jobId: string,
): { body: { missing: true; keptDays?: number }; status: 404 | 410 } {
  const born = bornAt(jobId);
  const keptDays = config.KEEP_JOBS_DAYS;
  if (born === null || born > clock.now() - keptDays * dayMs) return { body: { missing: true }, status: 404 };
  return { body: { missing: true, keptDays }, status: 410 };
}
