import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { numberWords } from "./quantities/number-words.ts";
import { unitNames } from "./quantities/unit-names.ts";

/** Writes the names of units (CLDR) and the words of numbers (n2words). @param argv another folder than the committed one */
const folder = process.argv[2] ?? "app/quality/quantities/data";
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "unit-names.json"), `${JSON.stringify(unitNames(), null, 2)}\n`);
writeFileSync(join(folder, "number-words.json"), `${JSON.stringify(await numberWords(), null, 2)}\n`);
