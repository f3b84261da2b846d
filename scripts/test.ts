import { readFileSync, rmSync } from "node:fs";
import { findChromium } from "./support/find-chromium.ts";
import { readLastSeen } from "./support/last-seen.ts";
import { run } from "./support/run.ts";

/** `npm test`: everything. Ends with one line `N passed, N failed`. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { title: string; fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

const only = process.argv.slice(2);
let stepsPassed = 0;
let stepsFailed = 0;
/** Said once more at the end, where whoever reads the tail of a long log finds them. */
const failures: string[] = [];
/** What was red at first and green when it was tried once more: a fault of the product or of the test, or a browser that stood still. */
const unsteady: string[] = [];

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

/** @param again how many red files are tried a second time, by themselves: more than a browser's mood is not to be forgiven */
async function suite(name: string, project: string, flags: string[], again = 0): Promise<void> {
  console.log(`\n== ${name}`);
  const first = await vitest(project, [...flags, ...only]);
  const red = (first.report?.testResults ?? []).filter(({ status }) => status === "failed").map((file) => file.name);
  let { code } = first;
  let report = first.report;
  if (report && red.length > 0 && red.length <= again) {
    console.log(`\n== ${name}: ${red.length} red files once more`);
    unsteady.push(...failuresOf(report));
    // One at a time: what is red again is not so because another file took the machine.
    const second = await vitest(project, [...flags, "--no-file-parallelism", ...red]);
    code = second.code;
    report = second.report && merged(report, second.report, red);
  }
  stepsPassed += report?.numPassedTests ?? 0;
  stepsFailed += report?.numFailedTests ?? 0;
  if (report) failures.push(...failuresOf(report));
  if (code !== 0 && (report?.numFailedTests ?? 0) === 0) {
    stepsFailed++;
    failures.push(`${name}: vitest ended with code ${code}`);
  }
}

async function vitest(project: string, more: string[]): Promise<{ code: number; report: Report | undefined }> {
  const outputFile = `test-results/${project}.json`;
  rmSync(outputFile, { force: true });
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${outputFile}`];
  const code = await run("vitest", ["run", `--project=${project}`, ...reporters, ...more]);
  return { code, report: readReport(outputFile) };
}

/** The first run with the second one's results of the files that it ran. */
function merged(first: Report, second: Report, files: string[]): Report {
  const testResults = [...first.testResults.filter(({ name }) => !files.includes(name)), ...second.testResults];
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string) => tests.filter((test) => test.status === status).length;
  return { testResults, numPassedTests: count("passed"), numFailedTests: count("failed") };
}

/** Each failed test, and each file that could not be run, with the first lines of why. */
function failuresOf({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0) return status === "failed" ? [`${name}\n${beginOf(message)}`] : [];
    return failed.map(({ title, fullName, failureMessages }) => {
      const seen = readLastSeen(title);
      const page = seen && `\nThe page said: ${seen}`;
      return `${name} > ${fullName}\n${beginOf(failureMessages.join("\n"))}${page}`;
    });
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
  await suite("the whole system, with a browser", "system", ["--no-file-parallelism"], 3);
}

for (const one of unsteady) console.log(`\nUNSTEADY, red at first: ${one}`);
for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(`\n${stepsPassed} passed, ${stepsFailed} failed`);
process.exit(stepsFailed === 0 ? 0 : 1);
