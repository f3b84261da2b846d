import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";

const folder = "app/quality/checks";
const files = globSync(`${folder}/*`).sort();
const runner = readFileSync("app/quality/run-checks.ts", "utf8");

describe("the folder of checks", () => {
  it("holds files that export one check each and nothing else", async () => {
    expect(files.length).toBeGreaterThan(15);
    for (const file of files) {
      const exported = Object.keys(await import(join(process.cwd(), file)));
      expect([file, exported]).toEqual([file, [expect.stringMatching(/^check[A-Z]\w+$/)]]);
      const types = readFileSync(file, "utf8").match(/^export (?:interface|type) .*/gm) ?? [];
      expect([file, types]).toEqual([file, []]);
    }
  });

  it("holds no check that is not run", () => {
    for (const file of files) expect(runner).toContain(`"./checks/${basename(file)}"`);
  });
});
