import { stringify } from "csv-stringify/sync";
import type { Row } from "../row.ts";
import { safeCell } from "../values/safe-cell.ts";

/** Every row says what became of it. Codes, not sentences: a page says them in its reader's language. */
const reportColumns = ["outcome", "id", "product_id", "variant_id", "title", "column", "reason", "detail"] as const;

/** The lines of a report: one for each row, and one more for each further thing that was found of it. */
export function reportLines(rows: readonly Row[]): string {
  return line(rows.flatMap(linesOf));
}

export function reportHead(): string {
  return line([[...reportColumns]]);
}

function linesOf(row: Row): string[][] {
  const about = [row.id, row.productId, row.variantId, row.title];
  const isOut = row.leftOut.length > 0;
  const found = row.leftOut.map(({ column, code, detail }) => ["left_out", ...about, column, code, detail]);
  if (isOut) return found;
  const notices = row.notices.map(({ column, code, detail }) => ["left_empty", ...about, column, code, detail]);
  return [[row.untranslated ? "written_without_translation" : "written", ...about, "", "", ""], ...notices];
}

function line(cells: string[][]): string {
  return stringify(
    cells.map((row) => row.map((cell) => safeCell(cell.replace(/\s+/g, " ")))),
    { record_delimiter: "\n" },
  );
}
