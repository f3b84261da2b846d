import { availableParallelism } from "node:os";
import { MessageChannel } from "node:worker_threads";
import { Piscina } from "piscina";
import { createFairQueue } from "./fair-queue.ts";

/** What a run in a thread came to: its result, or nothing, since it took longer than it may and its thread was ended. */
export type ThreadResult<T> = { outcome: "done"; result: T } | { outcome: "too_long" };

/**
 * Runs a function that the thread's file exports.
 * @param input copied to the thread (structured clone)
 */
export type RunInThread = <T>(name: string, input: unknown) => Promise<ThreadResult<T>>;

export interface ThreadPool {
  /**
   * Waits for a turn and lets the work use a thread until it ends.
   * @param key whose work it is: one key never takes all threads
   * @returns what the work returns; `false` at once when too much of this key waits already
   */
  enter<T>(key: string, work: (run: RunInThread) => Promise<T>): Promise<T> | false;
  close(): Promise<void>;
}

export interface ThreadPoolOptions {
  /** the file that the threads run; each function takes an input with `started`, a port to post to once it begins */
  file: URL;
  /** how long the runs of one turn may take together, in ms; a thread that comes up first is no part of it */
  budgetMs: number;
}

/** A thread that nobody needs ends; the next one takes half a second to come up. */
const idleMs = 60_000;
const waitingPerKey = 20;
/** What no text needs: a thread that wants more is ended, not the process. */
const mostMegabytes = 256;

/** Threads for work that would hold the event loop. None is started before the first run. */
export function createThreadPool({ file, budgetMs }: ThreadPoolOptions): ThreadPool {
  const threads = Math.max(2, Math.min(4, availableParallelism()));
  const queue = createFairQueue({ places: threads, placesPerKey: Math.ceil(threads / 2), waitingPerKey });
  const pool = new Piscina({
    filename: file.href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  return {
    enter: (key, work) =>
      queue.run(key, () => {
        let leftMs = budgetMs;
        return work(async <T>(name: string, input: unknown) => {
          const { usedMs, ...result } = await withinBudget<T>(pool, name, input, leftMs);
          leftMs = Math.max(0, leftMs - usedMs);
          return result;
        });
      }),
    close: () => pool.destroy(),
  };
}

async function withinBudget<T>(
  pool: Piscina,
  name: string,
  input: unknown,
  budgetMs: number,
): Promise<ThreadResult<T> & { usedMs: number }> {
  const { port1: here, port2: started } = new MessageChannel();
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let began = performance.now();
  here.once("message", () => {
    began = performance.now();
    timer = setTimeout(() => abort.abort(), budgetMs);
  });
  try {
    const task = { started, input };
    const result: T = await pool.run(task, { name, transferList: [started], signal: abort.signal });
    return { outcome: "done", result, usedMs: performance.now() - began };
  } catch (error) {
    const isOutOfMemory = error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
    if (abort.signal.aborted || isOutOfMemory) return { outcome: "too_long", usedMs: budgetMs };
    throw error;
  } finally {
    clearTimeout(timer);
    here.close();
  }
}
