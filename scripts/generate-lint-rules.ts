import { writeFileSync } from "node:fs";
import { lintRules } from "./directions/lint-rules.ts";

/** Writes the directions between rooms as lint rules. @param argv another file than the committed one */
const file = process.argv[2] ?? "biome.directions.json";
writeFileSync(file, `${JSON.stringify(lintRules(), null, 2)}\n`);
