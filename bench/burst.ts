import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { startImport } from "../app/catalog/start-import.ts";
import { startGeneration } from "../app/generation/start-generation.ts";
import { readJob } from "../app/jobs/read-jobs.ts";
import { productIdSchema, type ShopDomain } from "../app/lib/brand.ts";
import { sandboxApp } from "../sandbox/defaults.ts";
import { type Shelfwright, until } from "../test/support/start-shelfwright.ts";
import type { BurstOrder } from "./support/burst-child.ts";
import { forkAndAsk } from "./support/fork-and-ask.ts";
import { memoryOf } from "./support/memory.ts";
import { percentile } from "./support/percentile.ts";
import { runShops } from "./support/running-shops.ts";
import type { Sent } from "./support/send-deliveries.ts";

type Burst = Omit<Sent, "taken"> & { ms: number };

const smallShops = 19;
const bigProducts = 20_000;
const connections = 200;

/**
 * `size` signed webhooks of 20 shops in one burst over 200 connections, to the real web process, while the worker imports
 * 20,000 products of one of them. `ratio` compares with a server that reads, signs and answers, measured before and after.
 * Afterwards merchants ask for one product's texts again and again while the worker works off what the burst left: the
 * longest they waited for its start is `interactive_wait_ms`.
 */
export async function run({ size = 20_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const { system, big, small } = await runShops({ bigProducts, small: smallShops });
  try {
    const shops = [big, ...small].map((domain) => ({ domain, productIds: idsOf(system, domain) }));
    const order: BurstOrder = { url: "", shops, count: size, connections, secret: sandboxApp().apiSecret };
    const floorBefore = await burstAtFloor(order);
    const importing = await startImport(system, { shop: big, createdBy: "bench" });
    await until("the import's first products", () => {
      const found = system.db.raw.prepare("SELECT 1 FROM products WHERE shop = ? LIMIT 1").get(big);
      return found !== undefined || undefined;
    });
    const before = memoryOf(system.app.web.pid);
    const burst = await forkAndAsk<Burst>("burst-child.ts", { ...order, url: system.app.url });
    const after = memoryOf(system.app.web.pid);
    const underWay = (await readJob(system, { shop: big, jobId: importing }))?.finishedAt === null;
    const { longestMs, backlogMs, items } = await workOff(system, small);
    const floorAfter = await burstAtFloor(order);
    const perSecond = (of: Burst) => (size / of.ms) * 1_000;
    return {
      name: "burst",
      size,
      connections,
      refused: size - (burst.statuses[200] ?? 0),
      per_second: Math.round(perSecond(burst)),
      ratio: Math.round((perSecond(burst) / ((perSecond(floorBefore) + perSecond(floorAfter)) / 2)) * 1_000) / 1_000,
      p50_ms: percentile(burst.times, 0.5),
      p95_ms: percentile(burst.times, 0.95),
      longest_ms: percentile(burst.times, 1),
      import_under_way: underWay,
      web_mb_before: before.nowMb,
      web_mb_after: after.nowMb,
      web_mb_peak: after.peakMb,
      items_left: items,
      interactive_wait_ms: longestMs,
      worked_off_s: Math.round(backlogMs / 1_000),
    };
  } finally {
    await system.stop();
  }
}

function idsOf({ sandbox }: Shelfwright, shop: ShopDomain): string[] {
  const { products } = sandbox.store.listProducts(shop, { query: "", first: 250 });
  return products.map(({ numericId }) => String(numericId));
}

async function burstAtFloor(order: BurstOrder): Promise<Burst> {
  const echo = fork(fileURLToPath(new URL("support/echo-child.ts", import.meta.url)));
  const [url] = (await once(echo, "message")) as [string];
  const burst = await forkAndAsk<Burst>("burst-child.ts", { ...order, url });
  echo.disconnect();
  await once(echo, "exit");
  return burst;
}

/** One merchant after another asks for texts, until nothing of the burst is left. */
async function workOff(system: Shelfwright, shops: readonly ShopDomain[]) {
  const from = performance.now();
  const left = () =>
    Number(
      system.db.raw
        .prepare(
          "SELECT count(*) FROM job_items /* all shops: the backlog */ WHERE kind LIKE 'refresh-%' AND finished_at IS NULL",
        )
        .pluck()
        .get(),
    );
  const items = left();
  let longestMs = 0;
  for (let n = 0; n === 0 || left() > 0; n++) {
    const shop = shops[n % shops.length];
    const id = shop && idsOf(system, shop)[n % 200];
    if (!shop || !id) throw new Error("a small shop has no products");
    const jobId = await startGeneration(system, {
      shop,
      productIds: [productIdSchema.parse(id)],
      contentTypes: ["title"],
      agentModel: "v1",
      createdBy: "bench",
    });
    const job = await until("the start of a merchant's job", async () => {
      const row = await readJob(system, { shop, jobId });
      return row?.startedAt ? row : undefined;
    });
    longestMs = Math.max(longestMs, (job.startedAt ?? 0) - job.createdAt);
  }
  return { longestMs, backlogMs: performance.now() - from, items };
}
