import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { type Clock, steadyMs } from "../lib/clock.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import { type ClaimedItem, isSuspect } from "./claim-items.ts";
import { type Completion, completeItems, type Ending } from "./complete-items.ts";
import { cancelledAmong, extendLeases } from "./extend-leases.ts";
import type { OpenContext } from "./item-context.ts";
import { release } from "./judge-outcome.ts";
import { type RunDeps, runItem } from "./run-item.ts";
import { type AnyTask, JobCancelled, LeaseLost } from "./task.ts";

/** One item under way in this worker: it keeps its slot until its ending is written. */
interface Running {
  item: ClaimedItem;
  /** when its lease was last renewed, by the steady clock */
  renewedAt: number;
  controller: AbortController;
  context: OpenContext | null;
  ending: Ending | null;
}

/** Items completed in one transaction: under 10 ms. */
const completeBatch = 400;

export interface Slots {
  /** items under way */
  readonly size: number;
  ofShop(shop: string): number;
  runsSuspect(): boolean;
  begin(items: readonly ClaimedItem[]): void;
  /** Writes the endings that wait for it. @throws when the database cannot be written; they are kept for the next call */
  complete(): Promise<void>;
  /** Renews leases, writes progress, aborts what was cancelled or lost. @throws when the database cannot be written */
  beat(): Promise<void>;
  abortAll(reason: Error): void;
  /** Gives back what is still under way, with its attempt; whatever it does later is discarded. */
  releaseAll(): Promise<void>;
}

/**
 * The items a worker has under way.
 * @param onEnded called when an item's ending waits to be written
 */
export function createSlots(
  deps: { db: Db; clock: Clock; logger: Logger; random: () => number; leaseMs: number; patienceMs: number },
  options: { tasks: ReadonlyMap<string, AnyTask>; onEnded(): void },
): Slots {
  const { db, clock, logger, leaseMs } = deps;
  const running = new Set<Running>();
  const shops = new Map<string, number>();
  const ended: Running[] = [];
  const runDeps: RunDeps = { ...deps, payloads: new Map() };

  function begin(items: readonly ClaimedItem[]): void {
    for (const item of items) {
      const task = options.tasks.get(item.kind);
      if (!task) throw new Error(`no task does items of the kind ${item.kind}`);
      const entry = {
        item,
        renewedAt: steadyMs(clock),
        controller: new AbortController(),
        context: null,
        ending: null,
      };
      running.add(entry);
      shops.set(item.shop, (shops.get(item.shop) ?? 0) + 1);
      void work(entry, task);
    }
  }

  async function work(entry: Running, task: AnyTask): Promise<void> {
    const ending = await runItem(runDeps, {
      task,
      item: entry.item,
      signal: entry.controller.signal,
      opened: (context) => {
        entry.context = context;
      },
    });
    if (!running.has(entry)) return;
    if (ending === "lease lost") return discard(entry);
    entry.ending = ending;
    ended.push(entry);
    options.onEnded();
  }

  function discard(entry: Running): void {
    const { shop, jobId, seq: itemSeq, kind: jobKind } = entry.item;
    logger.warn({ shop, jobId, itemSeq, jobKind }, "an item's outcome was discarded: its lease was lost");
    leave(entry);
    options.onEnded();
  }

  function leave(entry: Running): void {
    if (!running.delete(entry)) return;
    const left = (shops.get(entry.item.shop) ?? 1) - 1;
    if (left > 0) shops.set(entry.item.shop, left);
    else shops.delete(entry.item.shop);
  }

  async function complete(): Promise<void> {
    for (let batches = 0; ended.length > 0; batches++) {
      if (batches > 0) await nextTurn();
      const batch = ended.slice(0, completeBatch);
      const written = await completeItems({ db, clock, logger }, batch.map(completionOf));
      ended.splice(0, batch.length);
      for (const [at, entry] of batch.entries()) {
        if (!running.has(entry)) continue;
        if (written[at]) leave(entry);
        else discard(entry);
      }
    }
  }

  function completionOf({ item, ending, context }: Running): Completion {
    if (ending === null) throw new Error("an item without an ending cannot be completed");
    const needs = options.tasks.get(item.kind)?.needs ?? [];
    return { lease: item, ending, progress: context?.takeProgress() ?? null, needs };
  }

  async function beat(): Promise<void> {
    const due = [...running].filter((entry) => steadyMs(clock) - entry.renewedAt > leaseMs / 3);
    const lost = new Set(await extendLeases({ db, clock }, { leases: due.map((entry) => entry.item), leaseMs }));
    for (const entry of due) {
      if (lost.has(entry.item)) entry.controller.abort(new LeaseLost());
      else entry.renewedAt = steadyMs(clock);
    }
    const jobIds = new Set([...running].map((entry) => entry.item.jobId));
    const cancelled = await db.do(cancelledAmong([...jobIds]));
    for (const entry of running) {
      if (cancelled.has(entry.item.jobId)) entry.controller.abort(new JobCancelled());
      await entry.context?.writeProgress();
    }
  }

  async function releaseAll(): Promise<void> {
    const rest = [...running];
    ended.length = 0;
    for (const entry of rest) leave(entry);
    if (rest.length === 0) return;
    const now = clock.now();
    try {
      await completeItems(
        { db, clock, logger },
        rest.map((entry) => completionOf({ ...entry, ending: entry.ending ?? release(now) })),
      );
    } catch (error) {
      logger.warn({ count: rest.length, error: describeError(error) }, "leases could not be released; they run out");
    }
  }

  return {
    get size() {
      return running.size;
    },
    ofShop: (shop) => shops.get(shop) ?? 0,
    runsSuspect: () => [...running].some((entry) => isSuspect(entry.item)),
    begin,
    complete,
    beat,
    abortAll(reason) {
      for (const { controller } of running) controller.abort(reason);
    },
    releaseAll,
  };
}
