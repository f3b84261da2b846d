import { readFileSync, writeFileSync } from "node:fs";
import { judgeSizes, readPageSizes, readTable, rowOf, tableFile } from "./support/page-sizes.ts";

/** `npm run page-sizes`: what JavaScript each page loads, after `npm run build`. With `--write` the table is brought up to it. */
const sizes = readPageSizes();
const table = readTable();
const rows = sizes.map((size) => ({ ...size, reason: table.find(({ page }) => page === size.page)?.reason ?? "" }));
const lines = rows.map(rowOf).join("\n");
console.log(lines);
if (process.argv.includes("--write")) {
  const text = readFileSync(tableFile, "utf8");
  const head = text.slice(0, text.indexOf("|---|---:|---|\n") + "|---|---:|---|\n".length);
  writeFileSync(tableFile, `${head}${lines}\n`);
}
for (const problem of judgeSizes(sizes, readTable())) console.log(problem);
