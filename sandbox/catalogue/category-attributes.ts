/** A metaobject of a shop, as a category metafield points to it. */
export interface CatalogueEntry {
  id: number;
  /** `shopify--color-pattern` is what Shopify makes for a category's attribute */
  type: string;
  displayName: string;
  /** its texts, the type of each as translatable content */
  fields: { key: string; value: string; type: string }[];
  /** its fields that point to values of the taxonomy: key → gid, or a JSON list of them */
  references?: Readonly<Record<string, string>>;
}

const firstId = 80_000_000_000_001;
/** What the shop's own entries say in the taxonomy's values; some say nothing. */
const references: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  White: colored(3, 24477),
  Navy: colored(15, 24477),
  Linen: { taxonomy_reference: "gid://shopify/TaxonomyValue/48" },
  Adults: { taxonomy_reference: "gid://shopify/TaxonomyValue/17011" },
};

function colored(color: number, pattern: number): Readonly<Record<string, string>> {
  return {
    color_taxonomy_reference: JSON.stringify([`gid://shopify/TaxonomyValue/${color}`]),
    pattern_taxonomy_reference: `gid://shopify/TaxonomyValue/${pattern}`,
  };
}

const labels: Readonly<Record<string, readonly string[]>> = {
  "shopify--color-pattern": ["White", "Sand", "Moss", "Navy", "Pinstripe"],
  "shopify--fabric": ["Linen", "Organic cotton", "Recycled nylon"],
  "shopify--age-group": ["Adults", "Teens"],
  designer: ["Inês Duarte"],
  care_guide: ["Caring for linen"],
};

/** Texts beyond the name, by it. */
const longTexts: Readonly<Record<string, CatalogueEntry["fields"]>> = {
  "Inês Duarte": [
    {
      key: "bio",
      value:
        "Inês Duarte draws her patterns in Porto and has them woven twelve kilometres away.\nShe joined us in 2019.",
      type: "MULTI_LINE_TEXT_FIELD",
    },
  ],
  "Caring for linen": [
    {
      key: "steps",
      value: JSON.stringify({
        type: "root",
        children: [
          { type: "heading", level: 3, children: [{ type: "text", value: "Before the first wear" }] },
          {
            type: "list",
            listType: "ordered",
            children: [
              { type: "list-item", children: [{ type: "text", value: "Wash at 30 °C, inside out." }] },
              {
                type: "list-item",
                children: [
                  { type: "text", value: "Dry on the line, " },
                  { type: "text", value: "never in a dryer", bold: true },
                  { type: "text", value: "." },
                ],
              },
            ],
          },
        ],
      }),
      type: "RICH_TEXT_FIELD",
    },
  ],
};

/** Shopify's own attributes name themselves by `label`. */
function fieldsOf(type: string, displayName: string): CatalogueEntry["fields"] {
  const key = type.startsWith("shopify--") ? "label" : type === "designer" ? "name" : "title";
  return [{ key, value: displayName, type: "SINGLE_LINE_TEXT_FIELD" }, ...(longTexts[displayName] ?? [])];
}

export const metaobjects: readonly CatalogueEntry[] = Object.entries(labels)
  .flatMap(([type, names]) => names.map((displayName) => ({ type, displayName, fields: fieldsOf(type, displayName) })))
  .map((entry, i) => ({ id: firstId + i, references: references[entry.displayName] ?? {}, ...entry }));

/** Definitions that a shop has of its category metafields: key → name. */
export const categoryFields: Readonly<Record<string, string>> = {
  "color-pattern": "Color",
  fabric: "Fabric",
  "age-group": "Age group",
};

/** Gids of the entries of these names, as the value of a list. */
export function entries(...displayNames: string[]): string {
  const found = metaobjects.filter((entry) => displayNames.includes(entry.displayName));
  return JSON.stringify(found.map(({ id }) => `gid://shopify/Metaobject/${id}`));
}
