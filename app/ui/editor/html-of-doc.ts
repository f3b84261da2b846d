import type { Mark, Node } from "@tiptap/pm/model";
import type { HtmlElement, HtmlNode } from "../../lib/html/parse-html.ts";
import { serialiseHtml } from "../../lib/html/serialise-html.ts";

/** The document of the editor as HTML, in the spelling in which it came in where the editor kept it: `<b>` stays `<b>`. */
export function htmlOfDoc(doc: Node): string {
  const only = doc.childCount === 1 ? doc.firstChild : null;
  if (only?.type.name === "paragraph" && only.attrs.bare) return serialiseHtml(inlineOf(only));
  return serialiseHtml(blocksOf(doc));
}

function blocksOf(parent: Node): HtmlNode[] {
  const blocks: HtmlNode[] = [];
  parent.forEach((node) => {
    blocks.push(blockOf(node));
  });
  return blocks;
}

function blockOf(node: Node): HtmlElement {
  switch (node.type.name) {
    case "heading":
      return element(`h${node.attrs.level}`, inlineOf(node));
    case "bulletList":
      return element("ul", blocksOf(node));
    case "orderedList":
      return element("ol", blocksOf(node));
    case "listItem":
      return element("li", itemOf(node));
    case "blockquote":
      return element("blockquote", blocksOf(node));
    case "horizontalRule":
      return element("hr", []);
    default:
      return element("p", inlineOf(node));
  }
}

/** Words that stood in an item without a paragraph around them stay so. */
function itemOf(item: Node): HtmlNode[] {
  const [first, ...rest] = blocksOf(item);
  const isBare = item.firstChild?.type.name === "paragraph" && item.firstChild.attrs.bare;
  const listsFollow = rest.every((block) => typeof block === "object" && (block.tag === "ul" || block.tag === "ol"));
  if (typeof first === "object" && isBare && listsFollow) return [...first.children, ...rest];
  return first === undefined ? [] : [first, ...rest];
}

/** Each mark opened once around all that has it. */
function inlineOf(block: Node): HtmlNode[] {
  const content: HtmlNode[] = [];
  const open: { mark: Mark; into: HtmlNode[] }[] = [];
  block.forEach((node) => {
    let same = 0;
    while (same < open.length && same < node.marks.length && open[same]?.mark.eq(node.marks[same] as Mark)) same++;
    open.length = same;
    for (const mark of node.marks.slice(same)) {
      const made = elementOfMark(mark);
      (open.at(-1)?.into ?? content).push(made);
      open.push({ mark, into: made.children });
    }
    const into = open.at(-1)?.into ?? content;
    into.push(node.isText ? (node.text ?? "") : element("br", []));
  });
  return content;
}

const markTags: Record<string, string> = { underline: "u", strike: "s" };

function elementOfMark(mark: Mark): HtmlElement {
  const { name } = mark.type;
  if (name !== "link") return element(String(mark.attrs.as ?? markTags[name] ?? "strong"), []);
  const attributes: Record<string, string> = {};
  for (const key of ["href", "title", "target", "rel"]) {
    const value: unknown = mark.attrs[key];
    if (typeof value === "string" && value !== "") attributes[key] = value;
  }
  return { tag: "a", attributes, children: [] };
}

function element(tag: string, children: HtmlNode[]): HtmlElement {
  return { tag, attributes: {}, children };
}
