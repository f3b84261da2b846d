import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import { readPrimaryTarget } from "../../app/catalog/read-primary-target.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import type { Tx } from "../../app/db/orm.ts";
import {
  creditAccounts,
  creditEntries,
  creditRuns,
  type ItemStatus,
  jobItems,
  jobs,
  modelAnswers,
  spendDays,
  versions,
  writeBacks,
} from "../../app/db/schema/index.ts";
import { q } from "../../app/db/steps.ts";
import { translateJob, translatePayloadSchema } from "../../app/generation/translate/jobs.ts";
import { translationCredits } from "../../app/generation/translate/translation-credits.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { nameOfRow, ofProduct } from "../../app/texts/slot.ts";
import { sameTarget, targetKey } from "../../app/texts/target.ts";
import { type LiveTexts, readLiveTexts } from "../../sandbox/read-live-texts.ts";
import type { Sandbox } from "../../sandbox/start.ts";
import { readSavedForms } from "../../scripts/support/saved-forms.ts";
import { auditTranslations } from "./audit/audit-translations.ts";
import type { TranslationChange } from "./audit/watch-translations.ts";

export interface Audit {
  db: SqliteDb;
  sandbox: Pick<Sandbox, "store"> & { model: Pick<Sandbox["model"], "calls"> };
  shop: string;
  /** workers killed × their slots: how many answers may have been paid for and lost */
  crashAllowance: number;
  /** what web and worker wrote to their logs */
  log: readonly string[];
  /** as in TranslationAudit */
  changes?: readonly TranslationChange[];
}

/**
 * What must hold after any fault: every job is final or can run on, items add up, what is published is what the store
 * holds, nothing was paid or published twice beyond the crash allowance, credits are booked for done items alone, the file is
 * sound, no secret was logged.
 * @returns one sentence a finding; empty when all of it holds
 */
export async function audit(input: Audit): Promise<string[]> {
  return [
    ...(await auditJobs(input)),
    ...(await auditPublished(input)),
    ...(await auditTranslations(input)),
    ...(await auditPayments(input)),
    ...(await auditCredits(input)),
    ...auditFile(input),
    ...auditLog(input),
  ];
}

async function auditJobs({ db, shop }: Audit): Promise<string[]> {
  // One transaction: the worker may be settling other items meanwhile.
  return db.transact("all shops", function* (tx) {
    const findings: string[] = [];
    const items = yield* q(
      tx.select({ jobId: jobItems.jobId, status: jobItems.status }).from(jobItems).where(eq(jobItems.shop, shop)),
    );
    for (const job of yield* q(tx.select().from(jobs).where(eq(jobs.shop, shop)))) {
      const own = items.filter(({ jobId }) => jobId === job.id);
      findings.push(
        ...auditJob(
          job,
          own.map(({ status }) => status),
        ).map((finding) => `${job.kind}: ${finding}`),
      );
    }
    return findings;
  });
}

function auditJob(job: typeof jobs.$inferSelect, items: ItemStatus[]): string[] {
  const findings: string[] = [];
  const count = (status: ItemStatus) => items.filter((item) => item === status).length;
  const open = count("queued") + count("processing") + count("paused");
  for (const counter of ["done", "failed", "conflict", "cancelled"] as const) {
    if (job[counter] !== count(counter)) findings.push(`${counter} says ${job[counter]}, items say ${count(counter)}`);
  }
  if (items.length !== job.total) findings.push(`${items.length} of ${job.total} items are there`);
  const final = job.finishedAt !== null;
  if (final !== ["completed", "partially_completed", "failed", "cancelled"].includes(job.status))
    findings.push(`${job.status}, finished: ${final}`);
  if (final && open > 0) findings.push(`${job.status} with ${open} open items`);
  if (!final && open === 0) findings.push(`${job.status} although every item has ended`);
  return findings;
}

