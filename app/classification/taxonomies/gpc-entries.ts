import { z } from "zod";
import type { AttributeValue, CategoryAttribute } from "../../db/schema/index.ts";
import type { Entry, JsonFormat } from "./entry.ts";

/** One of GS1's nodes: segment, family, class, brick, attribute and value are levels 1 to 6. */
interface Node {
  Level: number;
  Code: number | string;
  Title: string;
  Active?: boolean | undefined;
  Childs: Node[];
}

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    Level: z.number().int().min(1).max(6),
    Code: z.union([z.number(), z.string()]),
    Title: z.string().min(1),
    Active: z.boolean().optional(),
    Childs: z
      .array(nodeSchema)
      .nullish()
      .transform((nodes) => nodes ?? []),
  }),
);

const brick = 4;

/**
 * GS1's schema, a segment at a time. The same attribute stands in many bricks, each time with the values that the brick permits: its
 * own list holds those of all, and each brick keeps which are its own.
 * @see https://gpc-browser.gs1.org
 */
export function gpcEntries(): JsonFormat {
  const attributes = new Map<string, { name: string; values: Map<string, string> }>();
  return {
    version: "DateUtc",
    items: {
      "Schema[]": (value) => {
        const entries: Entry[] = [];
        const met = new Set<string>();
        walk(nodeSchema.parse(value), null, (node, parentId) => {
          const id = String(node.Code);
          const own = node.Level === brick ? node.Childs.map((child) => keep(child, met)) : undefined;
          entries.push({ kind: "category", id, parentId, name: node.Title.trim(), attributes: own ?? [] });
        });
        for (const id of met) {
          const held = attributes.get(id);
          if (!held) continue;
          const values = [...held.values].map(([code, name]): AttributeValue => ({ id: code, name }));
          entries.push({ kind: "attribute", id, handle: null, name: held.name, values });
        }
        return entries;
      },
    },
  };

  function keep(node: Node, met: Set<string>): CategoryAttribute {
    const id = String(node.Code);
    const held = attributes.get(id) ?? { name: node.Title.trim(), values: new Map<string, string>() };
    attributes.set(id, held);
    met.add(id);
    const values = node.Childs.filter(isActive).map((child) => {
      held.values.set(String(child.Code), child.Title.trim());
      return String(child.Code);
    });
    return { id, values };
  }
}

function walk(node: Node, parentId: string | null, visit: (node: Node, parentId: string | null) => void): void {
  if (!isActive(node)) return;
  visit(node, parentId);
  if (node.Level === brick) return;
  for (const child of node.Childs) walk(child, String(node.Code), visit);
}

function isActive({ Active }: Node): boolean {
  return Active !== false;
}
