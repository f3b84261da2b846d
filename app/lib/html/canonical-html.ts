import { kindOf, voidTags } from "./element-kinds.ts";
import { type HtmlElement, type HtmlNode, parseHtml } from "./parse-html.ts";

/**
 * HTML in one spelling, for comparing only: never shown, never sent. These do not count: how entities, quotes, case and
 * void tags are written, left-out end tags, the order of attributes, comments, and white space where a browser shows none
 * or another space. Everything else does: `a <strong>b</strong> c` differs from `a<strong>b</strong>c`, `<b>` from
 * `<strong>`, a class from none.
 */
export function canonicalHtml(html: string | readonly HtmlNode[]): string {
  const out: Writer = { pieces: [], spaced: true, owed: false };
  write(typeof html === "string" ? parseHtml(html) : html, out, false);
  return out.pieces.join("");
}

interface Writer {
  pieces: string[];
  /** what comes before is a block's edge or a space: a further space is not shown */
  spaced: boolean;
  /** a space is written when something follows that is no block's edge */
  owed: boolean;
}

function write(nodes: readonly HtmlNode[], out: Writer, toTheLetter: boolean): void {
  for (const node of nodes) {
    if (typeof node !== "string") writeElement(node, out, toTheLetter);
    else if (toTheLetter) put(out, quoted(node));
    else writeWords(node.replace(/[ \t\n\f\r]+/g, " "), out);
  }
}

function writeWords(text: string, out: Writer): void {
  const words = text.replace(/^ | $/g, "");
  if (text.startsWith(" ") && !out.spaced) owe(out);
  if (words === "") return;
  put(out, quoted(words));
  if (text.endsWith(" ")) owe(out);
}

function writeElement({ tag, attributes, children }: HtmlElement, out: Writer, toTheLetter: boolean): void {
  const edge = kindOf(tag) === "line";
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}=${quoted(value)}`);
  const turn = (piece: string): void => {
    if (edge) out.owed = false;
    const { spaced } = out;
    put(out, piece);
    out.spaced = edge || spaced;
  };
  turn(`<${tag}${named.sort().join("")}>`);
  if (voidTags.has(tag)) {
    out.spaced = edge;
    return;
  }
  write(children, out, toTheLetter || preserved.has(tag));
  turn(`</${tag}>`);
}

function put(out: Writer, piece: string): void {
  if (out.owed) out.pieces.push(" ");
  out.pieces.push(piece);
  out.owed = false;
  out.spaced = false;
}

function owe(out: Writer): void {
  out.owed = true;
  out.spaced = true;
}

/** So that no words look like a tag, and no value like two. */
function quoted(text: string): string {
  return JSON.stringify(text.normalize("NFC"))
    .slice(1, -1)
    .replace(/[<>&=]/g, (sign) => `&${sign.charCodeAt(0)};`);
}

const preserved: ReadonlySet<string> = new Set(["pre", "textarea", "script", "style", "listing", "xmp"]);