async function auditPublished({ db, sandbox, shop }: Audit): Promise<string[]> {
  const published = await db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.state, "published")));
  const formsOf = await readSavedForms({ db }, shop);
  const primary = await readPrimaryTarget({ db }, shopDomainSchema.parse(shop));
  const findings = published
    .filter((version) => sameTarget(version, primary))
    .filter((version) => {
      const live = readLiveTexts(sandbox, shop, version.productId);
      const stands = live?.[nameOfRow(version) as keyof LiveTexts] ?? null;
      return !live || !formsOf(version).some((form) => isDeepStrictEqual(stands, form));
    })
    .map((version) => `${nameOfRow(version)} of ${version.productId} is published but not what the store holds`);
  // An image has one alt text, whichever products show it.
  const placeOf = (v: Version) => (v.resource === ofProduct ? v.productId : "image");
  const texts = new Set(published.map((v) => `${placeOf(v)} ${nameOfRow(v)} ${targetKey(v)}`));
  if (texts.size !== published.length) findings.push("a text has two published versions");
  const unfinished = await db.orm.$count(writeBacks, and(eq(writeBacks.shop, shop), eq(writeBacks.state, "writing")));
  const running = await db.orm.$count(jobItems, and(eq(jobItems.shop, shop), eq(jobItems.status, "processing")));
  if (unfinished > running) findings.push(`${unfinished} write-backs are left in the middle`);
  return [...findings, ...auditWrites({ sandbox, shop }, await writesPlanned({ db, shop }))];
}

type Version = typeof versions.$inferSelect;

/** Each write-back wrote each of its targets (product, metafield, image) at most once. */
function auditWrites({ sandbox, shop }: Pick<Audit, "sandbox" | "shop">, planned: Map<string, number>): string[] {
  const done = new Map<string, number>();
  for (const call of sandbox.store.log()) {
    const field = call.rootFields.find((name) => /^(?:productUpdate|metafieldsSet|fileUpdate)$/.test(name));
    if (call.shop !== shop || call.outcome !== "ok" || !field) continue;
    for (const [, id] of JSON.stringify(call.input).matchAll(/(?:Product|MediaImage)\/(\d+)/g)) {
      const key = `${field} ${id}`;
      done.set(key, (done.get(key) ?? 0) + 1);
    }
  }
  const plannedFor = (key: string) => planned.get(key.split(" ")[1] ?? "") ?? 0;
  return [...done]
    .filter(([key, times]) => times > plannedFor(key))
    .map(([key, times]) => `${key} was written ${times} times, planned ${plannedFor(key)}`);
}

async function writesPlanned({ db, shop }: Pick<Audit, "db" | "shop">): Promise<Map<string, number>> {
  const planned = new Map<string, number>();
  const rows = await db.orm
    .select({ productId: writeBacks.productId, fields: writeBacks.fields })
    .from(writeBacks)
    .where(and(eq(writeBacks.shop, shop), eq(writeBacks.writer, "product")));
  for (const { productId, fields } of rows) {
    const images = fields.flatMap(({ slot }) => /^MediaImage\/(\d+)$/.exec(slot.resource)?.[1] ?? []);
    for (const id of [productId, ...images]) planned.set(id, (planned.get(id) ?? 0) + 1);
  }
  return planned;
}

async function auditPayments({ db, sandbox, shop, crashAllowance }: Audit): Promise<string[]> {
  const stored = await db.orm.$count(modelAnswers, eq(modelAnswers.shop, shop));
  const paid = sandbox.model.calls.filter((call) => call.paid).length;
  const findings: string[] = [];
  if (stored > paid) findings.push(`${stored} answers are stored, but only ${paid} were given`);
  if (paid > stored + crashAllowance)
    findings.push(`${paid} answers were paid for, ${stored} stored: above the allowance of ${crashAllowance}`);
  return findings;
}

/**
 * Credits booked = items done, exactly; of items that were charged by a worker that died, then failed or were cancelled, the
 * refund may be under way. The counters (balance, runs, days) say what the ledger and the answers say.
 */
