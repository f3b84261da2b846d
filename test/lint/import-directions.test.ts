import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const refused = [
  ["app/jobs", "../catalog/list-products.ts"],
  ["app/jobs", "../shopify/admin-client.ts"],
  ["app/jobs", "../model/port.ts"],
  ["app/lib", "../db/open.ts"],
  ["app/jobs", "../watch/create-watch.ts"],
  ["app/pages", "../watch/create-watch.ts"],
  ["app/watch", "../content/build-prompt.ts"],
  ["app/watch", "../tasks/hidden-kinds.ts"],
  ["app/db", "../jobs/enqueue-job.ts"],
  ["app/shopify", "../content/build-prompt.ts"],
  ["app/catalog", "../publishing/publish-product.ts"],
  ["app/content", "../publishing/publish-product.ts"],
  ["app/content", "../routes/app.tsx"],
  ["app/content", "../content/../tasks/publish.ts"],
  ["app/ui", "../catalog/list-products.ts"],
  ["app/ui", "../db/open.ts"],
  ["app/ui", "../lib/clock.ts"],
  ["app/publishing", "../config.ts"],
  ["app/routes", "../../sandbox/start.ts"],
  ["app", "../sandbox/start.ts"],
  ["sandbox/store", "../../app/catalog/facts.ts"],
] as const;

const accepted = [
  ["app/routes", "../catalog/list-products.ts"],
  ["app/tasks", "../publishing/publish-product.ts"],
  ["app/catalog", "../jobs/enqueue-job.ts"],
  ["app/publishing", "../content/approve-versions.ts"],
  ["app/db", "../lib/clock.ts"],
  ["app/watch", "../jobs/health.ts"],
  ["app/ui", "./nonce.ts"],
  ["app/ui", "../lib/html/parse-html.ts"],
] as const;

/** A tree of one small file per case, linted once with the project's own rules. */
const tree = realpathSync(mkdtempSync(join(tmpdir(), "directions-")));
const reports = new Map<string, string>();

beforeAll(() => {
  const rules = JSON.parse(readFileSync("biome.json", "utf8")) as Record<string, unknown>;
  writeFileSync(join(tree, "biome.json"), JSON.stringify({ ...rules, $schema: undefined, vcs: undefined }));
  for (const [index, [folder, specifier]] of [...refused, ...accepted].entries()) {
    const file = join(tree, folder, `case-${index}.ts`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import { x } from "${specifier}";\n\nexport const y = x;\n`);
  }
  const circle = join(tree, "app/content");
  writeFileSync(
    join(circle, "circle-a.ts"),
    `import type { B } from "./circle-b.ts";\n\nexport type A = { b: B | null };\n`,
  );
  writeFileSync(
    join(circle, "circle-b.ts"),
    `import type { A } from "./circle-a.ts";\n\nexport type B = { a: A | null };\n`,
  );
  const biome = join(process.cwd(), "node_modules/.bin/biome");
  const run = spawnSync(biome, ["lint", "--reporter=github", "--max-diagnostics=none", "."], {
    cwd: tree,
    encoding: "utf8",
  });
  for (const line of run.stdout.split("\n")) {
    const file = /file=([^,]+)/.exec(line)?.[1];
    if (!file) continue;
    const name = relative(tree, file);
    reports.set(name, `${reports.get(name) ?? ""}${line}\n`);
  }
});

afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe("import directions", () => {
  it.each(refused.map((row, index) => [...row, index] as const))(
    "%s may not import %s",
    (folder, _specifier, index) => {
      expect(reports.get(`${folder}/case-${index}.ts`)).toContain("noRestrictedImports");
    },
  );

  it.each(accepted.map((row, index) => [...row, index + refused.length] as const))(
    "%s may import %s",
    (folder, _specifier, index) => {
      expect(reports.get(`${folder}/case-${index}.ts`)).toBeUndefined();
    },
  );

  it("may not close a circle, not even by types alone", () => {
    expect(reports.get("app/content/circle-a.ts")).toContain("noImportCycles");
    expect(reports.get("app/content/circle-b.ts")).toContain("noImportCycles");
  });
});
