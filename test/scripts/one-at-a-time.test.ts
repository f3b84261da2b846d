import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { oneAtATime } from "../../scripts/support/one-at-a-time.ts";

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "cache", "build");
}

it("of several that want the same thing at once each waits for the one before, also when that fails", async () => {
  const file = aFile();
  let doing = 0;
  const seen: number[] = [];
  const act = async () => {
    seen.push(++doing);
    await new Promise((resolve) => setImmediate(resolve));
    doing--;
    if (seen.length === 1) throw new Error("the first fails");
  };
  const all = await Promise.allSettled([1, 2, 3].map(() => oneAtATime(file, act)));
  expect(seen).toEqual([1, 1, 1]);
  expect(all.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(existsSync(file)).toBe(false);
});

it("one that was killed in the middle of it does not keep the others waiting for ever", async () => {
  const file = aFile();
  await oneAtATime(file, async () => undefined);
  const { pid } = spawnSync(process.execPath, ["-e", "0"]);
  writeFileSync(file, String(pid));
  expect(await oneAtATime(file, async () => "done")).toBe("done");
});
