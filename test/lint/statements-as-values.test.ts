import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What runs a statement at once, past `yield*`, `db.do` and `db.transact` (docs/decisions/028). */
const forbidden: readonly RegExp[] = [
  /from "(?:better-sqlite3|drizzle-orm\/better-sqlite3|[./]*db\/(?:engine|await-lock|commit-together|drive-steps)\.ts)"/,
  /\bdb\.raw\b/,
  /\braw\.transaction\(/,
  /\.prepare(?:<[^(]*>)?\([^)]/,
  /\.transact(?:Together)?(?:<[^>]*>)?\((?:function|async|\()/,
];

/** A lock between processes on a file of its own, which is no database of the app. */
const lockFile = "app/jobs/worker-lock.ts";

/** The old forms in a text, each as it is written there. */
function oldForms(text: string): string[] {
  return forbidden.flatMap((pattern) => text.match(pattern)?.[0] ?? []);
}

it("no statement is run at once outside of app/db", () => {
  const isExempt = (file: string) => file.startsWith("app/db/") || file === lockFile;
  const files = globSync("app/**/*.{ts,tsx}").filter((file) => !isExempt(file));
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) => oldForms(readFileSync(file, "utf8")).map((form) => `${file}: ${form}`));
  expect(found).toEqual([]);
});

it("what runs a statement at once is known by how it is written, and what is handed on is not", () => {
  const old = [
    'import Database from "better-sqlite3";',
    'import { engine } from "../../db/engine.ts";',
    "db.raw.pragma()",
    "raw.transaction(work)",
    "db.raw.prepare(sql)",
    "orm.prepare<[string]>(sql)",
    "db.transact(function* (tx) {",
    "deps.db.transactTogether(() => steps())",
  ];
  expect(old.filter((text) => oldForms(text).length === 0)).toEqual([]);
  const fine = [
    "db.transact({ shop }, function* (tx) {",
    'db.transact("all shops", () => steps())',
    "orm.select().from(products).prepare()",
    "await db.do(all<Row>(sql, { shop }))",
  ];
  expect(fine.flatMap(oldForms)).toEqual([]);
});
