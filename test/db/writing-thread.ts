import { Worker } from "node:worker_threads";
import { onTestFinished } from "vitest";
import { until } from "../jobs/support.ts";

/** Another connection that commits small changes to a database, one after the other. */
export interface WritingThread {
  commits(): number;
  /** false when it has made all its commits */
  goesOn(): boolean;
}

const program = `
const { workerData } = require("node:worker_threads");
const Database = require("better-sqlite3");
const count = new Int32Array(workerData.shared);
const db = new Database(workerData.file, { timeout: 10_000 });
db.pragma("synchronous = OFF");
db.exec("CREATE TABLE IF NOT EXISTS noise (n INTEGER PRIMARY KEY, words TEXT)");
const write = db.prepare("INSERT INTO noise (words) VALUES (?)");
while (Atomics.load(count, 0) < workerData.most && Atomics.load(count, 1) === 0) {
  write.run("x".repeat(200));
  Atomics.add(count, 0, 1);
}
db.close();
`;

/** Starts it, and waits for its first commit. @param most how many commits it makes at most */
export async function startWriting(file: string, most: number): Promise<WritingThread> {
  const shared = new SharedArrayBuffer(8);
  const count = new Int32Array(shared);
  const thread = new Worker(program, { eval: true, workerData: { file, most, shared } });
  const ended = new Promise((resolve) => thread.once("exit", resolve));
  onTestFinished(async () => {
    Atomics.store(count, 1, 1);
    await ended;
  });
  const commits = () => Atomics.load(count, 0);
  await until(() => commits() > 0, "the thread writes");
  return { commits, goesOn: () => commits() < most };
}
