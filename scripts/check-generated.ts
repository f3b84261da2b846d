import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { lintRules } from "./directions/lint-rules.ts";
import { numberWords } from "./quantities/number-words.ts";
import { unitNames } from "./quantities/unit-names.ts";
import { run } from "./support/run.ts";

const committedRules: unknown = JSON.parse(readFileSync("biome.directions.json", "utf8"));
if (JSON.stringify(committedRules) !== JSON.stringify(lintRules())) {
  console.error("biome.directions.json is behind scripts/directions: run `npm run generate` and commit the result.");
  process.exitCode = 1;
}

for (const [file, generated] of [
  ["app/quality/quantities/data/unit-names.json", unitNames()],
  ["app/quality/quantities/data/number-words.json", await numberWords()],
] as const) {
  if (readFileSync(file, "utf8") === `${JSON.stringify(generated, null, 2)}\n`) continue;
  console.error(
    `${file} is behind scripts/quantities: run \`node scripts/generate-unit-names.ts\` and commit the result.`,
  );
  process.exitCode = 1;
}

/** Generates the migrations anew beside a copy of the committed ones: a new file means that the schema was changed without them. */
const folder = mkdtempSync(join(tmpdir(), "shelfwright-generated-"));
try {
  for (const [dialect, folderName, schema] of [
    ["sqlite", "sqlite", "./app/db/schema/index.ts"],
    ["postgresql", "postgres", "./app/db/postgres-schema.ts"],
  ] as const) {
    const copy = join(folder, dialect);
    cpSync(`drizzle/${folderName}`, copy, { recursive: true });
    const before = readdirSync(copy).length;
    const args = ["generate", `--dialect=${dialect}`, `--schema=${schema}`, `--out=${relative(process.cwd(), copy)}`];
    if ((await run("drizzle-kit", args, { quiet: true })) !== 0) process.exitCode = 1;
    if (readdirSync(copy).length !== before) {
      console.error(`drizzle/${folderName} is behind app/db/schema: run \`npm run generate\` and commit the result.`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
