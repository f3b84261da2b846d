import { describe, expect, test } from "vitest";
import { claimsOf, fact, verdictsOf } from "../../support/read-claims.ts";

type Row = [locale: string, text: string, claims: string[]];

function expectAll(rows: readonly Row[]): void {
  expect(rows.map(([locale, text]) => [locale, text, claimsOf(locale, text)])).toEqual(rows);
}

describe("the most frequent claims in ten more languages", () => {
  test("an origin is read with the endings of its country", () => {
    expectAll([
      ["fi", "Valmistettu Portugalissa.", ["PT made"]],
      ["fi", "Suomessa valmistettu.", ["FI made"]],
      ["cs", "Vyrobeno v Itálii.", ["IT made"]],
      ["cs", "Ušito v Česku.", ["CZ made"]],
      ["ru", "Сделано в Японии.", ["JP made"]],
      ["uk", "Вироблено в Польщі.", ["PL made"]],
      ["hr", "Proizvedeno u Sloveniji.", ["SI made"]],
      ["hu", "Olaszországban készült.", ["IT made"]],
      ["ro", "Fabricat în Portugalia.", ["PT made"]],
      ["tr", "Almanya'da üretilmiştir.", ["DE made"]],
      ["el", "Κατασκευάζεται στην Ιταλία.", ["IT made"]],
      ["ar", "صُنع في فرنسا.", ["FR made"]],
    ]);
  });

  test("what only looks like a country is none", () => {
    expectAll([
      ["fi", "Valmistettu käsin rakkaudella.", []],
      ["cs", "Vyrobeno v malých sériích.", []],
      ["ru", "Сделано в лучших традициях.", []],
      ["hr", "Izrađeno u malim serijama.", []],
      ["ro", "Fabricat în serii mici.", []],
    ]);
  });

  test("a property and its denial are read", () => {
    expectAll([
      ["fi", "Takki on vedenpitävä.", ["waterproof"]],
      ["fi", "Takki ei ole vedenpitävä.", ["waterproof denied"]],
      ["cs", "Bunda je nepromokavá.", ["waterproof"]],
      ["cs", "Bunda není nepromokavá.", ["waterproof denied"]],
      ["ru", "Куртка водонепроницаемая.", ["waterproof"]],
      ["ru", "Куртка не водонепроницаемая.", ["waterproof denied"]],
      ["uk", "Куртка водонепроникна.", ["waterproof"]],
      ["hr", "Jakna je vodonepropusna.", ["waterproof"]],
      ["hr", "Jakna nije vodonepropusna.", ["waterproof denied"]],
      ["hu", "A kabát vízálló.", ["waterproof"]],
      ["hu", "A kabát nem vízálló.", ["waterproof denied"]],
      ["ro", "Jacheta este impermeabilă.", ["waterproof"]],
      ["ro", "Jacheta nu este impermeabilă.", ["waterproof denied"]],
      ["tr", "Mont su geçirmezdir.", ["waterproof"]],
      ["tr", "Mont su geçirmez değildir.", ["waterproof denied"]],
      ["el", "Το μπουφάν είναι αδιάβροχο.", ["waterproof"]],
      ["el", "Το μπουφάν δεν είναι αδιάβροχο.", ["waterproof denied"]],
      ["ar", "السترة مقاومة للماء.", ["water-resistant"]],
    ]);
  });

  test("a content that is not in it is denied, each language in its way", () => {
    expectAll([
      ["fi", "Gluteeniton herkku.", ["gluten denied"]],
      ["cs", "Bez lepku a laktózy.", ["gluten denied", "lactose denied"]],
      ["ru", "Без глютена и лактозы.", ["gluten denied", "lactose denied"]],
      ["uk", "Без лактози.", ["lactose denied"]],
      ["hr", "Bez glutena.", ["gluten denied"]],
      ["hu", "Gluténmentes finomság.", ["gluten denied"]],
      ["ro", "Fără gluten.", ["gluten denied"]],
      ["tr", "Glutensiz bir lezzet.", ["gluten denied"]],
      ["el", "Χωρίς γλουτένη.", ["gluten denied"]],
      ["ar", "خالٍ من الغلوتين.", ["gluten denied"]],
    ]);
  });

  test("what the whole is made of is held to the fact of its material", () => {
    const oak = [fact("Material", "Oak")];
    const verdictOf = (locale: string, text: string) => verdictsOf(locale, text, oak).map(({ verdict }) => verdict);
    expect(verdictOf("cs", "Vyrobeno z buku.")).toEqual(["refuted"]);
    expect(verdictOf("cs", "Vyrobeno z dubu.")).toEqual(["supported"]);
    expect(verdictOf("ru", "Изготовлено из бука.")).toEqual(["refuted"]);
    expect(verdictOf("ru", "Изготовлено из дуба.")).toEqual(["supported"]);
    expect(verdictOf("hr", "Izrađeno od hrasta.")).toEqual(["supported"]);
    expect(verdictOf("ro", "Realizat din stejar.")).toEqual(["supported"]);
    expect(verdictOf("el", "Κατασκευασμένο από οξιά.")).toEqual(["refuted"]);
  });
});

describe("what a field says by its name and its value together", () => {
  test("production by hand is handmade, by machine it is not", () => {
    expect(claimsOf("cs", "ruční, Vysočina", "Výroba")).toContain("handmade");
    expect(claimsOf("en", "by hand", "Production")).toContain("handmade");
    expect(claimsOf("fr", "à la main, en petites séries", "Fabrication")).toContain("handmade");
    expect(claimsOf("ru", "ручное", "Изготовление")).toContain("handmade");
    expect(claimsOf("ja", "手作業", "製法")).toContain("handmade");
    expect(claimsOf("en", "in Poland", "Production")).not.toContain("handmade");
    expect(claimsOf("cs", "strojní", "Výroba")).not.toContain("handmade");
    expect(claimsOf("en", "by hand", "Wash")).not.toContain("handmade");
  });

  test("a machine that is only named is no claim of a sentence", () => {
    expect(claimsOf("tr", "Elde yıkayın, bulaşık makinesi ona göre değil.")).toEqual([]);
    expect(claimsOf("cs", "Myčka zůstane prázdná.")).toEqual([]);
    expect(claimsOf("ru", "Посудомоечная машина отдыхает.")).toEqual([]);
  });
});
