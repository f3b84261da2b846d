import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parsePlan, sandboxApp, shopsOn } from "../sandbox/defaults.ts";
import { parseFaultFlag } from "../sandbox/parse-fault-flag.ts";
import { runApp } from "../sandbox/run-app.ts";
import { startSandbox } from "../sandbox/start.ts";
import { buildWhenStale } from "./support/build-when-stale.ts";
import { runMainJob } from "./support/run-main-job.ts";

const help = `npm run demo [-- options]
  --once            do the main job without a browser, then stop
  --json            with --once: print one line of JSON
  --plan NAME       the shops' Shopify plan: standard, advanced, plus (default) or enterprise; it bounds how fast texts go live
  --faults LIST     outages on purpose, e.g. store:http_500=0.1,model:http_429=0.2
  --port N          the admin's port (default 3400; app, store and model take the next three, or any free ones)
  --log             show the app's log`;

const { values: flags } = parseArgs({
  options: {
    once: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    plan: { type: "string", default: "plus" },
    faults: { type: "string", default: "" },
    port: { type: "string", default: "3400" },
    log: { type: "boolean", default: false },
    dev: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (flags.help) {
  console.log(help);
  process.exit(0);
}

const say = (words: string) => process.stderr.write(`${words}\n`);

/** Builds, starts everything, and stays until Ctrl-C; with --once does the main job and ends. @returns the exit code */
async function demo(): Promise<number> {
  const faults = parseFaultFlag(flags.faults);
  const shops = shopsOn(parsePlan(flags.plan));
  if (!flags.dev && !(await buildWhenStale(say))) return 1;
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-demo-"));
  const app = sandboxApp();
  const first = Number(flags.port);
  const ports = flags.once ? {} : { admin: first, store: first + 2, model: first + 3 };
  const sandbox = await startSandbox({ app, shops, ports, faults });
  const stopped = Promise.withResolvers<string>();
  process.once("SIGINT", () => stopped.resolve("")).once("SIGTERM", () => stopped.resolve(""));
  try {
    const running = await runApp({
      sandbox,
      app,
      databaseFile: join(folder, "demo.sqlite"),
      port: flags.once ? 0 : first + 1,
      dev: flags.dev,
      ...(flags.log || flags.dev ? { log: say } : {}),
    });
    const died = running.died.then((reason) => `Shelfwright stopped: ${reason}. Run again with --log to see why.`);
    try {
      if (flags.once) return await once(sandbox, join(folder, "demo.sqlite"));
      console.log(`\n  Shelfwright runs in a sandbox store. Open\n\n    ${sandbox.adminUrl}\n\n  Ctrl-C stops it.\n`);
      const reason = await Promise.race([stopped.promise, died]);
      say(reason || "Stopping …");
      return reason ? 1 : 0;
    } finally {
      await running.stop();
    }
  } finally {
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function once(sandbox: Awaited<ReturnType<typeof startSandbox>>, databaseFile: string): Promise<number> {
  const { held, report } = await runMainJob({ sandbox, databaseFile, shop: "demo.myshopify.com", say });
  if (flags.json) console.log(JSON.stringify(report));
  else console.table(report);
  return held ? 0 : 1;
}

try {
  process.exitCode = await demo();
} catch (error) {
  say(error instanceof Error ? error.message : "the demo stopped for an unknown reason");
  process.exitCode = 1;
}
