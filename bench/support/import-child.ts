import { createReadStream, readFileSync } from "node:fs";
import { type Db, openDatabase } from "../../app/db/open.ts";
import { importFile } from "./import-file.ts";

/** What a process of its own measured, sent to its parent. */
export interface ChildFigures {
  ms: number;
  /** of all its threads: what other work on the machine hardly changes */
  cpuMs: number;
  products: number;
  maxRssMb: number;
  maxLoopBlockMs: number;
}

const [mode, file = "", database = "", lines = "0"] = process.argv.slice(2);
// Opening and closing the file are no part of an import.
const db = mode === "import" ? openDatabase({ file: database, busyTimeoutMs: 1_000, checkpoints: "thread" }) : null;
const block = watchLoop();
const startedAt = performance.now();
const cpuBefore = process.cpuUsage();
const products = db ? await importAll(db) : await readAndParse(file);
const cpu = process.cpuUsage(cpuBefore);
const figures: ChildFigures = {
  ms: performance.now() - startedAt,
  cpuMs: (cpu.user + cpu.system) / 1_000,
  products,
  maxRssMb: peakRssMb(),
  maxLoopBlockMs: block.stop(),
};
db?.close();
process.send?.(figures);

async function importAll(into: Db): Promise<number> {
  const { added, changed, unchanged } = await importFile(into, file, Number(lines));
  return added + changed + unchanged;
}

/** The floor: the same file, read and parsed, nothing else. */
async function readAndParse(path: string): Promise<number> {
  let count = 0;
  let rest = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8", highWaterMark: 256 * 1_024 })) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const value = JSON.parse(part) as { __parentId?: string };
      if (value.__parentId === undefined) count++;
    }
  }
  return count;
}

/** The peak of this process alone: `resourceUsage().maxRSS` starts at what the parent held when it forked. Linux only. */
function peakRssMb(): number {
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync("/proc/self/status", "utf8"));
  if (!peak) throw new Error("this system does not tell a process's peak memory");
  return Number(peak[1]) / 1_024;
}

/** The longest time the event loop could not run a timer that was due. */
function watchLoop(): { stop(): number } {
  const everyMs = 5;
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - everyMs);
    last = now;
  }, everyMs);
  return {
    stop() {
      longest = Math.max(longest, performance.now() - last - everyMs);
      clearInterval(timer);
      return longest;
    },
  };
}
