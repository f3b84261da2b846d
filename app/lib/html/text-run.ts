import type { HtmlElement, HtmlNode } from "./parse-html.ts";

/** Words, a line break, a picture: with the elements that they are in, outermost first. */
export interface Piece {
  node: HtmlNode;
  within: readonly HtmlElement[];
}

/** The pieces of one paragraph as its content: white space is one space, no element is empty; nothing when nobody would see a thing. */
export function contentOfRun(pieces: readonly Piece[]): HtmlNode[] {
  const tidied = spaced(pieces);
  return tidied.some(({ node }) => isSeen(node)) ? folded(tidied) : [];
}

function isSeen(node: HtmlNode): boolean {
  if (typeof node === "string") return node.trim() !== "";
  return node.tag !== "br" && (node.children.length === 0 || media.has(node.tag) || node.children.some(isSeen));
}

const media: ReadonlySet<string> = new Set(["img", "iframe", "video"]);

function spaced(pieces: readonly Piece[]): Piece[] {
  const tidied: Piece[] = [];
  let atSpace = true;
  for (const { node, within } of pieces) {
    if (typeof node !== "string") {
      if (node.tag === "br") trimLast(tidied);
      tidied.push({ node, within: node.tag === "br" ? shared(tidied.at(-1), within) : within });
      atSpace = node.tag === "br";
      continue;
    }
    const collapsed = node.replace(/[ \t\n\f\r]+/g, " ");
    const text = atSpace ? collapsed.replace(/^ /, "") : collapsed;
    if (text === "") continue;
    tidied.push({ node: text, within: text.trim() === "" ? shared(tidied.at(-1), within) : within });
    atSpace = text.endsWith(" ");
  }
  trimLast(tidied);
  return tidied;
}

/** No space is before a line break or at the end. */
function trimLast(pieces: Piece[]): void {
  for (let last = pieces.at(-1); typeof last?.node === "string"; last = pieces.at(-1)) {
    last.node = last.node.replace(/ $/, "");
    if (last.node !== "") return;
    pieces.pop();
  }
}

/** A space or a break needs no emphasis of its own. */
function shared(before: Piece | undefined, within: readonly HtmlElement[]): readonly HtmlElement[] {
  const apart = within.findIndex((element, i) => before?.within[i] !== element);
  return apart < 0 ? within : within.slice(0, apart);
}

function folded(pieces: readonly Piece[]): HtmlNode[] {
  const top: HtmlNode[] = [];
  const open: { element: HtmlElement; children: HtmlNode[] }[] = [];
  for (const { node, within } of pieces) {
    const same = within.findIndex((element, i) => open[i]?.element !== element);
    open.length = same < 0 ? Math.min(open.length, within.length) : same;
    for (const element of within.slice(open.length)) {
      const children: HtmlNode[] = [];
      (open.at(-1)?.children ?? top).push({ ...element, children });
      open.push({ element, children });
    }
    const list = open.at(-1)?.children ?? top;
    const last = list.at(-1);
    if (typeof node === "string" && typeof last === "string") list[list.length - 1] = last + node;
    else list.push(node);
  }
  return top;
}
