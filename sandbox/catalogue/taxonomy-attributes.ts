/** An attribute of the sandbox's taxonomy, with the values that it permits: number in the gid → name. */
export interface TaxonomyAttribute {
  id: number;
  name: string;
  values: Readonly<Record<number, string>>;
  /** what the standard definition of its metafield is called; Color and Pattern share one */
  key: string;
  /** keys of categories: it belongs to these and to all that lie in them */
  under: readonly string[];
}

const clothes = ["aa"];

export const taxonomyAttributes: readonly TaxonomyAttribute[] = [
  {
    id: 1,
    name: "Color",
    key: "color-pattern",
    under: ["aa", "ap", "bt", "fr", "hg", "os", "sg", "el", "tg"],
    values: {
      1: "Black", 2: "Blue", 3: "White", 4: "Gold", 5: "Silver", 6: "Beige", 7: "Brown", 8: "Gray", 9: "Green", 10: "Orange",
      11: "Purple", 12: "Pink", 13: "Red", 14: "Yellow", 15: "Navy", 16: "Clear", 657: "Multicolor",
    }, // biome-ignore format: a table
  },
  {
    id: 3,
    name: "Pattern",
    key: "color-pattern",
    under: ["aa", "hg-15", "hg-3-57", "hg-3-61"],
    values: { 24477: "Solid", 2866: "Striped", 2867: "Floral", 2868: "Checkered", 2869: "Dots", 2370: "Pinstripe" },
  },
  {
    id: 2,
    name: "Size",
    key: "size",
    under: ["aa-1"],
    values: { 31: "XS", 32: "S", 33: "M", 34: "L", 35: "XL", 36: "One size" },
  },
  {
    id: 41,
    name: "Fabric",
    key: "fabric",
    under: ["aa-1", "aa-2", "hg-15"],
    values: {
      47: "Cotton",
      48: "Linen",
      49: "Silk",
      50: "Wool",
      51: "Merino",
      52: "Nylon",
      53: "Polyester",
      54: "Denim",
    },
  },
  {
    id: 53,
    name: "Material",
    key: "material",
    under: ["fr", "hg-3", "hg-11", "hg-13", "aa-5", "aa-6", "aa-8", "os", "tg"],
    values: {
      61: "Brass", 62: "Ceramic", 63: "Glass", 64: "Leather", 65: "Oak", 66: "Plastic", 67: "Rubber", 68: "Stainless steel",
      69: "Stoneware", 70: "Walnut", 71: "Wax", 72: "Wood", 73: "Porcelain", 74: "Cast iron", 75: "Marble",
    }, // biome-ignore format: a table
  },
  {
    id: 42,
    name: "Target gender",
    key: "target-gender",
    under: clothes,
    values: { 17001: "Female", 17002: "Male", 17003: "Unisex" },
  },
  {
    id: 43,
    name: "Age group",
    key: "age-group",
    under: clothes,
    values: { 17011: "Adults", 17012: "Teens", 17013: "Kids", 17014: "Babies" },
  },
  {
    id: 8,
    name: "Neckline",
    key: "neckline",
    under: ["aa-1-13", "aa-1-4"],
    values: { 2873: "V-neck", 2874: "Crew neck", 2875: "Turtleneck" },
  },
  {
    id: 9,
    name: "Care instructions",
    key: "care-instructions",
    under: clothes,
    values: { 17: "Cold wash", 18: "Hand wash" },
  },
  {
    id: 77,
    name: "Tea variety",
    key: "tea-variety",
    under: ["fb-1-10"],
    values: { 801: "Black tea", 802: "Green tea", 803: "Herbal tea", 804: "Oolong" },
  },
  {
    id: 78,
    name: "Coffee roast",
    key: "coffee-roast",
    under: ["fb-1-2"],
    values: { 811: "Light", 812: "Medium", 813: "Dark" },
  },
];

export function attributesOfCategory(key: string): TaxonomyAttribute[] {
  return taxonomyAttributes.filter(({ under }) => under.some((one) => key === one || key.startsWith(`${one}-`)));
}

/** Values of the product taxonomy that a metafield may point to, by the number in their gid. */
export const taxonomyValues: Readonly<Record<number, string>> = Object.assign(
  {},
  ...taxonomyAttributes.map(({ values }) => values),
);

export interface StandardTemplate {
  key: string;
  name: string;
  /** fields of its metaobjects that must be there, by what they hold */
  references: readonly { field: string; isList: boolean }[];
}

/** The standard metafield definitions of the taxonomy's attributes, each with the kind of metaobject that it points to. */
export const standardTemplates: readonly StandardTemplate[] = [
  ...new Set(taxonomyAttributes.map(({ key }) => key)),
].map((key) =>
  key === "color-pattern"
    ? {
        key,
        name: "Color",
        references: [
          { field: "color_taxonomy_reference", isList: true },
          { field: "pattern_taxonomy_reference", isList: false },
        ],
      }
    : {
        key,
        name: taxonomyAttributes.find((attribute) => attribute.key === key)?.name ?? key,
        references: [{ field: "taxonomy_reference", isList: false }],
      },
);

/** Keys of the categories that a standard definition is for: a product of another may not have its metafield. */
export function categoriesOfTemplate(template: string): string[] {
  return [...new Set(taxonomyAttributes.filter(({ key }) => key === template).flatMap(({ under }) => under))];
}
