import { stringify } from "csv-stringify/sync";
import type { Row, Value } from "../row.ts";
import type { FeedTemplate, Format } from "../template.ts";
import { safeCell } from "../values/safe-cell.ts";
import type { RowWriter } from "./writer.ts";

type Delimited = Extract<Format, { kind: "csv" | "tsv" }>;

/** CSV as RFC 4180 has it, or the same with tabs; a record a line of TSV, whose readers often know no quotes. */
export function delimitedWriter({ columns }: FeedTemplate, format: Delimited): RowWriter {
  const names = columns.map(({ name }) => name);
  const numbered = format.numbered ?? {};
  const header = names.flatMap((name) => repeated(name, numbered[name]));
  const line = (cells: readonly string[][]) =>
    stringify(cells as string[][], { delimiter: format.kind === "tsv" ? "\t" : ",", record_delimiter: "\n" });
  const oneLine = format.kind === "tsv";
  return {
    head: () => line([header]),
    rows: (rows) => line(rows.map((row) => names.flatMap((name) => cellsOf(row, name)))),
    foot: () => "",
  };

  function cellsOf({ values }: Row, name: string): string[] {
    const value = values.get(name) ?? "";
    const most = numbered[name];
    if (most === undefined) return [finished(joined(value, format.lists))];
    const parts = typeof value === "string" ? [value] : value.map((one) => joined([one] as Value, "comma"));
    return Array.from({ length: most }, (_, at) => finished(parts[at] ?? ""));
  }

  function finished(text: string): string {
    return safeCell(oneLine ? text.replace(/\s*\n\s*/g, " ") : text);
  }
}

function repeated(name: string, times: number | undefined): string[] {
  return times === undefined ? [name] : Array.from({ length: times }, (_, at) => `${name}${at + 1}`);
}

/** Several values in one cell. @see https://support.google.com/merchants/answer/9216100 for quoted ones */
function joined(value: Value, lists: Delimited["lists"]): string {
  if (typeof value === "string") return value;
  if (value.some((one) => typeof one === "object")) return (value as Record<string, string>[]).map(groupOf).join(",");
  const texts = value as string[];
  if (lists === "quoted") return texts.map(quoted).join(",");
  if (lists === "pipe") return texts.map((text) => text.replaceAll("|", "/")).join("|");
  return texts.map((text) => (text.includes(",") ? text.replaceAll(",", "\u201a") : text)).join(",");
}

/**
 * `section:name:value`; what holds a sign of its own stands in quotes, the words of a marked text always.
 * @see https://support.google.com/merchants/answer/9218260
 * @see https://support.google.com/merchants/answer/6324415
 */
function groupOf(group: Record<string, string>): string {
  const parts = Object.values(group);
  const isMarked = parts.length === 2 && /^(?:default|trained_algorithmic_media)$/.test(parts[0] ?? "");
  return parts.map((part, at) => (/[:,"]/.test(part) || (isMarked && at === 1) ? quoted(part) : part)).join(":");
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
