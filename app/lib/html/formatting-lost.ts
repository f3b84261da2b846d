import { type HtmlNode, parseHtml } from "./parse-html.ts";

/** Formatting that clean-up takes from every text, whoever wrote it. */
export type FormattingKind = "style" | "class" | "id";

const kinds: Readonly<Record<string, FormattingKind>> = {
  style: "style",
  align: "style",
  bgcolor: "style",
  color: "style",
  face: "style",
  class: "class",
  id: "id",
};

/**
 * How many styles, classes and ids the first text has and the second has not: what a theme or the merchant's own hand gave
 * the text its looks with, and what links lead to. Each value counts as often as it occurs.
 */
export function formattingLost(before: string, after: string): Map<FormattingKind, number> {
  const lost = new Map<FormattingKind, number>();
  if (!/[\s"'/](?:style|align|bgcolor|color|face|class|id)\s*=/i.test(before)) return lost;
  const left = new Map<string, number>();
  for (const { key } of formattingIn(parseHtml(after))) left.set(key, (left.get(key) ?? 0) + 1);
  for (const { key, kind } of formattingIn(parseHtml(before))) {
    const kept = left.get(key) ?? 0;
    left.set(key, kept - 1);
    if (kept <= 0) lost.set(kind, (lost.get(kind) ?? 0) + 1);
  }
  return lost;
}

function formattingIn(nodes: readonly HtmlNode[]): { key: string; kind: FormattingKind }[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    const own = Object.entries(node.attributes).flatMap(([name, value]) => {
      const kind = kinds[name];
      if (!kind || value.trim() === "") return [];
      const values = name === "class" ? value.trim().split(/\s+/) : [value.trim()];
      return values.map((each) => ({ key: `${name} ${each}`, kind }));
    });
    return [...own, ...formattingIn(node.children)];
  });
}
