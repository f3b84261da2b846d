import type { Db } from "../db/open.ts";
import { readStorage } from "../db/read-storage.ts";
import type { Steps } from "../db/steps.ts";
import type { Tally } from "../db/tally.ts";
import { readFailedWork } from "../jobs/read-failed-work.ts";
import type { Clock } from "../lib/clock.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import { checkHealth, type Health } from "./check-health.ts";
import { createMetrics, type MeasuredRequest } from "./create-metrics.ts";
import type { Sample } from "./families.ts";
import { createOutcomeWindow } from "./outcome-window.ts";
import { readCounters } from "./read-counters.ts";
import { readWorkers, samplesOfProcess } from "./read-processes.ts";
import { readQueue } from "./read-queue.ts";
import { readStates } from "./read-states.ts";
import type { Vitals } from "./vitals.ts";
import { createWriteProbe } from "./write-probe.ts";

export interface WatchDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  tally: Tally;
  /** of the web process */
  vitals: () => Vitals;
  /** how far the clock is ahead of Shopify's, when that keeps people out */
  skewSeconds: () => number | null;
  hiddenKinds: ReadonlySet<string>;
  operatorsModels: ReadonlySet<string>;
  minFreeBytes: number;
  version: string;
}

/** What an operator is shown of the running app: made once in the web process. */
export interface Watch {
  observeRequest(request: MeasuredRequest): void;
  /** what is well and what is not; reads only */
  health(): Promise<Health>;
  /** all metrics in Prometheus' text format; a part that cannot be read is left out and counted in `scrape_problems` */
  scrape(): Promise<{ text: string; contentType: string }>;
}

export function createWatch(deps: WatchDeps): Watch {
  const metrics = createMetrics();
  const known = { ...deps, outcomes: createOutcomeWindow(deps), writeProbe: createWriteProbe(deps) };
  const health = () => checkHealth(known);
  return {
    observeRequest: metrics.observeRequest,
    health,
    async scrape() {
      const samples = await readSamples(deps, health);
      return { text: await metrics.render(samples), contentType: metrics.contentType };
    },
  };
}

/** One part that fails, e.g. while the file is locked, must not hide the others: they show what is wrong. */
async function readSamples(deps: WatchDeps, health: () => Promise<Health>): Promise<Sample[]> {
  const { db, clock, logger, hiddenKinds, operatorsModels, tally } = deps;
  const now = clock.now();
  const parts: (() => Promise<Sample[]>)[] = [
    () => db.do(readQueue({ now, hiddenKinds })),
    () => db.do(readStates({ now })),
    () => db.do(readCounters({ pending: tally.pending(), operatorsModels })),
    async () => samplesOfProcess("web", [deps.vitals()]),
    () => db.do(samplesOfWorkers(now)),
    async () => samplesOfStorage(deps),
    () => db.do(samplesOfHiddenWork(hiddenKinds, now)),
    async () => samplesOfHealth(await health()),
  ];
  let problems = 0;
  const samples: Sample[] = [];
  for (const read of parts) {
    try {
      samples.push(...(await read()));
    } catch (error) {
      problems += 1;
      logger.warn({ error: describeError(error) }, "a part of the metrics could not be read");
    }
  }
  const about = { version: deps.version, node: process.versions.node };
  return [
    ...samples,
    { family: "build_info", labels: about, value: 1 },
    { family: "scrape_problems", value: problems },
  ];
}

function samplesOfHealth({ checks }: Health): Sample[] {
  return checks.map(({ name, status }) => {
    return { family: "health_check", labels: { check: name }, value: status === "fail" ? 0 : 1 };
  });
}

function* samplesOfWorkers(now: number): Steps<Sample[]> {
  const { count, vitals } = yield* readWorkers({ now });
  return [{ family: "workers", value: count }, ...samplesOfProcess("worker", vitals)];
}

/** Every kind has a sample, so that an alert sees 0 and not nothing. */
function* samplesOfHiddenWork(hiddenKinds: ReadonlySet<string>, now: number): Steps<Sample[]> {
  const failed = yield* readFailedWork({ kinds: [...hiddenKinds], now });
  return [...hiddenKinds].map((kind) => {
    const value = failed.find((one) => one.kind === kind)?.items ?? 0;
    return { family: "hidden_failed_items", labels: { kind }, value };
  });
}

async function samplesOfStorage({ db, minFreeBytes }: Pick<WatchDeps, "db" | "minFreeBytes">): Promise<Sample[]> {
  const { fileBytes, logBytes, reusableBytes, diskFreeBytes } = await readStorage(db, { minFreeBytes });
  return [
    { family: "database_bytes", labels: { part: "file" }, value: fileBytes },
    { family: "database_bytes", labels: { part: "log" }, value: logBytes },
    { family: "database_bytes", labels: { part: "reusable" }, value: reusableBytes },
    ...(diskFreeBytes === null ? [] : [{ family: "disk_free_bytes" as const, value: diskFreeBytes }]),
  ];
}
