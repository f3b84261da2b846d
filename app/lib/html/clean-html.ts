import { type Allowed, allowedFor, type Origin } from "./allowed-html.ts";
import { kindOf } from "./element-kinds.ts";
import { type HtmlElement, type HtmlNode, parseHtml } from "./parse-html.ts";
import { serialiseHtml } from "./serialise-html.ts";
import { textOfHtml } from "./text-of-html.ts";
import { contentOfRun, type Piece } from "./text-run.ts";
import { isTidyHtml, withAmpersands } from "./tidy-html.ts";

/**
 * Simple HTML of any HTML: built anew from the parsed tree, out of elements on a list and without any attribute but those
 * that a picture, a video, a link or a table needs, so that nothing gets through by being overlooked. Words of different
 * blocks stay apart, nothing is left where it may not be, and cleaning twice changes nothing more.
 * @param words applied to each piece of words once its entities are decoded
 */
export function cleanHtml(html: string, origin: Origin, words = (text: string): string => text): string {
  const written = withAmpersands(html);
  if (isClean(written)) return written;
  const flow = new Flow(allowedFor(origin));
  flow.walk(changed(parseHtml(html), words), [], false);
  return serialiseHtml(flow.content());
}

function changed(nodes: readonly HtmlNode[], words: (text: string) => string): HtmlNode[] {
  return nodes.map((node) =>
    typeof node === "string" ? words(node) : { ...node, children: changed(node.children, words) },
  );
}

/** Tidy, with no empty element and no white space that would go. */
function isClean(html: string): boolean {
  return (
    isTidyHtml(html, { inBlocks: true }) &&
    !/[\t\n\f\r]| {2}|^ | $| (?:<[^<>]*>)+ | <(?:\/?(?:p|ul|ol|li|h[2-4])|br)>|<(?:\/?(?:p|ul|ol|li|h[2-4])|br)> |<(p|ul|ol|li|strong|em|b|i|h[2-4])>(?:\s|<br>)*<\/\1>/.test(
      html,
    )
  );
}

/** Elements inside one another, of each kind, that a text may need. */
const deepest = 8;
const headings: Readonly<Record<string, string>> = { h1: "h2", h2: "h2", h3: "h3", h4: "h4", h5: "h4", h6: "h4" };

/** Elements around words, outermost first. */
type Within = readonly HtmlElement[];

interface Run {
  pieces: Piece[];
  /** is in no element that makes it a paragraph */
  loose: boolean;
}

interface Paragraph {
  content: HtmlNode[];
  loose: boolean;
}

/** The content of one block on its way to be valid: blocks beside each other, and runs of words between them. */
class Flow {
  readonly #allowed: Allowed;
  readonly #depth: number;
  /** words only: what divides blocks is a space */
  readonly #phrasing: boolean;
  readonly #parts: (HtmlElement | Run)[] = [];
  #pieces: Piece[] = [];

  constructor(allowed: Allowed, { depth = 0, phrasing = false } = {}) {
    this.#allowed = allowed;
    this.#depth = depth;
    this.#phrasing = phrasing || depth >= deepest;
  }

  walk(nodes: readonly HtmlNode[], within: Within, loose = true): void {
    for (const node of nodes) {
      if (typeof node === "string") this.#pieces.push({ node, within });
      else this.#element(node, within, loose);
    }
  }

