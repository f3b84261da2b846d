import { textOfHtml } from "../lib/html/text-of-html.ts";

/** Plain text of a description: what a reader sees of it, one line a block, with nothing but single spaces. */
export function descriptionText(html: string): string {
  if (html === "") return "";
  const text = textOfHtml(html);
  // White space of other kinds, template code and signs that nobody sees are no facts.
  return plain.test(text)
    ? text
    : text
        .replace(/\{\{[^{}]{0,500}\}\}|\{%[^{}]{0,500}%\}/g, " ")
        .replace(/[\u200b\u2060\ufeff\u00ad]/g, "")
        .split("\n")
        .map((line) => line.replace(/\s+/g, " ").trim())
        .filter((line) => line !== "")
        .join("\n");
}

const plain = /^[\x20-\x7a|\x7e\n]*$/;
