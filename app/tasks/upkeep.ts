import { lt } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { webhookEvents } from "../db/schema/index.ts";
import type { Clock } from "../lib/clock.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import { startWriteChecks } from "../publishing/check-open-writes.ts";
import type { Tokens } from "../shopify/tokens.ts";
import { keepCredits } from "./keep-credits.ts";
import { renewProducts } from "./renew-products.ts";
import { createDiskWatch, type WatchDiskDeps } from "./watch-disk.ts";

export interface UpkeepDeps extends WatchDiskDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  tokens: Tokens;
}

const hourMs = 3_600_000;
/** How long work may wait after a cap was raised, and a refund after a crash. */
const keepEveryMs = 3_000;
const lookAtDiskEveryMs = 60_000;
/** Shopify retries a webhook for four hours; a week leaves room for a repeat by hand. */
const keepWebhooksMs = 7 * 24 * hourMs;

/**
 * Small regular work of the worker: at its start and then hourly rows of an earlier version are renewed, idle shops' tokens
 * refreshed and old webhook ids dropped; every few seconds credits are settled, work goes on whose daily cap was lifted,
 * and writes that nobody comes back to are looked at; every minute the disk is looked at.
 */
export function startUpkeep(deps: UpkeepDeps): { stop(): void } {
  const report = (error: unknown) => deps.logger.error({ error: describeError(error) }, "upkeep failed");
  const stopping = new AbortController();
  const reportUnlessStopped = (error: unknown) => (stopping.signal.aborted ? undefined : report(error));
  const run = () => {
    // Once it is through this reads one row; what stopped it is tried again in an hour.
    renewProducts(deps, stopping).catch(reportUnlessStopped);
    runUpkeep(deps).catch(report);
  };
  let keeping = false;
  const keep = () => {
    if (keeping) return;
    keeping = true;
    keepUp(deps)
      .catch(report)
      .finally(() => {
        keeping = false;
      });
  };
  const watchDisk = createDiskWatch(deps);
  const look = () => {
    try {
      watchDisk();
    } catch (error) {
      report(error);
    }
  };
  run();
  keep();
  look();
  const timers = [setInterval(run, hourMs), setInterval(keep, keepEveryMs), setInterval(look, lookAtDiskEveryMs)];
  return {
    stop() {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
    },
  };
}

async function keepUp(deps: UpkeepDeps): Promise<void> {
  await keepCredits(deps);
  await startWriteChecks(deps);
}

export async function runUpkeep({ db, clock, tokens }: Pick<UpkeepDeps, "db" | "clock" | "tokens">): Promise<void> {
  await tokens.refreshIdle();
  const before = clock.now() - keepWebhooksMs;
  await db.orm.delete(webhookEvents).where(lt(webhookEvents.receivedAt, before));
}
