import { expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { readShopWork } from "../../app/pages/shop-work.ts";
import { anyJob } from "../jobs/support.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const shop = shopDomainSchema.parse("one.myshopify.com");
const other = shopDomainSchema.parse("two.myshopify.com");

it("the work of a shop is what people asked for: under way, and ended in the last ten minutes", async () => {
  let now = 1_790_000_000_000;
  const deps = { db: openTestDatabase(), clock: { now: () => now } };
  const start = (of: typeof shop, kind: string, items: string[]) =>
    enqueueJob(deps, {
      job: anyJob(kind),
      shop: of,
      title: kind,
      payload: {},
      items: items.map((subject) => ({ subject, payload: null })),
      priority: 1,
    });
  await start(shop, "publish", []);
  now += 9 * 60_000;
  await start(shop, "generate-content", []);
  await start(shop, "generate-content", ["1"]);
  await start(shop, "refresh-product", ["1"]);
  await start(shop, "try-config", ["1"]);
  await start(other, "publish", ["9"]);
  await startImport(deps, { shop, createdBy: "test" });
  const seen = async () =>
    (await readShopWork(deps, shop)).jobs.map(
      ({ kind, finishedAt }) => `${kind} ${finishedAt === null ? "runs" : "ended"}`,
    );
  // The import that runs has a card of its own.
  expect((await seen()).sort()).toEqual(["generate-content ended", "generate-content runs", "publish ended"]);
  now += 61_000;
  expect((await seen()).sort()).toEqual(["generate-content ended", "generate-content runs"]);
});
