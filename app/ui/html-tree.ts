import { kindOf } from "../lib/html/element-kinds.ts";
import { type HtmlElement, type HtmlNode as Parsed, parseHtml } from "../lib/html/parse-html.ts";
import { isPlayer, safeAddress } from "../lib/html/safe-address.ts";

/** A piece of markup reduced to what a preview needs: text, pictures, and elements without any attribute. */
export type HtmlNode = string | { tag: HtmlTag; children: HtmlNode[] } | { tag: "img"; src: string; alt: string };
export type HtmlTag = (typeof shown)[number] | "br";

const shown = [
  ...(["strong", "b", "em", "i", "u", "s", "sub", "sup", "small", "code"] as const),
  ...(["p", "ul", "ol", "li", "h3", "blockquote", "div"] as const),
  ...(["table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption"] as const),
] as const;
const known: ReadonlySet<string> = new Set(shown);
/** A heading of a product stands below the heading of its text, which is the page's second. */
const shownAs: Record<string, string> = {
  h1: "h3",
  h2: "h3",
  h4: "h3",
  h5: "h3",
  h6: "h3",
  dl: "ul",
  dt: "li",
  dd: "li",
};
const ofTables: ReadonlySet<string> = new Set(["table", "thead", "tbody", "tfoot", "tr"]);
/** Elements inside one another; what is nested deeper leaves its text. A live text may hold anything. */
const deepest = 40;

/**
 * HTML as a tree that is safe by construction: but for a picture's address every attribute is dropped, unknown elements
 * leave their text, and the nesting is what a browser makes of it.
 */
export function previewOf(html: string): HtmlNode[] {
  return nodesOf(parseHtml(html), 0);
}

function nodesOf(nodes: readonly Parsed[], depth: number): HtmlNode[] {
  return nodes.flatMap((node) => {
    if (typeof node !== "string") return elementOf(node, depth);
    const text = node.replace(/[\t\n\f\r ]+/g, " ");
    return text === "" ? [] : [text];
  });
}

function elementOf({ tag, attributes, children }: HtmlElement, depth: number): HtmlNode[] {
  const kind = kindOf(tag);
  if (tag === "img") {
    // A relative address would lead into this app.
    const src = safeAddress(attributes.src ?? "", "media");
    return src === null || !/^(?:https?:)?\/\//i.test(src) ? [] : [{ tag, src, alt: attributes.alt ?? "" }];
  }
  if (tag === "video" || (tag === "iframe" && isPlayer(attributes.src ?? "")))
    return [{ tag: "em", children: ["▶ Video"] }];
  if (kind === "hidden") return [];
  if (tag === "br" || tag === "hr") return [{ tag: "br", children: [] }];
  const inner = nodesOf(children, depth + 1);
  const as = shownAs[tag] ?? (kind === "line" && !known.has(tag) ? "div" : tag);
  if (!known.has(as) || depth >= deepest) return kind === "inline" ? inner : [" ", ...inner, " "];
  const kept = ofTables.has(as) ? inner.filter((node) => typeof node !== "string") : inner;
  return [{ tag: as as HtmlTag, children: kept }];
}
