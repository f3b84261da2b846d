import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { openDatabase } from "../app/db/open.ts";
import { createWorker } from "../app/jobs/create-worker.ts";
import { enqueueJob } from "../app/jobs/enqueue-job.ts";
import { readJob } from "../app/jobs/read-jobs.ts";
import type { AnyTask } from "../app/jobs/task.ts";
import { shopDomainSchema } from "../app/lib/brand.ts";
import { systemClock } from "../app/lib/clock.ts";
import { createLogger } from "../app/lib/logger.ts";

const noOp: AnyTask = {
  kind: "no-op",
  payload: z.unknown(),
  item: z.unknown(),
  run: async () => ({ outcome: "done" }),
};

/** No-op items through the real way: stored, claimed by the worker's own loop, settled; a file, every commit synced. */
export async function run({ size = 20_000 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), "bench-jobs-"));
  const db = openDatabase({ file: join(folder, "bench.sqlite") });
  const deps = { db, clock: systemClock };
  const shop = shopDomainSchema.parse("bench.myshopify.com");
  const items = Array.from({ length: size }, (_, n) => ({ subject: String(n), payload: { productId: String(n) } }));
  const worker = createWorker({
    ...deps,
    logger: createLogger("bench", "silent"),
    tasks: [noOp],
    slots: 512,
    leaseMs: 60_000,
    perShopSlots: () => 512,
  });
  try {
    const enqueueFrom = performance.now();
    const jobId = await enqueueJob(deps, { shop, job: noOp, title: "Bench", payload: {}, items, priority: 1 });
    const enqueueMs = performance.now() - enqueueFrom;
    const processFrom = performance.now();
    worker.start();
    while ((await readJob(deps, { shop, jobId }))?.status !== "completed") await new Promise(setImmediate);
    const processMs = performance.now() - processFrom;
    return {
      name: "jobs",
      size,
      enqueue_per_second: Math.round((size / enqueueMs) * 1_000),
      process_per_second: Math.round((size / processMs) * 1_000),
    };
  } finally {
    await worker.stop();
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
