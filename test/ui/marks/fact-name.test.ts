import { expect, it } from "vitest";
import { createWords } from "../../../app/i18n/create-words.ts";
import { loadCatalog } from "../../../app/i18n/load-catalog.ts";
import { listFacts } from "../../../app/quality/facts/list-facts.ts";
import { factName, factWords } from "../../../app/ui/marks/fact-name.ts";
import { someFacts } from "../../support/content/facts.ts";

const german = createWords("de", await loadCatalog("de")).getFixedT("de", "marks");

it("a fact that the app names has its name in the reader's language, and one that the shop names the shop's", () => {
  const product = someFacts({
    ...{ title: "Ravello", vendor: "Fern", productType: "Shirts", category: "Apparel", tags: ["linen", "Farbe: Blau"] },
    ...{ descriptionText: "Made in Porto.", attributes: [{ name: "Title", value: "Shirt" }] },
  });
  const named = listFacts(product, [{ name: "Claim", value: "Free returns" }]).map(({ fact }) => [
    fact.value,
    factName(german, fact),
  ]);
  expect(named).toEqual(
    expect.arrayContaining([
      ["Ravello", "Titel"],
      ["Fern", "Marke"],
      ["Shirts", "Produkttyp"],
      ["Apparel", "Kategorie"],
      ["Shirt", "Title"],
      ["Free returns", "Aussage"],
      ["Made in Porto.", "Beschreibung"],
      ["linen", "Tag"],
      ["Blau", "Farbe"],
    ]),
  );
});

it("what backs words names its fact in the reader's language where the path says which it is", () => {
  expect(factWords(german, { path: "vendor", fact: "Brand: Fern: Porto" })).toBe("Marke: Fern: Porto");
  expect(factWords(german, { fact: "Brand: Fern" })).toBe("Brand: Fern");
});
