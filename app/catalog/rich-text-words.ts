const inline = new Set(["text", "link"]);
/** Deeper than any editor makes it: what somebody sent through the API must not exhaust the stack. */
const maxDepth = 20;

/** The words of Shopify's rich text tree, a space between blocks at any depth, a list inside an entry included. */
export function richTextWords(tree: unknown): string {
  return wordsOf(tree, 0).replace(/\s+/g, " ").trim();
}

function wordsOf(node: unknown, depth: number): string {
  if (typeof node !== "object" || node === null || depth > maxDepth) return "";
  if ("value" in node && typeof node.value === "string") return node.value;
  const children: unknown[] = "children" in node && Array.isArray(node.children) ? node.children : [];
  const words = children.map((child) => wordsOf(child, depth + 1)).join("");
  const isInline = "type" in node && typeof node.type === "string" && inline.has(node.type);
  return isInline ? words : ` ${words} `;
}
