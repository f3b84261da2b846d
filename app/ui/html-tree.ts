/** A piece of markup reduced to what a preview needs: text, and elements without any attribute. */
export type HtmlNode = string | { tag: HtmlTag; children: HtmlNode[] };
export type HtmlTag = (typeof inlineTags)[number] | (typeof blockTags)[number] | "br";

const inlineTags = ["strong", "b", "em", "i", "u", "s", "sub", "sup", "small", "code"] as const;
const blockTags = ["p", "ul", "ol", "li", "h4", "blockquote", "div"] as const;
const inline: ReadonlySet<string> = new Set(inlineTags);
const block: ReadonlySet<string> = new Set(blockTags);
/** Dropped together with what is inside. */
const dropped = /^(script|style|iframe|object|embed|template|noscript|svg|math|title|head|textarea|select|form)$/;
/** A heading of a product must not become a heading of the page; table parts would need a whole table to be valid. */
const shownAs: Record<string, string> = {
  h1: "h4", h2: "h4", h3: "h4", h5: "h4", h6: "h4", section: "div", article: "div", table: "div", tr: "div", pre: "div", dl: "ul", dt: "li", dd: "li", td: "", th: "",
}; // biome-ignore format: one table
const token =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:"[^"]*"|'[^']*'|[^'">]){0,1000})>/g;
/** Elements inside one another; what is nested deeper leaves its text. A live text may hold anything. */
const deepest = 40;

interface Open {
  tag: string;
  children: HtmlNode[];
}

/**
 * Reads HTML into a tree that is safe by construction: every attribute is dropped, unknown elements leave their text, and
 * the result is valid nesting, so a browser builds the same tree from it.
 */
export function parseHtml(html: string): HtmlNode[] {
  const stack: Open[] = [{ tag: "", children: [] }];
  let from = 0;
  let skipUntil = "";
  // Behind the last sign that ends a tag there is none to look for.
  const ended = /<!/.test(html) ? html : html.slice(0, html.lastIndexOf(">") + 1);
  for (const match of ended.matchAll(token)) {
    if (!skipUntil) addText(stack, html.slice(from, match.index));
    from = match.index + match[0].length;
    const name = match[2]?.toLowerCase();
    if (!name) continue;
    const closing = match[1] === "/";
    if (skipUntil) {
      if (closing && name === skipUntil) skipUntil = "";
      continue;
    }
    if (dropped.test(name)) {
      if (!closing && !match[3]?.endsWith("/")) skipUntil = name;
    } else if (name === "br" || name === "hr") top(stack).children.push({ tag: "br", children: [] });
    else if (closing) close(stack, shownAs[name] ?? name);
    else open(stack, shownAs[name] ?? name, name);
  }
  if (!skipUntil) addText(stack, html.slice(from));
  return stack[0]?.children ?? [];
}

function open(stack: Open[], tag: string, name: string): void {
  if (block.has(tag)) {
    // A block ends the paragraph or heading it stands in; a list entry ends the one before it.
    closeNearest(stack, ["p", "h4"], ["li", "blockquote", "div"]);
    if (tag === "li") closeNearest(stack, ["li"], ["ul", "ol"]);
  } else if (!inline.has(tag)) {
    if (name === "td" || name === "th") addText(stack, " ");
    return;
  }
  if (stack.length > deepest) return;
  const element = { tag: tag as HtmlTag, children: [] };
  top(stack).children.push(element);
  stack.push(element);
}

function close(stack: Open[], tag: string): void {
  const at = stack.findLastIndex((entry) => entry.tag === tag);
  if (at > 0) stack.length = at;
}

/** Closes the innermost of `tags`, unless one of `walls` is nearer. */
function closeNearest(stack: Open[], tags: string[], walls: string[]): void {
  const at = stack.findLastIndex((entry) => tags.includes(entry.tag) || walls.includes(entry.tag));
  if (at > 0 && tags.includes(stack[at]?.tag ?? "")) stack.length = at;
}

function top(stack: Open[]): Open {
  return stack[stack.length - 1] ?? { tag: "", children: [] };
}

function addText(stack: Open[], raw: string): void {
  const text = decodeEntities(raw.replace(/[\t\n\f\r ]+/g, " "));
  if (text !== "") top(stack).children.push(text);
}

const named: Record<string, string> = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", ndash: "–", mdash: "—", hellip: "…", bull: "•", middot: "·", times: "×", deg: "°",
  copy: "©", reg: "®", trade: "™", euro: "€", pound: "£", yen: "¥", cent: "¢", frac12: "½", frac14: "¼", frac34: "¾", laquo: "«", raquo: "»",
  lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„", auml: "ä", ouml: "ö", uuml: "ü", Auml: "Ä", Ouml: "Ö", Uuml: "Ü", szlig: "ß",
  eacute: "é", egrave: "è", ecirc: "ê", agrave: "à", acirc: "â", ccedil: "ç", ntilde: "ñ", aring: "å", oslash: "ø", aelig: "æ", shy: "\u00ad", zwj: "\u200d", zwnj: "\u200c",
}; // biome-ignore format: one table

/** Numeric entities and the named ones that product texts use; others stay as they are written. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,9}));/g,
    (whole, decimal, hex, name) => {
      if (name) return named[name as string] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16);
      const valid = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return valid ? String.fromCodePoint(code) : "\ufffd";
    },
  );
}

/** The words of a piece of HTML: one line a block, list entries marked. For diffs and previews in one line. */
export function htmlToText(html: string): string {
  let text = "";
  const newline = () => {
    while (text.endsWith(" ") || text.endsWith("\u00a0")) text = text.slice(0, -1);
    if (text !== "" && !text.endsWith("\n")) text += "\n";
  };
  const walk = (nodes: HtmlNode[]): void => {
    for (const node of nodes) {
      if (typeof node === "string") {
        text += text === "" || text.endsWith("\n") ? node.trimStart() : node;
        continue;
      }
      const breaks = block.has(node.tag) || node.tag === "br";
      if (breaks) newline();
      if (node.tag === "li") text += "• ";
      walk(node.children);
      if (breaks) newline();
    }
  };
  walk(parseHtml(html));
  return text.trim();
}
