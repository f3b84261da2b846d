import { describe, expect, it } from "vitest";
import { wordVerdicts } from "../../support/content/verdicts.ts";

const attribute = (name: string, value: string, source?: string) => ({
  attributes: [source === undefined ? { name, value } : { name, value, source }],
});

describe("a denied property", () => {
  it.each([
    ["Gluten free", "No", "It is gluten-free."], ["Gluten free", "false", "Gluten-free oats."], ["Vegan", "No", "A vegan bar."],
    ["Vegan", "nein", "A vegan bar."], ["Vegan", "Non", "A vegan bar."], ["Vegan", "nie", "A vegan bar."],
    ["Vegan", "いいえ", "A vegan bar."], ["Vegan", "✗", "A vegan bar."], ["Vegan", "✘", "A vegan bar."], ["Vegan", "0", "A vegan bar."],
    ["Vegan", "0 %", "A vegan bar."], ["Vegan", "n/a", "A vegan bar."], ["Vegan", "none", "A vegan bar."],
    ["Waterproof", "No", "The jacket is waterproof."], ["Waterproof", "not waterproof", "The jacket is waterproof."],
    ["Organic", "No", "Organic cotton."], ["Handmade", "No", "Each piece is handmade."], ["BPA-free", "No", "BPA-free plastic."],
    ["Halal", "No", "It is halal."], ["Warranty", "none", "It comes with a 2-year warranty."], ["Free shipping", "No", "Free shipping."],
    ["Recycled", "No", "Made of recycled wool."], ["Material", "no leather", "Made of leather."], ["Leather", "No", "Made of leather."],
    ["Contains nuts", "Yes", "It is free from nuts."], ["Parabens", "Yes", "Free from parabens."], ["Specs", "fibre: wool, organic: No", "It is organic."],
    ["Allergens", "Gluten: Yes\nMilk: No", "It is gluten-free."], ["Alcohol added", "Yes", "It is alcohol-free."],
    ["Is it vegan?", "No", "A vegan bar."], ["Organic cotton", "No", "Organic cotton."],
    ["Money back guarantee", "No", "With a money-back guarantee."], ["Made in Italy", "No", "Made in Italy."],
    ["Warranty", "0", "It comes with a warranty."],
  ])("refutes what a text promises: %s = %s, %s", (name, value, text) => {
    expect(wordVerdicts(text, attribute(name, value))).toContain("refuted");
  }); // biome-ignore format: a table

  it.each([
    ["Vegan", "Nein", "Der Riegel ist vegan."], ["Wasserdicht", "nein", "Die Jacke ist wasserdicht."],
    ["Glutenfrei", "Nein", "Glutenfreie Haferflocken."], ["Enthält Nüsse", "Ja", "Frei von Nüssen."],
    ["Gluten free", "No", "Die Flocken sind glutenfrei."],
  ])("refutes it in another language: %s = %s, %s", (name, value, text) => {
    expect(wordVerdicts(text, attribute(name, value), "de")).toContain("refuted");
  }); // biome-ignore format: a table

  it.each([
    ["✗ Vegan", "It is vegan."], ["Vegan ✗", "It is vegan."], ["Vegan: no", "It is vegan."], ["❌ Waterproof", "It is waterproof."],
  ])("refutes it where a line of the description says so: %s", (descriptionText, text) => {
    expect(wordVerdicts(text, { descriptionText })).toContain("refuted");
  }); // biome-ignore format: a table
});

describe("what is so", () => {
  it.each([
    ["Gluten free", "Yes", "It is gluten-free."], ["Vegan", "true", "A vegan bar."], ["Vegan", "✓", "A vegan bar."], ["Vegan", "Ja", "A vegan bar."],
    ["Vegan", "Yes (certified by the Vegan Society)", "A vegan bar."], ["Parabens", "No", "Free from parabens."],
    ["Contains nuts", "No", "Without nuts."], ["Leather", "No", "It contains no leather."], ["Sugar", "0 g", "It is sugar-free."],
    ["Waterproof", "No, but water-resistant", "It is water-resistant."], ["Country of origin", "NO", "Made in Norway."],
    ["Colour", "Sand", "It comes in sand."], ["PFAS / PTFE", "none", "It is free of PFAS."], ["Handmade in", "Nepal", "Made in Nepal."],
    ["Alcohol added", "0%", "Without alcohol."], ["Certificate", "IGI LG58331", "It comes with a certificate."],
    ["Waterproof", "IPX6", "It is waterproof."], ["Tested on animals", "No", "Not tested on animals."], ["Gluten", "not added", "Without gluten."], ["Material", "Shell: 100% cotton; lining: polyester", "A cotton shell."],
  ])("supports a text that says so: %s = %s, %s", (name, value, text) => {
    const verdicts = wordVerdicts(text, attribute(name, value));
    expect(verdicts).toContain("supported");
    expect(verdicts).not.toContain("refuted");
  }); // biome-ignore format: a table
});

describe("what is not certain", () => {
  it.each([
    // The name says more than the property: the rest of the thing may have it.
    ["Charging", "USB-C; wireless charging: No", "Wireless earbuds."], ["Natural diamond", "No", "A ring with a diamond."],
    ["Organic cotton", "No", "Made of cotton."], ["Waterproof zip", "No", "The jacket is waterproof."],
    ["Stone", "Moonstone (lab grown: no), gold", "Made of gold."],
    // "Not gluten-free" is no promise of gluten.
    ["Gluten free", "No", "It contains gluten."],
    ["Vegan", "unknown", "It is vegan."], ["Vegan", "–", "It is vegan."],
    // Postage that costs nothing is free.
    ["Shipping cost", "0", "Free shipping."], ["Shipping", "0", "Free shipping."], ["Versand", "keine", "Free shipping."], ["Shipping cost", "none", "Free shipping."],
    // In a language that is not read, the name may ask for none.
    ["Bez glutenu", "Ne", "It is gluten-free."],
  ])("neither backs a text nor makes it false: %s = %s, %s", (name, value, text) => {
    expect(wordVerdicts(text, attribute(name, value))).not.toContain("refuted");
  }); // biome-ignore format: a table
});

it.each([
  ["防水等级", "IPX6", "防水音箱。", "zh"],
  ["Waterdicht", "IPX5", "Waterdicht achterlicht.", "nl"],
  ["Testado em animais", "Não", "Não testado em animais.", "pt"],
  ["향료", "무첨가", "무향료 세럼입니다.", "ko"],
])("a grade or a denial backs the claim in its own language: %s = %s, %s", (name, value, text, locale) => {
  expect(wordVerdicts(text, { ...attribute(name, value), locale }, locale)).toContain("supported");
});

it.each([
  ["Garantía antimordiscos", "no", "Con garantía.", "es"],
  ["Chew-proof warranty", "No", "It comes with a warranty.", "en"],
  ["Natural diamond", "No", "A natural diamond.", "en"],
])("a no affirms nothing, whatever its label: %s = %s, %s", (name, value, text, locale) => {
  expect(wordVerdicts(text, attribute(name, value), locale)).not.toContain("supported");
});

it("an app's metafield refutes and proves nothing that a shop must be able to prove", () => {
  expect(wordVerdicts("It is certified organic.", attribute("Badge", "Certified organic", "app:badges"))).not.toContain(
    "supported",
  );
});
