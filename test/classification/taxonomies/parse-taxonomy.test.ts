import { describe, expect, it } from "vitest";
import { parseTaxonomy } from "../../../app/classification/taxonomies/parse-taxonomy.ts";
import { TaxonomyFileError } from "../../../app/classification/taxonomies/taxonomy-file-error.ts";

const plain = [
  { id: "fu", name: "Furniture", attrs: [], google: 1 },
  { id: "fu-1", name: "Chairs", attrs: ["color", "trim_color"], google: 2 },
];
const published = {
  version: "2026-08",
  verticals: [
    {
      name: "Furniture",
      categories: [
        { id: "gid://shopify/TaxonomyCategory/fu", name: "Furniture", parent_id: null, attributes: [] },
        {
          id: "gid://shopify/TaxonomyCategory/fu-1",
          name: "Chairs",
          parent_id: "gid://shopify/TaxonomyCategory/fu",
          attributes: [{ handle: "color" }, { handle: "trim-color" }],
        },
      ],
    },
  ],
};

describe("a taxonomy's files", () => {
  it("are read in the short form", () => {
    const taxonomy = parseTaxonomy({
      categories: plain,
      attributes: {
        base_attributes: [{ name: "Color", friendly_id: "color", values: ["color__red", "color__rose_gold"] }],
        extended_attributes: [{ name: "Trim color", friendly_id: "trim_color", values_from: "color" }],
      },
      googleNames: [[1, "Furniture"], [2, "Furniture > Seats"]], // biome-ignore format: pairs
      names: { de: { fu: "Möbel", "fu-1": "Stühle" }, fr: { "fu-1": "Chaises" } },
    });
    expect(taxonomy.categories).toEqual([
      { id: "fu", parentId: null, name: "Furniture", attributes: [], names: { de: "Möbel" }, googleName: "Furniture" },
      {
        id: "fu-1",
        parentId: "fu",
        name: "Chairs",
        attributes: ["color", "trim_color"],
        names: { de: "Stühle", fr: "Chaises" },
        googleName: "Seats",
      },
    ]);
    expect(taxonomy.attributes.get("trim_color")).toEqual({
      handle: "trim_color",
      name: "Trim color",
      values: ["red", "rose gold"],
    });
  });

  it("are read as Shopify publishes them", () => {
    const rule = (id: string, name: string) => ({
      input: { category: { id: `gid://shopify/TaxonomyCategory/${id}`, full_name: name } },
      output: { category: [{ id: "2", full_name: `Furniture > ${name}` }] },
    });
    const taxonomy = parseTaxonomy({
      categories: published,
      attributes: {
        attributes: [
          {
            name: "Color",
            handle: "color",
            extended_attributes: [{ name: "Trim color", handle: "trim-color" }],
            values: [{ name: "Rose gold" }],
          },
        ],
      },
      googleMapping: { mappings: [{ rules: [rule("fu-1", "Seats")] }] },
      names: {
        nl: "# Shopify Product Taxonomy - Categories\n\ngid://shopify/TaxonomyCategory/fu : Meubels\r\ngid://shopify/TaxonomyCategory/fu-1   : Meubels > Stoelen\n",
        sv: {
          verticals: [{ categories: [{ id: "gid://shopify/TaxonomyCategory/fu-1", name: "Stolar", parent_id: null }] }],
        },
      },
    });
    expect(taxonomy.categories[1]).toEqual({
      id: "fu-1",
      parentId: "fu",
      name: "Chairs",
      attributes: ["color", "trim-color"],
      names: { nl: "Stoelen", sv: "Stolar" },
      googleName: "Seats",
    });
    expect(taxonomy.attributes.get("trim-color")?.values).toEqual(["Rose gold"]);
  });

  it.each([
    ["nothing", { categories: undefined }, "categories"],
    ["another shape", { categories: [{ id: "fu" }] }, "categories: 0.name"],
    ["no category", { categories: [] }, "categories: the file has none"],
    ["an id twice", { categories: [...plain, ...plain] }, "categories: fu stands there twice"],
    ["a parent that is missing", { categories: plain.slice(1) }, "fu-1 lies in fu, which is not there"],
    ["other attributes", { categories: plain, attributes: { base_attributes: [{}] } }, "attributes: base_attributes.0"],
    ["other names of Google's", { categories: plain, googleNames: [["x"]] }, "Google's names: 0"],
    ["another mapping", { categories: plain, googleMapping: {} }, "the mapping to Google: mappings"],
    ["names that are none", { categories: plain, names: { de: { fu: 1 } } }, "names in de: fu"],
    ["a line without a name", { categories: plain, names: { nl: "# x\nfu Meubels" } }, "names in nl: line 2"],
  ])("with %s are refused with words that say where", (_what, files, words) => {
    expect(() => parseTaxonomy(files as Parameters<typeof parseTaxonomy>[0])).toThrow(TaxonomyFileError);
    expect(() => parseTaxonomy(files as Parameters<typeof parseTaxonomy>[0])).toThrow(words);
  });
});
