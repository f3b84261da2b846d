import { onTestFinished } from "vitest";
import { z } from "zod";
import type { Db } from "../../app/db/open.ts";
import type { ClaimRequest } from "../../app/jobs/claim-items.ts";
import { createWorker, type Worker, type WorkerOptions } from "../../app/jobs/create-worker.ts";
import type { NewJob } from "../../app/jobs/enqueue-job.ts";
import type { AnyTask, ItemContext, ItemOutcome, JobDefinition } from "../../app/jobs/task.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import type { Clock } from "../../app/lib/clock.ts";
import type { LogFields, Logger } from "../../app/lib/logger.ts";
import { defineTask } from "../../app/tasks/define-task.ts";

export const shopA = shopDomainSchema.parse("a.myshopify.com");
export const shopB = shopDomainSchema.parse("b.myshopify.com");

export interface TestClock extends Clock {
  /** time passes */
  advance(ms: number): void;
  /** somebody sets the clock to another time */
  step(ms: number): void;
}

export function testClock(start = 1_800_000_000_000): TestClock {
  let now = start;
  let steady = 5_000;
  return {
    now: () => now,
    steadyMs: () => steady,
    advance: (ms) => {
      now += ms;
      steady += ms;
    },
    step: (ms) => {
      now += ms;
    },
  };
}

/** A logger that keeps its lines. */
export function keepingLogger(): Logger & { lines: { level: string; fields: LogFields; message: string }[] } {
  const lines: { level: string; fields: LogFields; message: string }[] = [];
  const at = (level: string) => (fields: LogFields, message: string) => {
    lines.push({ level, fields, message });
  };
  return { lines, info: at("info"), warn: at("warn"), error: at("error"), debug: at("debug") };
}

/** A kind of job by its name, whose payloads may be anything. */
export function anyJob(kind: string): JobDefinition<unknown, unknown> {
  return { kind, payload: z.unknown(), item: z.unknown() };
}

export function aTask(
  run: (context: ItemContext, payload: unknown, item: unknown) => Promise<ItemOutcome>,
  rest: Partial<JobDefinition<unknown, unknown>> = {},
): AnyTask {
  return defineTask({ ...anyJob("test"), ...rest }, run);
}

/** A job of the kind "test" whose items are named by their subjects, which are their payloads too. */
export function job(input: Omit<Partial<NewJob>, "items" | "job"> & { items: string[]; kind?: string }): NewJob {
  const { items, kind = "test", ...rest } = input;
  return {
    job: anyJob(kind),
    shop: shopA,
    title: "A test",
    payload: {},
    priority: 1,
    ...rest,
    items: items.map((subject) => ({ subject, payload: subject })),
  };
}

export function names(count: number, prefix = "p"): string[] {
  return Array.from({ length: count }, (_, n) => `${prefix}${n}`);
}

/** A worker that is stopped when the test ends. Its `random` is 0.5, so that waits are known. */
export function aWorker(options: Partial<WorkerOptions> & { db: Db; clock: Clock; tasks: AnyTask[] }): Worker {
  const worker = createWorker({
    logger: keepingLogger(),
    slots: 8,
    leaseMs: 30_000,
    random: () => 0.5,
    perShopSlots: () => 1_000,
    ...options,
  });
  onTestFinished(() => worker.stop({ drainMs: 0 }));
  return worker;
}

/** Waits until it is so. @throws after 25 s: long, because the machine may be busy with other tests */
export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + 25_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** A promise that a test resolves itself. */
export function gate<T = void>(): { opened: Promise<T>; open(value: T): void } {
  return (({ promise, resolve }) => ({ opened: promise, open: resolve }))(Promise.withResolvers<T>());
}

/** Rejects when the signal is aborted, as fetch does. */
export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** A claim by a worker that does items of the kind "test" and has nothing else under way. */
export function aClaim(rest: Partial<ClaimRequest> = {}): ClaimRequest {
  const limit = rest.limit ?? 10;
  return {
    worker: "worker_test",
    kinds: new Map([["test", null]]),
    needs: new Map(),
    patienceMs: 24 * 3_600_000,
    limit,
    free: limit,
    leaseMs: 30_000,
    reserve: 0,
    mine: () => 0,
    perShopSlots: () => 1_000,
    runsSuspect: false,
    lastServed: () => 0,
    ...rest,
  };
}

export function subjects(items: readonly { subject: string }[]): string[] {
  return items.map((item) => item.subject);
}
