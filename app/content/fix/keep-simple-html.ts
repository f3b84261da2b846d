import sanitizeHtml from "sanitize-html";

const allowedTags = ["p", "br", "ul", "ol", "li", "strong", "em", "b", "i", "h2", "h3", "h4"];

const options: sanitizeHtml.IOptions = {
  allowedTags,
  allowedAttributes: {},
  allowedSchemes: [],
  nestingLimit: 12,
  transformTags: { h1: "h2", h5: "h4", h6: "h4", div: "p" },
};

/** Keeps paragraphs, lists, headings and emphasis, without any attribute; plain text becomes paragraphs. */
export function keepSimpleHtml(html: string): string {
  const source = looksLikeHtml(html) ? html : paragraphs(html);
  return sanitizeHtml(source, options)
    .replace(/[ \t\n]+/g, " ")
    .replace(/<(p|li|h[2-4]|ul|ol|strong|em|b|i)>(?:\s|\u00a0|<br \/>)*<\/\1>/g, "")
    .replace(/ ?(<\/?(?:p|ul|ol|li|h[2-4])>) ?/g, "$1")
    .replaceAll("<br />", "<br>")
    .trim();
}

const plainOptions: sanitizeHtml.IOptions = { allowedTags: [], allowedAttributes: {}, nestingLimit: 12 };

/** Rounds that take tags out of what decoding brought to light. */
const maxRounds = 5;

/** Plain text: tags gone, entities decoded once; tags that were hidden in entities go as well. */
export function keepPlainText(text: string): string {
  let bare = /[<&]/.test(text) ? decodeOnce(sanitizeHtml(text, plainOptions)) : text;
  for (let round = 0; round < maxRounds && /<\s*\/?\s*[a-z!?]/i.test(bare); round++) {
    bare = decodeOnce(sanitizeHtml(bare, plainOptions));
  }
  return bare.replace(/[ \t\n]+/g, " ").trim();
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
