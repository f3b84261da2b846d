import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** where the statements of this run are kept; absent where nobody looks at them */
    statementsFolder?: string;
  }
}

const seen = new Set<string>();

/** Keeps a statement that the app runs under test, for the look at all of them when the run ends. */
export function recordStatement(sql: string): void {
  if (seen.has(sql)) return;
  seen.add(sql);
  const folder = inject("statementsFolder");
  if (folder) appendFileSync(join(folder, `${process.pid}-${threadId}.jsonl`), `${JSON.stringify(sql)}\n`);
}
