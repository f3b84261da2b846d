import { kindOf, voidTags } from "../../lib/html/element-kinds.ts";
import { type HtmlElement, type HtmlNode, parseHtml } from "../../lib/html/parse-html.ts";

/** An element that a translation has not as its source does: how many more or fewer, and in which order of blocks. */
export type MarkupDifference =
  /** so many fewer or more of them */
  | { kind: "missing" | "added"; tag: string; count: number }
  /** the same blocks in another order or one within another */
  | { kind: "order"; tag: string };

/** Of words that a reader may be shown: they are translated. */
const readable: ReadonlySet<string> = new Set(["alt", "title", "aria-label", "lang", "dir", "summary", "abbr"]);
/** Tags that say the same to a reader. */
const sameTags: Readonly<Record<string, string>> = { b: "strong", i: "em" };
/** Their scripts have no italics: what English leans, they set in bold. */
const withoutItalics: ReadonlySet<string> = new Set(["ja", "zh", "ko", "th", "ar", "he", "fa", "ur"]);

/**
 * Compares the elements of two HTML texts with their attributes. Blocks stand in the same order and inside the same blocks;
 * emphasis and links within a block may stand in another order, since languages order their words differently. An element within
 * a line that holds nothing is nothing.
 * @param locale of the translation, BCP-47
 */
export function compareMarkup(source: string, target: string, locale = "en"): MarkupDifference[] {
  const language = locale.split("-")[0]?.toLowerCase() ?? "";
  const hasItalics = !withoutItalics.has(language);
  const before = outlineOf(source, hasItalics);
  const after = outlineOf(target, hasItalics);
  const counts = new Map<string, { count: number; shown: string }>();
  const count = ({ key, shown }: Entry, by: number) => {
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + by, shown: counts.get(key)?.shown ?? shown });
  };
  for (const one of before) count(one, -1);
  for (const one of after) count(one, 1);
  const differences: MarkupDifference[] = [...counts.values()]
    .filter((one) => one.count !== 0)
    .map((one) => ({ kind: one.count < 0 ? "missing" : "added", tag: one.shown, count: Math.abs(one.count) }));
  if (differences.length > 0) return differences;
  const at = before.findIndex(({ key }, i) => key !== after[i]?.key);
  if (at !== -1) return [{ kind: "order", tag: before[at]?.shown ?? "" }];
  const swapped = swappedLink(source, target);
  return swapped === null ? [] : [{ kind: "order", tag: swapped }];
}

/** An element as it is compared, and as a person reads it. */
interface Entry {
  key: string;
  shown: string;
}

/** The elements in their order; those within a line, sorted, behind the block that they are in. */
function outlineOf(html: string, hasItalics: boolean): Entry[] {
  const outline: Entry[] = [];
  const walk = (nodes: readonly HtmlNode[], depth: number, inline: Entry[]): void => {
    for (const node of nodes) {
      if (typeof node === "string" || isNothing(node)) continue;
      const { key, shown } = entryOf(node, hasItalics);
      if (kindOf(node.tag) === "inline") {
        inline.push({ key, shown });
        walk(node.children, depth, inline);
        continue;
      }
      outline.push({ key: `${depth} ${key}`, shown });
      const own: Entry[] = [];
      walk(node.children, depth + 1, own);
      outline.push(...sorted(own));
    }
  };
  const loose: Entry[] = [];
  walk(parseHtml(html), 0, loose);
  return [...outline, ...sorted(loose)];
}

function sorted(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** `<b></b>` and `<span> </span>` without attributes: editors leave them behind. */
function isNothing({ tag, attributes, children }: HtmlElement): boolean {
  if (kindOf(tag) !== "inline" || voidTags.has(tag) || Object.keys(attributes).length > 0) return false;
  return children.every((node) => (typeof node === "string" ? node.trim() === "" : isNothing(node)));
}

function entryOf({ tag, attributes }: HtmlElement, hasItalics: boolean): Entry {
  const same = sameTags[tag] ?? tag;
  const name = same === "em" && !hasItalics ? "strong" : same;
  const compared = attributesOf(attributes, levelled);
  // A picture that the source puts into words is put into words.
  const alt = tag === "img" && (attributes.alt ?? "").trim() !== "" ? " alt" : "";
  return {
    key: `<${name}${compared}${alt}>`,
    shown: `<${tag}${attributesOf(attributes, (_name, value) => value)}${alt}>`,
  };
}

function attributesOf(
  attributes: Readonly<Record<string, string>>,
  written: (name: string, value: string) => string,
): string {
  return Object.entries(attributes)
    .filter(([name]) => !readable.has(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${written(name, value)}"`)
    .join("");
}

/** Spaces and order tell neither styles nor classes apart. */
function levelled(name: string, value: string): string {
  if (name === "class" || name === "rel") return value.trim().split(/\s+/).toSorted().join(" ");
  if (name !== "style") return value;
  return value
    .split(";")
    .map((one) =>
      one
        .replace(/\s*:\s*/, ":")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((one) => one !== "")
    .toSorted()
    .join(";");
}

/** Two links of one block whose words stayed the same, each with the other's address. */
function swappedLink(source: string, target: string): string | null {
  const before = addressesOf(source);
  const after = addressesOf(target);
  for (const [words, href] of before) {
    const other = after.get(words);
    if (href !== null && other !== undefined && other !== null && other !== href) return `<a href="${other}">`;
  }
  return null;
}

/** The words of each link → its address; null where two with the same words go to different places. */
function addressesOf(html: string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  const walk = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (typeof node === "string") continue;
      const { href } = node.attributes;
      const words = wordsOf(node).toLowerCase().replace(/\s+/g, " ").trim();
      if (node.tag === "a" && href !== undefined && words !== "")
        found.set(words, found.has(words) && found.get(words) !== href ? null : href);
      walk(node.children);
    }
  };
  walk(parseHtml(html));
  return found;
}

function wordsOf({ children }: HtmlElement): string {
  return children.map((node) => (typeof node === "string" ? node : wordsOf(node))).join("");
}
