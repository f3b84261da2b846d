import { describe, expect, test } from "vitest";
import type { Fact } from "../../../app/quality/facts/fact.ts";
import { fact, verdictsOf } from "../../support/read-claims.ts";

/** What facts make of a text with one statement, e.g. `refuted by Origin`. */
function verdictOf(locale: string, text: string, ...facts: (Fact | string)[]): string {
  const verdicts = verdictsOf(locale, text, facts).map(({ verdict, fact: by }) =>
    by ? `${verdict} by ${by.name}` : verdict,
  );
  return verdicts.join(", ");
}

function fixOf(locale: string, text: string, ...facts: (Fact | string)[]): string | null {
  return verdictsOf(locale, text, facts)[0]?.fix ?? null;
}

describe("comparing statements in words with facts", () => {
  test("the same property with the same polarity supports, the opposite one refutes", () => {
    expect(verdictOf("en", "It is vegan.", "This bag is vegan.")).toBe("supported by Description");
    expect(verdictOf("en", "It is waterproof.", "The jacket is not waterproof.")).toBe("refuted by Description");
    expect(verdictOf("en", "It is not waterproof.", "A waterproof jacket.")).toBe("refuted by Description");
    expect(verdictOf("en", "It is waterproof.", "A lovely jacket.")).toBe("unknown");
  });

  test("a statement of one language is supported by a fact of another", () => {
    expect(verdictOf("de", "Spülmaschinenfest.", fact("Care", "dishwasher safe"))).toBe("supported by Care");
    expect(verdictOf("en", "Gluten-free.", fact("Eigenschaften", "glutenfrei"))).toBe("supported by Eigenschaften");
    expect(verdictOf("fr", "Fabriqué au Portugal.", fact("Herkunftsland", "Portugal"))).toBe(
      "supported by Herkunftsland",
    );
  });

  test("what is stronger supports what is weaker, and not the other way", () => {
    expect(verdictOf("en", "It is water-resistant.", "It is waterproof.")).toBe("supported by Description");
    expect(verdictOf("en", "It is waterproof.", "It is water-resistant.")).toBe("unknown");
    expect(verdictOf("en", "It is waterproof.", "It is not water-resistant.")).toBe("refuted by Description");
    expect(verdictOf("en", "Made of steel.", fact("Material", "Stainless steel"))).toBe("supported by Material");
    expect(verdictOf("en", "A stainless steel bowl.", fact("Material", "Steel"))).toBe("unknown");
  });

  test("a trace that may be there refutes a denial and supports nothing", () => {
    expect(verdictOf("en", "It is nut-free.", "May contain nuts.")).toBe("refuted by Description");
    expect(verdictOf("en", "It contains nuts.", "May contain nuts.")).toBe("unknown");
    expect(verdictOf("en", "May contain nuts.", "May contain nuts.")).toBe("supported by Description");
    expect(verdictOf("en", "Without nuts.", fact("Ingredients", "oats, almonds"))).toBe("refuted by Ingredients");
  });

  test("another country of the same act refutes, of another act it does not", () => {
    const origin = fact("Country of origin", "Portugal");
    expect(verdictOf("en", "Made in Italy.", origin)).toBe("refuted by Country of origin");
    expect(verdictOf("en", "Made in Portugal.", origin)).toBe("supported by Country of origin");
    expect(verdictOf("en", "Designed in Italy.", origin)).toBe("unknown");
    expect(verdictOf("en", "Made in Italy.", "Made in small batches.")).toBe("unknown");
    expect(verdictOf("en", "Made in Italy.", "Hand-made in Florence.")).toContain("supported");
    expect(verdictOf("en", "Made in Florence.", fact("Country of origin", "Italy"))).toBe("unknown");
  });

  test("the fix of an origin is the fact's country in the text's language", () => {
    expect(fixOf("en", "Made in Italy.", fact("Country of origin", "Portugal"))).toBe("Made in Portugal");
    expect(fixOf("de", "Hergestellt in Italien.", fact("Country of origin", "Portugal"))).toBe(
      "Hergestellt in Portugal",
    );
    expect(fixOf("fr", "Fabriqué en Italie.", fact("Country of origin", "Portugal"))).toBeNull();
    expect(fixOf("en", "Made in Italy.", fact("Country of origin", "United States"))).toBeNull();
  });

  test("another form of the same material refutes", () => {
    expect(verdictOf("en", "Solid oak.", fact("Material", "Oak veneer"))).toBe("refuted by Material");
    expect(verdictOf("en", "Genuine leather.", fact("Material", "Faux leather"))).toBe("refuted by Material");
    expect(verdictOf("en", "Solid gold.", fact("Material", "Gold-plated brass"))).toBe("refuted by Material");
    expect(verdictOf("en", "Made of leather.", fact("Material", "Kunstleder"))).toBe("refuted by Material");
    expect(verdictOf("en", "An oak table.", fact("Material", "Solid oak"))).toBe("supported by Material");
    expect(verdictOf("en", "A leather strap.", fact("Material", "Faux leather"))).toBe("unknown");
  });

  test("another share, or another material of the whole, refutes", () => {
    expect(verdictOf("en", "100% cotton", fact("Material", "95% cotton, 5% elastane"))).toBe("refuted by Material");
    expect(fixOf("en", "100% cotton", fact("Material", "95% cotton, 5% elastane"))).toBe("95% cotton");
    expect(verdictOf("en", "95% cotton", fact("Material", "95% cotton, 5% elastane"))).toBe("supported by Material");
    expect(verdictOf("en", "100% silk", fact("Material", "100% polyester"))).toBe("refuted by Material");
    expect(verdictOf("en", "100% wool", fact("Material", "100% merino wool"))).toBe("supported by Material");
    expect(verdictOf("en", "It has cotton trim.", fact("Material", "100% linen"))).toBe("unknown");
  });

  test("another time of a warranty refutes, the same in other words supports", () => {
    const warranty = fact("Warranty", "2 years");
    expect(verdictOf("en", "With a lifetime warranty.", warranty)).toBe("refuted by Warranty");
    expect(verdictOf("en", "With a 5-year warranty.", warranty)).toBe("refuted by Warranty");
    expect(verdictOf("en", "With a two-year warranty.", warranty)).toBe("supported by Warranty");
    expect(verdictOf("de", "24 Monate Garantie.", warranty)).toBe("supported by Warranty");
    expect(verdictOf("en", "30-day returns.", warranty)).toBe("unknown");
    expect(fixOf("en", "Warranty of 5 years.", warranty)).toBe("Warranty of 2 years");
  });

  test("a colour on offer is refuted by options that are all known and others", () => {
    const colors = fact("Colour", "Navy, Black", { kind: "option" });
    expect(verdictOf("en", "It comes in navy.", colors)).toBe("supported by Colour");
    expect(verdictOf("en", "It comes in yellow.", colors)).toBe("refuted by Colour");
    expect(verdictOf("en", "Lovely in yellow.", colors)).toBe("");
    expect(verdictOf("en", "It comes in dark blue.", colors)).toBe("supported by Colour");
    expect(verdictOf("en", "It comes in yellow.", fact("Colour", "Moonlight", { kind: "option" }))).toBe("unknown");
    expect(verdictOf("en", "It comes in yellow.", fact("Title", "Navy bag", { kind: "title", tier: 2 }))).toBe(
      "unknown",
    );
  });

  test("another number of a scheme, or another body of its kind, refutes", () => {
    expect(verdictOf("en", "OEKO-TEX Standard 100.", fact("Certificates", "OEKO-TEX Standard 100"))).toBe(
      "supported by Certificates",
    );
    expect(verdictOf("en", "TÜV tested.", fact("Certificates", "SGS"))).toBe("refuted by Certificates");
    expect(verdictOf("en", "It is GOTS.", fact("Certificates", "OEKO-TEX Standard 100"))).toBe("unknown");
    expect(verdictOf("en", "Meets ISO 9001.", fact("Certificates", "ISO 14001"))).toBe("refuted by Certificates");
  });

  test("another model of the same make refutes, a part of the name supports", () => {
    const models = fact("Compatible with", "iPhone 14 Pro");
    expect(verdictOf("en", "Fits iPhone 14.", models)).toBe("supported by Compatible with");
    expect(verdictOf("en", "Fits iPhone 15.", models)).toBe("refuted by Compatible with");
    expect(verdictOf("en", "Fits Galaxy S23.", models)).toBe("unknown");
  });

  test("what must be proven is proven by no review and no app", () => {
    expect(verdictOf("en", "It is vegan.", fact("Badge", "vegan", { tier: 3 }))).toBe("unknown");
    expect(verdictOf("en", "It is vegan.", fact("Badge", "vegan", { tier: 1 }))).toBe("supported by Badge");
  });

  test("words that are no evidence prove nothing", () => {
    expect(verdictOf("en", "It is vegan.", fact("Note", "vegan", { unusable: "hidden" }))).toBe("unknown");
  });

  test("the merchant's own words count before a description, and equal words that disagree settle nothing", () => {
    expect(verdictOf("en", "It is waterproof.", fact("Feature", "not waterproof"), "A waterproof jacket.")).toBe(
      "refuted by Feature",
    );
    expect(verdictOf("en", "It is waterproof.", "A waterproof jacket.", "It is not waterproof.")).toBe("unknown");
  });

  test("vegan is refuted by leather, wool or honey in the merchant's own words", () => {
    expect(verdictOf("en", "It is vegan.", fact("Material", "100% wool"))).toBe("refuted by Material");
    expect(verdictOf("en", "It is vegan.", fact("Ingredients", "oats, honey"))).toBe("refuted by Ingredients");
    expect(verdictOf("en", "It is vegan.", fact("Material", "Faux leather"))).toBe("unknown");
  });
});
