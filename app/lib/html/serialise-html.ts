import { voidTags } from "./element-kinds.ts";
import type { HtmlNode } from "./parse-html.ts";

/** Tags whose content a parser reads to the letter: it could not be written so that it is read alike. */
const rawTags: ReadonlySet<string> = new Set(
  "script style xmp iframe noembed noframes noscript plaintext template textarea title".split(" "),
);

/**
 * Writes a tree as HTML that reads back as that tree, as far as its nesting is a valid one. Of raw-text elements only the
 * tags are written, never the content.
 */
export function serialiseHtml(nodes: readonly HtmlNode[]): string {
  let html = "";
  for (const node of nodes) {
    if (typeof node === "string") {
      // Composed with the sign before it, it would unmake the tag.
      html += escapeHtml(node).replace(/^\u0338/, "&#824;");
      continue;
    }
    html += `<${node.tag}${attributesOf(node.attributes)}>`;
    if (voidTags.has(node.tag)) continue;
    html += `${rawTags.has(node.tag) ? "" : serialiseHtml(node.children)}</${node.tag}>`;
  }
  return html;
}

function attributesOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === "" && name !== "alt" ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`))
    .join("");
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Words as HTML shows them to the letter. */
export function escapeHtml(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (sign) => signs[sign] ?? sign) : text;
}

function escapeAttribute(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}
