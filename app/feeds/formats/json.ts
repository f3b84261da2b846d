import type { Row, Value } from "../row.ts";
import type { Format } from "../template.ts";
import type { RowWriter } from "./writer.ts";

/** One object a line. */
export function jsonLinesWriter(): RowWriter {
  return {
    head: () => "",
    rows: (rows) => rows.map((row) => `${JSON.stringify(objectOf(row))}\n`).join(""),
    foot: () => "",
  };
}

/** One object with a list. */
export function jsonWriter({ under }: Extract<Format, { kind: "json" }>): RowWriter {
  return {
    head: () => `{${JSON.stringify(under)}:[\n`,
    rows: (rows, before) =>
      rows.map((row, at) => `${before + at === 0 ? "" : ",\n"}${JSON.stringify(objectOf(row))}`).join(""),
    foot: () => "\n]}\n",
  };
}

/** Without what is empty; true and false are no texts. */
function objectOf({ values }: Row): Record<string, Value | boolean> {
  const object: Record<string, Value | boolean> = {};
  for (const [name, value] of values) {
    if (value.length > 0) object[name] = value === "true" ? true : value === "false" ? false : value;
  }
  return object;
}
