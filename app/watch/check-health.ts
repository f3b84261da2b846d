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
export function checkHealth(deps: HealthDeps & { outcomes: OutcomeWindow }): Health {
  const now = deps.clock.now();
  const web = deps.vitals();
  const storage = attempt("storage", () => checkStorage(deps));
  const workers = (): { count: number; vitals: Vitals[] } => readWorkers(deps.db, { now });
  const checks = [
    storage,
    attempt("migrations", () => checkMigrations(deps)),
    attempt("workers", () => checkWorkers({ alive: workers().count, upMs: now - web.startedAt, storage })),
    attempt("queue", () => checkQueue(deps, storage)),
    attempt("outcomes", () => checkOutcomes(deps.outcomes.read())),
    attempt("providers", () => checkProviders(deps)),
    attempt("hidden_work", () => checkHiddenWork(deps)),
    attempt("event_loop", () => checkEventLoop({ web, workers: workers().vitals })),
    attempt("clock", () => checkClock(deps)),
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

function attempt(name: CheckName, check: () => Omit<Check, "name">): Check {
  try {
    return { name, ...check() };
  } catch {
    // Its reason may name a path; the storage check names the fault of the file.
    return { name, status: name === "storage" ? "fail" : "warn", detail: "The database could not be asked." };
  }
}
