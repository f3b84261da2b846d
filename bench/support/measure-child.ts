import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ChildFigures } from "./import-child.ts";

const child = fileURLToPath(new URL("import-child.ts", import.meta.url));

/** As the worker runs: on a machine with much memory V8 lets the young generation grow to hundreds of megabytes. */
const execArgv = ["--max-semi-space-size=8"];

/** In a process of its own, so that nothing else counts as its memory or blocks its loop. */
export async function measureChild(mode: "floor" | "import", ...args: string[]): Promise<ChildFigures> {
  const started = fork(child, [mode, ...args], { execArgv, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const exited = once(started, "exit");
  const [figures] = (await Promise.race([
    once(started, "message"),
    exited.then(([code]) => {
      throw new Error(`the measuring process ended with ${code}`);
    }),
  ])) as [ChildFigures];
  await exited;
  process.stderr.write(`${mode}: ${Math.round(figures.ms)} ms, ${Math.round(figures.maxRssMb)} MB\n`);
  return figures;
}
