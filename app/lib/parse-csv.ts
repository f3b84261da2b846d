/** A record of a CSV file. */
export interface CsvRecord {
  cells: string[];
  /** on which it begins, counted from 1 */
  line: number;
}

/** What spreadsheets put between cells. */
const dividers = [",", ";", "\t"] as const;

/**
 * Reads RFC 4180, with any of the dividers and line ends that spreadsheets write; empty lines are left out. Which divider it is the
 * first line says.
 * @returns the line on which a quoted cell begins that nothing ends, where there is one
 */
export function parseCsv(file: string): { records: CsvRecord[] } | { unclosed: number } {
  const text = file.replace(/^\ufeff/, "");
  const divider = dividerOf(text);
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let began = 1;
  let opened: number | null = null;
  const endCell = () => {
    cells.push(cell);
    cell = "";
  };
  const endRecord = () => {
    endCell();
    if (cells.some((one) => one.trim() !== "")) records.push({ cells, line: began });
    cells = [];
    began = line;
  };
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    const isBreak = sign === "\n" || (sign === "\r" && text[at + 1] !== "\n");
    if (isBreak) line++;
    if (opened !== null) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else opened = null;
    } else if (sign === '"' && cell.trim() === "") {
      cell = "";
      opened = line;
    } else if (sign === divider) endCell();
    else if (isBreak) endRecord();
    else if (sign !== "\r") cell += sign;
  }
  if (opened !== null) return { unclosed: opened };
  endRecord();
  return { records };
}

function dividerOf(text: string): string {
  const [head = ""] = text.split(/[\r\n]/, 1);
  const counted = dividers.map((one) => ({ one, count: head.split(one).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).one;
}
