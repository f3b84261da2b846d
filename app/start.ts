import { type ChildProcess, fork } from "node:child_process";
import { ConfigError, readConfig } from "./config.ts";

/**
 * An import streams gigabytes through short-lived objects; V8's young generation would grow to hundreds of MB. With 8 MB
 * the peak of an import of 100,000 products is 270 MB instead of 450, at the same speed. `npm run worker` sets the same.
 */
const workerFlags = ["--max-semi-space-size=8"];

/**
 * Web and worker together, each in a process of its own: better-sqlite3 is synchronous, and an import of 100,000 products
 * must not stop a page from answering. When one of them dies both stop, so that a supervisor starts the pair anew.
 */
function main(): void {
  try {
    readConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  const arguments_ = process.argv.slice(2);
  const children = [
    fork(new URL("server.ts", import.meta.url), arguments_),
    fork(new URL("worker.ts", import.meta.url), arguments_, { execArgv: [...process.execArgv, ...workerFlags] }),
  ];
  let stopping = false;
  let exitCode = 0;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    for (const child of children) if (isRunning(child)) child.kill("SIGTERM");
  };
  for (const child of children) {
    child.on("exit", (code) => {
      if (!stopping) exitCode = code ?? 1;
      stop();
      if (!children.some(isRunning)) process.exit(exitCode);
    });
  }
  process.on("SIGTERM", stop).on("SIGINT", stop);
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

main();