  content(): HtmlNode[] {
    if (this.#phrasing) return contentOfRun(this.#pieces);
    this.#endRun(this.#depth > 0);
    const parts = this.#parts.flatMap((part): (HtmlElement | Paragraph)[] => {
      if (!("pieces" in part)) return [part];
      const content = contentOfRun(part.pieces);
      return content.length > 0 ? [{ content, loose: part.loose }] : [];
    });
    return parts.flatMap((part, i): HtmlNode[] => {
      if (!("content" in part)) return [part];
      const beside = [parts[i - 1], parts[i + 1]].some((other) => other && "content" in other);
      return part.loose && !beside ? part.content : [element("p", part.content)];
    });
  }

  #element(node: HtmlElement, within: Within, loose: boolean): void {
    const { tag, children } = node;
    const kind = kindOf(tag);
    const media = this.#allowed.media(node);
    if (tag === "br") this.#pieces.push({ node: element("br", []), within });
    else if (media && tag === "a") this.walk(children, this.#inside(within, media), loose);
    else if (media) this.#pieces.push({ node: media, within });
    else if (kind === "inline") {
      const kept = this.#allowed.inline(tag);
      this.walk(children, kept ? this.#inside(within, element(tag, [])) : within, loose);
    } else if (kind === "line") this.#block(node, within, loose);
    else {
      this.#pieces.push({ node: " ", within });
      if (kind === "apart") this.walk(children, within, loose);
      this.#pieces.push({ node: " ", within });
    }
  }

  #inside(within: Within, element: HtmlElement): Within {
    return within.length >= deepest || within.some(({ tag }) => tag === element.tag) ? within : [...within, element];
  }

  #block(node: HtmlElement, within: Within, loose: boolean): void {
    this.#endRun(loose);
    const made = this.#phrasing ? null : this.#made(node, within);
    if (made) this.#parts.push(...made);
    else if (node.tag === "table") this.#rows(cellsOf(node), within);
    else if (node.tag === "dl") this.#rows(pairsOf(node), within);
    else {
      this.walk(node.children, within, false);
      this.#endRun(false);
    }
  }

  /** The block itself where it is allowed; null when only what is in it may. */
  #made(node: HtmlElement, within: Within): HtmlElement[] | null {
    const { tag, children } = node;
    const heading = headings[tag];
    if (heading) return unlessEmpty(element(heading, this.#words(children, within)));
    if (tag === "ul" || tag === "ol") return unlessEmpty(element(tag, this.#items(children, within)));
    if (tag === "table") return this.#allowed.table(node) ? this.#table(node, within) : null;
    if (tag === "dl") return this.#allowed.table(node) ? this.#list(node, within) : null;
    if (!this.#allowed.block(tag)) return null;
    if (tag === "hr") return [element("hr", [])];
    const summary = tag === "details" ? "summary" : tag === "figure" ? "figcaption" : "";
    const title = children.find((child) => isElement(child) && child.tag === summary);
    const titled = isElement(title) ? unlessEmpty(element(summary, this.#words(title.children, within))) : [];
    const inner = this.#blocks(
      children.filter((child) => child !== title),
      within,
    );
    return unlessEmpty(element(tag, summary === "summary" ? [...titled, ...inner] : [...inner, ...titled]));
  }

  #words(nodes: readonly HtmlNode[], within: Within): HtmlNode[] {
    const flow = new Flow(this.#allowed, { depth: this.#depth + 1, phrasing: true });
    flow.walk(nodes, within);
    return flow.content();
  }

  #blocks(nodes: readonly HtmlNode[], within: Within): HtmlNode[] {
    const flow = new Flow(this.#allowed, { depth: this.#depth + 1 });
    flow.walk(nodes, within);
    return flow.content();
  }

  /** What is in a list beside its items becomes part of the item before, or an item of its own. */
  #items(nodes: readonly HtmlNode[], within: Within): HtmlElement[] {
    const items: HtmlNode[][] = [];
    let open = false;
    for (const node of nodes) {
      if (isElement(node) && node.tag === "li") {
        items.push([...node.children]);
        open = false;
      } else if (isElement(node) && (node.tag === "ul" || node.tag === "ol") && items.length > 0) {
        items.at(-1)?.push(node);
        open = false;
      } else if (open) items.at(-1)?.push(node);
      else if (isElement(node) || node.trim() !== "") {
        items.push([node]);
        open = true;
      }
    }
    return items.flatMap((item) => unlessEmpty(element("li", this.#blocks(item, within))));
  }

  #table(table: HtmlElement, within: Within): HtmlElement[] {
    const caption = elementsIn(table).find(({ tag }) => tag === "caption");
    const groups = elementsIn(table)
      .filter(isGroup)
      .flatMap((group) => {
        const rows = rowsIn(group).flatMap((row) => {
          const cells = cellsIn(row).map((cell) => ({
            tag: cell.tag,
            attributes: spansOf(cell),
            children: this.#blocks(cell.children, within),
          }));
          return cells.some(({ children }) => children.length > 0) ? [element("tr", cells)] : [];
        });
        return unlessEmpty(element(group.tag, rows));
      });
    if (groups.length === 0) return caption ? unlessEmpty(element("p", this.#words(caption.children, within))) : [];
    return [
      element("table", [
        ...(caption ? unlessEmpty(element("caption", this.#words(caption.children, within))) : []),
        ...groups,
      ]),
    ];
  }

  #list(list: HtmlElement, within: Within): HtmlElement[] {
    const entries = inBoxes(list).flatMap(({ tag, children }) =>
      unlessEmpty(element(tag, tag === "dt" ? this.#words(children, within) : this.#blocks(children, within))),
    );
    return unlessEmpty(element("dl", entries));
  }

  /** Each row a paragraph: a name and its value, or cells side by side. */
  #rows(rows: readonly HtmlNode[][][], within: Within): void {
    for (const row of rows) {
      const cells = row.map((cell) => this.#words(cell, within)).filter((cell) => cell.length > 0);
      cells.forEach((cell, i) => {
        if (i > 0) this.#pieces.push({ node: dividerAfter(cells[i - 1] ?? [], cells.length), within: [] });
        for (const node of cell) this.#pieces.push({ node, within: [] });
      });
      this.#endRun(false);
    }
  }

  #endRun(loose: boolean): void {
    if (this.#pieces.length === 0) return;
    if (this.#phrasing) {
      this.#pieces.push({ node: " ", within: [] });
      return;
    }
    this.#parts.push({ pieces: this.#pieces, loose });
    this.#pieces = [];
  }
}

function element(tag: string, children: HtmlNode[]): HtmlElement {
  return { tag, attributes: {}, children };
}

function unlessEmpty(made: HtmlElement): HtmlElement[] {
  return made.children.length > 0 ? [made] : [];
}

function isElement(node: HtmlNode | undefined): node is HtmlElement {
  return typeof node === "object";
}

function elementsIn({ children }: HtmlElement): HtmlElement[] {
  return children.filter(isElement);
}

function cellsOf(table: HtmlElement): HtmlNode[][][] {
  return elementsIn(table).flatMap((group) =>
    isGroup(group)
      ? rowsIn(group).map((row) => cellsIn(row).map(({ children }) => children))
      : [[group.tag === "caption" ? group.children : []]],
  );
}

function isGroup({ tag }: HtmlElement): boolean {
  return tag === "thead" || tag === "tbody" || tag === "tfoot";
}

function rowsIn(group: HtmlElement): HtmlElement[] {
  return elementsIn(group).filter(({ tag }) => tag === "tr");
}

function cellsIn(row: HtmlElement): HtmlElement[] {
  return elementsIn(row).filter(({ tag }) => tag === "td" || tag === "th");
}

/** Terms and their descriptions; a list may keep its pairs in boxes. What is neither counts as a description of the term before. */
function inBoxes({ children }: HtmlElement): HtmlElement[] {
  return children.flatMap((child) => {
    if (!isElement(child)) return child.trim() === "" ? [] : [element("dd", [child])];
    if (child.tag === "div") return inBoxes(child);
    return [child.tag === "dt" || child.tag === "dd" ? child : element("dd", [child])];
  });
}

function pairsOf(list: HtmlElement): HtmlNode[][][] {
  const rows: HtmlNode[][][] = [];
  let told = true;
  for (const { tag, children } of inBoxes(list)) {
    if (told && tag === "dt") rows.push([]);
    if (rows.length === 0) rows.push([]);
    told = tag === "dd";
    rows.at(-1)?.push(children);
  }
  return rows;
}

function dividerAfter(cell: readonly HtmlNode[], cells: number): string {
  if (cells > 2) return ", ";
  return /[\p{L}\p{N}\p{M}"'’”)\]%]$/u.test(textOfHtml(cell)) ? ": " : " ";
}

/** What a cell spans, and of which cells it is the head. */
function spansOf({ attributes }: HtmlElement): Record<string, string> {
  const { colspan = "", rowspan = "", scope = "" } = attributes;
  return {
    ...(/^[1-9]\d{0,2}$/.test(colspan) ? { colspan } : {}),
    ...(/^[1-9]\d{0,2}$/.test(rowspan) ? { rowspan } : {}),
    ...(/^(?:col|row|colgroup|rowgroup)$/.test(scope) ? { scope } : {}),
  };
}
