import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { jobItems, pauses, products, sessions, shops } from "../../app/db/schema/index.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { createHeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import { createConfirmUninstallTask } from "../../app/tasks/confirm-uninstall.ts";
import { createForgetShopTask } from "../../app/tasks/forget-shop.ts";
import { createImportTask } from "../../app/tasks/import-products.ts";
import { createRefreshTask } from "../../app/tasks/refresh-product.ts";
import { anyJob, aWorker } from "../jobs/support.ts";
import { installShop, openAdmin, openStore, shop, silent, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const hourMs = 3_600_000;

/** An installed shop with a catalogue. */
async function open() {
  const db = openTestDatabase();
  const clock = testClock();
  const store = await openStore({ now: clock.now, bulkDelayMs: 0 });
  await installShop({ db, clock }, store);
  const admin = openAdmin({ db, clock, store, sleep: async () => {} });
  const tasks = [
    createImportTask({ db, clock, logger: silent, fetch: store.fetch, admin }),
    createConfirmUninstallTask({ db, clock, admin }),
    createForgetShopTask({ db, clock, admin, logger: silent }),
    createRefreshTask({ db, clock, admin, heavy: createHeavyChecks() }),
  ];
  const work = () => aWorker({ db, clock, tasks }).tick();
  await startImport({ db, clock }, { shop, createdBy: "test" });
  await work();
  const told = async (
    kind: string,
    item: { subject: string; payload: unknown } = { subject: shop, payload: null },
    payload: object = {},
  ) => {
    await enqueueJob(
      { db, clock },
      { job: anyJob(kind), shop, title: kind, payload, items: [item], priority: 0, createdBy: "t" },
    );
    await work();
  };
  const item = async (kind: string) =>
    (
      await db.orm
        .select()
        .from(jobItems)
        .where(and(eq(jobItems.shop, shop), eq(jobItems.kind, kind)))
    )[0];
  const kept = () => db.orm.$count(products, eq(products.shop, shop));
  const state = async () => (await db.orm.select().from(shops).where(eq(shops.shop, shop)))[0]?.authState;
  const tokenFault = (kind: string) => store.state.faults.set({ rules: [{ match: { operation: "^token$" }, kind }] });
  return { db, clock, store, work, told, item, kept, state, tokenFault };
}

describe("a shop that left", () => {
  it.each(["inactive_refresh_token", "invalid_grant", "invalid_subject_token"])(
    "is let go and forgotten when its token is refused with %s",
    async (kind) => {
      const { db, clock, store, told, kept, state, tokenFault } = await open();
      clock.advance(1_000);
      store.state.uninstall(shop);
      const noticeAt = clock.now();
      clock.advance(2 * hourMs);
      tokenFault(kind);
      await told("confirm-uninstall", undefined, { noticeAt });
      expect(await state()).toBe("uninstalled");
      expect(await db.orm.$count(sessions, eq(sessions.shop, shop))).toBe(0);
      expect(await kept()).toBeGreaterThan(0);
      await told("forget-shop");
      expect(await kept()).toBe(0);
      expect(await state()).toBeUndefined();
    },
  );

  it.each(["http_503", "html_answer", "invalid_client"])(
    "is forgotten in the end although the token endpoint answers %s for a week",
    async (kind) => {
      const { clock, store, work, told, item, kept, tokenFault } = await open();
      store.state.uninstall(shop);
      clock.advance(2 * hourMs);
      tokenFault(kind);
      await told("forget-shop");
      expect(await item("forget-shop")).toMatchObject({ status: "queued" });
      for (let hours = 0; hours < 7 * 24; hours += 12) {
        clock.advance(12 * hourMs);
        await work();
        if (hours < 6 * 24) expect(await kept()).toBeGreaterThan(0);
      }
      clock.advance(12 * hourMs);
      await work();
      expect(await kept()).toBe(0);
    },
  );
});

const unclear = ["http_400_html", "http_402", "http_403", "http_404_html", "http_409"];

describe("an answer that does not say whether the app is installed", () => {
  it.each(unclear)(
    "(%s) erases nothing at once, keeps nothing for good, and is believed after a week",
    async (kind) => {
      const { clock, store, work, told, item, kept, state } = await open();
      store.state.faults.set({ rules: [{ kind }] });
      for (const task of ["confirm-uninstall", "forget-shop"]) {
        await told(task);
        expect(await item(task)).toMatchObject({ status: "queued" });
      }
      expect([await state(), (await kept()) > 0]).toEqual(["ok", true]);
      for (let hours = 0; hours <= 7 * 24; hours += 12) {
        clock.advance(12 * hourMs);
        await work();
        if (hours < 6 * 24) expect(await kept()).toBeGreaterThan(0);
      }
      expect(await kept()).toBe(0);
    },
  );

  it.each(["http_403", "http_404"])(
    "an unclear answer (%s) does not keep a shop that answers afterwards that it left",
    async (kind) => {
      const { clock, store, work, told, kept } = await open();
      store.state.faults.set({ rules: [{ kind }] });
      await told("forget-shop");
      store.state.faults.clear();
      store.state.uninstall(shop);
      clock.advance(2 * hourMs);
      await work();
      expect(await kept()).toBe(0);
    },
  );
});

describe("a shop that stays", () => {
  it("is known by an answer about the shop, although the app lacks permissions there", async () => {
    const { db, clock, store, told, item, kept } = await open();
    await installShop({ db, clock }, store, { scopes: ["read_locales"] });
    await told("forget-shop");
    expect(await item("forget-shop")).toMatchObject({ status: "failed", code: "still_installed" });
    expect(await kept()).toBeGreaterThan(0);
  });

  it("has its work continued after one unclear 403 or 404", async () => {
    const { db, clock, store, work, told, item } = await open();
    const [one] = await db.orm.select().from(products).where(eq(products.shop, shop)).limit(1);
    for (const kind of ["http_403", "http_404"]) {
      store.state.faults.set({ rules: [{ kind, times: 1 }] });
      await db.orm.delete(jobItems).where(eq(jobItems.shop, shop));
      await told("refresh-product", { subject: String(one?.id), payload: { productId: one?.id } });
      expect(await item("refresh-product")).toMatchObject({ status: "queued" });
      clock.advance(hourMs / 4);
      await work();
      expect(await item("refresh-product")).toMatchObject({ status: "done" });
      expect(await db.orm.$count(pauses, eq(pauses.shop, shop))).toBe(0);
    }
  });

  it("is not taken for one that left because no encryption key opens its tokens", async () => {
    const { db, clock, store, work, told, item, kept, state } = await open();
    await db.orm
      .update(sessions)
      .set({ accessToken: "v1.0badc0de.AAAA.AAAA", refreshToken: "v1.0badc0de.AAAA.AAAA" })
      .where(eq(sessions.shop, shop));
    for (const kind of ["confirm-uninstall", "forget-shop"]) {
      await told(kind);
      expect(await item(kind)).toMatchObject({ status: "queued" });
    }
    const [one] = await db.orm.select().from(products).where(eq(products.shop, shop)).limit(1);
    await told("refresh-product", { subject: String(one?.id), payload: { productId: one?.id } });
    expect(await item("refresh-product")).toMatchObject({ status: "paused", pauseReason: "reauth" });
    await installShop({ db, clock }, store);
    clock.advance(2 * hourMs);
    await work();
    await work();
    expect(await item("forget-shop")).toMatchObject({ status: "failed", code: "still_installed" });
    expect(await item("refresh-product")).toMatchObject({ status: "done" });
    expect([await state(), (await kept()) > 0]).toEqual(["ok", true]);
  });

  it("is not let go by a notice of before it installed the app again, although its new token has died meanwhile", async () => {
    const { db, clock, store, told, item, kept, state, tokenFault } = await open();
    store.state.uninstall(shop);
    const noticeAt = clock.now();
    clock.advance(hourMs);
    await installShop({ db, clock }, store);
    clock.advance(2 * hourMs);
    tokenFault("inactive_refresh_token");
    for (const kind of ["confirm-uninstall", "forget-shop"]) await told(kind, undefined, { noticeAt });
    expect(await item("confirm-uninstall")).toMatchObject({ status: "done", message: "The app is installed." });
    expect(await item("forget-shop")).toMatchObject({ status: "failed", code: "still_installed" });
    expect([await state(), (await kept()) > 0]).toEqual(["needs_reauth", true]);
    expect(await db.orm.$count(sessions, eq(sessions.shop, shop))).toBe(1);
    // The notice of today is believed.
    await told("confirm-uninstall", undefined, { noticeAt: clock.now() });
    expect(await state()).toBe("uninstalled");
    await told("forget-shop", undefined, { noticeAt: clock.now() });
    expect(await kept()).toBe(0);
  });

  it("keeps its data when the clock is set forward by a month while Shopify cannot be asked", async () => {
    const { clock, work, told, kept, tokenFault } = await open();
    clock.advance(2 * hourMs);
    tokenFault("http_503");
    await told("forget-shop");
    clock.advance(30 * 24 * hourMs);
    await work();
    clock.advance(2 * hourMs);
    await work();
    expect(await kept()).toBeGreaterThan(0);
  });

  it("keeps its data while Shopify cannot be asked, and when it answers that the app is installed", async () => {
    const { clock, work, told, item, kept, state, store, tokenFault } = await open();
    clock.advance(2 * hourMs);
    tokenFault("http_503");
    await told("forget-shop");
    store.state.faults.clear();
    clock.advance(2 * hourMs);
    await work();
    expect(await item("forget-shop")).toMatchObject({ status: "failed", code: "still_installed" });
    expect(await kept()).toBeGreaterThan(0);
    expect(await state()).toBe("ok");
  });

  it.each(["refresh-product", "import"])(
    "has its work of the kind %s wait for the merchant when its token died",
    async (what) => {
      const { db, clock, store, work, told, item, tokenFault } = await open();
      const [one] = await db.orm.select().from(products).where(eq(products.shop, shop)).limit(1);
      clock.advance(2 * hourMs);
      tokenFault("inactive_refresh_token");
      const payload = { productId: one?.id };
      const kind = what === "import" ? "import-products" : what;
      if (what === "import") {
        await db.orm.delete(jobItems).where(eq(jobItems.shop, shop));
        await startImport({ db, clock }, { shop, createdBy: "test" });
        await work();
      } else await told(kind, { subject: String(one?.id), payload });
      expect(await item(kind)).toMatchObject({ status: "paused" });
      store.state.faults.clear();
      await installShop({ db, clock }, store);
      await work();
      await work();
      expect(await item(kind)).toMatchObject({ status: "done" });
    },
  );
});
