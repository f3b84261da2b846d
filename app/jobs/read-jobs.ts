import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, notInArray, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../db/open.ts";
import { type ItemStatus, type JobStatus, jobItems, jobs } from "../db/schema/index.ts";
import type { JobId, ShopDomain } from "../lib/brand.ts";

export const jobColumns = {
  id: jobs.id,
  kind: jobs.kind,
  status: jobs.status,
  title: jobs.title,
  priority: jobs.priority,
  total: jobs.total,
  done: jobs.done,
  failed: jobs.failed,
  conflict: jobs.conflict,
  cancelled: jobs.cancelled,
  message: jobs.message,
  pauseReason: jobs.pauseReason,
  heldAt: jobs.heldAt,
  payload: jobs.payload,
  createdBy: jobs.createdBy,
  externalTrackingId: jobs.externalTrackingId,
  cancelRequestedAt: jobs.cancelRequestedAt,
  createdAt: jobs.createdAt,
  startedAt: jobs.startedAt,
  finishedAt: jobs.finishedAt,
};

/** A job as people see it: its counters are exact at any moment. */
export type JobRow = Pick<typeof jobs.$inferSelect, keyof typeof jobColumns>;

const itemColumns = {
  seq: jobItems.seq,
  subject: jobItems.subject,
  status: jobItems.status,
  attempts: jobItems.attempts,
  runAt: jobItems.runAt,
  pauseReason: jobItems.pauseReason,
  progress: jobItems.progress,
  result: jobItems.result,
  code: jobItems.code,
  message: jobItems.message,
  finishedAt: jobItems.finishedAt,
};

/** One item of a job; `progress` is what a running one last reported. */
export type JobItemRow = Pick<typeof jobItems.$inferSelect, keyof typeof itemColumns>;

const maxLimit = 250;
const cursorSchema = z.tuple([z.number().int(), z.string()]);

/** A shop's jobs, newest first. @param input.cursor `nextCursor` of the page before; an unreadable one starts over */
export async function listJobs(
  { db }: { db: Db },
  input: {
    shop: ShopDomain;
    cursor?: string | undefined;
    limit?: number | undefined;
    status?: JobStatus | JobStatus[] | undefined;
    kind?: string | undefined;
    /** only those that a person or a pause holds, or that ended with something that was not done */
    needsPerson?: boolean | undefined;
    /** kinds that people need not see, e.g. the maintenance after a webhook */
    withoutKinds?: readonly string[] | undefined;
  },
): Promise<{ rows: JobRow[]; nextCursor: string | null }> {
  const limit = Math.min(maxLimit, Math.max(1, input.limit ?? 50));
  const rows = await db.orm
    .select(jobColumns)
    .from(jobs)
    .where(
      and(
        eq(jobs.shop, input.shop),
        isNotNull(jobs.openedAt),
        input.status === undefined ? undefined : inArray(jobs.status, [input.status].flat()),
        input.kind === undefined ? undefined : eq(jobs.kind, input.kind),
        input.needsPerson ? needsPerson : undefined,
        input.withoutKinds === undefined ? undefined : notInArray(jobs.kind, [...input.withoutKinds]),
        olderThan(input.cursor),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor([last.createdAt, last.id]) : null;
  return { rows: page, nextCursor };
}

const needsPerson = or(
  and(isNull(jobs.finishedAt), or(isNotNull(jobs.heldAt), isNotNull(jobs.pauseReason))),
  and(isNotNull(jobs.finishedAt), or(gt(jobs.failed, 0), gt(jobs.conflict, 0))),
);

/** One job of the shop with its payload, or null. */
export async function readJob(
  { db }: { db: Db },
  { shop, jobId }: { shop: ShopDomain; jobId: JobId },
): Promise<JobRow | null> {
  const [row] = await db.orm
    .select(jobColumns)
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.id, jobId), isNotNull(jobs.openedAt)));
  return row ?? null;
}

/** A job's items in their order, with each one's outcome. @param input.cursor the `seq` after which the page starts */
export async function listJobItems(
  { db }: { db: Db },
  input: {
    shop: ShopDomain;
    jobId: JobId;
    status?: ItemStatus | undefined;
    cursor?: number | undefined;
    limit?: number | undefined;
  },
): Promise<{ rows: JobItemRow[]; nextCursor: number | null }> {
  const limit = Math.min(maxLimit, Math.max(1, input.limit ?? 50));
  const rows = await db.orm
    .select(itemColumns)
    .from(jobItems)
    .where(
      and(
        eq(jobItems.jobId, input.jobId),
        eq(jobItems.shop, input.shop),
        input.status === undefined ? undefined : isStatus(input.status),
        input.cursor === undefined ? undefined : gt(jobItems.seq, input.cursor),
      ),
    )
    .orderBy(asc(jobItems.seq))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { rows: page, nextCursor: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

/** A literal, not a parameter: only then does SQLite use the partial index of that status. */
function isStatus(status: ItemStatus): SQL {
  return statusIs[status];
}

const statusIs: Record<ItemStatus, SQL> = {
  queued: sql`${jobItems.status} = 'queued'`,
  processing: sql`${jobItems.status} = 'processing'`,
  paused: sql`${jobItems.status} = 'paused'`,
  done: sql`${jobItems.status} = 'done'`,
  failed: sql`${jobItems.status} = 'failed'`,
  conflict: sql`${jobItems.status} = 'conflict'`,
  cancelled: sql`${jobItems.status} = 'cancelled'`,
};

function olderThan(cursor: string | undefined): SQL | undefined {
  const parsed = cursorSchema.safeParse(decodeCursor(cursor));
  if (!parsed.success) return undefined;
  const [createdAt, id] = parsed.data;
  return or(lt(jobs.createdAt, createdAt), and(eq(jobs.createdAt, createdAt), lt(jobs.id, id)));
}

function encodeCursor(place: z.infer<typeof cursorSchema>): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function decodeCursor(cursor: string | undefined): unknown {
  try {
    return cursor === undefined ? undefined : JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
