import { once } from "node:events";
import { afterAll, beforeAll, expect, it } from "vitest";
import { webhookEvents } from "../../app/db/schema/index.ts";
import { makeDeliveries } from "../../bench/support/deliveries.ts";
import { sendDeliveries } from "../../bench/support/send-deliveries.ts";
import { sandboxApp } from "../../sandbox/defaults.ts";
import { type Shelfwright, startShelfwright, until } from "../support/start-shelfwright.ts";

let system: Shelfwright;

beforeAll(async () => {
  system = await startShelfwright({ shops: [] });
});
afterAll(() => system.stop());

it("a web process killed in the middle of a burst has stored every webhook that it answered", async () => {
  const shops = [1, 2, 3].map((n) => ({ domain: `burst-${n}.myshopify.com`, productIds: ["1", "2", "3"] }));
  const deliveries = makeDeliveries({ shops, count: 4_000, secret: sandboxApp().apiSecret, now: Date.now() });
  const idOf = (at: number) => deliveries[at]?.headers["x-shopify-webhook-id"] ?? "";
  const sending = sendDeliveries(system.app.url, deliveries, 64);
  const { web } = system.app;
  const noted = () => system.db.orm.select().from(webhookEvents);
  const exited = once(web, "exit");
  await until("the burst to be under way", async () => (await noted()).length > 500 || undefined);
  web.kill("SIGKILL");
  await exited;
  const { taken, statuses } = await sending;
  expect(taken.length).toBeGreaterThan(400);
  // Killed in the middle, or it would show nothing.
  expect(statuses[0]).toBeGreaterThan(0);
  const stored = new Set((await noted()).map(({ webhookId }) => webhookId));
  expect(taken.map(idOf).filter((id) => !stored.has(id))).toEqual([]);
});
