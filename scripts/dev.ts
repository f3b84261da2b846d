import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { storeEnvironment } from "./support/store-environment.ts";

/**
 * `npm run dev`: the demo with pages served from source with hot reload, and the app's log on screen. With `--store` the app
 * alone, for a real development store: settings from `.env`, or from `shopify app dev`, which calls this.
 */
if (process.argv.includes("--store")) {
  const envFile = existsSync(".env") ? ["--env-file=.env"] : [];
  const child = spawn(process.execPath, [...envFile, "app/start.ts", "--dev"], {
    env: { ...process.env, ...storeEnvironment(process.env) },
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  child.once("exit", (code) => process.exit(code ?? 1));
} else {
  process.argv.push("--dev");
  await import("./demo.ts");
}
