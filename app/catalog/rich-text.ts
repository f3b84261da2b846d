import sanitizeHtml from "sanitize-html";
import { z } from "zod";

/**
 * Shopify's rich text as far as its editor makes it. What is kept here is HTML of p, h1–h6, ul, ol, li, strong, em, a and
 * br, and comes back as the same tree.
 * @see https://shopify.dev/docs/apps/build/metafields/list-of-data-types
 */
interface RichNode {
  type: string;
  value?: string | undefined;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  level?: number | undefined;
  listType?: string | undefined;
  url?: string | undefined;
  title?: string | null | undefined;
  target?: string | null | undefined;
  children?: RichNode[] | undefined;
}

const nodeSchema: z.ZodType<RichNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    value: z.string().optional(),
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    level: z.number().optional(),
    listType: z.string().optional(),
    url: z.string().optional(),
    title: z.string().nullish(),
    target: z.string().nullish(),
    children: z.array(nodeSchema).optional(),
  }),
);

/** The tree as HTML; null when the text is no such tree, and for one without a word. */
export function htmlOfRichText(value: string): string | null {
  const tree = nodeSchema.safeParse(parseJson(value));
  if (!tree.success) return null;
  const html = (tree.data.children ?? []).map(htmlOf).join("");
  return html.replace(/<[^<>]*>/g, "").trim() === "" ? null : html;
}

function htmlOf(node: RichNode): string {
  const inner = () => (node.children ?? []).map(htmlOf).join("");
  switch (node.type) {
    case "text":
      return textOf(node);
    case "heading":
      return wrapped(`h${Math.min(6, Math.max(1, Math.round(node.level ?? 2)))}`, inner());
    case "list":
      return wrapped(node.listType === "ordered" ? "ol" : "ul", inner());
    case "list-item":
      return wrapped("li", inner());
    case "link":
      return `<a${attributesOf({ href: node.url, title: node.title, target: node.target })}>${inner()}</a>`;
    default:
      return wrapped("p", inner());
  }
}

function textOf({ value = "", bold, italic }: RichNode): string {
  const text = value.split("\n").map(escaped).join("<br />");
  const slanted = italic ? wrapped("em", text) : text;
  return bold ? wrapped("strong", slanted) : slanted;
}

function wrapped(tag: string, inner: string): string {
  return `<${tag}>${inner}</${tag}>`;
}

function attributesOf(attributes: Record<string, string | null | undefined>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value ? [` ${name}="${escaped(value).replace(/"/g, "&quot;")}"`] : []))
    .join("");
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

const headings = ["h1", "h2", "h3", "h4", "h5", "h6"];
const blocks = new Set(["p", "ul", "ol", "li", ...headings]);

/** HTML as the tree, the way Shopify keeps it. Anything else than the simple HTML above loses its tags, never its words. */
export function richTextOf(html: string): string {
  const clean = sanitizeHtml(html, {
    allowedTags: [...blocks, "strong", "em", "a", "br"],
    allowedAttributes: { a: ["href", "title", "target"] },
    transformTags: { b: "strong", i: "em" },
  });
  const root: RichNode = { type: "root", children: [] };
  const open: Frame[] = [{ tag: "root", node: root }];
  let bold = 0;
  let italic = 0;
  for (const [token, close, tag = "", attributes = ""] of clean.matchAll(/<(\/?)([a-z0-9]+)([^<>]*)>|[^<]+/g)) {
    if (!token.startsWith("<")) addText(open, decoded(token), bold > 0, italic > 0);
    else if (tag === "strong") bold += close ? -1 : 1;
    else if (tag === "em") italic += close ? -1 : 1;
    else if (tag === "br") addText(open, "\n", bold > 0, italic > 0);
    else if (close) closeTag(open, tag);
    else openTag(open, tag, attributes);
  }
  tidy(root);
  return JSON.stringify(root);
}

interface Frame {
  tag: string;
  node: RichNode;
}

/** Shopify's tree has paragraphs, headings and lists side by side, and nothing but words and links in them. */
function openTag(open: Frame[], tag: string, attributes: string): void {
  if (tag === "a") {
    const { href, title, target } = readAttributes(attributes);
    const more = { ...(title ? { title } : {}), ...(target ? { target } : {}) };
    if (href) push(open, tag, { type: "link", url: href, ...more, children: [] }, inlineParent(open));
    return;
  }
  if (tag === "li") {
    const list = nearest(open, "ul", "ol");
    if (list) push(open, tag, { type: "list-item", children: [] }, list);
    return;
  }
  // A block inside a list's item or another block has no place of its own: its words stay where they are.
  const item = nearest(open, "li");
  if (item) {
    if (item.children?.length) addText(open, "\n", false, false);
    return;
  }
  while (open.length > 1) open.pop();
  push(open, tag, blockOf(tag), open[0]?.node);
}

function blockOf(tag: string): RichNode {
  if (tag === "ul" || tag === "ol") {
    return { listType: tag === "ol" ? "ordered" : "unordered", type: "list", children: [] };
  }
  if (headings.includes(tag)) return { type: "heading", level: Number(tag.slice(1)), children: [] };
  return { type: "paragraph", children: [] };
}

function push(open: Frame[], tag: string, node: RichNode, parent: RichNode | undefined): void {
  parent?.children?.push(node);
  open.push({ tag, node });
}

function closeTag(open: Frame[], tag: string): void {
  const at = open.findLastIndex((frame) => frame.tag === tag);
  if (at > 0) open.splice(at);
}

function nearest(open: Frame[], ...tags: string[]): RichNode | undefined {
  return open.findLast((frame) => tags.includes(frame.tag))?.node;
}

/** Where words go: the block that is open, or a new paragraph. */
function inlineParent(open: Frame[]): RichNode {
  const last = open.at(-1);
  if (last && last.tag !== "root" && last.tag !== "ul" && last.tag !== "ol") return last.node;
  const node: RichNode = last && last.tag !== "root" ? { type: "list-item", children: [] } : blockOf("p");
  push(open, last && last.tag !== "root" ? "li" : "p", node, last?.node);
  return node;
}

function addText(open: Frame[], text: string, bold: boolean, italic: boolean): void {
  const last = open.at(-1);
  const between = !last || last.tag === "root" || last.tag === "ul" || last.tag === "ol";
  const value = text === "\n" ? text : text.replace(/\s+/g, " ");
  if (between && value.trim() === "") return;
  inlineParent(open).children?.push({
    type: "text",
    value,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
  });
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
      before.value = `${before.value ?? ""}${child.value ?? ""}`;
    } else children.push(child);
    tidy(child);
  }
  if (node.children) node.children = children;
  if (node.type === "text" || node.type === "link" || node.type === "root" || node.type === "list") return;
  const [first, last] = [children[0], children.at(-1)];
  if (first?.type === "text") first.value = first.value?.trimStart();
  if (last?.type === "text") last.value = last.value?.trimEnd();
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decoded(value)]),
  );
}

function decoded(text: string): string {
  return text.replace(/&(lt|gt|quot|amp);/g, (_all, name: string) => characters[name] ?? "");
}

const characters: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&" };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
