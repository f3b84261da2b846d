import { type DefaultTreeAdapterMap, defaultTreeAdapter, html as known, parseFragment } from "parse5";

/** A piece of parsed HTML: words, with their entities decoded, or an element. Comments are gone. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  /** lower case; `svg:…` and `math:…` for what is of another namespace than HTML */
  tag: string;
  /** as the parser read them: lower-case names, decoded values, the first of two with one name */
  attributes: Readonly<Record<string, string>>;
  children: HtmlNode[];
}

/** Elements inside one another. Browsers stop at 512; what no text has is not worth the square of its size. */
const deepest = 200;
/** A row of unclosed formatting elements makes a parser build them anew in each paragraph. */
const mostElements = 50_000;

class TooMuch extends Error {}

/**
 * Reads HTML as browsers do (WHATWG, "parsing HTML documents"), as the content of an element of a page. Never fails: of
 * HTML so deep that no text has it, only the words are left, in one piece. Cells and rows outside of a table, which a
 * browser takes no notice of, are boxes here, so that their words stay apart.
 */
export function parseHtml(html: string): HtmlNode[] {
  if (html === "") return [];
  if (!/[<&\0]/.test(html)) return [html.replace(/\r\n?/g, "\n")];
  try {
    return nodesOf(parseFragment(context, withoutLooseCells(html), { treeAdapter: boundedAdapter() }).childNodes);
  } catch (error) {
    if (error instanceof TooMuch) return [withoutTags(html)];
    throw error;
  }
}

const context = defaultTreeAdapter.createElement("div", known.NS.HTML, []);

function boundedAdapter(): typeof defaultTreeAdapter {
  let depth = 0;
  let elements = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tag, namespace, attributes) {
      elements++;
      if (elements > mostElements) throw new TooMuch();
      return defaultTreeAdapter.createElement(tag, namespace, attributes);
    },
    onItemPush() {
      depth++;
      if (depth > deepest) throw new TooMuch();
    },
    onItemPop() {
      depth--;
    },
  };
}

type Parsed = DefaultTreeAdapterMap["childNode"];

function nodesOf(parsed: readonly Parsed[]): HtmlNode[] {
  const nodes: HtmlNode[] = [];
  for (const node of parsed) {
    if ("value" in node) nodes.push(node.value);
    else if ("tagName" in node) nodes.push(elementOf(node));
  }
  return nodes;
}

function elementOf(node: DefaultTreeAdapterMap["element"]): HtmlElement {
  const space = node.namespaceURI === known.NS.SVG ? "svg:" : node.namespaceURI === known.NS.MATHML ? "math:" : "";
  const attributes: Record<string, string> = Object.create(null);
  for (const { name, value } of node.attrs) attributes[name] = value;
  // What is in a template is no part of the page.
  return { tag: `${space}${node.tagName}`, attributes, children: nodesOf(node.childNodes) };
}

function withoutLooseCells(html: string): string {
  if (!/<(?:t[dhr]|tbody|thead|tfoot|caption)\b/i.test(html) || /<table\b/i.test(html)) return html;
  return html.replace(/<(\/?)(?:td|th|tr|tbody|thead|tfoot|caption)(?=[\s>/])/gi, "<$1div");
}

function withoutTags(html: string): string {
  return html
    .replace(/<[^<>]*>/g, " ")
    .replace(/[\s<>&]+/g, " ")
    .trim();
}
