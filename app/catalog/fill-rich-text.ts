import { kindOf } from "../lib/html/element-kinds.ts";
import { hasVisibleText } from "../lib/html/has-visible-text.ts";
import { type HtmlNode, parseHtml } from "../lib/html/parse-html.ts";
import { safeAddress } from "../lib/html/safe-address.ts";
import { escapeHtml } from "../lib/html/serialise-html.ts";
import { type RichNode, type RichRun, type RichSegment, segmentsOf, textOfRun } from "./rich-text-tree.ts";

/** Words of one look in HTML. */
interface HtmlRun {
  bold: boolean;
  italic: boolean;
  /** which link it is in; null: in none */
  link: HtmlLink | null;
  text: string;
}

interface HtmlLink {
  href: string;
  /** is read by people, and translated where there is one */
  title: string;
}

/** Words between two blocks of HTML. */
interface HtmlSegment {
  /** the blocks around it, e.g. `ul li` */
  path: string;
  runs: HtmlRun[];
}

/**
 * Puts the words of HTML into a tree that has the same blocks, and changes nothing else of it: neither blank lines and lists within
 * lists nor where a link leads. Where emphasis or links of a block stand in another order, its words and links are put in order anew.
 * @param tree is changed. @param own its HTML. @returns false, and the tree as it was, when the blocks are others
 */
export function fillRichText(tree: RichNode, own: string, html: string): boolean {
  const segments = segmentsOf(tree);
  const before = htmlSegments(own);
  const after = htmlSegments(html);
  if (segments.length !== before.length || segments.length !== after.length) return false;
  if (after.some(({ path }, at) => path !== before[at]?.path)) return false;
  // Back to front: a segment that is put in order anew may get longer.
  for (const [at, segment] of [...segments.entries()].reverse()) fill(segment, after[at]?.runs ?? []);
  return true;
}

function fill(segment: RichSegment, written: readonly HtmlRun[]): void {
  const runs = withoutBlankEnds(segment.runs, textOfRun);
  const wanted = withoutBlankEnds(written, ({ text }) => text);
  const lead = /^\s*/.exec(textOf(runs[0]))?.[0] ?? "";
  const trail = /\s*$/.exec(textOf(runs.at(-1)))?.[0] ?? "";
  const texts = wanted.map(({ text }, at) => {
    const begun = at === 0 ? `${lead}${text.trimStart()}` : text;
    return at === wanted.length - 1 ? `${begun.trimEnd()}${trail}` : begun;
  });
  if (!isSameLook(runs, wanted)) {
    reorder(segment, runs, { wanted, texts });
    return;
  }
  for (const [at, { leaves, link }] of runs.entries()) {
    const text = texts[at] ?? "";
    if (link) Object.assign(link, titled(link, wanted[at]?.link?.title));
    if (saysSame(leaves.map(({ value }) => value).join(""), text)) continue;
    for (const [place, leaf] of leaves.entries()) leaf.value = place === 0 ? text : "";
  }
}

function textOf(run: RichRun | undefined): string {
  return run ? textOfRun(run) : "";
}

function withoutBlankEnds<T>(runs: readonly T[], read: (run: T) => string): T[] {
  const isBlank = (run: T | undefined) => run !== undefined && read(run).trim() === "";
  const left = [...runs];
  while (isBlank(left[0])) left.shift();
  while (isBlank(left.at(-1))) left.pop();
  return left;
}

function isSameLook(runs: readonly RichRun[], wanted: readonly HtmlRun[]): boolean {
  if (runs.length !== wanted.length) return false;
  return runs.every((run, at) => {
    const other = wanted[at];
    const follows = (some: readonly { link: object | null }[]) => some[at]?.link === some[at - 1]?.link;
    return (
      run.bold === other?.bold &&
      run.italic === other.italic &&
      addressOf(run.link) === (other.link?.href ?? null) &&
      (at === 0 || follows(runs) === follows(wanted))
    );
  });
}

function titled({ title }: RichNode, written: string | undefined): { title?: string } {
  return title && written ? { title: written } : {};
}

function addressOf(link: RichNode | null): string | null {
  return link === null ? null : (link.url ?? "");
}

