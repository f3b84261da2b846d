const token = /<(\/?)(p|ul|ol|li|strong|em|b|i|h[2-4]|br)>|[^<>&]+|&(?:amp|lt|gt);/gy;

/** What may be inside of what: a parser would move nothing. */
const blocks: ReadonlySet<string> = new Set(["p", "ul", "ol", "h2", "h3", "h4"]);
const lists: ReadonlySet<string> = new Set(["ul", "ol"]);
const deepest = 10;

/**
 * True for HTML as models write it: the allowed tags without attributes, each closed where it was opened, blocks beside each
 * other and items in lists. Such a text is already what a parser would make of it, and need not be parsed to see that.
 * @param inBlocks true: no words may be outside of a block
 */
export function isTidyHtml(html: string, { inBlocks = false } = {}): boolean {
  const open: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const match = token.exec(html);
    if (!match) return false;
    const [, slash, tag] = match;
    if (inBlocks && open.length === 0 && !blocks.has(tag ?? "")) return false;
    if (tag === undefined) continue;
    if (slash) {
      if (open.pop() !== tag) return false;
    } else if (!mayOpen(tag, open)) return false;
    else if (tag !== "br") open.push(tag);
  }
  return open.length === 0;
}

/** `Fern & Field`, as models write it, the way a parser's result is written; a sign that may begin an entity stays as it is. */
export function withAmpersands(html: string): string {
  return html.includes("&") ? html.replace(/&(?![a-z0-9#])/gi, "&amp;") : html;
}

function mayOpen(tag: string, open: readonly string[]): boolean {
  const inside = open.at(-1) ?? "";
  if (open.length >= deepest) return false;
  if (tag === "li") return lists.has(inside);
  return blocks.has(tag) ? inside === "" || (inside === "li" && lists.has(tag)) : true;
}
