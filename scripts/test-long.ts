import { globSync, readFileSync, rmSync } from "node:fs";
import { parseArgs } from "node:util";
import { run } from "./support/run.ts";

const help = `npm run test:long [-- options]
  --minutes N   start no further programme when N minutes have passed
  --only TEXT   only the programmes whose file name contains TEXT`;

/** What takes minutes by its nature: each file of test/long is a programme of its own. Ends with `N passed, N failed`. */
const { values: flags } = parseArgs({
  options: {
    minutes: { type: "string", default: "600" },
    only: { type: "string", default: "" },
    help: { type: "boolean", default: false },
  },
});
const minutes = Number(flags.minutes);
if (flags.help || !(minutes > 0)) {
  console.log(help);
  process.exit(flags.help ? 0 : 1);
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
}

const endsAt = performance.now() + minutes * 60_000;
let passed = 0;
let failed = 0;
const left: string[] = [];
for (const file of globSync("test/long/**/*.test.ts").sort()) {
  if (!file.includes(flags.only)) continue;
  if (performance.now() > endsAt) {
    left.push(file);
    continue;
  }
  console.log(`\n== ${file}`);
  const outputFile = "test-results/long.json";
  rmSync(outputFile, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${outputFile}`];
  const code = await run("vitest", ["run", "--project=long", ...reporters, file]);
  const report = readReport(outputFile);
  passed += report?.numPassedTests ?? 0;
  failed += report?.numFailedTests ?? 0;
  if (code !== 0 && !report?.numFailedTests) failed += 1;
}
if (left.length > 0) console.log(`\nNo time was left for: ${left.join(", ")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
