import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { isStorageTrouble } from "../db/storage-trouble.ts";
import type { Clock } from "../lib/clock.ts";
import { newId } from "../lib/id.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import { claimItems } from "./claim-items.ts";
import { createAlarm } from "./create-alarm.ts";
import { createClockStepFinder } from "./find-clock-steps.ts";
import { findDeadWorkers, forgetWorkers } from "./find-dead-workers.ts";
import { defaultMaxAttempts, WorkerStopping } from "./judge-outcome.ts";
import { defaultPatienceMs } from "./judge-stall.ts";
import { endHeartbeat, heartbeatMs, keepHeartbeat } from "./keep-heartbeat.ts";
import { recoverItems } from "./recover-items.ts";
import { createSlots } from "./run-slots.ts";
import type { AnyTask } from "./task.ts";
import { tidyJobs } from "./tidy-jobs.ts";
import { holdWorkerLock, type WorkerLock } from "./worker-lock.ts";

export interface WorkerOptions {
  db: Db;
  clock: Clock;
  logger: Logger;
  tasks: readonly AnyTask[];
  /** items worked on at once */
  slots: number;
  /** how long an item is held without a heartbeat; renewed while the worker lives */
  leaseMs: number;
  /** how long a provider may be away before work that waits for it is given up; default a day */
  patienceMs?: number;
  /** how this process is: kept with its heartbeat for whoever reads the metrics */
  vitals?: () => unknown;
  /** 0 ≤ n < 1, for jitter */
  random?: () => number;
  /** items of one shop at once over all workers; default: what its people set */
  perShopSlots?: (shop: string) => number;
}

export interface Worker {
  start(): void;
  /**
   * No new claims; what is under way may finish for most of `drainMs` (default 10,000), is then aborted, and is given back
   * with its attempt when the time is over.
   */
  stop(options?: { drainMs?: number }): Promise<void>;
  /**
   * One round, for tests: takes back what dead workers held, claims once, waits until that is completed.
   * @returns how many items it claimed
   */
  tick(): Promise<number>;
}

/** Items claimed in one transaction: under 10 ms. */
const claimBatch = 400;
const shortestIdleMs = 20;
const longestIdleMs = 250;
const recoverEveryMs = 1_000;
const tidyEveryMs = 5_000;
const longestTroubleMs = 5_000;

