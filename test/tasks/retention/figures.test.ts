import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addEntry } from "../../../app/credits/account.ts";
import { recentFigures } from "../../../app/credits/recent-figures.ts";
import {
  creditRuns as creditRunsTable,
  feedback,
  shops,
  spendDays as spendDaysTable,
  webhookEvents,
} from "../../../app/db/schema/index.ts";
import { creditLedger } from "../../../app/tasks/retention/credit-ledger.ts";
import { creditRuns, oldFeedback, spendDays } from "../../../app/tasks/retention/figures.ts";
import { webhookIds } from "../../../app/tasks/retention/old-rows.ts";
import { balancesOf, entriesOf } from "../../credits/support.ts";
import { otherShop, shop, startAt } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";
import { aJob, countOf, day, dayMs, pass } from "./support.ts";

async function chargedShop() {
  const db = openTestDatabase();
  await db.transact("all shops", function* () {
    yield* addEntry({ shop, kind: "grant", credits: 100, now: startAt });
    for (let n = 0; n < 10; n++) {
      const at = { now: day(n < 7 ? 0 : 1), jobId: "job", itemSeq: n };
      yield* addEntry({ shop, kind: "charge", credits: -2, ...at });
      if (n === 3) yield* addEntry({ shop, kind: "refund", credits: 2, ...at });
      yield* addEntry({ shop: otherShop, kind: "charge", credits: -5, ...at });
    }
  });
  return db;
}

describe("the credit ledger", () => {
  it("is summed up by day and kind, in several steps, and its sum stays as it was", async () => {
    const db = await chargedShop();
    const [before, others] = [await balancesOf(db, shop), await balancesOf(db, otherShop)];
    expect(await pass(db, creditLedger(180), { now: day(179) })).toBe(0);
    expect(await pass(db, creditLedger(180), { now: day(182), rows: 4 })).toBe(21);
    expect(await balancesOf(db, shop)).toEqual(before);
    expect(await balancesOf(db, otherShop)).toEqual(others);
    expect((await entriesOf(db, shop)).map(({ kind, credits }) => [kind, credits]).sort()).toEqual([
      ["charge", -14],
      ["charge", -6],
      ["grant", 100],
      ["refund", 2],
    ]);
    expect(await pass(db, creditLedger(180), { now: day(400) })).toBe(0);
  });

  it("keeps the entries of a job that is kept, as its items may be refunded or charged again", async () => {
    const db = await chargedShop();
    await aJob(db, { id: "job" });
    expect(await pass(db, creditLedger(180), { now: day(400) })).toBe(10);
    expect(await entriesOf(db, shop)).toHaveLength(12);
  });
});

describe("credit runs", () => {
  it("stay with their job, and the newest hundred of a shop for its estimates", async () => {
    const db = openTestDatabase();
    for (let n = 0; n < 110; n++) {
      const run = { agentModel: "v1", contentTypes: "title", itemCredits: 1, charged: 1, calls: 1, tokensIn: n };
      await db.orm.insert(creditRunsTable).values({ shop, jobId: `job_${n}`, ...run, createdAt: n, settledAt: n });
    }
    await aJob(db, { id: "job_0" });
    const before = await recentFigures({ db }, shop);
    expect(await pass(db, creditRuns(), { now: day(9_000) })).toBe(9);
    expect(await recentFigures({ db }, shop)).toEqual(before);
  });

  it("that hold credits stay", async () => {
    const db = openTestDatabase();
    for (let n = 0; n < 110; n++) {
      const run = { agentModel: "v1", contentTypes: "title", itemCredits: 1 };
      await db.orm.insert(creditRunsTable).values({ shop, jobId: `job_${n}`, ...run, createdAt: n });
    }
    expect(await pass(db, creditRuns(), { now: day(9_000) })).toBe(0);
  });
});

describe("what goes by its age", () => {
  it("the spend of single days, of every shop", async () => {
    const db = openTestDatabase();
    const today = Math.floor(startAt / dayMs);
    for (const tenant of [shop, otherShop]) {
      await db.orm.insert(shops).values({ shop: tenant, installedAt: 1 });
      for (let n = 0; n < 10; n++) await db.orm.insert(spendDaysTable).values({ shop: tenant, day: today + n });
    }
    expect(await pass(db, spendDays(730), { now: day(734), rows: 2 })).toBe(8);
    expect(countOf(db, "spend_days")).toBe(12);
  });

  it("approvals and rejections; corrections and comments are kept", async () => {
    const db = openTestDatabase();
    await db.orm.insert(shops).values({ shop, installedAt: 1 });
    for (const kind of ["approved", "rejected", "corrected", "commented"] as const) {
      for (const createdAt of [day(0), day(100)]) {
        const about = {
          productId: "1",
          contentType: "title",
          locale: "en",
          configDigest: "",
          initial: "A",
          exemplary: true,
        };
        const product = { productTitle: "", productType: "", vendor: "" };
        await db.orm
          .insert(feedback)
          .values({ id: `${kind}${createdAt}`, shop, kind, ...about, ...product, createdAt });
      }
    }
    expect(await pass(db, oldFeedback(365), { now: day(366), rows: 1 })).toBe(2);
    const kinds = (await db.orm.select({ kind: feedback.kind }).from(feedback).where(eq(feedback.shop, shop)))
      .map(({ kind }) => kind)
      .sort();
    expect(kinds).toEqual(["approved", "commented", "commented", "corrected", "corrected", "rejected"]);
  });

  it("the ids of webhooks", async () => {
    const db = openTestDatabase();
    for (let n = 0; n < 10; n++) {
      const seen = { shop, topic: "products/update", webhookId: `${n}`, receivedAt: day(n) };
      await db.orm.insert(webhookEvents).values(seen);
    }
    expect(await pass(db, webhookIds(7), { now: day(10.5) })).toBe(4);
  });
});
