import { describe, expect, it } from "vitest";
import { indexCategories } from "../../../app/classification/shortlist/index-categories.ts";
import type { ProductToClassify } from "../../../app/classification/shortlist/read-product.ts";
import { shortlistCategories } from "../../../app/classification/shortlist/shortlist.ts";
import { parseTaxonomy } from "../../../app/classification/taxonomies/parse-taxonomy.ts";
import { smallShops } from "./support/small-shops.ts";
import { smallIndex, smallTaxonomyFiles } from "./support/small-taxonomy.ts";

const index = smallIndex();

function product(title: string, rest: Partial<ProductToClassify> = {}): ProductToClassify {
  return { title, type: "", vendor: "", tags: [], description: "", options: [], locale: "en", ...rest };
}

function namesFor(wanted: ProductToClassify, most?: number, from = index): Array<string | undefined> {
  return shortlistCategories(from, wanted, most).map(({ path }) => path.at(-1));
}

describe("the shortlist of a small taxonomy", () => {
  it.each(smallShops.map(({ product, category }) => [product.title, category, product] as const))(
    "of “%s” has %s among its first three",
    (_title, category, wanted) => {
      expect(namesFor(wanted, 3)).toContain(category);
    },
  );

  it("is tried with sixty products and more", () => {
    expect(smallShops.length).toBeGreaterThanOrEqual(60);
  });

  it("says where a candidate lies and which of the product's words speak for it", () => {
    const [first] = shortlistCategories(index, product("Walnut Coffee Table"));
    expect(first).toMatchObject({
      path: ["Furniture", "Tables", "Coffee Tables"],
      because: expect.arrayContaining(["coffee", "table"]),
    });
    expect(first?.because).not.toContain("walnut");
  });

  it("has at most as many as asked for, the likeliest first", () => {
    const found = shortlistCategories(
      index,
      product("Leather bed, chair, table, sofa, lamp, mug, vase, mirror and towel"),
      6,
    );
    expect(found).toHaveLength(6);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((one, other) => other - one));
  });

  it("is empty for a product of which no category knows a word", () => {
    expect(shortlistCategories(index, product("فانوس رمضان", { locale: "ar" }))).toEqual([]);
    expect(shortlistCategories(index, product(""))).toEqual([]);
  });

  it("goes by a type that names a thing, and hardly by one that does not", () => {
    expect(namesFor(product("Moon", { type: "Vase", tags: ["mirror"] }), 1)).toEqual(["Vases"]);
    expect(namesFor(product("Moon", { type: "Indoor", tags: ["mirror"] }), 1)).toEqual(["Mirrors"]);
  });

  it("goes by what a product is, before what it is made for or comes with", () => {
    expect(namesFor(product("Charger for Headphones"), 1)).toEqual(["Chargers"]);
    expect(namesFor(product("Mirror with Towel"), 1)).toEqual(["Mirrors"]);
  });

  it("takes no word of a vendor's name for what the product is", () => {
    expect(namesFor(product("Candle Mirror", { vendor: "Mirror" }), 1)).toEqual(["Candles"]);
  });

  it("takes no size, amount or model number for a word", () => {
    expect(shortlistCategories(index, product("MG 3D 90x200 3in1"))).toEqual([]);
  });

  it("finds words written apart in a name written as one, and the other way round", () => {
    expect(namesFor(product("Two-Drawer Night Stand"), 1)).toEqual(["Nightstands"]);
    expect(namesFor(product("Two-Person Raincoat"), 1)).toEqual(["Rain Coats"]);
  });

  it("finds a name of three words by one in which two are joined", () => {
    expect(namesFor(product("Juna Crossbody"), 1)).toEqual(["Cross Body Bags"]);
  });

  it("leans to the branch that the product's other words speak for", () => {
    const named = (description: string) => namesFor(product("Case", { description }), 2);
    expect(named("For the phone, with headphones and charger.")[0]).toBe("Mobile Phone Cases");
    expect(named("Leather wallets, belts and handbags.")[0]).toBe("Handbags, Wallets & Cases");
    const names = { a: "Clothing", "a-1": "Tanks", "a-2": "Sleeves", b: "Plumbing", "b-1": "Tanks", "b-2": "Valves" };
    const categories = Object.entries(names).map(([id, name]) => ({ id, name, attrs: [], google: null }));
    const twins = indexCategories(parseTaxonomy({ categories }));
    const firstTank = (word: string) =>
      shortlistCategories(twins, product("Tank", { tags: [word] })).find(({ path }) => path.at(-1) === "Tanks")?.id;
    expect(firstTank("sleeves")).toBe("a-1");
    expect(firstTank("valves")).toBe("b-1");
  });

  it("finds what a German compound ends in", () => {
    expect(namesFor(product("Gästebett Lina", { locale: "de" }), 2)).toContain("Beds & Bed Frames");
    expect(namesFor(product("Gästebett Lina", { locale: "en" }), 2)).toEqual([]);
  });

  it("finds words of a language without names by those of its relatives, and of no other language", () => {
    expect(namesFor(product("Espelho", { locale: "pt" }), 1)).toEqual(["Mirrors"]);
    expect(namesFor(product("Espelho", { locale: "sv" }), 1)).toEqual([]);
  });

  it("leaves places for what the product's other words mean", () => {
    const bags = Array.from({ length: 30 }, (_, at) => [
      { id: `b${at}`, name: "Things", attrs: [], google: null },
      { id: `b${at}-1`, name: "Bags", attrs: [], google: null },
    ]).flat();
    const strap = { id: "s", name: "Straps", attrs: [], google: null };
    const crowded = indexCategories(parseTaxonomy({ categories: [...bags, strap] }));
    const found = namesFor(product("Bag", { options: ["Strap"] }), 20, crowded);
    expect(found).toContain("Straps");
    expect(found.filter((name) => name === "Bags").length).toBeGreaterThan(10);
  });

  it("finds a category by what Google calls it, and by the values of an attribute that few have", () => {
    expect(namesFor(product("Couch"), 1)).toEqual(["Sofas"]);
    const files = smallTaxonomyFiles();
    const withoutAttributes = indexCategories(parseTaxonomy({ categories: files.categories }));
    const wanted = product("Software or console", { tags: ["playstation"] });
    const score = (from: typeof index, name: string) =>
      shortlistCategories(from, wanted).find(({ path }) => path.at(-1) === name)?.score ?? 0;
    expect(score(index, "Video Game Software")).toBeGreaterThan(score(withoutAttributes, "Video Game Software"));
  });

  it("joins what a model calls the product, whatever the product's own language is", () => {
    const mute = product("فانوس رمضان", { locale: "ar" });
    expect(namesFor({ ...mute, phrases: ["night light", "lamp"] }, 3)).toEqual(
      expect.arrayContaining(["Night Lights", "Lamps"]),
    );
    const misled = product("Paul Reed Candle", { locale: "es" });
    expect(namesFor({ ...misled, phrases: ["olive oil"] }, 1)).toEqual(["Olive Oil"]);
  });

  it("takes six phrases of a model, and no more", () => {
    const phrases = ["one", "two", "three", "four", "five", "six", "mirror"];
    expect(shortlistCategories(index, product("Moon", { phrases }))).toEqual([]);
    expect(namesFor(product("Moon", { phrases: phrases.slice(1) }), 1)).toEqual(["Mirrors"]);
  });
});
