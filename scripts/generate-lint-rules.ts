import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { lintRules } from "./directions/lint-rules.ts";

/** Writes the directions between rooms as lint rules. @param argv another file than the committed one */
const file = process.argv[2] ?? "biome.directions.json";
const rules = JSON.stringify(lintRules(), null, 2);
// As it is committed: else the next check would want it formatted.
const formatted = spawnSync("biome", ["format", "--stdin-file-path=biome.directions.json"], {
  ...{ input: rules, encoding: "utf8" as const },
});
if (formatted.status !== 0) throw new Error(`the rules could not be formatted: ${formatted.stderr}`);
writeFileSync(file, formatted.stdout);
