import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import type { Readable } from "node:stream";
import type { Sandbox, SandboxApp } from "./start.ts";

/** The app's web and worker processes, running against a sandbox as they would against Shopify and OpenAI. */
export interface RunningApp {
  url: string;
  web: ChildProcess;
  worker: ChildProcess;
  /** a new worker in place of one that was killed */
  startWorker(): Promise<ChildProcess>;
  /** resolves with the code of the first process that ends by itself */
  died: Promise<string>;
  stop(): Promise<void>;
}

export interface RunAppOptions {
  sandbox: Sandbox;
  app: SandboxApp;
  databaseFile: string;
  /** 0 or none = any free one */
  port?: number | undefined;
  env?: Record<string, string>;
  dev?: boolean;
  /** where the processes' logs go; default: nowhere */
  log?: (line: string) => void;
}

/** A key for the sandbox only: its data does not outlive the run. */
export const sandboxKey = Buffer.alloc(32, "shelfwright sandbox").toString("base64");

/** What the sandbox's models would cost, in US dollars per million tokens: nobody pays it. */
const sandboxPrices = {
  "shelf-small": { input: 0.25, cached: 0.025, output: 2 },
  "shelf-large": { input: 1.25, cached: 0.125, output: 10 },
  "shelf-examiner": { input: 0.05, cached: 0.005, output: 0.4 },
};

/** Starts web and worker. @throws when one of them does not come up, with its output */
export async function runApp(options: RunAppOptions): Promise<RunningApp> {
  const { sandbox, app } = options;
  const port = await freePort(options.port ?? 0);
  const url = `http://localhost:${port}`;
  sandbox.setAppUrl(url);
  const env = {
    PATH: process.env.PATH ?? "",
    HOME: process.env.HOME ?? "",
    SANDBOX_STORE_PORT: String(sandbox.storePort),
    SHOPIFY_API_KEY: app.apiKey,
    SHOPIFY_API_SECRET: app.apiSecret,
    SHOPIFY_APP_URL: url,
    SCOPES: app.scopes.join(","),
    SHOPIFY_ADMIN_ORIGIN: sandbox.adminUrl,
    APP_BRIDGE_URL: `${sandbox.adminUrl}/app-bridge.js`,
    OPENAI_BASE_URL: `${sandbox.modelUrl}/v1`,
    OPENAI_API_KEY: "sandbox",
    PRIVATE_ORIGINS_ALLOWED: sandbox.modelUrl,
    IMAGE_ORIGINS: sandbox.storeUrl,
    MODEL_V1: "shelf-small",
    MODEL_V2: "shelf-large",
    MODEL_PRICES: JSON.stringify(sandboxPrices),
    ENCRYPTION_KEYS: sandboxKey,
    DATABASE_FILE: options.databaseFile,
    PORT: String(port),
    LOG_LEVEL: "warn",
    ...options.env,
  };
  const args = options.dev ? ["--dev"] : [];
  const start = (name: string) => startProcess(name, { env, args, log: options.log ?? (() => {}) });
  const web = await start("server");
  let worker = await start("worker");
  let stopping = false;
  const { promise: died, resolve: reportDeath } = Promise.withResolvers<string>();
  const watch = (name: string, child: ChildProcess) =>
    child.once("exit", (code, signal) => {
      if (!stopping) reportDeath(`the ${name} process ended (${signal ?? code})`);
    });
  watch("web", web);
  watch("worker", worker);
  return {
    url,
    web,
    get worker() {
      return worker;
    },
    async startWorker() {
      worker = await start("worker");
      watch("worker", worker);
      return worker;
    },
    died,
    async stop() {
      stopping = true;
      await Promise.all([web, worker].map(stopProcess));
    },
  };
}

interface ProcessOptions {
  env: Record<string, string>;
  args: string[];
  log: (line: string) => void;
}

const preload = new URL("./preload.ts", import.meta.url).href;

async function startProcess(name: string, { env, args, log }: ProcessOptions): Promise<ChildProcess> {
  const child = fork(new URL(`../app/${name}.ts`, import.meta.url), args, {
    env: env as NodeJS.ProcessEnv,
    // The worker's flag is the one that `npm start` gives it.
    execArgv: ["--import", preload, ...(name === "worker" ? ["--max-semi-space-size=8"] : [])],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr] as Readable[]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-4_000);
      for (const line of text.split("\n")) if (line) log(line);
    });
  }
  const ready = once(child, "message").then(() => true);
  const ended = once(child, "exit").then(() => false);
  if (!(await Promise.race([ready, ended]))) throw new Error(`the ${name} process did not start:\n${said}`);
  return child;
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await ended;
  clearTimeout(force);
}

/** The wanted port when it is free, else any. */
export async function freePort(wanted: number): Promise<number> {
  const server = net.createServer();
  const port = await new Promise<number>((resolve) => {
    const answer = () => resolve((server.address() as net.AddressInfo).port);
    server.once("error", () => server.listen(0, "127.0.0.1", answer));
    server.listen(wanted, "127.0.0.1", answer);
  });
  await new Promise((resolve) => server.close(resolve));
  return port;
}
