import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What makes a test depend on how busy the machine is, by what it looks like. */
const lucky: readonly { what: string; instead: string; pattern: RegExp }[] = [
  {
    what: "a limit on time by the clock",
    instead: "limit CPU time (test/support/cpu-ms.ts), or wait for the condition itself",
    pattern: /^.*(?:performance|Date)\.now\(\)[^;\n]*\)\.toBe(?:Less|Greater)\w*\(/gm,
  },
  {
    what: "a wait for a time",
    instead: "wait for a condition (`until`), or inject a clock",
    pattern: /^.*(?:new Promise(?:<\w+>)?\(\(?\w*\)? => setTimeout\(|await (?:sleep|pause|delay|wait)\(\d).*/gm,
  },
  {
    what: "vitest's wait of one second",
    instead: "give it a timeout of at least 20 s, which only a failure waits for",
    pattern: /^.*vi\.waitFor\((?![\s\S]{0,300}?(?:timeout|patience))/gm,
  },
];

/** What looks like it and is none, with the reason. */
const allowed: Readonly<Record<string, string>> = {
  "test/jobs/support.ts": "`until` itself: a pause between two looks",
  "test/support/start-shelfwright.ts": "`until` itself: a pause between two looks",
  "test/sandbox/model/serve-model.test.ts":
    "a lower limit: a timer that was set for 60 ms; no load makes it end sooner",
  "test/jobs/worker-process.ts": "the work of a process under test, which takes a moment",
  "test/db/await-lock.test.ts": "turns of the event loop, of which none may take the second that SQLite would wait",
  "test/db/commit-together.test.ts": "turns of the event loop",
};

function findLuck(text: string): string[] {
  return lucky.flatMap(({ what, instead, pattern }) =>
    [...text.matchAll(pattern)].map(([line]) => `${what}: ${line.trim()} (${instead})`),
  );
}

it("no test waits by the clock or needs a quiet machine", () => {
  const files = globSync("test/**/*.{ts,tsx}").filter(
    (file) => !file.startsWith("test/long/") && !file.endsWith("no-luck.test.ts"),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => findLuck(readFileSync(file, "utf8")).map((luck) => ({ file, luck })));
  expect(found.filter(({ file }) => !(file in allowed))).toEqual([]);
  for (const file of Object.keys(allowed))
    expect(
      found.map((one) => one.file),
      `${file} needs no exception`,
    ).toContain(file);
});

it.each([
  "expect(performance.now() - started).toBeLessThan(2_000);",
  "expect((Date.now() - from) / 500).toBeLessThanOrEqual(2);",
  "await new Promise((resolve) => setTimeout(resolve, 50));",
  "await sleep(100);",
  "await vi.waitFor(() => expect(x).toBe(1));",
])("refuses %s", (line) => {
  expect(findLuck(line)).toHaveLength(1);
});

it.each([
  'await until(() => done, "it is done");',
  "await vi.waitFor(() => expect(x).toBe(1), { timeout: 20_000 });",
  "await new Promise((resolve) => setImmediate(resolve));",
  "expect(await cpuMs(() => work())).toBeLessThan(100);",
])("lets %s pass", (line) => {
  expect(findLuck(line)).toEqual([]);
});