/** A worker: claims items of its kinds, does them, completes them. Several may share a database. */
export function createWorker(options: WorkerOptions): Worker {
  const { db, clock, logger, leaseMs, random = Math.random, patienceMs = defaultPatienceMs } = options;
  const tasks = new Map(options.tasks.map((task) => [task.kind, task]));
  const kinds = new Map(options.tasks.map((task) => [task.kind, task.exclusiveGroup ?? null]));
  const needs = new Map(options.tasks.map((task) => [task.kind, task.needs ?? []]));
  const self = { id: newId("worker", clock.now()), startedAt: clock.now() };
  const reserve = options.slots < 2 ? 0 : Math.max(1, Math.floor(options.slots / 4));
  const beatEveryMs = Math.min(500, leaseMs / 4);
  const lastServed = new Map<string, number>();
  const alarm = createAlarm();
  const slots = createSlots({ db, clock, logger, random, leaseMs, patienceMs }, { tasks, onEnded: alarm.ring });
  let turn = 0;
  let stopping = false;
  let troubleMs = 0;
  let loop: Promise<void> | null = null;
  const due = createDueTimes();
  const clockSteps = createClockStepFinder({ db, clock, logger, leaseMs });
  let lock: WorkerLock | null = null;

  /** In this order: whoever sees the row can tell by the lock whether this worker lives. */
  async function showLife(): Promise<void> {
    await keepHeartbeat({ db, clock }, { ...self, vitals: options.vitals?.() });
    lock ??= holdWorkerLock(db, self.id);
  }

  async function recover(): Promise<void> {
    const dead = await findDeadWorkers({ db }, { self: self.id });
    const maxAttempts = (kind: string) => tasks.get(kind)?.maxAttempts ?? defaultMaxAttempts;
    const recovered = await recoverItems({ db, clock, random, logger }, maxAttempts, dead);
    await forgetWorkers({ db }, dead);
    const count = recovered.requeued + recovered.failed;
    if (count > 0) logger.warn({ count }, "items of a worker that died were taken back");
  }

  async function claim(): Promise<number> {
    const items = await claimItems(
      { db, clock },
      {
        worker: self.id,
        kinds,
        needs,
        patienceMs,
        limit: Math.min(claimBatch, options.slots - slots.size),
        free: options.slots - slots.size,
        leaseMs,
        reserve,
        mine: slots.ofShop,
        perShopSlots: options.perShopSlots,
        runsSuspect: slots.runsSuspect(),
        lastServed: (shop) => lastServed.get(shop) ?? 0,
      },
    );
    for (const { shop } of items) lastServed.set(shop, ++turn);
    slots.begin(items);
    return items.length;
  }

  /** Storage trouble and bugs alike: the worker waits and continues, with everything it holds. */
  async function guarded<T>(step: () => T | Promise<T>): Promise<T | undefined> {
    try {
      const result = await step();
      if (troubleMs > 0) logger.info({}, "the database can be written again");
      troubleMs = 0;
      return result;
    } catch (error) {
      if (!isStorageTrouble(error)) logger.error({ error: describeError(error) }, "the worker met an error");
      else if (troubleMs === 0) logger.warn({ error: describeError(error) }, "the database cannot be written; waiting");
      troubleMs = Math.min(longestTroubleMs, Math.max(200, troubleMs * 2));
      return undefined;
    }
  }

  async function work(): Promise<void> {
    let idleMs = shortestIdleMs;
    while (!stopping || slots.size > 0) {
      const claimed = await guarded(round);
      idleMs = claimed ? shortestIdleMs : Math.min(longestIdleMs, idleMs * 2);
      if (troubleMs > 0) await alarm.sleepThrough(troubleMs);
      else await alarm.sleep(claimed && !stopping && slots.size < options.slots ? 0 : Math.min(idleMs, beatEveryMs));
    }
  }

  async function round(): Promise<number> {
    await clockSteps.check();
    await slots.complete();
    if (slots.size > 0 && due.is("beat", beatEveryMs)) await slots.beat();
    if (stopping) return 0;
    if (due.is("heartbeat", heartbeatMs)) await showLife();
    if (due.is("recover", recoverEveryMs)) await recover();
    if (due.is("tidy", tidyEveryMs)) await tidyJobs({ db, clock, logger });
    // Settling and claiming are up to 10 ms each: others may have the thread, and the file, between them.
    await nextTurn();
    return stopping ? 0 : claim();
  }

  async function drained(ms: number): Promise<boolean> {
    const until = performance.now() + ms;
    while (slots.size > 0 && performance.now() < until) await pause(Math.min(10, ms));
    return slots.size === 0;
  }

  return {
    start() {
      loop ??= work();
    },
    async stop({ drainMs = 10_000 } = {}) {
      stopping = true;
      alarm.ring();
      // The last fifth is for tasks that save where they are when they are aborted.
      if (!(await drained(drainMs * 0.8))) {
        slots.abortAll(new WorkerStopping());
        if (!(await drained(drainMs * 0.2))) await slots.releaseAll();
      }
      alarm.ring();
      await loop;
      await guarded(() => endHeartbeat({ db }, self));
      lock?.release();
      lock = null;
    },
    async tick() {
      await clockSteps.check();
      if (lock === null) await showLife();
      await recover();
      await tidyJobs({ db, clock });
      const claimed = await claim();
      while (slots.size > 0) {
        await alarm.sleep(beatEveryMs);
        await clockSteps.check();
        await slots.complete();
        if (slots.size > 0 && due.is("beat", beatEveryMs)) await slots.beat();
      }
      return claimed;
    },
  };
}

/** When each kind of regular work was last done, by a clock that nobody sets. */
function createDueTimes(): { is(name: string, everyMs: number): boolean } {
  const doneAt = new Map<string, number>();
  return {
    is(name, everyMs) {
      const now = performance.now();
      if (now - (doneAt.get(name) ?? Number.NEGATIVE_INFINITY) < everyMs) return false;
      doneAt.set(name, now);
      return true;
    },
  };
}
