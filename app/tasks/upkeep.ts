import { lt } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { webhookEvents } from "../db/schema/index.ts";
import type { Clock } from "../lib/clock.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import type { Tokens } from "../shopify/tokens.ts";

export interface UpkeepDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  tokens: Tokens;
}

const hourMs = 3_600_000;
/** Shopify retries a webhook for four hours; a week leaves room for a repeat by hand. */
const keepWebhooksMs = 7 * 24 * hourMs;

/** Small regular work of the worker, at its start and then hourly: idle shops' tokens refreshed, old webhook ids dropped. */
export function startUpkeep(deps: UpkeepDeps): { stop(): void } {
  const run = () => {
    runUpkeep(deps).catch((error: unknown) => deps.logger.error({ error: describeError(error) }, "upkeep failed"));
  };
  run();
  const timer = setInterval(run, hourMs);
  return { stop: () => clearInterval(timer) };
}

export async function runUpkeep({ db, clock, tokens }: UpkeepDeps): Promise<void> {
  await tokens.refreshIdle();
  const before = clock.now() - keepWebhooksMs;
  await db.orm.delete(webhookEvents).where(lt(webhookEvents.receivedAt, before));
}
