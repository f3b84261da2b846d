import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

it("rules that are generated anew are the committed file to the letter, formatted as the lint wants it", () => {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-rules-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "rules.json");
  execFileSync(process.execPath, ["scripts/generate-lint-rules.ts", file], {
    env: { ...process.env, PATH: `${process.cwd()}/node_modules/.bin:${process.env.PATH ?? ""}` },
  });
  expect(readFileSync(file, "utf8")).toBe(readFileSync("biome.directions.json", "utf8"));
});
