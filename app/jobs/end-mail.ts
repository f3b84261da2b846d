import { z } from "zod";
import { get, run, type Steps } from "../db/steps.ts";
import { jobIdSchema, shopDomainSchema } from "../lib/brand.ts";
import { enqueueJobIn } from "./enqueue-job.ts";
import { hiddenKinds } from "./hidden-kinds.ts";
import { longMs } from "./list-ended-long.ts";
import { defineJob } from "./task.ts";

/** Mails about the end of a long job, one item for each address: what one server says of one address is no other's trouble. */
export const endMailJob = defineJob({
  kind: "end-mail",
  payload: z.object({ jobId: jobIdSchema, endedAt: z.number() }),
  item: z.object({ address: z.string() }),
});

/**
 * Queues the mails about a long job's end where the shop wants them: a step of the transaction that ends it, so that neither is
 * there without the other. At most once a job, although one whose failed items are tried again ends again: mails that have not
 * left by then tell of that end.
 */
export function* queueEndMail(end: {
  shop: string;
  jobId: string;
  kind: string;
  createdAt: number;
  finishedAt: number;
}): Steps<void> {
  const { shop, jobId, kind, createdAt, finishedAt } = end;
  if (finishedAt - createdAt <= longMs || hiddenKinds.includes(kind)) return;
  const wish = yield* get<{ mailRuns: unknown; mailTo: string }>(wishSql, { shop });
  const addresses = wish?.mailRuns ? (JSON.parse(wish.mailTo) as string[]) : [];
  if (addresses.length === 0) return;
  if ((yield* run(onceSql, { shop, jobId, finishedAt })) === 0) return;
  yield* enqueueJobIn(
    { now: () => finishedAt },
    {
      job: endMailJob,
      shop: shopDomainSchema.parse(shop),
      title: "Mail about the end of a run",
      payload: { jobId: jobIdSchema.parse(jobId), endedAt: finishedAt },
      items: addresses.map((address) => ({ subject: address, payload: { address } })),
      priority: 2,
    },
  );
}

const wishSql = `SELECT mail_runs AS "mailRuns", mail_to AS "mailTo" FROM work_settings WHERE shop = @shop`;

const onceSql = `UPDATE jobs SET mailed_at = @finishedAt WHERE id = @jobId AND shop = @shop AND mailed_at IS NULL`;
