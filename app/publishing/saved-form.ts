import type { TextBody } from "../db/schema/index.ts";
import { canonicalHtml } from "../lib/html/canonical-html.ts";
import { type HtmlNode, parseHtml } from "../lib/html/parse-html.ts";
import { isHtml, isPlain, sameText } from "./compare-texts.ts";

/**
 * Whether one of two texts may be what saving makes of the other, in Shopify's editor or by Shopify itself: the same words in
 * the same structure, in another spelling. Only what is reported of them counts: `<b>` as `<strong>`, `<i>` as `<em>`, the
 * editor's own marks (`data-mce-*`, `<meta charset>`), `rel="noopener noreferrer"` on links to a new tab, white space and
 * entities. A word, a link, a style, a class, a script more or less is somebody's edit.
 */
export function sameOnceSaved(contentType: string, a: TextBody | null, b: TextBody | null): boolean {
  if (sameText(a, b)) return true;
  if (a === null || b === null) return false;
  if (typeof a === "string" && typeof b === "string") {
    if (isHtml(contentType, a, b)) return canonicalHtml(savedNodes(a)) === canonicalHtml(savedNodes(b));
    return savedLine(contentType, a) === savedLine(contentType, b);
  }
  if (typeof a === "string" || typeof b === "string" || a.length !== b.length) return false;
  return a.every((line, i) => savedLine(contentType, line) === savedLine(contentType, b[i] ?? ""));
}

/** Plain words: entities decoded once, white space as one space. Lines are kept where a field may hold several. */
function savedLine(contentType: string, text: string): string {
  const decoded = text.replace(/&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,31});/gi, (entity) => {
    const [node] = parseHtml(entity);
    return typeof node === "string" ? node : entity;
  });
  const spaces = isPlain(contentType) ? /[ \t\r\n\f]+/g : /[ \t\f]+/g;
  return decoded
    .replace(/\r\n?/g, "\n")
    .replace(spaces, " ")
    .replace(/ ?\n ?/g, "\n")
    .normalize("NFC")
    .trim();
}

const otherNames: Readonly<Record<string, string>> = { b: "strong", i: "em" };
const ownMark = /^data-mce-/;

function savedNodes(html: string): HtmlNode[] {
  return parseHtml(html).flatMap(savedNode);
}

function savedNode(node: HtmlNode): HtmlNode[] {
  if (typeof node === "string") return [node];
  const { tag } = node;
  const attributes = Object.entries(node.attributes).filter(([name]) => !ownMark.test(name));
  if (tag === "meta" && attributes.every(([name]) => name === "charset")) return [];
  const opensTab = tag === "a" && node.attributes.target === "_blank";
  const kept = attributes.filter(([name, value]) => !(opensTab && name === "rel" && isSafeguard(value)));
  return [
    { tag: otherNames[tag] ?? tag, attributes: Object.fromEntries(kept), children: node.children.flatMap(savedNode) },
  ];
}

/** Of a link to a new tab: nothing but that the new page cannot reach back. */
function isSafeguard(rel: string): boolean {
  return rel.split(/\s+/).every((word) => word === "" || word === "noopener" || word === "noreferrer");
}
