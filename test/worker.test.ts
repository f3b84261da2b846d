import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it, onTestFinished } from "vitest";
import { newEncryptionKey } from "../app/config.ts";
import { until } from "./jobs/support.ts";
import { testDatabaseFile } from "./support/open-test-database.ts";

it("a worker that is stopped logs by what, and ends", async () => {
  const worker = spawn(process.execPath, ["app/worker.ts"], {
    env: {
      NODE_ENV: "production",
      DATABASE_FILE: testDatabaseFile().file,
      ENCRYPTION_KEYS: newEncryptionKey(),
      SHOPIFY_API_KEY: "key",
      SHOPIFY_API_SECRET: "a-secret-that-is-long",
      SHOPIFY_APP_URL: "https://shelfwright.example",
      OPENAI_API_KEY: "sk-test",
    },
  });
  onTestFinished(() => void worker.kill("SIGKILL"));
  let log = "";
  for (const stream of [worker.stdout, worker.stderr]) {
    stream.on("data", (chunk) => {
      log += String(chunk);
    });
  }
  await until(() => log.includes("worker is running") || worker.exitCode !== null, "the worker runs");
  expect(worker.exitCode, log).toBeNull();
  worker.kill("SIGTERM");
  expect(await once(worker, "exit"), log).toEqual([0, null]);
  const lines = log.split("\n").filter((line) => line.includes("worker is stopping"));
  // 30 is info.
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ level: 30, reason: "SIGTERM" }]);
}, 60_000);
