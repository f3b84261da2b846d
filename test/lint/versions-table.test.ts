import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** The tables of app/versions, and the names under which the schema exports them. */
const tables = "versions|feedback";

/** How a text takes hold of these tables: by the schema's object, in SQL, or by a name that is put into SQL. */
const holds: readonly RegExp[] = [
  new RegExp(`import (?:type )?\\{[^}]*\\b(?:${tables})\\b[^}]*\\} from "[./]*(?:db/)?schema/[\\w-]+\\.ts"`),
  /import (?:type )?\* as \w+ from "[./]*(?:db\/)?schema\/[\w-]+\.ts"/,
  new RegExp(`\\b(?:FROM|JOIN|INTO|UPDATE|IN|INDEXED BY) "?(?:${tables})(?:_\\w+)?\\b`),
  new RegExp(`(?:\\bfrom|[jJ]oin|\\binsert|\\bupdate|\\bdelete)\\((?:${tables})\\b`),
  new RegExp(`(?:table: |\\[|, )"(?:${tables})"`),
];

/** The places of a text that belong in app/versions, each as it is written there. */
function holdsOf(text: string): string[] {
  return holds.flatMap((pattern) => text.match(pattern)?.[0] ?? []);
}

it("only app/versions and the database's own room touch the tables of versions and feedback", () => {
  const files = globSync("app/**/*.{ts,tsx}").filter((file) => !/^app\/(?:versions|db)\//.test(file));
  expect(files.length).toBeGreaterThan(300);
  const found = files.flatMap((file) => holdsOf(readFileSync(file, "utf8")).map((hold) => `${file}: ${hold}`));
  expect(found).toEqual([]);
});

it("a statement on these tables is known by how it is written, and their names elsewhere are not", () => {
  const statements = [
    'import { versions } from "../db/schema/index.ts";',
    'import { type TextBody, versions } from "../../db/schema/index.ts";',
    'import {\n  products,\n  feedback as said,\n} from "../db/schema/index.ts";',
    'import { versions } from "../db/schema/content.ts";',
    'import * as schema from "../db/schema/index.ts";',
    "SELECT id FROM versions WHERE shop = @shop",
    "JOIN versions AS v ON v.id = w.version_id",
    "INSERT INTO feedback (id) VALUES (@id)",
    "UPDATE versions SET state = 'draft'",
    "DELETE FROM feedback WHERE id = @id",
    "FROM products INDEXED BY versions_product",
    "tx.insert(versions)",
    "orm.select().from(feedback)",
    "query.leftJoin(versions, eq(versions.id, id))",
    'drop({ table: "feedback" })',
    'const byProduct = ["versions", "conflicts"];',
  ];
  expect(statements.filter((text) => holdsOf(text).length === 0)).toEqual([]);
  const fine = [
    'import { readVersion } from "../versions/read-version.ts";',
    'import { recordFeedback } from "../versions/feedback/record-feedback.ts";',
    'import type { StoredFacts, TextBody } from "../db/schema/index.ts";',
    'import { type TextBody, writeBacks } from "../db/schema/index.ts";',
    "const { versions, feedback } = page;",
    "Approve all versions, or give feedback.",
  ];
  expect(fine.flatMap(holdsOf)).toEqual([]);
});
