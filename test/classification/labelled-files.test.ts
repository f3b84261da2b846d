import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../../bench/classify.ts";
import { readLabels } from "../../bench/support/classify/read-labels.ts";
import { readTaxonomyFolder } from "../../bench/support/classify/read-taxonomy-folder.ts";
import { smallTaxonomyFiles } from "./shortlist/support/small-taxonomy.ts";

const folder = mkdtempSync(join(tmpdir(), "classify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("the files that the benchmark of classification is given", () => {
  it("are labelled products, without those that nobody was sure of", () => {
    const file = write(
      "good.jsonl",
      '{"title":"Mug","language":"en","labels":["x-1"],"sure":true}\n\n{"title":"?","language":"en","labels":["x"],"sure":false}\n',
    );
    expect(readLabels(file)).toEqual([
      {
        product: { title: "Mug", type: "", vendor: "", tags: [], description: "", options: [], locale: "en" },
        categoryIds: ["x-1"],
      },
    ]);
  });

  it.each([
    ["no JSON", '{"title":"Mug","language":"en","labels":["x"]}\nMug;x', "line 2: no JSON"],
    ["no label", '{"title":"Mug","language":"en","labels":[]}', "line 1: labels"],
    ["no title", '{"language":"en","labels":["x"]}', "line 1: title"],
    ["nothing", "\n", "holds no labelled product"],
  ])("with %s are refused with words that say where", (_what, text, words) => {
    expect(() => readLabels(write("bad.jsonl", text))).toThrow(words);
  });

  it("are a folder of a taxonomy's files, told apart by their names", () => {
    const { categories, attributes, googleNames, names } = smallTaxonomyFiles();
    write("shop_categories_2025.en.json", categories);
    write("shop_attributes_2025.en.json", attributes);
    write("shop_category_names.de.json", names.de);
    write("categories.nl.txt", "# x\ngid://shopify/TaxonomyCategory/ra : Kleding\n");
    write("google_2021.en-US.json", googleNames);
    const taxonomy = readTaxonomyFolder(folder);
    expect(taxonomy.categories).toHaveLength(categories.length);
    expect(taxonomy.categories[0]?.names).toEqual({ nl: "Kleding" });
    expect(taxonomy.categories[2]).toMatchObject({ name: "Dresses", names: { de: "Kleider" } });
    expect(taxonomy.categories.find(({ name }) => name === "Sofas")?.googleName).toBe("Couches");
    expect(taxonomy.attributes.size).toBe(3);
  });

  it("without categories, or with one that is no JSON, are refused by name", () => {
    const empty = mkdtempSync(join(folder, "empty-"));
    expect(() => readTaxonomyFolder(empty)).toThrow("has no file of categories");
    writeFileSync(join(empty, "categories.json"), "no");
    expect(() => readTaxonomyFolder(empty)).toThrow("categories.json: no JSON");
  });

  it.each([
    ["no flags", [], "--taxonomy wants the folder"],
    [
      "a folder that is not there",
      ["--taxonomy", "/nowhere", "--labels", "x"],
      "--taxonomy: there is nothing at /nowhere",
    ],
    ["no labels", ["--taxonomy", "."], "--labels wants a file"],
    ["a flag for a path", ["--taxonomy", ".", "--labels", "--json"], "--labels wants a file"],
  ])("are asked for in clear words: %s", async (_what, flags, words) => {
    await expect(run({ flags })).rejects.toThrow(words);
  });

  it("give the recall by language", async () => {
    const { categories } = smallTaxonomyFiles();
    const dir = mkdtempSync(join(folder, "taxonomy-"));
    writeFileSync(join(dir, "categories.json"), JSON.stringify(categories));
    const idOf = (name: string) => categories.find((category) => category.name === name)?.id;
    const labels = write(
      "two.jsonl",
      [
        { title: "Stoneware Mug", language: "en", labels: [idOf("Mugs")] },
        { title: "Dune", language: "en", labels: [idOf("Vases")] },
        { title: "Vase", language: "fr", labels: [idOf("Vases")] },
      ]
        .map((row) => JSON.stringify(row))
        .join("\n"),
    );
    const result = await run({ flags: ["--taxonomy", dir, "--labels", labels, "--misses"] });
    expect(result.by_language).toEqual({
      all: { products: 3, at_1: 66.7, at_5: 66.7, at_20: 66.7 },
      en: { products: 2, at_1: 50, at_5: 50, at_20: 50 },
      fr: { products: 1, at_1: 100, at_5: 100, at_20: 100 },
    });
    expect(result.misses).toEqual([`Dune → ${idOf("Vases")}; found none`]);
    expect(result.at_20_with_second_look).toBeNull();

    const phrases = write(
      "phrases.jsonl",
      '{"title":"Dune","phrases":["flower vase","vase"]}\n{"title":"x","phrases":["mug"]}\n',
    );
    const asked = ["--taxonomy", dir, "--labels", labels, "--phrases", phrases];
    expect((await run({ flags: asked })).at_20_with_second_look).toBe(100);
    write("phrases.jsonl", '{"title":"Dune","phrases":["mug"]}\n');
    expect((await run({ flags: asked })).at_20_with_second_look).toBe(66.7);
    write("phrases.jsonl", '{"title":"Dune"}\n');
    await expect(run({ flags: asked })).rejects.toThrow("line 1: no title with phrases");
  });
});
