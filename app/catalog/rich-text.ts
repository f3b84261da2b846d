import { kindOf } from "../lib/html/element-kinds.ts";
import { type HtmlElement, type HtmlNode, parseHtml } from "../lib/html/parse-html.ts";
import { safeAddress } from "../lib/html/safe-address.ts";
import { escapeHtml } from "../lib/html/serialise-html.ts";
import { fillRichText } from "./fill-rich-text.ts";
import { partsOfNode, type RichNode, type RichRun, richTreeOf, textOfRun } from "./rich-text-tree.ts";

/** The tree as HTML of p, h1–h6, ul, ol, li, strong, em, a and br; null when the text is no such tree, and for one without a word. */
export function htmlOfRichText(value: string): string | null {
  const tree = richTreeOf(value);
  const html = tree && htmlOfChildren(tree);
  return html ? html : null;
}

function htmlOf(node: RichNode): string {
  const inner = htmlOfChildren(node);
  if (inner === "") return "";
  switch (node.type) {
    case "heading":
      return wrapped(`h${Math.min(6, Math.max(1, Math.round(node.level ?? 2)))}`, inner);
    case "list":
      return wrapped(node.listType === "ordered" ? "ol" : "ul", inner);
    case "list-item":
      return wrapped("li", inner);
    default:
      return wrapped("p", inner);
  }
}

function htmlOfChildren(node: RichNode): string {
  let html = "";
  for (const part of partsOfNode(node)) {
    if (!("block" in part)) html += htmlOfRuns(part.runs);
    // A list right in a list belongs to the entry before it: browsers know no other.
    else if (node.type === "list" && part.block.type === "list" && html.endsWith("</li>"))
      html = `${html.slice(0, -"</li>".length)}${htmlOf(part.block)}</li>`;
    else html += htmlOf(part.block);
  }
  return html;
}

function htmlOfRuns(runs: readonly RichRun[]): string {
  let html = "";
  for (const [at, run] of runs.entries()) {
    const { link } = run;
    if (link && link !== runs[at - 1]?.link) {
      html += `<a${attributesOf({ href: link.url, title: link.title, target: link.target })}>`;
    }
    html += htmlOfRun(run);
    if (link && link !== runs[at + 1]?.link) html += "</a>";
  }
  return html;
}

function htmlOfRun(run: RichRun): string {
  const text = textOfRun(run).split("\n").map(escapeHtml).join("<br />");
  const slanted = run.italic ? wrapped("em", text) : text;
  return run.bold ? wrapped("strong", slanted) : slanted;
}

function wrapped(tag: string, inner: string): string {
  return `<${tag}>${inner}</${tag}>`;
}

function attributesOf(attributes: Record<string, string | null | undefined>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value ? [` ${name}="${escapeHtml(value).replace(/"/g, "&quot;")}"`] : []))
    .join("");
}

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

/**
 * HTML as the tree, the way Shopify keeps it. Anything else than the simple HTML above loses its tags, never its words.
 * @param source the tree that the HTML is a version of: when both have the same blocks, it is kept, and only its words change
 */
export function richTextOf(html: string, source?: string): string {
  if (source !== undefined) {
    const own = htmlOfRichText(source);
    if (html === own) return source;
    const tree = richTreeOf(source);
    if (tree && own !== null && fillRichText(tree, own, html)) return JSON.stringify(tree);
  }
  const root: RichNode = { type: "root", children: [] };
  const tree: Tree = { root, block: null };
  write(parseHtml(html), tree, {});
  tidy(root);
  return JSON.stringify(root);
}

/** The tree on its way: paragraphs, headings and lists side by side, and nothing but words and links in them. */
interface Tree {
  root: RichNode;
  /** where words go; null: a new paragraph is begun */
  block: RichNode | null;
}

/** What is around words. */
interface Look {
  bold?: true;
  italic?: true;
  /** the list that items belong to */
  list?: RichNode;
  /** in a list's item or a heading: a block in it has no place of its own, and its words stay where they are */
  item?: RichNode;
  link?: { url: string; title?: string; target?: string };
}

function write(nodes: readonly HtmlNode[], tree: Tree, look: Look): void {
  for (const node of nodes) {
    if (typeof node === "string") addText(tree, node.replace(/[ \t\n\f\r]+/g, " "), look);
    else writeElement(node, tree, look);
  }
}

