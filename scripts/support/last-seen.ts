import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = "test-results/last-seen";

/** Keeps what a page said when a test of it failed. */
export function keepLastSeen(test: string, words: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(test), words.replace(/\s+/g, " ").slice(0, 2_000));
}

/** @returns one line; empty where nothing was kept */
export function readLastSeen(test: string): string {
  try {
    return readFileSync(fileOf(test), "utf8");
  } catch {
    return "";
  }
}

export function slugOf(test: string): string {
  return test.replace(/\W+/g, "-").slice(-60);
}

function fileOf(test: string): string {
  return join(folder, `${slugOf(test)}.txt`);
}
