import sanitizeHtml from "sanitize-html";
import { isTidyHtml } from "../lib/tidy-html.ts";

/** Plain text of a description: tags, scripts and styles gone, entities decoded, one line a block. */
export function descriptionText(html: string): string {
  if (html === "") return "";
  const withBreaks = html.replace(/<(?:br|\/p|\/li|\/h[1-6]|\/div|\/tr|\/ul|\/ol|\/blockquote)\b[^<>]*>/gi, "\n$&");
  // What needs no parser has its tags in plain sight.
  const bare = isTidyHtml(html)
    ? withBreaks.replace(/<[^<>]*>/g, "")
    : sanitizeHtml(withBreaks, { allowedTags: [], allowedAttributes: {} });
  const text = bare.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** True when a person would see words: an empty paragraph or a lone picture is no description. Stops at the first word. */
export function hasWords(html: string): boolean {
  let inTag = false;
  for (let i = 0; i < html.length; i++) {
    const char = html[i] as string;
    if (inTag) {
      if (char === ">") inTag = false;
    } else if (char === "<") inTag = true;
    else if (html.startsWith("&nbsp;", i)) i += 5;
    else if (char.trim() !== "" && char !== "\u200b") return true;
  }
  return false;
}
