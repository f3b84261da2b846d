import { type DefaultTreeAdapterMap, defaultTreeAdapter, html as known, parseFragment } from "parse5";
import { deepest, type HtmlElement, type HtmlNode, mostElements, TooMuch } from "./html-node.ts";

/**
 * The content of an element of a page, as browsers read it (WHATWG, "parsing HTML documents"), by `parse5`. Browsers have a parser
 * of their own: in the client `#html-fragment` is `fragment-in-browser.ts`, which gives the same tree and saves 50 kB.
 * @throws TooMuch
 */
export function readFragment(html: string): HtmlNode[] {
  return nodesOf(parseFragment(context, html, { treeAdapter: boundedAdapter() }).childNodes);
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
