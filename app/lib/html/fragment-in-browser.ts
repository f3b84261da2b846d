import { deepest, type HtmlElement, type HtmlNode, mostElements, TooMuch } from "./html-node.ts";

const spaces: Record<string, string> = {
  "http://www.w3.org/2000/svg": "svg:",
  "http://www.w3.org/1998/Math/MathML": "math:",
};
/** A document that shows nothing: in it no picture is fetched and no script runs. */
let inert: Document | undefined;

/** As `fragment.ts`, by the browser's own parser. @throws TooMuch */
export function readFragment(html: string): HtmlNode[] {
  inert ??= document.implementation.createHTMLDocument("");
  const root = inert.createElement("div");
  root.innerHTML = html;
  if (root.getElementsByTagName("*").length > mostElements) throw new TooMuch();
  // parse5 counts the fragment's own root.
  return nodesOf(root, 1);
}

function nodesOf(parent: Element, depth: number): HtmlNode[] {
  if (depth > deepest) throw new TooMuch();
  const nodes: HtmlNode[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    if (node instanceof Element) nodes.push(elementOf(node, depth));
    else if (node.nodeType === Node.TEXT_NODE) {
      // Chrome cuts words at 65,536 signs.
      const goesOn = node.previousSibling?.nodeType === Node.TEXT_NODE;
      const words = (node as Text).data;
      if (goesOn) nodes[nodes.length - 1] += words;
      else nodes.push(words);
    }
  }
  return nodes;
}

function elementOf(element: Element, depth: number): HtmlElement {
  const { localName, namespaceURI } = element;
  const attributes: Record<string, string> = Object.create(null);
  for (const { localName: name, value } of element.attributes) attributes[name] = value;
  const tag = `${spaces[namespaceURI ?? ""] ?? ""}${localName}`;
  // Where no script runs, `noscript` holds elements; on a page, and for parse5, it holds words.
  const children =
    tag === "noscript" ? [element.innerHTML].filter((words) => words !== "") : nodesOf(element, depth + 1);
  return { tag, attributes, children };
}
