import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { directions, topFiles } from "../../scripts/directions/directions.ts";

const rooms = Object.keys(directions);
const others = [...rooms, ...topFiles, "sandbox", "test", "bench"];

interface Case {
  from: string;
  to: string;
  accepted: boolean;
}

/** Each pair of rooms, with whether the table allows it. */
const tableCases: Case[] = rooms.flatMap((room) =>
  others
    .filter((to) => to !== room)
    .map((to) => ({ from: `app/${room}`, to: pathOf(to), accepted: (directions[room] ?? []).includes(to) })),
);

const moreCases: Case[] = [
  { from: "app/ui", to: "app/lib/html/parse-html.ts", accepted: true },
  { from: "app/generation", to: "app/generation/../tasks/publish.ts", accepted: false },
  { from: "app", to: "sandbox/start.ts", accepted: false },
  { from: "app", to: "app/catalog/facts.ts", accepted: true },
  { from: "sandbox/store", to: "app/catalog/facts.ts", accepted: false },
  { from: "sandbox/store", to: "app/lib/clock.ts", accepted: true },
  { from: "extensions/product-action", to: "app/ui/page.tsx", accepted: false },
];

const cases = [...tableCases, ...moreCases];

/** A tree of one small file per case, linted once with the project's own rules. */
const tree = realpathSync(mkdtempSync(join(tmpdir(), "directions-")));
const reports = new Map<string, string>();

beforeAll(() => {
  const rules = JSON.parse(readFileSync("biome.json", "utf8")) as Record<string, unknown>;
  writeFileSync(join(tree, "biome.json"), JSON.stringify({ ...rules, $schema: undefined, vcs: undefined }));
  cpSync("biome.directions.json", join(tree, "biome.directions.json"));
  for (const [index, { from, to }] of cases.entries()) {
    const specifier = relative(from, to).replace(/^(?!\.)/, "./");
    write(`${from}/case-${index}.ts`, `import { x } from "${specifier}";\n\nexport const y = x;\n`);
  }
  write("app/texts/circle-a.ts", `import type { B } from "./circle-b.ts";\n\nexport type A = { b: B | null };\n`);
  write("app/texts/circle-b.ts", `import type { A } from "./circle-a.ts";\n\nexport type B = { a: A | null };\n`);
  const biome = join(process.cwd(), "node_modules/.bin/biome");
  const run = spawnSync(biome, ["lint", "--reporter=github", "--max-diagnostics=none", "."], {
    cwd: tree,
    encoding: "utf8",
    maxBuffer: 64_000_000,
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
  it("knows every room there is", () => {
    const folders = readdirSync("app", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !rooms.includes(name))).toEqual([]);
  });

  it.each(cases.map((one, index) => ({ ...one, index })).filter(({ accepted }) => !accepted))(
    "$from may not import $to",
    ({ from, index }) => {
      expect(reports.get(`${from}/case-${index}.ts`)).toContain("noRestrictedImports");
    },
  );

  it.each(cases.map((one, index) => ({ ...one, index })).filter(({ accepted }) => accepted))(
    "$from may import $to",
    ({ from, index }) => {
      expect(reports.get(`${from}/case-${index}.ts`)).toBeUndefined();
    },
  );

  it("may not close a circle, not even by types alone", () => {
    expect(reports.get("app/texts/circle-a.ts")).toContain("noImportCycles");
    expect(reports.get("app/texts/circle-b.ts")).toContain("noImportCycles");
  });
});

function pathOf(name: string): string {
  if (topFiles.includes(name)) return `app/${name}`;
  if (["sandbox", "test", "bench"].includes(name)) return `${name}/start.ts`;
  return `app/${name}/some-file.ts`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), text);
}
