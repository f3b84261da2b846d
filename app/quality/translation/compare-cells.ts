import { type HtmlNode, parseHtml } from "../../lib/html/parse-html.ts";
import { textOfHtml } from "../../lib/html/text-of-html.ts";
import { changedPlaces } from "./changed-places.ts";
import { pairNumbers } from "./numbers/pair-numbers.ts";
import { readNumbers } from "./numbers/read-numbers.ts";
import type { SaidNumber } from "./numbers/said-number.ts";
import type { Difference, Side } from "./side.ts";

const cellTags: ReadonlySet<string> = new Set(["td", "th", "dt", "dd"]);
/** A table beyond this is compared by its rows alone. */
const mostCells = 400;

/** A text with the HTML that it is read from. */
interface Written extends Side {
  html: string;
}

/** Numbers that changed places between the cells of tables, which stand on one line with their row. */
export function compareCells(source: Written, target: Written): Difference[] {
  if (!/<(?:t[dh]|d[dt])\b/i.test(source.html)) return [];
  const [before, after] = [cellsOf(source.html), cellsOf(target.html)];
  if (before.length !== after.length || before.length > mostCells) return [];
  const moved = changedPlaces(numbersIn(before, source), numbersIn(after, target), pairNumbers);
  return moved.map(({ source: from, target: to }): Difference => ({ kind: "changed", source: from, target: to }));
}

function cellsOf(html: string): string[] {
  const cells: string[] = [];
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (typeof node === "string") continue;
      if (cellTags.has(node.tag)) cells.push(textOfHtml(node.children));
      else walk(node.children);
    }
  };
  walk(parseHtml(html));
  return cells;
}

/** The numbers of each cell, at their places in the whole text. */
function numbersIn(cells: readonly string[], { text, locale }: Side): SaidNumber[][] {
  let from = 0;
  return cells.map((cell) => {
    const at = text.indexOf(cell, from);
    const offset = at === -1 ? from : at;
    from = at === -1 ? from : at + cell.length;
    const { numbers } = readNumbers({ text: cell, locale });
    return numbers.map((one) => ({ ...one, start: one.start + offset, end: one.end + offset }));
  });
}
