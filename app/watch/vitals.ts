import { z } from "zod";
import type { LoopLag } from "../lib/loop-lag.ts";
import type { BucketWatch } from "../shopify/watch-buckets.ts";

/** How one process is at a moment. A worker's is kept in its row of `workers`, so that the web process can show it. */
export const vitalsSchema = z.object({
  /** epoch ms */
  startedAt: z.number(),
  residentBytes: z.number(),
  heapUsedBytes: z.number(),
  /** user and system time since its start */
  cpuSeconds: z.number(),
  lag: z.object({ p50Ms: z.number(), p99Ms: z.number(), maxMs: z.number() }),
  bucket: z.object({ availablePoints: z.number(), maximumPoints: z.number(), restoreRate: z.number() }).nullable(),
});
export type Vitals = z.infer<typeof vitalsSchema>;

export function readVitals(deps: { startedAt: number; loopLag: LoopLag; buckets: BucketWatch }): Vitals {
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return {
    startedAt: deps.startedAt,
    residentBytes: rss,
    heapUsedBytes: heapUsed,
    cpuSeconds: (user + system) / 1e6,
    lag: deps.loopLag.read(),
    bucket: deps.buckets.read(),
  };
}
