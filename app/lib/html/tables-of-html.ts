import { type HtmlElement, type HtmlNode, parseHtml } from "./parse-html.ts";
import { textOfHtml } from "./text-of-html.ts";

/** A row of a table as a reader sees it, without empty cells at its end. Of a `dl`: the terms, then their descriptions. */
export interface TableRow {
  /** plain text on one line each */
  cells: string[];
  /** of each cell: it names something (`th`, `dt`) */
  heads: boolean[];
  /** a cell of it reaches into the rows below, which lack it then */
  reaches?: boolean;
}

/** Tables and description lists in their order; one inside another is listed by itself. */
export function tablesOf(html: string | readonly HtmlNode[]): TableRow[][] {
  const tables: TableRow[][] = [];
  gather(typeof html === "string" ? parseHtml(html) : html, tables);
  return tables.filter((rows) => rows.length > 0);
}

/**
 * Rows that say one thing of a product: a name and a value, of tables with two columns and of description lists. Where the
 * columns have headings, the second one's is put before each value: "Chest (cm): 90" of size S, "Ours: linen".
 */
export function namedRows(html: string | readonly HtmlNode[]): { name: string; value: string }[] {
  return tablesOf(html).flatMap((rows) => {
    if (rows.some(({ reaches }) => reaches)) return [];
    const hasHeadings = rows.length > 1 && (areHeads(rows[0]) ? !areHeads(rows[1]) : isSizeChart(rows));
    // Where the rows have heads of their own, the columns' headings only say "property" and "value".
    const hasRowHeads = rows.slice(1).every(({ heads }) => heads[0]);
    const heading = hasHeadings && !hasRowHeads ? (rows[0]?.cells[1] ?? "") : "";
    return (hasHeadings ? rows.slice(1) : rows).flatMap(({ cells }) => {
      const [name = "", value = "", ...more] = cells;
      if (more.length > 0 || name === "" || value === "") return [];
      return [{ name: name.replace(/\s*[:：]$/, ""), value: heading ? `${heading}: ${value}` : value }];
    });
  });
}

function areHeads(row: TableRow | undefined): boolean {
  return row?.heads.every(Boolean) ?? false;
}

/** Numbers, and letters of sizes, which are not translated. */
const size = /^(?:(?:EU|UK|US|FR|IT|DE)?\s*\d+(?:[.,/–-]\d+)*(?:\s*½)?|\d?X{0,4}[SML])$/iu;

/** All rows but the first are named by sizes: the first names the columns, whatever it is made of. */
function isSizeChart([first, ...rest]: readonly TableRow[]): boolean {
  return !size.test(first?.cells[0] ?? "") && rest.every(({ cells }) => size.test(cells[0] ?? ""));
}

function gather(nodes: readonly HtmlNode[], tables: TableRow[][]): void {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    if (node.tag === "table") tables.push(rowsOf(node));
    else if (node.tag === "dl") tables.push(pairsOf(node));
    gather(node.children, tables);
  }
}

function rowsOf(table: HtmlElement): TableRow[] {
  const rows: TableRow[] = [];
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (typeof node === "string") continue;
      if (node.tag === "tr") rows.push(rowOf(elements(node).filter(({ tag }) => tag === "td" || tag === "th")));
      else if (/^t(?:head|body|foot)$/.test(node.tag)) walk(node.children);
    }
  };
  walk(table.children);
  return rows.filter(({ cells }) => cells.length > 0);
}

function rowOf(cells: readonly HtmlElement[]): TableRow {
  const texts = cells.map(oneLine);
  while (texts.at(-1) === "") texts.pop();
  const reaches = cells.some(({ attributes }) => Number(attributes.rowspan ?? 1) > 1);
  return {
    cells: texts,
    heads: cells.slice(0, texts.length).map(({ tag }) => tag === "th"),
    ...(reaches ? { reaches } : {}),
  };
}

function pairsOf(list: HtmlElement): TableRow[] {
  const rows: TableRow[] = [];
  let terms: string[] = [];
  let told: string[] = [];
  const flush = (): void => {
    if (terms.length > 0 && told.length > 0)
      rows.push({ cells: [terms.join(", "), told.join(", ")], heads: [true, false] });
    terms = [];
    told = [];
  };
  // A list may keep its pairs in boxes.
  for (const node of elements(list).flatMap((child) => (child.tag === "div" ? elements(child) : [child]))) {
    if (node.tag === "dt") {
      if (told.length > 0) flush();
      terms.push(oneLine(node));
    } else if (node.tag === "dd") told.push(oneLine(node));
  }
  flush();
  return rows;
}

function elements({ children }: HtmlElement): HtmlElement[] {
  return children.filter((child) => typeof child !== "string");
}

function oneLine({ children }: HtmlElement): string {
  return textOfHtml(children).replaceAll("\n", " ");
}
