import sanitizeHtml from "sanitize-html";
import { isTidyHtml } from "../../lib/html/tidy-html.ts";

const allowedTags = ["p", "br", "ul", "ol", "li", "strong", "em", "b", "i", "h2", "h3", "h4"];

const options: sanitizeHtml.IOptions = {
  allowedTags,
  allowedAttributes: {},
  allowedSchemes: [],
  nestingLimit: 12,
  transformTags: { h1: "h2", h5: "h4", h6: "h4", div: "p" },
};

/**
 * No text for a product has so many signs that mean something in HTML. What has more is not parsed but bared of them all,
 * which takes a hundredth of the time.
 */
const maxSigns = 2_000;

/** Keeps paragraphs, lists, headings and emphasis, without any attribute; plain text becomes paragraphs. */
export function keepSimpleHtml(html: string): string {
  if (hasTooManySigns(html)) return `<p>${bared(html)}</p>`;
  const plain = html.replace(/&(?![a-z#])/gi, "&amp;");
  const source = looksLikeHtml(html) ? plain : paragraphs(plain);
  return (isTidyHtml(source) ? source : sanitizeHtml(source, options))
    .replace(/[ \t\n]+/g, " ")
    .replace(/<(p|li|h[2-4]|ul|ol|strong|em|b|i)>(?:\s|\u00a0|<br(?: \/)?>)*<\/\1>/g, "")
    .replace(/ ?(<\/?(?:p|ul|ol|li|h[2-4])>) ?/g, "$1")
    .replaceAll("<br />", "<br>")
    .trim();
}

const plainOptions: sanitizeHtml.IOptions = { allowedTags: [], allowedAttributes: {}, nestingLimit: 12 };

/** Rounds that take tags out of what decoding brought to light. */
const maxRounds = 5;

/** Plain text: tags gone, entities decoded once; tags that were hidden in entities go as well. */
export function keepPlainText(text: string): string {
  let bare = /<|&[a-z#]/i.test(text) ? withoutTags(text) : text;
  for (let round = 0; round < maxRounds && /<\s*\/?\s*[a-z!?]/i.test(bare); round++) bare = withoutTags(bare);
  return bare.replace(/[ \t\n]+/g, " ").trim();
}

function withoutTags(text: string): string {
  return hasTooManySigns(text) ? bared(text) : decodeOnce(sanitizeHtml(text, plainOptions));
}

function hasTooManySigns(text: string): boolean {
  let count = 0;
  for (const _sign of text.matchAll(/[<>&\n]/g)) {
    count++;
    if (count > maxSigns) return true;
  }
  return false;
}

function bared(text: string): string {
  return text
    .replace(/<[^<>]*>/g, " ")
    .replace(/[\s<>&]+/g, " ")
    .trim();
}

/** What sanitize-html writes for these four signs; everything else it has decoded itself. */
function decodeOnce(text: string): string {
  return text.replace(/&(lt|gt|quot|amp);/g, (_all, name: string) => signs[name] ?? "");
}

const signs: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" };

function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][^<>]*>/i.test(text);
}

function paragraphs(text: string): string {
  const blocks = text.split(/\n[ \t]*\n/).filter((block) => block.trim() !== "");
  return blocks.map((block) => `<p>${block.trim().replaceAll("\n", "<br>")}</p>`).join("");
}
