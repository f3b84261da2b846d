import type { Db } from "../db/open.ts";
import type { Clock } from "../lib/clock.ts";
import { type Check, type CheckName, type CheckStatus, checkNames } from "./check.ts";
import { checkClock } from "./checks/clock.ts";
import { checkEventLoop } from "./checks/event-loop.ts";
import { checkHiddenWork } from "./checks/hidden-work.ts";
import { checkMigrations } from "./checks/migrations.ts";
import { checkOutcomes } from "./checks/outcomes.ts";
import { checkProviders } from "./checks/providers.ts";
import { checkQueue } from "./checks/queue.ts";
import { checkStorage } from "./checks/storage.ts";
import { checkWorkers } from "./checks/workers.ts";
import type { OutcomeWindow } from "./outcome-window.ts";
import { readWorkers } from "./read-processes.ts";
import type { Vitals } from "./vitals.ts";
import type { WriteProbe } from "./write-probe.ts";

export interface Health {
  /** the worst of the checks */
  status: CheckStatus;
  checks: Check[];
}

/** What a question is asked for, and the checks that answer it with no. */
export const questions = {
  /** may a restart help? Only these: a full disk or an outage would make a supervisor restart for ever */
  live: ["workers", "queue", "event_loop"],
  /** can pages and webhooks be answered? */
  ready: ["storage", "migrations", "clock"],
  /** is work done as it should be? */
  work: checkNames,
} as const satisfies Record<string, readonly CheckName[]>;
export type Question = keyof typeof questions;

export interface HealthDeps {
  db: Db;
  clock: Clock;
  vitals: () => Vitals;
  writeProbe: WriteProbe;
  skewSeconds: () => number | null;
  hiddenKinds: ReadonlySet<string>;
  minFreeBytes: number;
}

/** Runs all checks. One that cannot read the database has that as its detail, and the others still answer. */
export async function checkHealth(deps: HealthDeps & { outcomes: OutcomeWindow }): Promise<Health> {
  const now = deps.clock.now();
  const web = deps.vitals();
  const workers = (): Promise<{ count: number; vitals: Vitals[] }> => deps.db.do(readWorkers({ now }));
  const storage = await attempt("storage", () => checkStorage(deps));
  const checks = [
    storage,
    await attempt("migrations", () => checkMigrations(deps)),
    await attempt("workers", async () => {
      const { count } = await workers();
      return checkWorkers({ alive: count, upMs: now - web.startedAt, storage });
    }),
    await attempt("queue", () => checkQueue(deps, storage)),
    await attempt("outcomes", async () => checkOutcomes(await deps.outcomes.read())),
    await attempt("providers", () => checkProviders(deps)),
    await attempt("hidden_work", () => checkHiddenWork(deps)),
    await attempt("event_loop", async () => checkEventLoop({ web, workers: (await workers()).vitals })),
    await attempt("clock", () => checkClock(deps)),
  ];
  return { status: worst(checks), checks };
}

/** @returns false when one of the checks that belong to the question fails */
export function isWell({ checks }: Health, question: Question): boolean {
  const asked: readonly CheckName[] = questions[question];
  return !checks.some(({ name, status }) => status === "fail" && asked.includes(name));
}

function worst(checks: readonly Check[]): CheckStatus {
  if (checks.some(({ status }) => status === "fail")) return "fail";
  return checks.some(({ status }) => status === "warn") ? "warn" : "ok";
}

async function attempt(name: CheckName, check: () => Promise<Omit<Check, "name">>): Promise<Check> {
  try {
    return { name, ...(await check()) };
  } catch {
    // Its reason may name a path; the storage check names the fault of the file.
    return { name, status: name === "storage" ? "fail" : "warn", detail: "The database could not be asked." };
  }
}