/** White space as HTML shows it. */
function saysSame(one: string, other: string): boolean {
  const shown = (text: string) => text.replace(/[ \t\r\f]+/g, " ").replace(/ ?\n ?/g, "\n");
  return shown(one) === shown(other);
}

/** Links and looks of words come from the tree, where it has such; what nobody sees at either end stays there. */
function reorder(
  { parent, from, nodes }: RichSegment,
  runs: readonly RichRun[],
  { wanted, texts }: { wanted: readonly HtmlRun[]; texts: readonly string[] },
): void {
  const links = [...new Set(runs.flatMap(({ link }) => link ?? []))];
  const seen = new Set(runs.flatMap(({ link, leaves }) => (link ? [link, ...leaves] : leaves)));
  const made: RichNode[] = [];
  let open: { link: HtmlRun["link"]; children: RichNode[] } | null = null;
  for (const [at, { bold, italic, link }] of wanted.entries()) {
    const model = runs.find((run) => run.bold === bold && run.italic === italic)?.leaves[0];
    const leaf = model ?? { type: "text", value: "", ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) };
    const text = { ...leaf, value: texts[at] ?? "" };
    if (link === null) made.push(text);
    else if (open !== null && link === open.link) open.children.push(text);
    else {
      const found = linkTo(link.href, links);
      const children = found ? [text] : made;
      made.push(found ? { ...found, ...titled(found, link.title), children } : text);
      open = { link, children };
      continue;
    }
    if (link === null) open = null;
  }
  const first = nodes.findIndex((node) => seen.has(node));
  const end = nodes.findLastIndex((node) => seen.has(node));
  // Deeper down than a link: there is nothing here to put in another order.
  if (first === -1) return;
  parent.children?.splice(from + first, end - first + 1, ...made);
}

/** @param links those of the tree that are left; the one that is taken goes */
function linkTo(href: string, links: RichNode[]): RichNode | null {
  const at = links.findIndex((link) => addressOf(link) === href);
  if (at !== -1) return links.splice(at, 1)[0] ?? null;
  const url = safeAddress(href, "link");
  return url === null ? null : { type: "link", url };
}

function htmlSegments(html: string): HtmlSegment[] {
  const segments: HtmlSegment[] = [];
  let open: HtmlSegment | null = null;
  const end = () => {
    if (open && hasVisibleText(escapeHtml(open.runs.map(({ text }) => text).join("")))) segments.push(open);
    open = null;
  };
  const add = (path: string, { text, ...look }: HtmlRun) => {
    open ??= { path, runs: [] };
    const last = open.runs.at(-1);
    if (last && last.bold === look.bold && last.italic === look.italic && last.link === look.link) last.text += text;
    else open.runs.push({ ...look, text });
  };
  const walk = (nodes: readonly HtmlNode[], path: string, look: Omit<HtmlRun, "text">): void => {
    for (const node of nodes) {
      if (typeof node === "string") {
        add(path, { ...look, text: node.replace(/[ \t]*[\n\r\f][ \t\n\r\f]*/g, " ") });
        continue;
      }
      const { tag, attributes, children } = node;
      const kind = kindOf(tag);
      if (kind === "hidden" || tag === "img") continue;
      if (tag === "br") add(path, { ...look, text: "\n" });
      else if (tag === "strong" || tag === "b") walk(children, path, { ...look, bold: true });
      else if (tag === "em" || tag === "i") walk(children, path, { ...look, italic: true });
      else if (tag === "a")
        walk(children, path, { ...look, link: { href: attributes.href ?? "", title: attributes.title ?? "" } });
      else if (kind === "inline") walk(children, path, look);
      else {
        end();
        walk(children, `${path} ${tag}`.trim(), look);
        end();
      }
    }
  };
  walk(parseHtml(html), "", { bold: false, italic: false, link: null });
  end();
  return segments.map(({ path, runs }) => ({ path, runs: runs.map(atLineStarts) }));
}

/** Spaces after a line break are those of how the HTML is laid out. */
function atLineStarts(run: HtmlRun): HtmlRun {
  return { ...run, text: run.text.replace(/\n +/g, "\n") };
}
