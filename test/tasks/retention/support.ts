import type { SqliteDb } from "../../../app/db/open.ts";
import { jobs, versions, writeBacks } from "../../../app/db/schema/index.ts";
import type { Place, Retention } from "../../../app/tasks/retention/retention.ts";
import { productId, shop, startAt } from "../../support/content/shop.ts";
import { at } from "../../support/places.ts";

export const dayMs = 86_400_000;
/** So many days after the beginning of the test's time. */
export const day = (days: number) => startAt + days * dayMs;

/** One whole pass, as the worker makes it. @returns rows removed */
export async function pass(
  db: SqliteDb,
  retention: Retention,
  { now, rows = 3 }: { now: number; rows?: number },
): Promise<number> {
  let removed = 0;
  let after: Place | null = [];
  while (after !== null) {
    const at: Parameters<Retention["step"]>[0] = { now, after, rows, isLong: () => false };
    const step = await db.transact("all shops", () => retention.step(at));
    removed += step.removed;
    after = step.next;
  }
  return removed;
}

export async function aJob(db: SqliteDb, row: Partial<typeof jobs.$inferInsert> & { id: string }): Promise<void> {
  await db.orm.insert(jobs).values({
    ...{ shop, kind: "generate", title: "A job", payload: {}, priority: 1, total: 0, status: "completed" },
    ...{ createdAt: startAt, openedAt: startAt, finishedAt: startAt },
    ...row,
  });
}

export async function aVersion(
  db: SqliteDb,
  row: Partial<typeof versions.$inferInsert> & { id: string },
): Promise<void> {
  await db.orm.insert(versions).values({
    ...{ shop, productId, contentType: "title", locale: "en", state: "superseded", origin: "generated", body: row.id },
    ...{ warnings: [], blocked: false, evidence: [], base: null, baseDigest: "", factsDigest: "", configDigest: "" },
    ...{ createdAt: startAt, decidedAt: startAt },
    ...row,
  });
}

export async function aWrite(
  db: SqliteDb,
  {
    before,
    sent,
    ...row
  }: Partial<typeof writeBacks.$inferInsert> & { id: string; before: string | null; sent: string | null },
): Promise<void> {
  const field = { ...at("desc"), versionId: `ver_${row.id}`, before, sent, answered: sent };
  await db.orm.insert(writeBacks).values({
    ...{ shop, productId, state: "verified", fields: [field], createdAt: startAt },
    ...row,
  });
}

/** The ids that are left in a table, sorted. */
export function left(db: SqliteDb, table: string): string[] {
  return db.raw
    .prepare(`SELECT id FROM ${table} ORDER BY id /* all shops: the test's own */`)
    .pluck()
    .all() as string[];
}

export function countOf(db: SqliteDb, table: string): number {
  return Number(db.raw.prepare(`SELECT count(*) FROM ${table} /* all shops: the test's own */`).pluck().get());
}
