import { describe, expect, test } from "vitest";
import { fact, verdictsOf } from "../../support/read-claims.ts";

const colors = fact("Colour", "Navy, Moss green, White", { kind: "option" });
const farben = fact("Farbe", "Blau meliert, Weiß", { kind: "option" });
const sizes = fact("Size", "S, M, L", { kind: "option" });

/** What a list of options makes of the members that a text names. */
function verdictsIn(locale: string, text: string, ...facts: Parameters<typeof verdictsOf>[2]): string[] {
  return verdictsOf(locale, text, facts).map(({ verdict }) => verdict);
}

describe("what a product is said to come in, held to the lists of its options", () => {
  test("a colour that is no option is refuted, however the language says that it is sold", () => {
    expect(verdictsIn("en", "New in burgundy this autumn.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("en", "We love the yellow one.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("de", "Jetzt auch in Gelb.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("de", "Die gelbe Variante ist neu.", farben)).toEqual(["refuted"]);
    expect(verdictsIn("fr", "Il existe aussi en jaune.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("es", "Ahora en amarillo.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("it", "Da oggi in giallo.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("nl", "De gele uitvoering is nieuw.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("pt", "Agora em amarelo.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("pl", "Teraz także w kolorze żółtym.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("sv", "Finns även i gult.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("da", "Fås også i gul.", colors)).toEqual(["refuted"]);
    expect(verdictsIn("ja", "新色の黄色が登場しました。", colors)).toEqual(["refuted"]);
    expect(verdictsIn("zh", "新增黄色款。", colors)).toEqual(["refuted"]);
  });

  test("a colour of the list and its neighbours are none", () => {
    expect(verdictsIn("en", "The navy one is our favourite.", colors)).toEqual(["supported"]);
    expect(verdictsIn("de", "Jetzt auch in Grün.", colors)).toEqual(["supported"]);
    expect(verdictsIn("fr", "La version blanche est lumineuse.", colors)).toEqual(["supported"]);
    expect(verdictsIn("ja", "新色の白が登場しました。", colors)).toEqual(["supported"]);
  });

  test("what only looks like a colour on offer is no statement", () => {
    expect(verdictsIn("en", "One stone, one question.", colors)).toEqual([]);
    expect(verdictsIn("en", "Wear it over a white one-piece.", colors)).toEqual([]);
    expect(verdictsIn("zh", "还有红枣和黑糖。", colors)).toEqual([]);
    expect(verdictsIn("en", "Is there a yellow one?", colors)).toEqual([]);
    expect(verdictsIn("en", "There is no yellow one.", colors)).not.toContain("refuted");
  });

  test("a list whose names may be any colour refutes none", () => {
    expect(verdictsIn("en", "Now in coral.", fact("Colour", "Ink, Kelp, Dune", { kind: "option" }))).toEqual([
      "unknown",
    ]);
  });

  test("a size in letters that the list does not hold is refuted", () => {
    expect(verdictsIn("es", "Estrena la talla XL.", sizes)).toEqual(["refuted"]);
    expect(verdictsIn("en", "Available in XS to XXL.", sizes)).toEqual(["refuted", "refuted"]);
    expect(verdictsIn("pl", "Do wyboru również w rozmiarze XXL.", sizes)).toEqual(["refuted"]);
    expect(verdictsIn("de", "In der Größe XXL erhältlich.", sizes)).toEqual(["refuted"]);
    expect(verdictsIn("fr", "Disponible en taille XS.", sizes)).toEqual(["refuted"]);
  });

  test("a size of the list, of whoever wears it, or beside sizes in numbers is not", () => {
    expect(verdictsIn("en", "The model wears size M.", sizes)).toEqual(["supported"]);
    expect(verdictsIn("en", "If you usually wear a size XL, take L.", sizes)).toEqual(["unknown"]);
    expect(verdictsIn("de", "In Größe XXL nicht erhältlich.", sizes)).not.toContain("refuted");
    expect(verdictsIn("en", "Available in XL.", fact("Size", "36, 38, 40", { kind: "option" }))).toEqual(["unknown"]);
  });
});
