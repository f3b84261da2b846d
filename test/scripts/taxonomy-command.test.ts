import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../app/db/open.ts";

it("loads a file, says when it is loaded already, and names the line of one that is wrong", () => {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-taxonomy-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const database = join(folder, "shelfwright.sqlite");
  openDatabase({ file: database }).close();
  const file = join(folder, "categories.txt");
  const taxonomy = (...args: string[]) => {
    const env = { ...process.env, DATABASE_FILE: database };
    const options = { encoding: "utf8", env } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/taxonomy.ts", ...args], options);
    return { status, said: stdout + stderr };
  };
  writeFileSync(file, "# Categories: 2026-02\ngid://shopify/TaxonomyCategory/fr : Furniture\n");
  expect(taxonomy("load", file)).toEqual({ status: 0, said: "Shopify's categories of 2026-02: 1 entries.\n" });
  expect(taxonomy("load", file)).toEqual({ status: 0, said: expect.stringContaining("loaded before") });
  writeFileSync(file, "gid://shopify/TaxonomyCategory/fr : Furniture\nfr-1\n");
  expect(taxonomy("load", file)).toEqual({ status: 1, said: expect.stringContaining("line 2") });
  expect(taxonomy("load", file, "--tongue", "de")).toMatchObject({
    status: 1,
    said: expect.stringContaining("npm run"),
  });
});
