import { spawnSync } from "node:child_process";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../app/db/open.ts";
import { noteFailure, openBreakers } from "../../app/jobs/breaker.ts";

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-jobs-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "shelfwright.sqlite");
}

function jobs(file: string, ...args: string[]) {
  const env = { ...process.env, DATABASE_FILE: file };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/jobs.ts", ...args], {
    encoding: "utf8",
    env,
  });
  return { status, said: stdout + stderr };
}

it("makes no database where there is none, and upgrades none of an earlier version", () => {
  const file = aFile();
  expect(jobs(file, "failed")).toEqual({ status: 1, said: expect.stringContaining("There is no file") });
  expect(existsSync(file)).toBe(false);
  const [oldest = ""] = globSync("test/db/releases/*.sqlite.gz").sort();
  writeFileSync(file, gunzipSync(readFileSync(oldest)));
  const before = readFileSync(file);
  expect(jobs(file, "retry")).toEqual({ status: 1, said: expect.stringContaining("earlier version") });
  expect(readFileSync(file).equals(before)).toBe(true);
});

it("asks at once, after an outage, whether a provider answers again", async () => {
  const file = aFile();
  const db = openDatabase({ file });
  onTestFinished(() => db.close());
  const shop = "demo.myshopify.com";
  // A failed probe of a minute ago: the next one is a while away.
  const now = Date.now() - 60_000;
  for (let n = 0; n < 5; n += 1) await db.transact({ shop }, () => noteFailure({ shop, provider: "model", now }));
  db.raw.prepare("UPDATE breakers SET pauses = 8, probe_at = ? WHERE shop = ?").run(now + 256_000, shop);
  expect(jobs(file, "probe")).toEqual({ status: 0, said: `${JSON.stringify({ shop, outcome: "moved" })}\n` });
  expect((await db.do(openBreakers(shop)))[0]?.probeAt).toBeLessThanOrEqual(Date.now());
});
