import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobs, webhookEvents } from "../../app/db/schema/index.ts";
import { createWorker } from "../../app/jobs/create-worker.ts";
import { createHeavyChecks } from "../../app/quality/heavy/heavy-checks.ts";
import { receiveWebhook } from "../../app/tasks/receive-webhook.ts";
import { createRefreshTask } from "../../app/tasks/refresh-product.ts";
import { shop, silent } from "../shopify/open-store.ts";
import { openWorld, type World } from "./publishing-world.ts";

const apiSecret = "a-secret-of-this-test";

interface Delivery {
  id?: number;
  topic?: string;
  /** when the product changed; absent = not in the webhook */
  changedAt?: number;
  /** of a delivery that has no id */
  triggeredAt?: string;
}

/** One delivery as Shopify signs it; of products/update for the world's product by default. */
function deliver(world: World, webhookId: string | null, told: Delivery = {}): Promise<number> {
  const { id = Number(world.productId), topic = "products/update", changedAt, triggeredAt } = told;
  const rawBody = JSON.stringify({ id, ...(changedAt ? { updated_at: new Date(changedAt).toISOString() } : {}) });
  const headers = new Headers({
    "x-shopify-topic": topic,
    "x-shopify-shop-domain": shop,
    "x-shopify-hmac-sha256": createHmac("sha256", apiSecret).update(rawBody).digest("base64"),
    ...(webhookId === null ? {} : { "x-shopify-webhook-id": webhookId }),
    ...(triggeredAt === undefined ? {} : { "x-shopify-triggered-at": triggeredAt }),
  });
  return receiveWebhook({ ...world, logger: silent, apiSecrets: [apiSecret] }, { rawBody, headers });
}

async function runAll(world: World): Promise<void> {
  const tasks = [createRefreshTask({ ...world, heavy: createHeavyChecks() })];
  const worker = createWorker({ ...world, logger: silent, tasks, slots: 2, leaseMs: 600_000 });
  do world.clock.advance(60_000);
  while ((await worker.tick()) > 0);
}

test("webhooks of our own write, repeated and late, change nothing, conflict with nothing and set off no further write", async () => {
  const world = await openWorld();
  await world.approveAll();
  await world.publish();
  const before = await world.product();
  const written = world.writes();
  for (const id of ["echo-1", "echo-2", "echo-2", "echo-1"]) expect(await deliver(world, id)).toBe(200);
  await runAll(world);
  for (const id of ["echo-2", "echo-3"]) expect(await deliver(world, id)).toBe(200);
  await runAll(world);
  expect(world.writes()).toEqual(written);
  expect(await world.conflicts()).toEqual([]);
  expect({ ...(await world.product()), syncedAt: 0 }).toEqual({ ...before, syncedAt: 0, wholeAt: before.updatedAt });
  const refreshed = await world.db.orm.select().from(jobs).where(eq(jobs.shop, shop));
  expect(refreshed.map((job) => [job.kind, job.status])).toEqual([
    ["refresh-product", "completed"],
    ["refresh-product", "completed"],
  ]);
});

test("a person's edit after our write comes in by its webhook, and the next text of ours is a conflict", async () => {
  const world = await openWorld();
  await world.approve("title");
  await world.publish();
  const base = (await world.live()).texts.title;
  world.edit({ title: "Theirs" });
  await deliver(world, "edit-1");
  await runAll(world);
  expect((await world.product()).title).toBe("Theirs");
  await world.approve("title", "Ours again", { base });
  await world.publish();
  expect((await world.live()).texts.title).toBe("Theirs");
  expect(await world.conflicts()).toMatchObject([{ theirs: "Theirs" }]);
});

/** Somebody changes the vendor, whose webhook is late; then a write of ours reads the texts back. */
const ownReadings: Record<string, (world: World) => Promise<unknown>> = {
  "a publication": async (world) => {
    await world.approve("title");
    return world.publish();
  },
  "a conflict": async (world) => {
    await world.approve("title", "Ours", { base: "Another" });
    return world.publish();
  },
  "a text that was live already": async (world) => {
    await world.approve("title", String((await world.live()).texts.title));
    return world.publish();
  },
  "an undo": async (world) => {
    await world.approve("title");
    await world.publish();
    world.clock.advance(180_000);
    return world.undo((await world.writeBacks())[0]?.id ?? "");
  },
};

test.each(Object.entries(ownReadings))(
  "a person's change whose webhook comes after %s is read: our own webhook did not contain it",
  async (_, own) => {
    const world = await openWorld();
    world.clock.advance(10_000);
    world.edit({ vendor: "New vendor" });
    const changedAt = world.clock.now();
    world.clock.advance(10_000);
    await own(world);
    expect((await world.product()).vendor).not.toBe("New vendor");
    await deliver(world, "late", { changedAt });
    await runAll(world);
    expect((await world.product()).vendor).toBe("New vendor");
    const count = () => world.db.orm.$count(jobs, eq(jobs.shop, shop));
    const before = await count();
    await deliver(world, "older still", { changedAt: changedAt - 5_000 });
    expect(await count()).toBe(before);
  },
);

test("a product that was only ever read alone looks unchanged when nothing changed", async () => {
  const world = await openWorld();
  expect(await world.refresh()).toBe("unchanged");
});

test.each(["constructor", "__proto__", "toString", "products/unheard-of"])(
  "a delivery of the topic %s is taken and does nothing",
  async (topic) => {
    const world = await openWorld();
    expect(await deliver(world, "odd", { topic })).toBe(200);
    expect(await world.db.orm.$count(jobs, eq(jobs.shop, shop))).toBe(0);
  },
);

test("deliveries without an id are distinguished by their content, and repeated ones taken once", async () => {
  const world = await openWorld();
  const triggeredAt = "2026-11-21T00:00:00Z";
  const others = world.store.state.listProducts(shop, { first: 3 }).products.map(({ numericId }) => Number(numericId));
  for (const id of others) {
    await deliver(world, null, { id, triggeredAt });
    await deliver(world, null, { id, triggeredAt });
  }
  const rows = await world.db.orm.select().from(webhookEvents).where(eq(webhookEvents.shop, shop));
  expect(rows).toHaveLength(3);
  expect(await world.db.orm.$count(jobs, eq(jobs.shop, shop))).toBe(3);
  // Without a time either, it cannot be known that it is the same one.
  for (let turn = 0; turn < 2; turn++) await deliver(world, null, { topic: "app/uninstalled" });
  expect(await world.db.orm.$count(webhookEvents, eq(webhookEvents.shop, shop))).toBe(5);
});
