import { describe, expect, it } from "vitest";
import { jobItems, jobs, webhookEvents } from "../../app/db/schema/index.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { receiveWebhook } from "../../app/tasks/receive-webhook.ts";
import { makeDeliveries } from "../../bench/support/deliveries.ts";
import { anyJob, aTask, aWorker } from "../jobs/support.ts";
import { silent, testClock } from "../shopify/open-store.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";

const secret = "the-secret-of-a-burst";
const shops = [1, 2, 3].map((n) => ({ domain: `burst-${n}.myshopify.com`, productIds: ["1", "2", "3", "4", "5"] }));
const clock = testClock(Date.now());

function receiver(db: ReturnType<typeof openTestDatabase>) {
  return (delivery: { body: string; headers: Record<string, string> }) =>
    receiveWebhook(
      { db, clock, logger: silent, apiSecrets: [secret] },
      { rawBody: delivery.body, headers: new Headers(delivery.headers) },
    );
}

const deliveries = (count: number) => makeDeliveries({ shops, count, secret, now: clock.now() });

describe("a burst of webhooks", () => {
  it("shares its commits: hundreds that come at once are stored in a few transactions", async () => {
    const db = openTestDatabase();
    const statuses = await Promise.all(deliveries(400).map(receiver(db)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    const { commits, pieces } = db.togetherCounts;
    expect(pieces).toBe(400);
    expect(commits).toBeLessThan(100);
  });

  it("leads to one reading of each product and collection, and notes each delivery once", async () => {
    const db = openTestDatabase();
    const sent = deliveries(400);
    await Promise.all(sent.map(receiver(db)));
    const ids = new Set(sent.map(({ headers }) => headers["x-shopify-webhook-id"]));
    expect(ids.size).toBeLessThan(400);
    expect(await db.orm.select().from(webhookEvents)).toHaveLength(ids.size);
    const items = await db.orm.select().from(jobItems);
    const keys = items.map(({ shop, kind, subject }) => `${shop} ${kind} ${subject}`);
    expect(keys.length).toBe(new Set(keys).size);
    expect(items.filter(({ kind }) => kind === "refresh-product")).toHaveLength(15);
  });

  it("makes no second reading of a delivery that comes again when the first one's is done", async () => {
    const db = openTestDatabase();
    const [one] = deliveries(1);
    if (!one) throw new Error("no delivery");
    const kinds = ["refresh-product", "refresh-collections"];
    const worker = aWorker({
      db,
      clock,
      tasks: kinds.map((kind) => aTask(async () => ({ outcome: "done" }), { kind })),
    });
    const update = { ...one, headers: { ...one.headers, "x-shopify-topic": "products/create" } };
    for (let times = 0; times < 3; times++) {
      expect(await receiver(db)(update)).toBe(200);
      await worker.tick();
    }
    expect(await db.orm.select().from(jobItems)).toMatchObject([{ status: "done", kind: "refresh-product" }]);
  });

  it("lets what a person waits for pass, and goes before long jobs", async () => {
    const db = openTestDatabase();
    const [first] = shops;
    const shop = shopDomainSchema.parse(first?.domain);
    const began: string[] = [];
    const task = (kind: string) => {
      const run = async () => {
        began.push(kind);
        return { outcome: "done" as const };
      };
      return aTask(run, { kind });
    };
    const job = (kind: string, priority: 0 | 2) =>
      enqueueJob(
        { db, clock },
        { job: anyJob(kind), shop, title: kind, payload: {}, items: [{ subject: kind, payload: null }], priority },
      );
    await job("generate-everything", 2);
    await Promise.all(
      makeDeliveries({ shops: shops.slice(0, 1), count: 20, secret, now: clock.now() }).map(receiver(db)),
    );
    clock.advance(1);
    await job("what-a-person-asked", 0);
    const kinds = ["generate-everything", "what-a-person-asked", "refresh-product", "refresh-collections"];
    const worker = aWorker({ db, clock, tasks: kinds.map(task), slots: 1 });
    while ((await worker.tick()) > 0);
    expect(began[0]).toBe("what-a-person-asked");
    expect(began.at(-1)).toBe("generate-everything");
    expect(began).toHaveLength((await db.orm.select().from(jobs)).length);
  });

  it("is answered with 503 where it cannot be stored, so that Shopify delivers it again", async () => {
    const { open } = testDatabaseFile();
    const [db, other] = [open(), open()];
    const [one] = deliveries(1);
    if (!one) throw new Error("no delivery");
    db.raw.pragma(`max_page_count = ${db.raw.pragma("page_count", { simple: true })}`);
    const big = { ...one, headers: { ...one.headers, "x-shopify-webhook-id": "x".repeat(200_000) } };
    expect(await receiver(db)(big)).toBe(503);
    db.raw.pragma("max_page_count = 1000000");
    expect(await receiver(db)(one)).toBe(200);
    expect(await other.orm.select().from(webhookEvents)).toHaveLength(1);
  });
});
