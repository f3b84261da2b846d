import { engine } from "./engine.ts";
import type { Db } from "./open.ts";
import { isStorageTrouble } from "./storage-trouble.ts";

/** Longer than any transaction of ours, short enough to be waited for by a page. */
const patienceMs = 50;

/** Takes the right to write and gives it back. @returns `locked` while somebody else has it, `refused` when the file cannot be written */
export async function probeWrite(db: Db): Promise<"ok" | "locked" | "refused"> {
  const { raw } = db[engine];
  const usualMs = Number(raw.pragma("busy_timeout", { simple: true }));
  raw.pragma(`busy_timeout = ${patienceMs}`);
  try {
    raw.exec("BEGIN IMMEDIATE");
    raw.exec("ROLLBACK");
    return "ok";
  } catch (error) {
    if (!isStorageTrouble(error)) throw error;
    return isBusy(error) ? "locked" : "refused";
  } finally {
    raw.pragma(`busy_timeout = ${usualMs}`);
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}
