import { all, type Steps } from "../db/steps.ts";
import { type JobId, jobIdSchema, type ShopDomain, shopDomainSchema } from "../lib/brand.ts";

/** Failed work of one kind that failed for one reason. */
export interface FailedGroup {
  shop: ShopDomain;
  kind: string;
  /** null where no code was kept */
  code: string | null;
  /** of one of its items, in a merchant's words */
  message: string | null;
  items: number;
  jobs: number;
}

export interface FailedItem {
  jobId: JobId;
  seq: number;
  subject: string;
  message: string | null;
  finishedAt: number | null;
}

const groupsSql = (where: string) => `SELECT jobs.shop, jobs.kind, code, max(job_items.message) AS message,
    count(*) AS items, count(DISTINCT jobs.id) AS jobs
  FROM jobs INDEXED BY jobs_with_failures
  JOIN job_items INDEXED BY job_items_odd ON job_items.job_id = jobs.id AND job_items.status = 'failed'
  WHERE ${where} AND failed > 0 AND (CAST(@kinds AS text) IS NULL OR jobs.kind IN (SELECT value FROM json_each(@kinds)))
    AND (CAST(@jobId AS text) IS NULL OR jobs.id = @jobId)
  GROUP BY jobs.shop, jobs.kind, code ORDER BY items DESC, jobs.kind, code LIMIT 200`;

interface Asked {
  kinds: readonly string[];
  /** undefined: of all jobs */
  jobId?: JobId | undefined;
}

/** What has failed for good and was not tried again since, by kind and reason, most first; at most 200 groups. */
export function* listFailedGroups({ shop, kinds, jobId }: Asked & { shop: ShopDomain }): Steps<FailedGroup[]> {
  const asked = { shop, kinds: JSON.stringify(kinds), jobId: jobId ?? null };
  return (yield* all<FailedGroup>(groupsSql("jobs.shop = @shop"), asked)).map(parsed);
}

/** The same of all shops and kinds. */
export function* listAllFailedGroups(): Steps<FailedGroup[]> {
  const sql = groupsSql("1 = 1 /* all shops: for the operator */");
  return (yield* all<FailedGroup>(sql, { kinds: null, jobId: null })).map(parsed);
}

function parsed(row: FailedGroup): FailedGroup {
  return { ...row, shop: shopDomainSchema.parse(row.shop) };
}

interface Group {
  shop: ShopDomain;
  kind: string;
  code: string | null;
  /** undefined: of all jobs */
  jobId?: JobId | undefined;
}

const ofGroupSql = `FROM jobs INDEXED BY jobs_with_failures
  JOIN job_items INDEXED BY job_items_odd ON job_items.job_id = jobs.id AND job_items.status = 'failed'
  WHERE jobs.kind = @kind AND jobs.shop = @shop AND failed > 0 AND code IS NOT DISTINCT FROM @code
    AND (CAST(@jobId AS text) IS NULL OR jobs.id = @jobId)`;

const itemsSql = `SELECT jobs.id AS jobId, seq, subject, job_items.message AS message, job_items.finished_at AS finishedAt
  ${ofGroupSql} ORDER BY jobs.finished_at DESC, jobs.id DESC, seq LIMIT @limit`;

const jobsSql = `SELECT jobs.id AS jobId, count(*) AS items ${ofGroupSql} GROUP BY jobs.id ORDER BY jobs.id`;

/** The items of a group, at most `limit`, the newest jobs first. */
export function* listFailedItems(group: Group & { limit: number }): Steps<FailedItem[]> {
  const rows = yield* all<FailedItem>(itemsSql, { ...group, jobId: group.jobId ?? null });
  return rows.map((row) => ({ ...row, jobId: jobIdSchema.parse(row.jobId) }));
}

/** The jobs that a group's items belong to, with how many of them each has. */
export function* listFailedJobs(group: Group): Steps<{ jobId: JobId; items: number }[]> {
  const rows = yield* all<{ jobId: string; items: number }>(jobsSql, { ...group, jobId: group.jobId ?? null });
  return rows.map(({ jobId, items }) => ({ jobId: jobIdSchema.parse(jobId), items }));
}
