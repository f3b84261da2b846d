import { all, type Steps } from "../db/steps.ts";
import { workerSilenceMs } from "../jobs/keep-heartbeat.ts";
import { parseJson } from "../lib/json.ts";
import type { FamilyName, Sample } from "./families.ts";
import { type Vitals, vitalsSchema } from "./vitals.ts";

/** The workers that gave a heartbeat lately, and how they were then. */
export function* readWorkers({ now }: { now: number }): Steps<{ count: number; vitals: Vitals[] }> {
  const rows = yield* all<{ vitals: string | null }>(
    "SELECT vitals FROM workers WHERE seen_at > @since AND seen_at < @until",
    { since: now - workerSilenceMs, until: now + workerSilenceMs },
  );
  const vitals = rows.flatMap((row) => {
    const parsed = vitalsSchema.safeParse(row.vitals === null ? null : parseJson(row.vitals));
    return parsed.success ? [parsed.data] : [];
  });
  return { count: rows.length, vitals };
}

/** Several workers are one `process`: memory and CPU are added, of delays and buckets the worst counts. */
export function samplesOfProcess(name: "web" | "worker", all: readonly Vitals[]): Sample[] {
  if (all.length === 0) return [];
  const labels = { process: name };
  const worst = (read: (vitals: Vitals) => number) => Math.max(...all.map(read));
  const sum = (read: (vitals: Vitals) => number) => all.reduce((total, one) => total + read(one), 0);
  const figures: [FamilyName, number][] = [
    ["event_loop_lag_p50_seconds", worst(({ lag }) => lag.p50Ms) / 1_000],
    ["event_loop_lag_p99_seconds", worst(({ lag }) => lag.p99Ms) / 1_000],
    ["event_loop_lag_max_seconds", worst(({ lag }) => lag.maxMs) / 1_000],
    ["process_resident_memory_bytes", sum(({ residentBytes }) => residentBytes)],
    ["process_heap_used_bytes", sum(({ heapUsedBytes }) => heapUsedBytes)],
    ["process_cpu_seconds_total", sum(({ cpuSeconds }) => cpuSeconds)],
    ["process_start_time_seconds", Math.min(...all.map(({ startedAt }) => startedAt)) / 1_000],
  ];
  const [emptiest] = all
    .flatMap(({ bucket }) => (bucket ? [bucket] : []))
    .sort((a, b) => a.availablePoints / a.maximumPoints - b.availablePoints / b.maximumPoints);
  if (emptiest) {
    figures.push(["shopify_bucket_available_points", emptiest.availablePoints]);
    figures.push(["shopify_bucket_maximum_points", emptiest.maximumPoints]);
    figures.push(["shopify_bucket_restore_points_per_second", emptiest.restoreRate]);
  }
  return figures.map(([family, value]) => ({ family, labels, value }));
}
