import { readFileSync, rmSync } from "node:fs";
import { findChromium } from "./support/find-chromium.ts";
import { run } from "./support/run.ts";

/** `npm test`: everything. Ends with one line `N passed, N failed`. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

const only = process.argv.slice(2);
let stepsPassed = 0;
let stepsFailed = 0;
/** Said once more at the end, where whoever reads the tail of a long log finds them. */
const failures: string[] = [];

async function step(name: string, command: string, args: string[]): Promise<boolean> {
  console.log(`\n== ${name}`);
  const ok = (await run(command, args)) === 0;
  if (ok) stepsPassed++;
  else {
    stepsFailed++;
    failures.push(name);
  }
  return ok;
}

async function suite(name: string, project: string, flags: string[]): Promise<void> {
  console.log(`\n== ${name}`);
  const outputFile = `test-results/${project}.json`;
  rmSync(outputFile, { force: true });
  const code = await run("vitest", [
    "run",
    `--project=${project}`,
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${outputFile}`,
    ...flags,
    ...only,
  ]);
  const report = readReport(outputFile);
  stepsPassed += report?.numPassedTests ?? 0;
  stepsFailed += report ? report.numFailedTests : 0;
  if (report) failures.push(...failuresOf(report));
  if (code !== 0 && (report?.numFailedTests ?? 0) === 0) {
    stepsFailed++;
    failures.push(`${name}: vitest ended with code ${code}`);
  }
}

/** Each failed test, and each file that could not be run, with the first lines of why. */
function failuresOf({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [`${name}\n${beginOf(message)}`] : [];
    return failed.map(
      ({ fullName, failureMessages }) => `${name} > ${fullName}\n${beginOf(failureMessages.join("\n"))}`,
    );
  });
}

function beginOf(message: string): string {
  return message.split("\n").slice(0, 15).join("\n");
}

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}

const chromium = findChromium();
if (!chromium.found) {
  console.error(chromium.advice);
  process.exit(1);
}
await step("lint, types, generated files, dead code", "node", ["scripts/check.ts"]);
// Vitest leaves one core out by itself; of two that is half the time.
await suite("unit and integration", "unit", ["--maxWorkers=100%"]);
if (await step("build", "remix", ["vite:build"])) {
  await step("JavaScript of each page in kB", "node", ["scripts/page-sizes.ts"]);
  await suite("the whole system, with a browser", "system", ["--no-file-parallelism"]);
}

for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(`\n${stepsPassed} passed, ${stepsFailed} failed`);
process.exit(stepsFailed === 0 ? 0 : 1);