async function auditCredits({ db, shop, crashAllowance }: Audit): Promise<string[]> {
  return db.transact("all shops", function* (tx) {
    const findings: string[] = [];
    const entries = yield* q(tx.select().from(creditEntries).where(eq(creditEntries.shop, shop)));
    const [account] = yield* q(tx.select().from(creditAccounts).where(eq(creditAccounts.shop, shop)));
    const sum = entries.reduce((total, { credits }) => total + credits, 0);
    if (sum !== (account?.balance ?? 0)) findings.push(`the balance says ${account?.balance}, the ledger says ${sum}`);
    const netOf = new Map<string, number>();
    const chargesOf = new Map<string, number>();
    for (const { jobId, itemSeq, kind, credits } of entries) {
      if (jobId === null) continue;
      const item = `${jobId} ${itemSeq}`;
      netOf.set(item, (netOf.get(item) ?? 0) - credits);
      chargesOf.set(item, (chargesOf.get(item) ?? 0) + (kind === "charge" ? 1 : -1));
    }
    const answers = yield* q(tx.select().from(modelAnswers).where(eq(modelAnswers.shop, shop)));
    let refundsToCome = 0;
    for (const run of yield* q(tx.select().from(creditRuns).where(eq(creditRuns.shop, shop)))) {
      const items = yield* q(
        tx
          .select({ seq: jobItems.seq, status: jobItems.status })
          .from(jobItems)
          .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, run.jobId))),
      );
      const mostOf = yield* mostCreditsOf(tx, { shop, run });
      let charged = 0;
      for (const { seq, status } of items) {
        const net = netOf.get(`${run.jobId} ${seq}`) ?? 0;
        const charges = chargesOf.get(`${run.jobId} ${seq}`) ?? 0;
        const most = mostOf?.get(seq) ?? 0;
        if (mostOf ? net > most : net !== 0 && net !== run.itemCredits)
          findings.push(`item ${seq} is charged ${net} credits`);
        if (charges < 0 || charges > 1) findings.push(`item ${seq} is charged ${charges} times`);
        if (status === "done" && charges === 0) findings.push(`item ${seq} is done and not charged`);
        if (net > 0 && (status === "failed" || status === "cancelled")) refundsToCome += 1;
        charged += charges;
      }
      if (run.charged !== charged) findings.push(`a run says ${run.charged} items charged, the ledger says ${charged}`);
      const calls = answers.filter(({ jobId }) => jobId === run.jobId);
      const costNanos = calls.reduce((total, call) => total + (call.costNanos ?? 0), 0);
      if (run.calls !== calls.length)
        findings.push(`a run says ${run.calls} calls, ${calls.length} answers are stored`);
      if (run.costNanos !== costNanos) findings.push(`a run says ${run.costNanos}, its answers cost ${costNanos}`);
    }
    if (refundsToCome > crashAllowance) findings.push(`${refundsToCome} items that are not done stay charged`);
    const days = yield* q(tx.select().from(spendDays).where(eq(spendDays.shop, shop)));
    const daysCost = days.reduce((total, { costNanos }) => total + costNanos, 0);
    const cost = answers.reduce((total, answer) => total + (answer.costNanos ?? 0), 0);
    if (daysCost !== cost) findings.push(`the days say ${daysCost}, the answers cost ${cost}`);
    return findings;
  });
}

/**
 * Of a run that translates: what each item may cost at most by the texts that it stored, which are fewer where approved ones are
 * used again. null for other runs, whose items cost all the same.
 */
function* mostCreditsOf(tx: Tx, { shop, run }: { shop: string; run: typeof creditRuns.$inferSelect }) {
  const ofRun = and(eq(jobs.shop, shop), eq(jobs.id, run.jobId), eq(jobs.kind, translateJob.kind));
  const [job] = yield* q(tx.select({ payload: jobs.payload }).from(jobs).where(ofRun));
  if (!job) return null;
  const { productCredits } = translatePayloadSchema.parse(job.payload);
  const ofJob = and(eq(versions.shop, shop), eq(versions.jobId, run.jobId));
  const texts = yield* q(tx.select({ seq: versions.itemSeq }).from(versions).where(ofJob));
  return new Map(
    [...Map.groupBy(texts, ({ seq }) => seq ?? -1)].map(([seq, own]) => [
      seq,
      Math.min(run.itemCredits, translationCredits(own.length, productCredits)),
    ]),
  );
}

function auditFile({ db }: Audit): string[] {
  const findings: string[] = [];
  const integrity = db.raw.pragma("integrity_check", { simple: true });
  if (integrity !== "ok") findings.push(`integrity_check says ${String(integrity)}`);
  const orphans = db.raw.pragma("foreign_key_check") as unknown[];
  if (orphans.length > 0) findings.push(`${orphans.length} rows refer to nothing`);
  return findings;
}

const secretLike = /shp(at|rt|ua|ss)_\w+|sandbox-api-secret|eyJ[\w-]+\.[\w-]+\.|Bearer \w/;

function auditLog({ log }: Audit): string[] {
  return log.filter((line) => secretLike.test(line)).map((line) => `a secret was logged: ${line.slice(0, 80)}`);
}
