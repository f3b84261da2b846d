import type { Origin } from "../../lib/html/allowed-html.ts";
import { cleanHtml } from "../../lib/html/clean-html.ts";
import { cleanUnicode } from "./clean-unicode.ts";
import { bare, hasTooManySigns } from "./too-many-signs.ts";

/**
 * Keeps paragraphs, lists, headings and emphasis, and of tables, pictures, videos and links what the text's origin allows;
 * plain text becomes paragraphs.
 */
export function keepSimpleHtml(html: string, origin: Origin = { by: "model" }): string {
  if (hasTooManySigns(html, origin.by)) return `<p>${bare(html)}</p>`;
  // Without a whole tag there is only the beginning of one, which a parser would take for all that follows.
  const source = looksLikeHtml(html) ? html : paragraphs(html.replace(/<(?=\/?[a-z])/gi, "&lt;"));
  return cleanHtml(source, origin, cleanUnicode);
}

function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][^<>]*>/i.test(text);
}

function paragraphs(text: string): string {
  const blocks = text.split(/\n[ \t]*\n/).filter((block) => block.trim() !== "");
  return blocks.map((block) => `<p>${block.trim().replaceAll("\n", "<br>")}</p>`).join("");
}
