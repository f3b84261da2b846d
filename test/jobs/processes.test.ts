import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished, vi } from "vitest";
import type { SqliteDb } from "../../app/db/open.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { listJobItems, readJob } from "../../app/jobs/read-jobs.ts";
import { systemClock as clock } from "../../app/lib/clock.ts";
import { testDatabaseFile } from "../support/open-test-database.ts";
import { aTask, aWorker, gate, job, names, shopA, until } from "./support.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const script = fileURLToPath(new URL("./worker-process.ts", import.meta.url));

function setUp() {
  const { file, open } = testDatabaseFile();
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-worker-"));
  const children: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const child of children) await end(child);
    rmSync(folder, { recursive: true, force: true });
  });
  const db = open();
  return {
    db,
    folder,
    spawnWorker(leaseMs = 500): ChildProcess {
      const child = spawn(process.execPath, [script, file, folder, String(leaseMs)], { stdio: "ignore" });
      children.push(child);
      return child;
    },
    log: () => (existsSync(`${folder}/log`) ? readFileSync(`${folder}/log`, "utf8").trim().split("\n") : []),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGKILL");
  await exited;
}

/** Stops the process at a moment when it does not hold the write lock: a stopped holder would lock everybody out. */
async function stopOutsideTransaction(child: ChildProcess, db: SqliteDb): Promise<void> {
  for (;;) {
    child.kill("SIGSTOP");
    const state = () => execFileSync("ps", ["-o", "stat=", "-p", String(child.pid)], { encoding: "utf8" });
    await until(() => state().startsWith("T"), "the process is stopped");
    try {
      db.raw.exec("BEGIN IMMEDIATE; ROLLBACK");
      return;
    } catch {
      child.kill("SIGCONT");
    }
  }
}

async function isOver(db: SqliteDb, jobId: Awaited<ReturnType<typeof enqueueJob>>): Promise<boolean> {
  return (await readJob({ db }, { shop: shopA, jobId }))?.finishedAt != null;
}

it("an item whose worker was killed is claimed at once by another one of the same machine, long before its lease ends", async () => {
  const { db, spawnWorker, log } = setUp();
  const jobId = await enqueueJob({ db, clock }, job({ items: ["a", "b"], payload: { deed: "hang" } }));
  const child = spawnWorker(3_600_000);
  await until(() => log().length === 2, "the other process has the items");
  await end(child);
  const attempts: number[] = [];
  const task = aTask(async (context) => {
    attempts.push(context.attempt);
    return { outcome: "done" };
  });
  aWorker({ db, clock, leaseMs: 3_600_000, tasks: [task] }).start();
  await until(() => isOver(db, jobId), "the job is over");
  expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "completed", done: 2 });
  expect(attempts).toEqual([2, 2]);
  // Its own lock alone: what the dead one left is cleared away.
  expect(readdirSync(dirname(db.raw.name)).filter((name) => name.endsWith(".lock"))).toHaveLength(1);
  expect(db.raw.prepare("SELECT count(*) FROM workers").pluck().get()).toBe(1);
});

it("a process that is stopped lives: its item is not taken before its lease ends, and it ends the item itself", async () => {
  const { db, folder, spawnWorker, log } = setUp();
  const jobId = await enqueueJob({ db, clock }, job({ items: ["a"], payload: { deed: "guarded" } }));
  const child = spawnWorker(3_600_000);
  await until(() => log().length > 0, "the other process has the item");
  await stopOutsideTransaction(child, db);
  const robbed: unknown[] = [];
  const task = aTask(async (_context, _payload, item) => {
    robbed.push(item);
    return { outcome: "done" };
  });
  const mine = aWorker({ db, clock, leaseMs: 3_600_000, tasks: [task] });
  for (let looks = 0; looks < 3; looks++) await mine.tick();
  expect(robbed).toEqual([]);
  writeFileSync(`${folder}/go`, "");
  child.kill("SIGCONT");
  await until(() => isOver(db, jobId), "the job is over");
  const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
  expect(rows).toMatchObject([{ status: "done", attempts: 1 }]);
});

