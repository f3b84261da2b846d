import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** What runs a statement at once, past `yield*`, `db.do` and `db.transact` (docs/decisions/028). */
const forbidden: readonly RegExp[] = [
  /from "(?:better-sqlite3|drizzle-orm\/better-sqlite3|[./]*db\/(?:engine|prepared|await-lock|commit-together|drive-steps)\.ts)"/,
  /\bdb\.(?:raw|write|writeTogether|runNow)\b/,
  /\braw\.transaction\(/,
  /(?<!\w)prepared(?:<[^>]*>)?\(/,
  /\.prepare(?:<[^(]*>)?\([^)]/,
  /\.transact(?:Together)?(?:<[^>]*>)?\((?:function|async|\()/,
];

/** A lock between processes on a file of its own, which is no database of the app. */
const lockFile = "app/jobs/worker-lock.ts";

/** Files that are not converted yet. Take a file off with its last old form. */
const notYet: ReadonlySet<string> = new Set([
  "app/generation/drafts-of-item.ts",
  "app/generation/store-drafts.ts",
  "app/generation/submit-feedback.ts",
  "app/jobs/prepared.ts",
  "app/publishing/carry-out-write.ts",
  "app/publishing/check-open-writes.ts",
  "app/publishing/close-write-back.ts",
  "app/publishing/publish-product.ts",
  "app/publishing/read-live-product.ts",
  "app/publishing/resolve-conflict.ts",
  "app/publishing/undo-write-back.ts",
  "app/versions/approve-versions.ts",
  "app/versions/edit-version.ts",
  "app/versions/feedback/read-acceptance.ts",
  "app/versions/feedback/read-corrections.ts",
  "app/versions/feedback/record-feedback.ts",
  "app/versions/read-source-facts.ts",
  "app/versions/read-version-costs.ts",
  "app/versions/reject-version.ts",
  "app/versions/remove-content-type.ts",
  "app/versions/waiting-texts.ts",
]);

/** The old forms in a text, each as it is written there. */
function oldForms(text: string): string[] {
  return forbidden.flatMap((pattern) => text.match(pattern)?.[0] ?? []);
}

it("no statement is run at once outside of app/db", () => {
  const isExempt = (file: string) => file.startsWith("app/db/") || file === lockFile || notYet.has(file);
  const files = globSync("app/**/*.{ts,tsx}").filter((file) => !isExempt(file));
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) => oldForms(readFileSync(file, "utf8")).map((form) => `${file}: ${form}`));
  expect(found).toEqual([]);
});

it("what runs a statement at once is known by how it is written, and what is handed on is not", () => {
  const old = [
    'import Database from "better-sqlite3";',
    'import { prepared } from "../../db/prepared.ts";',
    "db.raw.pragma()",
    "await deps.db.write(() => 1)",
    "db.runNow(steps)",
    "raw.transaction(work)",
    "prepared<object, Row>(db, sql).all({})",
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
