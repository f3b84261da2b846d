import { z } from "zod";
import { hasVisibleText } from "../lib/html/has-visible-text.ts";
import { escapeHtml } from "../lib/html/serialise-html.ts";
import { parseJson } from "../lib/json.ts";

/** A node of Shopify's rich text. @see https://shopify.dev/docs/apps/build/metafields/list-of-data-types */
export interface RichNode {
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

/** The tree of a value, with all that stands in it, also what is not known here; null for what is no such tree. */
export function richTreeOf(value: string): RichNode | null {
  const tree = parseJson(value);
  return nodeSchema.safeParse(tree).success ? (tree as RichNode) : null;
}

/** Neighbouring words of one look: to a reader they are one. */
export interface RichRun {
  bold: boolean;
  italic: boolean;
  /** null: not in a link */
  link: RichNode | null;
  /** whose values together are the text; none is empty */
  leaves: RichNode[];
}

/** Words and links between two blocks: the part of a node's children that begins at `from`. */
export interface RichSegment {
  parent: RichNode;
  from: number;
  nodes: RichNode[];
  runs: RichRun[];
}

export type RichPart = RichSegment | { block: RichNode };

/** The children of a node: blocks, and what of words is between them. Words that nobody sees, as in a blank line, are left out. */
export function partsOfNode(parent: RichNode): RichPart[] {
  const parts: RichPart[] = [];
  const children = parent.children ?? [];
  let from = 0;
  const endAt = (end: number) => {
    const nodes = children.slice(from, end);
    const runs = runsOf(nodes);
    if (hasVisibleText(escapeHtml(runs.map(textOfRun).join("")))) parts.push({ parent, from, nodes, runs });
    from = end + 1;
  };
  for (const [at, child] of children.entries()) {
    if (isInline(child)) continue;
    endAt(at);
    parts.push({ block: child });
  }
  endAt(children.length);
  return parts;
}

/** All segments of a tree in reading order. */
export function segmentsOf(node: RichNode): RichSegment[] {
  return partsOfNode(node).flatMap((part) => ("block" in part ? segmentsOf(part.block) : [part]));
}

export function textOfRun({ leaves }: RichRun): string {
  return leaves.map(({ value = "" }) => value).join("");
}

function isInline({ type }: RichNode): boolean {
  return type === "text" || type === "link";
}

function runsOf(nodes: readonly RichNode[], link: RichNode | null = null, runs: RichRun[] = []): RichRun[] {
  for (const node of nodes) {
    if (node.children) runsOf(node.children, node.type === "link" ? node : link, runs);
    if (!node.value) continue;
    const [bold, italic] = [node.bold ?? false, node.italic ?? false];
    const last = runs.at(-1);
    if (last && last.bold === bold && last.italic === italic && last.link === link) last.leaves.push(node);
    else runs.push({ bold, italic, link, leaves: [node] });
  }
  return runs;
}
