import { readFragment } from "#html-fragment";
import { type HtmlNode, TooMuch } from "./html-node.ts";

export type { HtmlElement, HtmlNode } from "./html-node.ts";

/**
 * Reads HTML as browsers do (WHATWG, "parsing HTML documents"), as the content of an element of a page. Never fails: of
 * HTML so deep that no text has it, only the words are left, in one piece. Cells and rows outside of a table, which a
 * browser takes no notice of, are boxes here, so that their words stay apart.
 */
export function parseHtml(html: string): HtmlNode[] {
  if (html === "") return [];
  if (!/[<&\0]/.test(html)) return [html.replace(/\r\n?/g, "\n")];
  try {
    return readFragment(withoutLooseCells(html));
  } catch (error) {
    if (error instanceof TooMuch) return [withoutTags(html)];
    throw error;
  }
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
