import { globSync, statSync } from "node:fs";
import { run } from "./run.ts";

const output = "build/server/index.js";

/** Builds the pages unless the last build is newer than everything it is made of. @returns false when the build failed */
export async function buildWhenStale(say: (words: string) => void): Promise<boolean> {
  const sources = [...globSync("app/**/*.{ts,tsx,css}"), "vite.config.ts", "package-lock.json"];
  if (sources.every((file) => modifiedAt(file) < modifiedAt(output))) return true;
  say("Building the pages …");
  // Tests run with another NODE_ENV, under which React would be built for development.
  return (await run("remix", ["vite:build"], { quiet: true, env: { NODE_ENV: "production" } })) === 0;
}

function modifiedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
