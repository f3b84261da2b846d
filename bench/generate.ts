import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../app/db/open.ts";
import { startGeneration } from "../app/generation/start-generation.ts";
import { createWorker } from "../app/jobs/create-worker.ts";
import { readJob } from "../app/jobs/read-jobs.ts";
import { shopDomainSchema } from "../app/lib/brand.ts";
import { systemClock } from "../app/lib/clock.ts";
import { createLogger } from "../app/lib/logger.ts";
import { createGenerateTask } from "../app/tasks/generate-content.ts";
import { contentTypeNames } from "../app/texts/content-types.ts";
import { createRuleModel } from "./support/rule-model.ts";
import { storeProducts } from "./support/store-products.ts";
import { measureWriting } from "./support/writing-costs.ts";

/** Calls at once; the worker keeps a quarter of its slots for work that people wait for. */
const inFlight = 64;
const slots = Math.ceil((inFlight * 4) / 3);
const latencyMs = 800;
const latencySize = 1_920;

interface Measured {
  perSecond: number;
  /** of all threads of this process: what other work on the machine does not change */
  cpuMsPerProduct: number;
  mostOpen: number;
}

/**
 * Five texts for each product through job, worker, prompt, fixes, checks and drafts, in a file, every commit synced. Once with
 * a model that answers at once; once with one that takes 800 ms, 64 calls at a time, measured against Little's law (in
 * flight ÷ latency). Then what the texts of the sandbox's products cost, written by its model with its usual mistakes.
 */
export async function run({ size = 2_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const atOnce = await measure({ size, latencyMs: 0 });
  process.stderr.write(
    `0 ms: ${Math.round(atOnce.perSecond)} products/s, ${atOnce.cpuMsPerProduct.toFixed(2)} ms of CPU time each\n`,
  );
  const waiting = await measure({ size: latencySize, latencyMs });
  const writing = await measureWriting();
  return {
    name: "generate",
    size,
    products_per_second: Math.round(atOnce.perSecond),
    cpu_ms_per_product: Math.round(atOnce.cpuMsPerProduct * 100) / 100,
    latency_ms: latencyMs,
    in_flight: waiting.mostOpen,
    products_per_second_at_latency: Math.round(waiting.perSecond * 10) / 10,
    littles_law_share: Math.round((waiting.perSecond / (inFlight / (latencyMs / 1_000))) * 1_000) / 1_000,
    ...writing,
  };
}

async function measure({ size, latencyMs: ms }: { size: number; latencyMs: number }): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "bench-generate-"));
  const db = openDatabase({ file: join(folder, "bench.sqlite") });
  const shop = shopDomainSchema.parse("bench.myshopify.com");
  const { models, counts } = createRuleModel({ latencyMs: ms });
  const deps = { db, clock: systemClock, models };
  const worker = createWorker({
    ...deps,
    logger: createLogger("bench", "silent"),
    tasks: [createGenerateTask(deps)],
    slots,
    leaseMs: 60_000,
    perShopSlots: () => inFlight,
  });
  try {
    const productIds = await storeProducts(db, { shop, count: size });
    const request = { shop, productIds, contentTypes: contentTypeNames, agentModel: "v1", createdBy: "bench" } as const;
    const jobId = await startGeneration(deps, request);
    const from = performance.now();
    const cpuBefore = process.cpuUsage();
    worker.start();
    for (let status = ""; status !== "completed"; ) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      status = (await readJob(deps, { shop, jobId }))?.status ?? "";
      if (status === "failed" || status === "partially_completed") throw new Error(`the job ended as ${status}`);
    }
    const seconds = (performance.now() - from) / 1_000;
    const cpu = process.cpuUsage(cpuBefore);
    // Repairs would measure something else.
    if (counts.calls !== size) throw new Error(`${counts.calls} calls for ${size} products: the texts did not pass`);
    return {
      perSecond: size / seconds,
      cpuMsPerProduct: (cpu.user + cpu.system) / 1_000 / size,
      mostOpen: counts.mostOpen,
    };
  } finally {
    await worker.stop();
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
