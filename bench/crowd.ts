import { rm } from "node:fs/promises";
import { eq } from "drizzle-orm";
import { startImport } from "../app/catalog/start-import.ts";
import { products } from "../app/db/schema/index.ts";
import { startGeneration } from "../app/generation/start-generation.ts";
import { readJob } from "../app/jobs/read-jobs.ts";
import { type ProductId, productIdSchema, type ShopDomain } from "../app/lib/brand.ts";
import { startPublishing } from "../app/publishing/start-publishing.ts";
import { approveVersions } from "../app/versions/approve-versions.ts";
import { sandboxApp } from "../sandbox/defaults.ts";
import { type Shelfwright, until } from "../test/support/start-shelfwright.ts";
import type { CrowdFigures, CrowdOrder } from "./support/crowd-child.ts";
import { forkAndAsk } from "./support/fork-and-ask.ts";
import { benchShop } from "./support/import-file.ts";
import { measureChild } from "./support/measure-child.ts";
import { memoryOf } from "./support/memory.ts";
import { percentile } from "./support/percentile.ts";
import { type RunningShops, runShops } from "./support/running-shops.ts";
import { sessionToken } from "./support/session-token.ts";
import { writeBulkFile } from "./support/write-bulk-file.ts";

const people = 200;
const smallShops = 9;
const bigProducts = 20_000;
const clicks = 5;
const pauseMs = 2_000;
const by = "bench";

/**
 * 200 people of ten shops, half of them of one with `size` products, open the app in the same moment and click on, 2 s
 * apart, while the worker imports 20,000 products, generates texts and publishes. `alone_*` is one person on a quiet
 * machine: what can be compared on a busy one is the ratio to it.
 */
export async function run({ size = 100_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const running = await runShops({
    bigProducts,
    small: smallShops,
    more: [benchShop],
    prepare: (database) => importBefore(database, size),
  });
  const { system } = running;
  try {
    await approveSome(running);
    const order = await orderFor(running);
    const alone = await forkAndAsk<CrowdFigures>("crowd-child.ts", { ...order, people: 1, clicks: 20, pauseMs: 50 });
    const jobIds = await startWork(running);
    const crowd = await forkAndAsk<CrowdFigures>("crowd-child.ts", order);
    const open = await Promise.all(jobIds.map(({ shop, jobId }) => readJob(system, { shop, jobId })));
    const atOnce = await forkAndAsk<CrowdFigures>("crowd-child.ts", { ...order, documents: [], clicks: 1 });
    return {
      name: "crowd",
      size,
      people,
      alone_document_ms: percentile(alone.documentMs, 0.5),
      alone_data_p50_ms: percentile(alone.dataMs, 0.5),
      document_p50_ms: percentile(crowd.documentMs, 0.5),
      document_longest_ms: percentile(crowd.documentMs, 1),
      data_p50_ms: percentile(crowd.dataMs, 0.5),
      data_p95_ms: percentile(crowd.dataMs, 0.95),
      data_longest_ms: percentile(crowd.dataMs, 1),
      answer_longest_ms: percentile(crowd.answerMs, 1),
      refusals: crowd.refusals,
      at_once_p95_ms: percentile(atOnce.dataMs, 0.95),
      at_once_refusals: atOnce.refusals,
      failures: crowd.failures + atOnce.failures + alone.failures,
      jobs_under_way: open.filter((job) => job?.finishedAt === null).length,
      web_mb_peak: memoryOf(system.app.web.pid).peakMb,
    };
  } finally {
    await system.stop();
  }
}

async function importBefore(database: string, size: number): Promise<void> {
  const file = `${database}.jsonl`;
  const { lines } = await writeBulkFile(file, { products: size, variants: 3, order: "grouped" });
  await measureChild("import", file, database, String(lines));
  await rm(file);
}

async function idsOf({ db }: Shelfwright, shop: ShopDomain, count: number): Promise<ProductId[]> {
  const rows = await db.orm.select({ id: products.id }).from(products).where(eq(products.shop, shop)).limit(count);
  return rows.map(({ id }) => productIdSchema.parse(id));
}

const texts = { contentTypes: ["title", "desc"], agentModel: "v1", createdBy: by } as const;

/** Something to publish. */
async function approveSome({ system, small: [shop] }: RunningShops): Promise<void> {
  if (!shop) throw new Error("there is no small shop");
  const productIds = await idsOf(system, shop, 200);
  await system.finish(shop, await startGeneration(system, { shop, productIds, ...texts }));
  await approveVersions(system, { shop, productIds, by, onlyClean: true });
}

async function startWork({ system, big, small: [shop] }: RunningShops) {
  if (!shop) throw new Error("there is no small shop");
  const generated = await idsOf(system, benchShop, 2_000);
  const published = await idsOf(system, shop, 200);
  const jobs = [
    { shop: big, jobId: await startImport(system, { shop: big, createdBy: by }) },
    { shop: benchShop, jobId: await startGeneration(system, { shop: benchShop, productIds: generated, ...texts }) },
    { shop, jobId: await startPublishing(system, { shop, productIds: published, createdBy: by }) },
  ];
  await until("the import's first products", async () => (await idsOf(system, big, 1)).length > 0 || undefined);
  return jobs;
}

/** Of each shop the pages that people look at most. */
async function orderFor({ system, small }: RunningShops): Promise<CrowdOrder> {
  const order: CrowdOrder = { documents: [], data: [], people, clicks, pauseMs };
  for (const shop of small.flatMap((one) => [benchShop, one])) {
    const [id] = await idsOf(system, shop, 1);
    const token = await sessionToken(sandboxApp(), shop);
    const host = Buffer.from(`admin.shopify.com/store/${shop.split(".")[0]}`).toString("base64");
    const launch = new URLSearchParams({ shop, host, embedded: "1", id_token: token });
    order.documents.push(`${system.app.url}/app/products?${launch}`);
    const paths = ["products.data", "products.data?q=linen&status=ACTIVE", "products.data?sort=title&dir=asc", "products/counts.data", `products/${id}.data`, "jobs.data", "rules/results.data"]; // biome-ignore format: a list
    for (const path of paths) order.data.push({ url: `${system.app.url}/app/${path}`, token });
  }
  return order;
}
