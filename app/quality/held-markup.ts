import { type Allowed, allowedFor, type Origin } from "../lib/html/allowed-html.ts";
import { decodeFully } from "../lib/html/decode-fully.ts";
import { isKnownTag } from "../lib/html/known-tags.ts";
import { type HtmlElement, type HtmlNode, parseHtml } from "../lib/html/parse-html.ts";
import { isTidyHtml, withAmpersands } from "../lib/html/tidy-html.ts";
import { cleanUnicode } from "./fixes/clean-unicode.ts";
import { hasTooManySigns } from "./fixes/too-many-signs.ts";

/** Something in a text that is not to be trusted unread: what a merchant reads of it → how it was written. */
export type Held = Map<string, Set<string>>;

const markup = "markup that does not belong in a text";
const handler = "an event handler";
const script = "a script address";
const hidden = "hidden markup";
const acts = "attributes that act by themselves";
/** What is inside them is lost, since a page takes them for a tag. */
export const bracketed = "words in angle brackets, which a page would not show";
/** Nothing of a page's look is left in a text. */
export const styles = "styles of its own";

const tags =
  "title datalist script style iframe frame frameset object embed applet svg math form input button textarea select link meta base template noscript audio video img marquee dialog plaintext xmp noembed noframes portal slot source track canvas map area keygen bgsound layer param";
const tagNames: ReadonlySet<string> = new Set([...tags.split(" "), "svg:svg", "math:math"]);
/** Attributes that do something by themselves, beside handlers. */
const acting = /^(?:srcdoc|formaction|ping|action|http-equiv|xlink:href|background|autofocus)$/;
const words = /^(?:alt|title|content|value|placeholder|summary|aria-.*)$/;
const schemes = /^(?:java|vb|live)script:|^data:|^mhtml:/i;

const inWords: [RegExp, string][] = [
  [new RegExp(`<\\s*/?\\s*(?:${tags.replaceAll(" ", "|")})(?![a-z0-9-])`, "giu"), markup],
  [/<[^<>]{0,2000}?[\s/"'`]on[a-z]{3,30}\s*=/giu, handler],
  [/<[a-z][^<>]{0,2000}?[\s/"'`]style\s*=/giu, styles],
  [/<[a-z][^<>]{0,2000}?[\s/"'`](?:srcdoc|formaction)\s*=/giu, acts],
  // Followed by code, or in a tag: a book may be called "JavaScript: The Good Parts".
  [/(?:java|vb)\s*script\s*:(?:(?!\s)|\s[^\s<>]{0,200}[(=%[`])|data\s*:\s*(?:text\/html|image\/svg)/giu, script],
  [/<[^<>]{0,2000}?=[\s"']{0,9}(?:j\s*a\s*v\s*a|v\s*b)\s*s\s*c\s*r\s*i\s*p\s*t\s*:/giu, script],
];
/** Of HTML's source, where pictures and players may be meant: also what a parser drops, such as a tag that never ends. */
const inSource: [RegExp, string][] = [
  [/<\s*\/?\s*(?:script|style|object|embed|svg|math|base|link|form)(?![a-z0-9-])/giu, markup],
  ...inWords.slice(1),
];
const comments = /<!--|<\?|<!\[CDATA|<!doctype/giu;
/** A parser that reads a part of a page takes no notice of these, and so of what they carry. */
const ofPages = /<(?:body|html|head|frameset)\b[^<>]{0,2000}?[\s/"'`]on[a-z]{3,30}\s*=/giu;

/** What plain words hold, with tags that hide in entities, however deep. */
export function heldInWords(text: string): Held {
  const held: Held = new Map();
  lookInto(text, held);
  const plain = decodeFully(text);
  for (const [found] of plain.matchAll(comments)) add(held, hidden, found);
  for (const [found, name = ""] of plain.matchAll(/<\/?([a-z][^\s<>/]{0,200})[^<>]{0,2000}>/giu)) {
    if (!isKnownTag(name.toLowerCase()) && !tagNames.has(name.toLowerCase())) add(held, bracketed, found);
  }
  return held;
}

/** What HTML holds beside what a text of this origin may keep. */
export function heldInHtml(written: string, origin: Origin): Held {
  const html = cleanUnicode(written);
  if (hasTooManySigns(html, origin.by)) return heldInWords(html);
  const held: Held = new Map();
  if (isTidyHtml(withAmpersands(html))) {
    if (/&(?:lt|amp);|script|data/i.test(html)) lookInto(html.replace(/<[^<>]*>/g, " "), held);
    return held;
  }
  walk(parseHtml(html), { held, allowed: allowedFor(origin) });
  lookInto(html, held, inSource);
  for (const [found] of html.matchAll(ofPages)) add(held, handler, found);
  // Word processors leave comments in what a person pastes.
  if (origin.by === "model") for (const [found] of html.matchAll(comments)) add(held, hidden, found);
  return held;
}

function walk(nodes: readonly HtmlNode[], to: { held: Held; allowed: Allowed }): void {
  for (const node of nodes) {
    if (typeof node === "string") {
      lookInto(node, to.held);
      continue;
    }
    if (tagNames.has(node.tag) && !to.allowed.media(node)) add(to.held, markup, JSON.stringify(node));
    else if (!isKnownTag(node.tag)) add(to.held, bracketed, `<${node.tag}>`);
    lookAt(node, to.held);
    walk(node.children, to);
  }
}

function lookAt({ tag, attributes }: HtmlElement, held: Held): void {
  for (const [name, value] of Object.entries(attributes)) {
    const written = `${tag} ${name}=${value}`;
    if (/^on/i.test(name)) add(held, handler, written);
    else if (name === "style") add(held, styles, written);
    else if (acting.test(name)) add(held, acts, written);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a browser takes no notice of them
    if (!words.test(name) && schemes.test(value.replace(/[\x00-\x20]/g, ""))) add(held, script, written);
  }
}

function lookInto(text: string, held: Held, patterns = inWords): void {
  if (!/[<&:]/.test(text)) return;
  const plain = cleanUnicode(decodeFully(text)).normalize("NFKC");
  for (const [pattern, what] of patterns) {
    for (const [found] of plain.matchAll(pattern)) add(held, what, found);
  }
}

function add(held: Held, what: string, written: string): void {
  const all = held.get(what) ?? new Set();
  all.add(written);
  held.set(what, all);
}
