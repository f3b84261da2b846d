import { and, eq } from "drizzle-orm";
import { expect, it, onTestFinished } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { jobItems, jobs, products } from "../../app/db/schema/index.ts";
import { createHeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import { createImportTask } from "../../app/tasks/import-products.ts";
import { receiveWebhook } from "../../app/tasks/receive-webhook.ts";
import { createRefreshTask } from "../../app/tasks/refresh-product.ts";
import { signIdToken } from "../../sandbox/admin/sign-launch.ts";
import { appRegistration } from "../../sandbox/read-app-toml.ts";
import { listen, readBody } from "../../sandbox/shared/http.ts";
import { aWorker } from "../jobs/support.ts";
import { appOfTests, installShop, openAdmin, openStore, shop, silent, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const hourMs = 3_600_000;

/** A shop with an imported catalogue whose store sends its webhooks, by shopify.app.toml, to the app's receiver. */
async function open() {
  const db = openTestDatabase();
  const clock = testClock(Date.now());
  const apiSecret = appOfTests().apiSecret;
  const receiver = await listen(async (request, response) => {
    const rawBody = await readBody(request);
    const headers = new Headers(request.headers as Record<string, string>);
    response.statusCode = await receiveWebhook(
      { db, clock, logger: silent, apiSecrets: [apiSecret] },
      { rawBody, headers },
    );
    response.end();
  });
  onTestFinished(receiver.close);
  const { subscriptions } = appRegistration();
  const store = await openStore({
    now: clock.now,
    bulkDelayMs: 0,
    app: appOfTests({ url: receiver.url, subscriptions }),
  });
  await installShop({ db, clock }, store);
  const admin = openAdmin({ db, clock, store });
  const tasks = [
    createImportTask({ db, clock, logger: silent, fetch: store.fetch, admin }),
    createRefreshTask({ db, clock, admin, heavy: createHeavyChecks() }),
  ];
  const work = () => aWorker({ db, clock, tasks }).tick();
  await startImport({ db, clock }, { shop, createdBy: "test" });
  await work();
  await store.state.settled();
  store.state.webhooks.clear();
  const [one] = store.state.listProducts(shop, { query: "" }).products;
  if (!one) throw new Error("the store has no products");
  const id = String(one.numericId);
  const reads = async () => {
    const rows = await db.orm
      .select({ outcome: jobItems.result })
      .from(jobItems)
      .where(and(eq(jobItems.shop, shop), eq(jobItems.kind, "refresh-product")));
    return rows.map(({ outcome }) => (outcome as { outcome?: string } | null)?.outcome ?? "waiting");
  };
  const title = async () =>
    (
      await db.orm
        .select({ title: products.title })
        .from(products)
        .where(and(eq(products.shop, shop), eq(products.id, id)))
    )[0]?.title;
  const faults = (kind: string, times?: number) =>
    store.state.faults.set({ rules: [{ kind, match: { operation: "webhook:products/update" }, ms: 600_000, ...(times ? { times } : {}) }] }); // biome-ignore format: one rule
  return { db, clock, state: store.state, id, work, reads, title, faults };
}

it("asks Shopify for the id and the time of a changed product, and for nothing else", async () => {
  const { state, id, clock } = await open();
  clock.advance(1_000);
  state.patchProduct(shop, id, { title: "New" });
  await state.settled();
  const sent = state.deliveries().filter(({ topic }) => topic === "products/update");
  expect(sent.map(({ payload, status }) => [Object.keys(payload as object).sort(), status])).toEqual([
    [["id", "updated_at"], "delivered"],
  ]);
});

it("reads a product once after many orders of it, and writes nothing when only its stock changed", async () => {
  const { state, id, clock, work, reads, title } = await open();
  const before = await title();
  clock.advance(1_000);
  for (let order = 0; order < 20; order += 1) state.sellProduct(shop, id);
  await state.settled();
  expect(await reads()).toEqual(["waiting"]);
  await work();
  expect(await reads()).toHaveLength(1);
  expect(await title()).toBe(before);
});

it("takes several changes that Shopify merged into one delivery", async () => {
  const { state, id, clock, work, reads, title, faults } = await open();
  faults("webhook_merged");
  clock.advance(1_000);
  for (const text of ["One", "Two", "Three"]) state.patchProduct(shop, id, { title: text });
  state.webhooks.release();
  await state.settled();
  const sent = state.deliveries().filter(({ topic }) => topic === "products/update");
  expect(sent.map(({ status }) => status)).toEqual(["merged", "merged", "delivered"]);
  await work();
  expect([await title(), await reads()]).toEqual(["Three", ["changed"]]);
});

it("makes no work of a delivery that comes hours late, after a newer one", async () => {
  const { state, id, clock, work, reads, title, faults } = await open();
  faults("webhook_late", 1);
  clock.advance(1_000);
  state.patchProduct(shop, id, { title: "Old news" });
  clock.advance(5 * hourMs);
  state.patchProduct(shop, id, { title: "News" });
  // The second one is on time.
  while (!state.deliveries().some(({ status }) => status === "delivered")) await new Promise(setImmediate);
  await work();
  expect([await title(), await reads()]).toEqual(["News", ["changed"]]);
  state.webhooks.release();
  await state.settled();
  expect(state.deliveries().every(({ status }) => status === "delivered")).toBe(true);
  expect(await reads()).toEqual(["changed"]);
});

it("reads again when a late delivery is of the very second that was read: it may hold another change", async () => {
  const { state, id, work, reads, title, faults } = await open();
  faults("webhook_late", 1);
  state.patchProduct(shop, id, { title: "First of this second" });
  state.patchProduct(shop, id, { title: "Second of this second" });
  while (!state.deliveries().some(({ status }) => status === "delivered")) await new Promise(setImmediate);
  await work();
  state.webhooks.release();
  await state.settled();
  expect([await title(), await reads()]).toEqual(["Second of this second", ["changed", "waiting"]]);
});

it("does the same work once when deliveries are repeated and shuffled", async () => {
  const { state, clock, work, reads } = await open();
  state.faults.set({ rules: [{ kind: "webhook_repeated" }, { kind: "webhook_shuffled", ms: 20 }] });
  const many = state.listProducts(shop, { query: "" }).products.slice(0, 8);
  clock.advance(1_000);
  for (const { numericId } of many) state.patchProduct(shop, numericId, { title: `Changed ${numericId}` });
  await state.settled();
  const subjects = state.deliveries().map(({ payload }) => (payload as { id: number }).id);
  expect(subjects).toHaveLength(16);
  for (let turn = 0; turn < many.length && (await reads()).includes("waiting"); turn += 1) await work();
  expect(await reads()).toEqual(many.map(() => "changed"));
});

it("keeps when a shop left, and lets no late notice of that swallow the one of today", async () => {
  const { db, state, clock } = await open();
  const left: number[] = [];
  const { apiKey, apiSecret } = state.app;
  const install = async () =>
    state.exchange(shop, {
      client_id: apiKey,
      client_secret: apiSecret,
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
      subject_token: await signIdToken({ apiKey, apiSecret, now: clock.now }, shop, "s"),
      requested_token_type: "urn:shopify:params:oauth:token-type:offline-access-token",
      expiring: "1",
    });
  for (let time = 0; time < 2; time += 1) {
    clock.advance(hourMs);
    await install();
    left.push(clock.now());
    state.uninstall(shop);
    await state.settled();
  }
  const notices = await db.orm
    .select({ payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.shop, shop), eq(jobs.kind, "confirm-uninstall")))
    .orderBy(jobs.createdAt);
  expect(notices.map(({ payload }) => payload)).toEqual(left.map((noticeAt) => ({ noticeAt })));
});
