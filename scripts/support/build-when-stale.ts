import { globSync, statSync } from "node:fs";
import { oneAtATime } from "./one-at-a-time.ts";
import { run } from "./run.ts";

const output = "build/server/index.js";

/**
 * Builds the pages unless the last build is newer than everything it is made of. Of two processes that want it at once the
 * second waits, and then finds it done. @returns false when the build failed
 */
export async function buildWhenStale(say: (words: string) => void): Promise<boolean> {
  if (!isStale()) return true;
  return oneAtATime("node_modules/.cache/shelfwright-build", async () => {
    if (!isStale()) return true;
    say("Building the pages …");
    // Tests run with another NODE_ENV, under which React would be built for development.
    return (await run("remix", ["vite:build"], { quiet: true, env: { NODE_ENV: "production" } })) === 0;
  });
}

function isStale(): boolean {
  const sources = [...globSync("app/**/*.{ts,tsx,css}"), "vite.config.ts", "package-lock.json"];
  return sources.some((file) => modifiedAt(file) >= modifiedAt(output));
}

function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