function writeElement({ tag, attributes, children }: HtmlElement, tree: Tree, look: Look): void {
  const kind = kindOf(tag);
  if (kind === "hidden" || tag === "img") return;
  if (tag === "br") addText(tree, "\n", look);
  else if (tag === "strong" || tag === "b") write(children, tree, { ...look, bold: true });
  else if (tag === "em" || tag === "i") write(children, tree, { ...look, italic: true });
  else if (tag === "a") write(children, tree, { ...look, ...linkOf(attributes) });
  else if (kind === "inline") write(children, tree, look);
  else if (kind === "apart" || tag === "td" || tag === "th") {
    addText(tree, " ", look);
    write(children, tree, look);
    addText(tree, " ", look);
  } else if (tag === "ul" || tag === "ol") writeList(tag, children, tree, look);
  else if (tag === "li") writeItem(children, tree, look);
  else if (look.item) {
    breakLine(look.item);
    write(children, tree, look);
    breakLine(look.item);
  } else {
    tree.block = headings.includes(tag)
      ? push(tree, { type: "heading", level: Number(tag.slice(1)), children: [] })
      : null;
    write(children, tree, headings.includes(tag) && tree.block ? { ...look, item: tree.block } : look);
    tree.block = null;
  }
}

/** Where there is no tree to keep, a list in a list is made flat: Shopify's own editor makes one level. */
function writeList(tag: string, children: readonly HtmlNode[], tree: Tree, look: Look): void {
  const { item: _item, ...rest } = look;
  const list =
    look.list ?? push(tree, { listType: tag === "ol" ? "ordered" : "unordered", type: "list", children: [] });
  tree.block = null;
  write(children, tree, { ...rest, list });
  tree.block = null;
}

function writeItem(children: readonly HtmlNode[], tree: Tree, look: Look): void {
  if (!look.list) {
    tree.block = null;
    write(children, tree, look);
    tree.block = null;
    return;
  }
  const item = itemOf(look.list);
  tree.block = item;
  write(children, tree, { ...look, item });
  tree.block = null;
}

function linkOf({ href, title, target }: Readonly<Record<string, string>>): Pick<Look, "link"> {
  const url = safeAddress(href ?? "", "link");
  return url === null ? {} : { link: { url, ...(title ? { title } : {}), ...(target ? { target } : {}) } };
}

function push(tree: Tree, node: RichNode): RichNode {
  tree.root.children?.push(node);
  return node;
}

function breakLine({ children = [] }: RichNode): void {
  const last = children.at(-1);
  if (last && !last.value?.endsWith("\n")) children.push({ type: "text", value: "\n" });
}

function addText(tree: Tree, value: string, { bold, italic, link, list }: Look): void {
  if (!tree.block && value.trim() === "") return;
  tree.block ??= list ? itemOf(list) : push(tree, { type: "paragraph", children: [] });
  const { children = [] } = tree.block;
  const text: RichNode = { type: "text", value, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) };
  const last = children.at(-1);
  if (!link) children.push(text);
  else if (last?.type === "link" && last.url === link.url) last.children?.push(text);
  else children.push({ type: "link", ...link, children: [text] });
}

function itemOf(list: RichNode): RichNode {
  const item: RichNode = { type: "list-item", children: [] };
  list.children?.push(item);
  return item;
}

/** Neighbouring words of one look become one text; outer white space of a block goes. */
function tidy(node: RichNode): void {
  const children: RichNode[] = [];
  for (const child of node.children ?? []) {
    const before = children.at(-1);
    if (
      child.type === "text" &&
      before?.type === "text" &&
      child.bold === before.bold &&
      child.italic === before.italic
    ) {
      before.value = `${before.value ?? ""}${child.value ?? ""}`.replace(/ {2,}/g, " ");
    } else children.push(child);
    tidy(child);
  }
  if (node.children) node.children = children;
  if (node.type === "text" || node.type === "link" || node.type === "root" || node.type === "list") return;
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === "text") first.value = first.value?.trimStart();
  if (last?.type === "text") last.value = last.value?.trimEnd();
}