it("a process that was stopped while its lease ran out is refused by the guards and at settle", async () => {
  const { db, folder, spawnWorker, log } = setUp();
  const jobId = await enqueueJob({ db, clock }, job({ items: ["a"], payload: { deed: "guarded" } }));
  const child = spawnWorker();
  await until(() => log().length > 0, "the other process has the item");
  await stopOutsideTransaction(child, db);
  const mine = gate();
  const finish = gate();
  const task = aTask(async () => {
    mine.open();
    await finish.opened;
    return { outcome: "done", message: "by the second worker" };
  });
  aWorker({ db, clock, tasks: [task] }).start();
  await mine.opened;

  writeFileSync(`${folder}/go`, "");
  child.kill("SIGCONT");
  await until(() => log().some((line) => line.startsWith("end")), "the stopped process went on to its end");
  expect(log().slice(1, 3)).toEqual(["refused LeaseLost by assertStillWanted", "refused LeaseLost by assertLease"]);
  expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ done: 0, status: "processing" });

  finish.open();
  await until(() => isOver(db, jobId), "the job is over");
  const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
  expect(rows).toMatchObject([{ status: "done", attempts: 2, message: "by the second worker" }]);
  expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ done: 1, failed: 0, status: "completed" });
});

it("two processes share the work and never hold the same product at once", async () => {
  const { db, folder, spawnWorker, log } = setUp();
  for (const child of [spawnWorker(20_000), spawnWorker(20_000)])
    await until(() => existsSync(`${folder}/up-${child.pid}`), "both processes are up");
  const products = names(60);
  const jobIds = [
    await enqueueJob({ db, clock }, job({ items: products, payload: { deed: "quick" } })),
    await enqueueJob({ db, clock }, job({ items: products, payload: { deed: "quick" } })),
    await enqueueJob({ db, clock }, job({ items: [...products].reverse(), payload: { deed: "quick" } })),
  ];
  for (const jobId of jobIds) await until(() => isOver(db, jobId), "all jobs are over");
  for (const jobId of jobIds)
    expect(await readJob({ db }, { shop: shopA, jobId })).toMatchObject({ status: "completed", done: 60 });

  const held = new Set<string>();
  const pids = new Set<string>();
  for (const line of log()) {
    const [what, product = "", pid = ""] = line.split(" ");
    pids.add(pid);
    if (what === "start") {
      expect(held.has(product), `${product} is held once`).toBe(false);
      held.add(product);
    } else held.delete(product);
  }
  expect(log()).toHaveLength(2 * 3 * 60);
  expect(pids.size).toBe(2);
});

it("an item that kills its worker three times is failed, and its neighbours are done", async () => {
  const { db, spawnWorker } = setUp();
  const items = ["p1", "p2", "deadly", "p3", "p4", "p5"];
  const jobId = await enqueueJob({ db, clock }, job({ items, payload: { deed: "quick" } }));
  let deaths = 0;
  for (; deaths < 10 && !(await isOver(db, jobId)); deaths++) {
    const child = spawnWorker();
    const died = once(child, "exit");
    await Promise.race([died, until(() => isOver(db, jobId), "the job is over")]);
  }
  const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
  expect(rows.map((row) => [row.subject, row.status])).toEqual(
    items.map((subject) => [subject, subject === "deadly" ? "failed" : "done"]),
  );
  expect(rows[2]).toMatchObject({ code: "poison" });
  expect(deaths).toBe(4);
});

it("a worker told to stop gives its items back with their attempts", async () => {
  const { db, spawnWorker, log } = setUp();
  const jobId = await enqueueJob({ db, clock }, job({ items: ["a", "b"], payload: { deed: "hang" } }));
  const child = spawnWorker();
  await until(() => log().length === 2, "the other process has the items");
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  expect(await exited).toEqual([0, null]);
  const { rows } = await listJobItems({ db }, { shop: shopA, jobId });
  expect(rows).toMatchObject([
    { status: "queued", attempts: 0 },
    { status: "queued", attempts: 0 },
  ]);
});
