import { kindOf } from "./element-kinds.ts";
import { type HtmlNode, parseHtml } from "./parse-html.ts";

/** White space of every kind, and signs that show nothing: joiners, direction marks, soft hyphens, fillers. */
const blank = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
/** What may come before the first word and hides nothing: no parser is needed to see that a text with such a beginning is visible. */
const nothingYet =
  /\s+|&nbsp;|<\/?(?:p|div|span|h[1-6]|strong|b|em|i|u|a|ul|ol|li|br|hr|img|meta|table|tbody|thead|tr|th|td|dl|dt|dd|figure|section|article|center|font|small)(?: [a-z-]{1,30}="[^"<>]*")* ?\/?>/iy;
const word = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/uy;

/**
 * True when a person would see words: an empty paragraph, no-break spaces, zero-width signs, style, script, fallback text or
 * a lone picture are none. Says so of plain text as well.
 */
export function hasVisibleText(html: string): boolean {
  if (html === "") return false;
  return beginsPlainly(html) ?? holdsWords(parseHtml(html));
}

/** Null when only a parser can tell. */
function beginsPlainly(html: string): boolean | null {
  let at = 0;
  nothingYet.lastIndex = 0;
  while (nothingYet.test(html)) at = nothingYet.lastIndex;
  if (at === html.length) return false;
  word.lastIndex = at;
  return word.test(html) || null;
}

function holdsWords(nodes: readonly HtmlNode[]): boolean {
  return nodes.some((node) =>
    typeof node === "string" ? !blank.test(node) : kindOf(node.tag) !== "hidden" && holdsWords(node.children),
  );
}
