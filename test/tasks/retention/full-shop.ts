import { and, eq } from "drizzle-orm";
import { addEntry } from "../../../app/credits/account.ts";
import type { SqliteDb } from "../../../app/db/open.ts";
import { answeredRequests, auditLog, creditRuns, examinations, feedback, jobItems, modelAnswers, products, reviewClaims, reviewDecisions, reviewEntries, reviewQueues, spendDays, textResources, webhookEvents } from "../../../app/db/schema/index.ts"; // biome-ignore format: a list
import { shop, startAt, storeProduct } from "../../support/content/shop.ts";
import { aJob, aVersion, aWrite, day } from "./support.ts";

/** A shop in which each retention finds something that is over after ten years, all of it from the first days of the test's time. */
export async function fillShop(db: SqliteDb): Promise<void> {
  await storeProduct(db);
  await storeProduct(db, { id: "1002" });
  const goneAt = { goneAt: day(0) };
  await db.orm
    .update(products)
    .set(goneAt)
    .where(and(eq(products.shop, shop), eq(products.id, "1002")));
  const page = { shop, id: "Page/7", kind: "page" as const, title: "Contact", missing: 0, readAt: day(0) };
  await db.orm.insert(textResources).values({ ...page, ...goneAt });
  await db.orm.insert(auditLog).values({ id: "act_1", shop, at: day(0), by: "system", action: "x", details: {} });
  const answered = { key: "1", digest: "", owner: "", leaseUntil: 0, at: day(0) };
  await db.orm.insert(answeredRequests).values({ shop, by: "system", ...answered });
  await db.orm.insert(examinations).values({ shop, question: "1", verdict: "{}", examinedAt: day(0) });
  await db.orm.insert(webhookEvents).values({ shop, topic: "t", webhookId: "1", receivedAt: day(0) });
  for (const [id, kind] of [
    ["job_1", "generate"],
    ["job_2", "refresh-product"],
  ] as const) {
    // biome-ignore format: pairs
    await aJob(db, { id, kind, total: 1 });
    const item = { jobId: id, seq: 0, shop, kind, priority: 1, subject: "1001", runAt: 0, finishedAt: day(0) };
    await db.orm.insert(jobItems).values({ ...item, status: "done" });
  }
  await aJob(db, { id: "job_3", finishedAt: day(100_000) });
  const figures = { tokensIn: 1, tokensCached: 0, tokensOut: 1, requestHash: "", model: "m", createdAt: day(0) };
  // Of a job that was removed with the first ones of a release that did not remove answers.
  await db.orm.insert(modelAnswers).values({ shop, jobId: "job_0", itemSeq: 0, callNo: 0, answer: {}, ...figures });
  for (const n of [1, 2]) await aWrite(db, { id: `wb${n}`, before: "A", sent: "B", createdAt: day(n) });
  for (const n of [1, 2]) await aVersion(db, { id: `ver_${n}`, createdAt: day(n), decidedAt: day(n) });
  const charge = { shop, kind: "charge", credits: -1, jobId: "job_0", itemSeq: 0, now: startAt } as const;
  await db.transact({ shop }, () => addEntry(charge));
  for (let n = 0; n < 101; n++) {
    const run = { agentModel: "v1", contentTypes: "title", itemCredits: 1, createdAt: n, settledAt: n };
    await db.orm.insert(creditRuns).values({ shop, jobId: `job_run_${n}`, ...run });
  }
  await db.orm.insert(auditLog).values({ id: "act", shop, at: day(0), by: "user:1", action: "a.b", details: {} });
  const request = { shop, by: "user:1", key: "k", digest: "", owner: "", leaseUntil: day(0), at: day(0) };
  await db.orm.insert(answeredRequests).values([request, { ...request, key: "open", leaseUntil: day(100_000) }]);
  const target = { locale: "en", market: "", channel: "store" };
  await db.orm.insert(reviewClaims).values({ shop, productId: "1001", ...target, person: "user:1", until: day(0) });
  const decided: typeof reviewDecisions.$inferInsert = {
    shop,
    person: "user:1",
    decidedAt: day(0),
    id: "decision_1",
    productId: "1001",
    ...target,
    kind: "approved",
    versions: [],
    conflicts: [],
  };
  await db.orm.insert(reviewDecisions).values(decided);
  const queue = { id: "rq_1", shop, person: "user:1", ...target, query: "", sort: "usual", size: 4, openedAt: day(0) };
  await db.orm.insert(reviewQueues).values({ ...queue, touchedAt: day(0) });
  await db.orm
    .insert(reviewEntries)
    .values([0, 1, 2, 3].map((seq) => ({ shop, queueId: "rq_1", seq, productId: String(seq) })));
  await db.orm.insert(spendDays).values({ shop, day: 1 });
  const about = {
    productId: "1001",
    contentType: "title",
    locale: "en",
    configDigest: "",
    initial: "A",
    exemplary: true,
  };
  const product = { productTitle: "", productType: "", vendor: "" };
  await db.orm.insert(feedback).values({ id: "fb", shop, kind: "approved", ...about, ...product, createdAt: day(0) });
}
