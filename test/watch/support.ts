import type { SqliteDb } from "../../app/db/open.ts";
import { createTally } from "../../app/db/tally.ts";
import type { Clock } from "../../app/lib/clock.ts";
import { createWatch, type WatchDeps } from "../../app/watch/create-watch.ts";
import type { Vitals } from "../../app/watch/vitals.ts";
import { keepingLogger } from "../jobs/support.ts";

export function vitalsAt(startedAt: number, lag: Partial<Vitals["lag"]> = {}): Vitals {
  return {
    startedAt,
    residentBytes: 100_000_000,
    heapUsedBytes: 50_000_000,
    cpuSeconds: 2,
    lag: { p50Ms: 0, p99Ms: 1, maxMs: 3, ...lag },
    bucket: null,
  };
}

/** What operators are shown of a database; up for an hour unless told otherwise. */
export function aWatch({ db, clock, ...rest }: { db: SqliteDb; clock: Clock } & Partial<WatchDeps>) {
  const logger = keepingLogger();
  const tally = createTally(db);
  const watch = createWatch({
    db,
    clock,
    logger,
    tally,
    vitals: () => vitalsAt(clock.now() - 3_600_000),
    skewSeconds: () => null,
    hiddenKinds: new Set(["hidden"]),
    operatorsModels: new Set(["gpt-5-mini"]),
    minFreeBytes: 0,
    version: "0.0.0",
    ...rest,
  });
  return { watch, tally, logger };
}

export interface Series {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** Reads Prometheus' text format. @throws on a line that is none */
export function parseMetrics(text: string): { series: Series[]; types: Map<string, string>; helps: Set<string> } {
  const series: Series[] = [];
  const types = new Map<string, string>();
  const helps = new Set<string>();
  for (const line of text.split("\n").filter(Boolean)) {
    const about = /^# (HELP|TYPE) (\w+) (.+)$/.exec(line);
    if (about?.[1] === "HELP") helps.add(about[2] ?? "");
    else if (about) types.set(about[2] ?? "", about[3] ?? "");
    else {
      const [, name, labels = "", value] = /^([a-z_][a-z0-9_]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      if (!name || value === undefined) throw new Error(`no line of metrics: ${line}`);
      const pairs = [...labels.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text]) => [key, text]);
      series.push({ name, labels: Object.fromEntries(pairs), value: Number(value.replace("+Inf", "Infinity")) });
    }
  }
  return { series, types, helps };
}

/** The value of the one series that has these labels; undefined when there is none. */
export function valueFrom(
  all: readonly Series[],
  name: string,
  labels: Record<string, string> = {},
): number | undefined {
  return all.find((one) => {
    return (
      one.name === `shelfwright_${name}` && Object.entries(labels).every(([key, value]) => one.labels[key] === value)
    );
  })?.value;
}
