import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Does something in one process of this machine at a time; others wait. @param file holds the number of the process that does it */
export async function oneAtATime<T>(file: string, act: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(file), { recursive: true });
  while (!takes(file)) await pause(100);
  try {
    return await act();
  } finally {
    rmSync(file, { force: true });
  }
}

function takes(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (!isAlive(file)) rmSync(file, { force: true });
    return false;
  }
}

/** Whoever was killed left the file behind. */
function isAlive(file: string): boolean {
  const holder = Number(readIfThere(file));
  // Just made, and its number not written yet.
  if (holder === 0) return true;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
