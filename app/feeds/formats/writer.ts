import type { Row } from "../row.ts";

/** Writes a file in pieces: its pieces one behind another are the file, in UTF-8. Pure. */
export interface RowWriter {
  head(): string;
  /** @param before how many rows were written before these */
  rows(rows: readonly Row[], before: number): string;
  /** @param count how many rows were written */
  foot(count: number): string;
}
