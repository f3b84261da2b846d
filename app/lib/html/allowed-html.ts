import { type HtmlElement, type HtmlNode, parseHtml } from "./parse-html.ts";
import { isPlayer, safeAddress } from "./safe-address.ts";
import { textOfHtml } from "./text-of-html.ts";

/** Who wrote a text, and what is live in the shop in its place. */
export interface Origin {
  /** a person may bring tables, pictures, videos and links; a model only those of the live text */
  by: "model" | "person";
  /** HTML that is live in the shop now */
  live?: string | undefined;
}

const inline: ReadonlySet<string> = new Set(["strong", "em", "b", "i"]);
/** Of a person, or of a live text that has the same. */
const richInline: ReadonlySet<string> = new Set(["sub", "sup", "u", "s", "small"]);
const richBlocks: ReadonlySet<string> = new Set(["blockquote", "hr", "figure", "details"]);

/** What a text may hold beside paragraphs, lists, headings and emphasis. */
export interface Allowed {
  inline(tag: string): boolean;
  block(tag: string): boolean;
  /** tables and description lists, known by their words */
  table(element: HtmlElement): boolean;
  /** a picture, a video or a link with what may stay of its attributes; null when it goes */
  media(element: HtmlElement): HtmlElement | null;
}

export function allowedFor({ by, live = "" }: Origin): Allowed {
  if (by === "person") {
    return {
      inline: (tag) => inline.has(tag) || richInline.has(tag),
      block: (tag) => richBlocks.has(tag),
      table: () => true,
      media: safeMedia,
    };
  }
  let liveMarkup: LiveMarkup | undefined;
  const inLive = (): LiveMarkup => {
    liveMarkup ??= liveMarkupOf(parseHtml(live));
    return liveMarkup;
  };
  return {
    inline: (tag) => inline.has(tag) || (richInline.has(tag) && inLive().tags.has(tag)),
    block: (tag) => richBlocks.has(tag) && inLive().tags.has(tag),
    table: (element) => live !== "" && inLive().tables.has(textOfHtml([element])),
    media: (element) => {
      const kept = live === "" ? null : safeMedia(element);
      return kept && inLive().addresses.has(addressOf(kept)) ? kept : null;
    },
  };
}

interface LiveMarkup {
  tags: Set<string>;
  tables: Set<string>;
  addresses: Set<string>;
}

function liveMarkupOf(nodes: readonly HtmlNode[], found = newLiveMarkup()): LiveMarkup {
  for (const node of nodes) {
    if (typeof node === "string") continue;
    found.tags.add(node.tag);
    if (node.tag === "table" || node.tag === "dl") found.tables.add(textOfHtml([node]));
    const media = safeMedia(node);
    if (media) found.addresses.add(addressOf(media));
    liveMarkupOf(node.children, found);
  }
  return found;
}

function newLiveMarkup(): LiveMarkup {
  return { tags: new Set(), tables: new Set(), addresses: new Set() };
}

function addressOf({ tag, attributes, children }: HtmlElement): string {
  const sources = children.map((child) => (typeof child === "string" ? "" : child.attributes.src));
  return [tag, attributes.href ?? attributes.src ?? "", ...sources].join(" ");
}

const sizes = ["width", "height"];
const kept: Record<string, readonly string[]> = {
  a: ["href", "title", "target", "rel"],
  img: ["src", "alt", "title", "loading", ...sizes],
  iframe: ["src", "title", "loading", "allow", "allowfullscreen", "frameborder", ...sizes],
  video: ["src", "poster", "title", "controls", "muted", "loop", "autoplay", "playsinline", "preload", ...sizes],
  source: ["src", "type"],
};

function safeMedia(element: HtmlElement): HtmlElement | null {
  const { tag, attributes } = element;
  const address = safeAddress((tag === "a" ? attributes.href : attributes.src) ?? "", tag === "a" ? "link" : "media");
  if (tag === "a" || tag === "img") return address === null ? null : { ...bare(element), children: [] };
  if (tag === "iframe") return address !== null && isPlayer(address) ? { ...bare(element), children: [] } : null;
  if (tag !== "video") return null;
  const sources = element.children.flatMap((child) =>
    typeof child !== "string" && child.tag === "source" && safeAddress(child.attributes.src ?? "", "media") !== null
      ? [bare(child)]
      : [],
  );
  return address === null && sources.length === 0 ? null : { ...bare(element), children: sources };
}

/** The element with the attributes that it may keep, addresses as a browser reads them. */
function bare({ tag, attributes }: HtmlElement): HtmlElement {
  const left: Record<string, string> = {};
  for (const name of kept[tag] ?? []) {
    const value = attributes[name];
    if (value === undefined) continue;
    const isAddress = name === "href" || name === "src" || name === "poster";
    const safe = isAddress ? safeAddress(value, name === "href" ? "link" : "media") : value;
    if (safe !== null) left[name] = safe;
  }
  return { tag, attributes: left, children: [] };
}
