import { readQuantityStatements } from "../../../app/quality/quantities/read-quantity-statements.ts";

/** What is read in a text, e.g. `5 time`, `2–3 mass`, `code ip67`, `age 36–`. */
export function readings(text: string, locale?: string, name?: string): string[] {
  return readQuantityStatements(text, { locale, name }).map((statement) => {
    if (statement.kind === "age") return `age ${statement.fromMonths ?? ""}–${statement.toMonths ?? ""}`;
    const { code, values, to, units } = statement.quantity;
    if (code !== undefined) return `code ${code}`;
    const range = to === undefined ? "" : `–${to[0]}`;
    return `${values[0]}${range} ${units[0]?.dimension ?? "count"}`;
  });
}
