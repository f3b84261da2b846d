import { NoDeprecatedCustomRule, parse, validate } from "graphql";
import { describe, expect, test } from "vitest";
import {
  allBulkDocuments,
  allOperations,
  barcodeBulkDocuments,
  barcodeOperations,
  flatBulkDocuments,
  relationshipOperations,
} from "../../app/shopify/operations/index.ts";
import { documentedSchema, realSchema } from "./real-schema.ts";
import { requestedCost } from "./requested-cost.ts";

/** Shopify refuses a single query above this. */
const maxPoints = 1_000;

const documented = [...barcodeOperations, ...relationshipOperations];
const everything = [...allOperations, ...documented];

describe("the documents that the app sends", () => {
  test.each(allOperations)("$name is accepted by Shopify's schema of 2026-10", ({ name, document }) => {
    const parsed = parse(document);
    expect(validate(realSchema(), parsed).map((error) => error.message)).toEqual([]);
    const operation = parsed.definitions.find((definition) => definition.kind === "OperationDefinition");
    expect(operation?.name?.value).toBe(name);
  });

  test.each(documented)(
    "$name is accepted where the API has what is documented beyond its schema, and only there",
    ({ document }) => {
      expect(validate(documentedSchema(), parse(document)).map((error) => error.message)).toEqual([]);
      expect(validate(realSchema(), parse(document)).length).toBeGreaterThan(0);
    },
  );

  test.each(everything)("$name uses no deprecated field", ({ document }) => {
    expect(deprecatedFields(document)).toEqual([]);
  });

  test("every document stays within the cost of one query; the table is printed", () => {
    const row = (operation: string, document: string) => ({
      operation,
      points: requestedCost(documentedSchema(), parse(document)),
    });
    const rows = [
      ...allOperations.map(({ name, document }) => row(name, document)),
      ...documented.map(({ name, document }) => row(`${name} (where the API has it)`, document)),
    ];
    const width = Math.max(...rows.map((row) => row.operation.length));
    const table = rows.map((row) => `${row.operation.padEnd(width)}  ${String(row.points).padStart(5)}`).join("\n");
    process.stdout.write(`\nRequested cost of the app's documents (points, at most ${maxPoints}):\n${table}\n\n`);
    for (const row of rows) {
      expect(row.points, row.operation).toBeGreaterThan(0);
      expect(row.points, row.operation).toBeLessThanOrEqual(maxPoints);
    }
  });

  test("names are unique, since costs are remembered and faults are matched by name", () => {
    const names = everything.map((operation) => operation.name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([...allBulkDocuments, ...barcodeBulkDocuments, ...flatBulkDocuments].map((document) => ({ document })))(
    "a bulk document is accepted by the schema and keeps to the limits of bulk queries",
    ({ document }) => {
      const withBarcodes = document.includes("barcodes {");
      const schema = withBarcodes ? documentedSchema() : realSchema();
      expect(validate(schema, parse(document)).map((error) => error.message)).toEqual([]);
      expect(deprecatedFields(document)).toEqual([]);
      const connections = document.match(/\bedges\b/g) ?? [];
      expect(connections.length).toBeLessThanOrEqual(5);
      // Two levels may be nested below the one at the root.
      const flat = flatBulkDocuments.some((one) => one === document);
      expect(connectionDepth(document)).toBe(withBarcodes ? 3 : flat ? 1 : 2);
    },
  );
});

describe("the cost rule", () => {
  test.each([
    ["{ shop { name } }", 1],
    ["{ products(first: 10) { nodes { title } } }", 12],
    ["{ products(first: 10) { edges { node { title seo { title } } } } }", 22],
    ["{ products(first: 5) { nodes { variants(first: 4) { nodes { sku } } } } }", 2 + 5 * (1 + 2 + 4)],
    ["mutation { metafieldsSet(metafields: []) { userErrors { message } } }", 15],
  ])("the cost rule %s costs %i", (document, points) => {
    expect(requestedCost(realSchema(), parse(document))).toBe(points);
  });

  test("a connection of unknown size has no cost and is refused", () => {
    const document = parse("query($n: Int) { products(first: $n) { nodes { id } } }");
    expect(() => requestedCost(realSchema(), document)).toThrow(/written out/);
  });
});

function deprecatedFields(document: string): string[] {
  return validate(documentedSchema(), parse(document), [NoDeprecatedCustomRule]).map((error) => error.message);
}

function connectionDepth(document: string): number {
  let depth = 0;
  let deepest = 0;
  const open: boolean[] = [];
  for (const [token] of document.matchAll(/\bedges\b\s*\{|\{|\}/g)) {
    if (token === "}") {
      if (open.pop()) depth -= 1;
    } else {
      const isConnection = token !== "{";
      open.push(isConnection);
      if (isConnection) deepest = Math.max(deepest, ++depth);
    }
  }
  return deepest;
}
