import type { Db } from "../db/open.ts";
import { pruneFiles } from "../feeds/files/prune-files.ts";
import { startDueFeeds } from "../feeds/start-feed.ts";
import { startMissedChecks } from "../health/start-missed-checks.ts";
import { finalCodes, hiddenKinds } from "../jobs/hidden-kinds.ts";
import { reconcileFailed } from "../jobs/reconcile-failed.ts";
import type { Clock } from "../lib/clock.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import type { Sealer } from "../lib/seal.ts";
import { startWriteChecks } from "../publishing/check-open-writes.ts";
import type { Tokens } from "../shopify/tokens.ts";
import { examineLeftEdits } from "../versions/examine-left-edits.ts";
import { keepCredits } from "./keep-credits.ts";
import { type ProbeAccessDeps, probeAccess } from "./probe-access.ts";
import { renewProducts } from "./renew-products.ts";
import { keepSealed } from "./reseal-values.ts";
import { allRetentions, type RetentionConfig } from "./retention/all-retentions.ts";
import { createRetentionRunner } from "./retention/run-retentions.ts";
import { createDiskWatch, type WatchDiskDeps } from "./watch-disk.ts";

export interface MaintenanceDeps extends WatchDiskDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  tokens: Tokens;
  admin: ProbeAccessDeps["admin"];
  config: WatchDiskDeps["config"] & RetentionConfig & ProbeAccessDeps["config"];
  sealer: Sealer;
  /** of all feeds */
  feedsFolder: string;
}

const hourMs = 3_600_000;
/** How long work may wait after a cap was raised, and a refund after a crash. */
const keepEveryMs = 3_000;
const lookAtDiskEveryMs = 60_000;
/** A daily feed begins within so long after its time. */
const feedsEveryMs = 60_000;
const probeAccessEveryMs = 5 * 60_000;

/**
 * Small regular work of the worker: at its start and then hourly rows of an earlier version are renewed, idle shops' tokens
 * refreshed, rows removed that are no longer kept, secrets sealed with the newest key, live texts checked whose rules are others now, and files of feeds removed that nobody needs; every few seconds credits are settled,
 * work is resumed whose daily cap was lifted, open writes that no job will read again are reconciled, and texts examined that somebody left unfinished; every minute the disk
 * is looked at and daily feeds begin; every five minutes Shopify is asked about the shops whose work waits for access.
 */
export function startMaintenance(deps: MaintenanceDeps): { stop(): void } {
  const report = (error: unknown) => deps.logger.error({ error: describeError(error) }, "maintenance failed");
  const stopping = new AbortController();
  const reportUnlessStopped = (error: unknown) => (stopping.signal.aborted ? undefined : report(error));
  const runRetentions = createRetentionRunner(deps, allRetentions(deps.config));
  const removeOld = onlyOnce(() => runRetentions({ signal: stopping.signal }));
  const pruneOnce = onlyOnce(() => pruneFiles(deps, deps.feedsFolder, stopping.signal));
  const feedsOnce = onlyOnce(() => startDueFeeds(deps));
  const feed = () => {
    feedsOnce().catch(report);
  };
  const run = () => {
    // When all are renewed this reads one row; after an error it is tried again in an hour.
    renewProducts(deps, stopping).catch(reportUnlessStopped);
    deps.tokens.refreshIdle().catch(report);
    removeOld().catch(reportUnlessStopped);
    keepSealed(deps).catch(report);
    startMissedChecks(deps).catch(report);
    pruneOnce().catch(reportUnlessStopped);
  };
  const keepOnce = onlyOnce(() => keepUp(deps));
  const keep = () => {
    keepOnce().catch(report);
  };
  const watchDisk = createDiskWatch(deps);
  const look = () => {
    watchDisk().catch(report);
  };
  const probeOnce = onlyOnce(() => probeAccess(deps));
  const probe = () => {
    probeOnce().catch(reportUnlessStopped);
  };
  run();
  keep();
  look();
  probe();
  feed();
  const timers = [
    setInterval(run, hourMs),
    setInterval(keep, keepEveryMs),
    setInterval(look, lookAtDiskEveryMs),
    setInterval(probe, probeAccessEveryMs),
    setInterval(feed, feedsEveryMs),
  ];
  return {
    stop() {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
    },
  };
}

async function keepUp(deps: MaintenanceDeps): Promise<void> {
  await keepCredits(deps);
  await startWriteChecks(deps);
  await examineLeftEdits(deps);
  await reconcileHiddenWork(deps);
}

/** What the app does by itself is tried again until it is done: nobody else would ask for it. */
export function reconcileHiddenWork(deps: Pick<MaintenanceDeps, "db" | "clock" | "logger">): Promise<number> {
  return reconcileFailed(deps, { kinds: hiddenKinds, finalCodes });
}

/** Work that is left out while it is still under way from the time before. */
function onlyOnce(work: () => Promise<unknown>): () => Promise<void> {
  let busy = false;
  return async () => {
    if (busy) return;
    busy = true;
    try {
      await work();
    } finally {
      busy = false;
    }
  };
}
