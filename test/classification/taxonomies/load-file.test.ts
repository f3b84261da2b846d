import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { childrenOf, readCategory, searchCategories } from "../../../app/classification/taxonomies/browse-taxonomy.ts";
import { loadTaxonomyFile } from "../../../app/classification/taxonomies/load-file.ts";
import { readTaxonomy } from "../../../app/classification/taxonomies/read-taxonomy.ts";
import { testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const prefix = "gid://shopify/TaxonomyCategory/";
const shopifyText = `# Shopify Product Taxonomy - Categories: 2026-02
# Format: {GID} : {Ancestor name} > ... > {Category name}

${prefix}fr      : Furniture
${prefix}fr-1    : Furniture > Beds & Sofas
${prefix}fr-1-1  : Furniture > Beds & Sofas > Beds
${prefix}fr-2    : Furniture > Tables
`;
const germanText = `# Shopify Product Taxonomy - Categories: 2026-02
${prefix}fr : Möbel
${prefix}fr-2 : Möbel > Tische
${prefix}zz-9 : Neues
`;
const googleText = `# Google_Product_Taxonomy_Version: 2021-09-21
436 - Furniture
6392 - Furniture > Tables
`;
const mapping = {
  version: "2026-02",
  mappings: [
    {
      rules: [
        { input: { category: { id: `${prefix}fr-2` } }, output: { category: [{ full_name: "Furniture > Tables" }] } },
        { input: { category: { id: `${prefix}fr` } }, output: { category: [{ id: 436, full_name: "Furniture" }] } },
      ],
    },
  ],
};
const attributes = {
  version: "2026-02",
  attributes: [
    {
      id: "gid://shopify/TaxonomyAttribute/1",
      name: "Color",
      handle: "color",
      values: [{ id: "gid://shopify/TaxonomyValue/1", name: "Black", handle: "color__black" }],
    },
  ],
};

const value = (Code: number, Title: string) => ({ Level: 6, Code, Title, Active: true, Childs: [] });
const attribute = (Code: number, Title: string, Childs: object[]) => ({ Level: 5, Code, Title, Active: true, Childs });
const brick = (Code: number, Title: string, Childs: object[]) => ({ Level: 4, Code, Title, Active: true, Childs });
const gpc = {
  LanguageCode: "EN",
  DateUtc: "2024-06-01T00:00:00",
  Schema: [
    {
      Level: 1,
      Code: 53000000,
      Title: "Beauty/Personal Care/Hygiene",
      Active: true,
      Childs: [
        {
          Level: 2,
          Code: 53160000,
          Title: "Cosmetics/Fragrances",
          Active: true,
          Childs: [
            {
              Level: 3,
              Code: 53161000,
              Title: "Cosmetic/Makeup Products",
              Active: true,
              Childs: [
                brick(10000533, "Cosmetic/Makeup - Eyes", [
                  attribute(20000719, "If Impregnated", [value(30002960, "NO"), value(30002654, "YES")]),
                ]),
                brick(10000535, "Cosmetic/Makeup - Lips", [
                  attribute(20000719, "If Impregnated", [value(30002960, "NO"), value(30002518, "UNIDENTIFIED")]),
                ]),
                { ...brick(10000999, "Retired", []), Active: false },
              ],
            },
          ],
        },
      ],
    },
  ],
};

function filesOf(contents: Readonly<Record<string, string | object>>) {
  const folder = mkdtempSync(join(tmpdir(), "shelfwright-taxonomy-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return Object.fromEntries(
    Object.entries(contents).map(([name, content]) => {
      const path = join(folder, name);
      writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
      return [name, path] as const;
    }),
  ) as Record<string, string>;
}

function world() {
  const deps = { db: openTestDatabase(), clock: testClock() };
  const load = (file: string | undefined, language?: string, told?: (entries: number) => void) =>
    loadTaxonomyFile(deps, { file: file ?? "", ...(language ? { language } : {}), ...(told ? { told } : {}) });
  return { ...deps, load };
}

const english = { taxonomy: "shopify", language: "en" } as const;

describe("loading a taxonomy's files", () => {
  it("reads Shopify's categories, their names in German, Google's, and which maps to which", async () => {
    const { db, load } = world();
    const files = filesOf({
      "c.txt": shopifyText,
      "de.txt": germanText,
      "g.txt": googleText,
      "m.json": mapping,
      "a.json": attributes,
    });
    expect(await load(files["c.txt"])).toMatchObject({
      taxonomy: "shopify",
      version: "2026-02",
      entries: 4,
      known: false,
    });
    await load(files["de.txt"], "de");
    expect(await load(files["g.txt"])).toMatchObject({ taxonomy: "google", version: "2021-09-21", entries: 2 });
    await load(files["m.json"]);
    await load(files["a.json"]);
    const read = await readTaxonomy({ db }, "shopify");
    expect(read?.version).toBe("2026-02");
    expect(read?.taxonomy.categories.map(({ id, names, googleName }) => ({ id, names, googleName }))).toEqual([
      { id: "fr", names: { de: "Möbel" }, googleName: "Furniture" },
      { id: "fr-1", names: {}, googleName: null },
      { id: "fr-1-1", names: {}, googleName: null },
      { id: "fr-2", names: { de: "Tische" }, googleName: "Tables" },
    ]);
    expect(read?.taxonomy.attributes.get("1")).toEqual({ handle: "color", name: "Color", values: ["Black"] });
    expect(await db.do(searchCategories({ taxonomy: "shopify", language: "de" }, "tisch"))).toEqual([
      { id: "fr-2", name: "Tische", path: "Furniture > Tables", hasChildren: false },
    ]);
    expect((await db.do(readCategory("shopify", "fr-1-1")))?.levels).toEqual([
      { code: "fr", title: "Furniture" },
      { code: "fr-1", title: "Beds & Sofas" },
      { code: "fr-1-1", title: "Beds" },
    ]);
  });

  it("archives what a newer file holds no more, and nobody finds it any longer", async () => {
    const { db, load } = world();
    const files = filesOf({
      "old.txt": shopifyText,
      "new.txt": shopifyText.replace(/.*fr-1-1.*\n/, "").replace("2026-02", "2026-08"),
    });
    await load(files["old.txt"]);
    expect(await load(files["new.txt"])).toMatchObject({ archived: 1, version: "2026-08" });
    expect(await db.do(childrenOf(english, "fr-1"))).toEqual([]);
    expect(await db.do(searchCategories(english, "beds"))).toMatchObject([{ id: "fr-1" }]);
    expect((await db.do(readCategory("shopify", "fr-1-1")))?.isArchived).toBe(true);
    expect((await readTaxonomy({ db }, "shopify"))?.taxonomy.categories.map(({ id }) => id)).toEqual([
      "fr",
      "fr-1",
      "fr-2",
    ]);
  });

  it("takes a file that lacks many categories for one that was cut off, and archives nothing", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    const lines = Array.from({ length: 400 }, (_, at) => `${prefix}aa-${at} : Things > Thing ${at}`);
    const head = "# Shopify Product Taxonomy - Categories: 2026-02";
    const text = (count: number) => [head, `${prefix}aa : Things`, ...lines.slice(0, count)].join("\n");
    const { whole = "", cut = "" } = filesOf({ whole: text(400), cut: text(90) });
    expect(await loadTaxonomyFile({ db, clock }, { file: whole })).toMatchObject({ archived: 0 });
    clock.advance(1_000);
    await expect(loadTaxonomyFile({ db, clock }, { file: cut })).rejects.toThrow("lacks 310 of 401 categories");
    clock.advance(1_000);
    // The good file again puts all right, although it was loaded before.
    expect(await loadTaxonomyFile({ db, clock }, { file: whole })).toMatchObject({ archived: 0, known: false });
    expect(await loadTaxonomyFile({ db, clock }, { file: whole })).toMatchObject({ known: true });
    clock.advance(1_000);
    expect(await loadTaxonomyFile({ db, clock }, { file: cut, mayArchive: true })).toMatchObject({ archived: 310 });
  });

  it("changes nothing when the same file is loaded again", async () => {
    const { load } = world();
    const files = filesOf({ "c.txt": shopifyText });
    await load(files["c.txt"]);
    expect(await load(files["c.txt"])).toMatchObject({ known: true, entries: 4 });
  });

  it("goes on where a stopped run was, and counts as loaded only at its end", async () => {
    const { db, load } = world();
    const many = Array.from({ length: 1_200 }, (_, at) => `${prefix}fr-${at + 1} : Furniture > Kind ${at + 1}`).join(
      "\n",
    );
    const files = filesOf({ "c.txt": `# Categories: 2026-02\n${prefix}fr : Furniture\n${many}\n` });
    const stop = (entries: number) => {
      if (entries >= 500) throw new Error("stopped");
    };
    await expect(load(files["c.txt"], "en", stop)).rejects.toThrow("stopped");
    expect(await readTaxonomy({ db }, "shopify")).toBeNull();
    const stored: number[] = [];
    expect(await load(files["c.txt"], "en", (entries) => stored.push(entries))).toMatchObject({
      before: 500,
      entries: 1_201,
    });
    expect(stored).toEqual([1_000, 1_201]);
    expect((await readTaxonomy({ db }, "shopify"))?.taxonomy.categories).toHaveLength(1_201);
  });

  it("reads GS1's bricks, each with the values that it permits of an attribute that others have too", async () => {
    const { db, load } = world();
    const files = filesOf({ "gpc.json": gpc });
    expect(await load(files["gpc.json"])).toMatchObject({ label: "GS1's GPC", taxonomy: "gpc", version: "2024-06-01" });
    expect((await db.do(readCategory("gpc", "10000533")))?.levels.map(({ code }) => code)).toEqual([
      "53000000",
      "53160000",
      "53161000",
      "10000533",
    ]);
    const rows = db.raw
      .prepare("SELECT id, attributes FROM taxonomy_categories WHERE parent_id = '53161000' ORDER BY id")
      .all() as { id: string; attributes: string }[];
    expect(rows.map(({ id, attributes: own }) => [id, JSON.parse(own)])).toEqual([
      ["10000533", [{ id: "20000719", values: ["30002960", "30002654"] }]],
      ["10000535", [{ id: "20000719", values: ["30002960", "30002518"] }]],
    ]);
    const list = db.raw
      .prepare("SELECT \"values\" FROM taxonomy_attributes WHERE taxonomy = 'gpc'")
      .pluck()
      .all() as string[];
    expect(list.map((one) => JSON.parse(one).length)).toEqual([3]);
  });

  it("reads Shopify's published JSON piece by piece, names in another language too", async () => {
    const { db, load } = world();
    const published = (names: [string, string]) => ({
      version: "2026-08",
      verticals: [
        {
          name: "x",
          categories: [
            { id: `${prefix}el`, name: names[0], parent_id: null, attributes: [] },
            {
              id: `${prefix}el-1`,
              name: names[1],
              parent_id: `${prefix}el`,
              attributes: [{ id: "gid://shopify/TaxonomyAttribute/1", handle: "color" }],
            },
          ],
        },
      ],
    });
    const files = filesOf({
      "en.json": published(["Electronics", 'Say "audio" \\ {loud}']),
      "fr.json": published(["Électronique", "Son"]),
    });
    await load(files["en.json"]);
    await load(files["fr.json"], "fr");
    expect((await readTaxonomy({ db }, "shopify"))?.taxonomy.categories).toMatchObject([
      { id: "el", name: "Electronics", names: { fr: "Électronique" }, attributes: [] },
      { id: "el-1", name: 'Say "audio" \\ {loud}', names: { fr: "Son" }, attributes: ["1"] },
    ]);
  });

  it.each([
    ["a file that is not there", {}, "missing.txt", "there is no file"],
    ["another text", { "a.txt": "hello" }, "a.txt", "none of the files that can be loaded"],
    ["a line that is none", { "a.txt": `${prefix}fr : Furniture\nfr-2 Tables\n` }, "a.txt", "line 2 is not"],
    ["a child without its parent", { "a.txt": `${prefix}fr-1 : Furniture > Beds\n` }, "a.txt", "fr-1 lies in fr"],
    ["a JSON that breaks off", { "a.json": '{"Schema":[{"Level":1,"Code":1,' }, "a.json", "ends before its JSON does"],
    [
      "a node of another shape",
      { "a.json": '{"Schema":[{"Level":9,"Code":1,"Title":"x"}]}' },
      "a.json",
      "GS1's GPC, entry 1",
    ],
    ["a mapping before Google's file", { "m.json": mapping }, "m.json", "load Google's taxonomy with ids first"],
  ])("tells what is wrong with %s, and loads nothing as a whole", async (_what, contents, name, message) => {
    const { db, load } = world();
    const files = filesOf(contents);
    await expect(load(files[name] ?? "/nowhere/missing.txt")).rejects.toThrow(message);
    expect(await readTaxonomy({ db }, "shopify")).toBeNull();
  });
});
