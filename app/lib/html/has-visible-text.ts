import { kindOf } from "./element-kinds.ts";
import { type HtmlNode, parseHtml } from "./parse-html.ts";

/** White space of every kind, and signs that show nothing: joiners, direction marks, soft hyphens, fillers. */
const blank = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]*$/u;
/** How most descriptions begin: no parser is needed to see that they say something. */
const plainBeginning =
  /^(?:\s|<(?:p|div|span|h[1-6]|strong|b|em|i|ul|ol|li|br)(?: [a-z-]{1,30}="[^"<>]{0,500}"){0,8} ?\/?>){0,30}(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}]/iu;

/**
 * True when a person would see words: an empty paragraph, no-break spaces, zero-width signs, style, script, fallback text or
 * a lone picture are none. Says so of plain text as well.
 */
export function hasVisibleText(html: string): boolean {
  if (html === "") return false;
  if (plainBeginning.test(html)) return true;
  return holdsWords(parseHtml(html));
}

function holdsWords(nodes: readonly HtmlNode[]): boolean {
  return nodes.some((node) =>
    typeof node === "string" ? !blank.test(node) : kindOf(node.tag) !== "hidden" && holdsWords(node.children),
  );
}
