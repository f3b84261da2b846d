import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase, type SqliteDb } from "../../app/db/open.ts";
import { readJob } from "../../app/jobs/read-jobs.ts";
import type { JobId, ShopDomain } from "../../app/lib/brand.ts";
import { type Clock, systemClock } from "../../app/lib/clock.ts";
import { sandboxApp, sandboxShops } from "../../sandbox/defaults.ts";
import { openAppAsMerchant } from "../../sandbox/open-app-as-merchant.ts";
import { type RunningApp, runApp } from "../../sandbox/run-app.ts";
import { type Sandbox, type SandboxShop, startSandbox } from "../../sandbox/start.ts";

/** The whole system of one test: sandbox in this process, web and worker in their own, a database file between them. */
export interface Shelfwright {
  sandbox: Sandbox;
  app: RunningApp;
  db: SqliteDb;
  clock: Clock;
  log: string[];
  install(shop: ShopDomain): Promise<void>;
  /** @returns the job's status once it has ended */
  finish(shop: ShopDomain, jobId: JobId): Promise<string>;
  stop(): Promise<void>;
}

export async function startShelfwright(
  options: {
    shops?: SandboxShop[];
    env?: Record<string, string>;
    seed?: number;
    /** makes the database that the app finds when it starts */
    prepare?: (file: string) => Promise<void>;
  } = {},
): Promise<Shelfwright> {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-system-"));
  const file = join(folder, "system.sqlite");
  await options.prepare?.(file);
  const description = sandboxApp();
  const log: string[] = [];
  const sandbox = await startSandbox({
    app: description,
    shops: options.shops ?? sandboxShops,
    ports: { admin: 0, store: 0, model: 0 },
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });
  const app = await runApp({
    sandbox,
    app: description,
    databaseFile: file,
    env: options.env ?? {},
    log: (line) => log.push(line),
  });
  const db = openDatabase({ file, tenantGuard: true });
  return {
    sandbox,
    app,
    db,
    clock: systemClock,
    log,
    install: (shop) => openAppAsMerchant(sandbox, shop),
    async finish(shop, jobId) {
      const ended = await until(`the end of job ${jobId}`, async () => {
        const job = await readJob({ db }, { shop, jobId });
        return job?.finishedAt ? job : undefined;
      });
      return ended.status;
    },
    async stop() {
      await app.stop();
      db.close();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks again and again, every 10 ms, until there is an answer. @throws after `limitMs`, saying what was waited for */
export async function until<T>(
  what: string,
  ask: () => T | undefined | Promise<T | undefined>,
  limitMs = 300_000,
): Promise<T> {
  const givenUpAt = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > givenUpAt) throw new Error(`waited ${limitMs / 1_000} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
