import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobs } from "../../app/db/schema/index.ts";
import { createWorker } from "../../app/jobs/create-worker.ts";
import type { AnyTask } from "../../app/jobs/task.ts";
import { receiveWebhook } from "../../app/tasks/receive-webhook.ts";
import { createRefreshTask } from "../../app/tasks/refresh-product.ts";
import { shop, silent } from "../shopify/open-store.ts";
import { openWorld, type World } from "./publishing-world.ts";

const apiSecret = "a-secret-of-this-test";

/** One delivery of products/update as Shopify signs it. */
function deliver(world: World, webhookId: string): Promise<number> {
  const rawBody = JSON.stringify({ id: Number(world.productId) });
  const headers = new Headers({
    "x-shopify-topic": "products/update",
    "x-shopify-shop-domain": shop,
    "x-shopify-webhook-id": webhookId,
    "x-shopify-hmac-sha256": createHmac("sha256", apiSecret).update(rawBody).digest("base64"),
  });
  return receiveWebhook({ ...world, logger: silent, apiSecrets: [apiSecret] }, { rawBody, headers });
}

async function runAll(world: World): Promise<void> {
  const tasks = [createRefreshTask(world)] as AnyTask[];
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
  expect({ ...(await world.product()), syncedAt: 0 }).toEqual({ ...before, syncedAt: 0 });
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
