import { expect, it } from "vitest";
import { codesOf, findingsOf } from "./surface.ts";

it.each([
  ["en", "Your journey starts here."],
  ["en", "Your adventure begins here, with a lamp."],
  ["en", "Your new home is here."],
  ["en", "Enter a quieter world here."],
  ["en", "Add a touch of gold here and there."],
  ["en", "Linen Shirt [Limited Edition]"],
  ["en", "Snail Cream [COSRX]"],
  ["en", "Player [Nano]"],
  ["en", "Linen Shirt [Last Size]"],
  ["en", "Linen Shirt [last item]"],
  ["en", "A shirt for the Queene [sic] of the sea"],
  ["en", "Undefined edges, undefined colours"],
  ["en", "A scarf with undefined edges and soft colours"],
  ["en", "The hem is left undefined."],
  ["en", "Shirt in size XXX"],
  ["en", "Shirt in XXX-Large"],
  ["en", "Chili Sauce XXX Hot"],
  ["en", "Product Name tags for jars"],
  ["en", "Brand Name stickers, set of ten"],
  ["de", "Deine Reise beginnt hier."],
  ["de", "Hier Ruhe finden und Farbe bekennen"],
  ["de", "Teller [Handarbeit]"],
  ["fr", "Lampe [Nouveau]"],
  ["ja", "リネンシャツ [限定版]"],
])("words of a shop are no gap (%s): %s", (locale, text) => {
  expect(codesOf(text, { locale })).not.toContain("PLACEHOLDER");
});

it.each([
  ["en", "[Product Name] in washed linen"],
  ["en", "Shirt by [Your Brand Here]"],
  ["en", "Shirt in [color]"],
  ["en", "Linen shirt by [XXX]"],
  ["en", "Add your logo here"],
  ["en", "Product Name in washed linen"],
  ["en", "Weight: undefined"],
  ["de", "Hemd von [Marke]"],
  ["de", "Hemd, hier Material einfügen"],
  ["fr", "Chemise [Nom du produit]"],
  ["es", "Camisa [marca]"],
  ["it", "Camicia [inserisci il nome]"],
  ["nl", "Hemd van [merknaam]"],
  ["pl", "Koszula [nazwa produktu]"],
  ["en", "For you, [customer name]"],
  ["de", "Für [Kundenname] gemacht"],
  ["en", "Shirt by @brand@"],
  ["en", "first_name }} by Fern & Field"],
  ["en", "Made for {{ customer.first_name"],
])("a gap of a template is found (%s): %s", (locale, text) => {
  expect(codesOf(text, { locale })).toContain("PLACEHOLDER");
});

it("is none where the product's data or the vendor's name holds the words", () => {
  expect(codesOf("Shirt by [Brand]", { facts: { vendor: "[Brand]" } })).not.toContain("PLACEHOLDER");
  expect(codesOf("Mug: your logo here", { facts: { title: "Mug: your logo here" } })).not.toContain("PLACEHOLDER");
  expect(codesOf("Shirt by [Brand]", { facts: { vendor: "Brand New" } })).toContain("PLACEHOLDER");
});

it("torn from a template that the product's title has whole, it is found all the same", () => {
  const facts = { title: "Wrapping service {{ customer.first_name }}" };
  expect(codesOf("first_name }} by Fern", { contentType: "title", facts })).toContain("PLACEHOLDER");
  expect(codesOf("A gift for {{ customer.first_name }}", { facts })).not.toContain("PLACEHOLDER");
});

it.each([
  ["[insert material here]", ["[insert material here]"]],
  ["<your brand here>", ["<your brand here>"]],
  ["{{product_name}}", ["{{product_name}}"]],
  ["[Product Name]", ["[Product Name]"]],
  ["[color] and [size]", ["[color]", "[size]"]],
  ["Add your logo here, [brand]", ["[brand]", "Add your logo here"]],
])("a gap inside a gap is not told again: %s", (text, quotes) => {
  const found = findingsOf(text, { contentType: "title" }).filter(({ code }) => code === "PLACEHOLDER");
  expect(found.map(({ quote }) => quote)).toEqual(quotes);
});
