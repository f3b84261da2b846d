import { type HtmlElement, type HtmlNode, parseHtml } from "./parse-html.ts";
import { pictureKey } from "./picture-key.ts";
import { safeAddress } from "./safe-address.ts";
import { textOfHtml } from "./text-of-html.ts";

/** Something that a reader of the page would miss, though no word of it need be gone. */
export interface Loss {
  kind: LossKind;
  /** what people know it by: the picture's alt text or file, the link's words, the table's first words */
  name: string;
  /** of a picture: where it lies */
  src?: string;
}

export type LossKind = "image" | "video" | "link" | "table" | "heading" | "list" | "bold";

interface Held extends Loss {
  key: string;
}

/** A new heading takes the place of an old one; no picture, video or link does that. */
const replaceable: ReadonlySet<LossKind> = new Set(["table", "heading", "list", "bold"]);
const mostChars = 60;

/**
 * What one text has and the other has not: pictures (in any version or size), videos and links each by its
 * address, the rest by how many there are.
 */
export function lossesOf(before: string, after: string): Loss[] {
  if (before === after || !before.includes("<")) return [];
  const [all, kept] = [heldIn(parseHtml(before)), heldIn(parseHtml(after))];
  const old = withoutResized(all, kept);
  const spare = new Map<LossKind, number>();
  for (const { kind } of kept) spare.set(kind, (spare.get(kind) ?? 0) + 1);
  const keys = new Set(kept.map(({ kind, key }) => `${kind} ${key}`));
  for (const { kind, key } of old) if (keys.has(`${kind} ${key}`)) spare.set(kind, (spare.get(kind) ?? 0) - 1);
  return old.flatMap(({ key, ...loss }) => {
    if (keys.has(`${loss.kind} ${key}`)) return [];
    const left = replaceable.has(loss.kind) ? (spare.get(loss.kind) ?? 0) : 0;
    spare.set(loss.kind, left - 1);
    return left > 0 ? [] : [loss];
  });
}

/** Without the pictures that the new text has in another version or size: each new one accounts for one of the old. */
function withoutResized(old: readonly Held[], kept: readonly Held[]): Held[] {
  const before = new Set(old.map(({ key }) => key));
  const after = new Set(kept.map(({ key }) => key));
  const fresh = new Map<string, Set<string>>();
  for (const { kind, key } of kept) {
    if (kind !== "image" || before.has(key)) continue;
    const picture = pictureKey(key);
    fresh.set(picture, (fresh.get(picture) ?? new Set()).add(key));
  }
  const given = new Set<string>();
  return old.filter(({ kind, key }) => {
    if (kind !== "image" || after.has(key)) return true;
    const [one] = fresh.get(pictureKey(key)) ?? [];
    if (given.has(key)) return false;
    if (one === undefined) return true;
    fresh.get(pictureKey(key))?.delete(one);
    given.add(key);
    return false;
  });
}

function heldIn(nodes: readonly HtmlNode[]): Held[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    const held = heldAs(node);
    return [...(held ? [held] : []), ...heldIn(node.children)];
  });
}

function heldAs(node: HtmlElement): Held | null {
  const { tag, attributes, children } = node;
  const words = () => shortened(textOfHtml(children).replaceAll("\n", " "));
  if (tag === "img") {
    if (isPixel(attributes)) return null;
    const src = safeAddress(attributes.src ?? "", "media");
    const name = shortened(attributes.alt || fileOf(attributes.src ?? ""));
    return {
      kind: "image",
      name,
      key: attributes.src ?? "",
      ...(src !== null && /^(?:https?:)?\/\//i.test(src) ? { src } : {}),
    };
  }
  if (tag === "iframe" || tag === "video" || tag === "embed") {
    const source = children.find((child) => typeof child !== "string" && child.tag === "source");
    const src = attributes.src ?? (typeof source === "object" ? source.attributes.src : undefined) ?? "";
    return { kind: "video", name: shortened(attributes.title || src), key: src };
  }
  if (tag === "a" && attributes.href?.replace("#", "") && isSeen(node))
    return { kind: "link", name: words() || attributes.href, key: attributes.href };
  if (tag === "table" || tag === "dl") return { kind: "table", name: words(), key: textOfHtml([node]) };
  const kind: LossKind | null = /^h[1-6]$/.test(tag)
    ? "heading"
    : tag === "ul" || tag === "ol"
      ? "list"
      : tag === "strong" || tag === "b"
        ? "bold"
        : null;
  const name = kind === null ? "" : words();
  return kind === null || name === "" ? null : { kind, name, key: name };
}

/** A link around nothing is left over from an editor. */
function isSeen({ children }: HtmlElement): boolean {
  return children.some((child) =>
    typeof child === "string" ? child.trim() !== "" : child.tag === "img" || isSeen(child),
  );
}

/** Counts visits or keeps a distance; nobody sees it. */
function isPixel({ width, height, style = "" }: Record<string, string>): boolean {
  const hidden = /(?:^|;)\s*(?:(?:width|height)\s*:\s*[01](?:px)?|display\s*:\s*none)\s*(?:;|$)/i;
  return [width, height].some((size) => size !== undefined && /^\s*[01](?:px)?\s*$/i.test(size)) || hidden.test(style);
}

function fileOf(address: string): string {
  return address.split(/[?#]/)[0]?.split("/").at(-1) ?? "";
}

function shortened(text: string): string {
  const chars = [...text];
  return chars.length <= mostChars ? text : `${chars.slice(0, mostChars - 1).join("")}…`;
}
