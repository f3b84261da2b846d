import { expect, it } from "vitest";
import { outcomesOf, type ToldProduct } from "../../support/content/told-elsewhere.ts";

const products: ToldProduct[] = [
  {
    locale: "en",
    title: "Sleeping bag Nube 2.5 TOG",
    facts: ["Outer: 100% organic cotton (GOTS)", "Filling: 100% polyester", "Made in: Spain"],
    said: [
      ["it", "Sacco nanna senza maniche in cotone biologico, made in Spain"],
      ["it", "Un sacco nanna in cotone biologico."],
      ["de", "Ein Schlafsack aus Bio-Baumwolle."],
      ["fr", "Une gigoteuse en coton bio, sans manches."],
      ["es", "Saco de algodón ecológico."],
      ["en", "A sleeping bag of organic cotton."],
      ["nl", "Slaapzak van biologisch katoen."],
      ["en", "Filled with polyester."],
      ["en", "Made of cotton, filled with polyester."],
    ],
    denied: [["en", "Made of wool."]],
  },
  {
    locale: "de",
    title: "Bettdecke",
    facts: ["Bezug: 100 % Baumwolle", "Füllung: 100 % Schurwolle"],
    said: [
      ["de", "Eine Decke aus Baumwolle, gefüllt mit Schurwolle."],
      ["en", "A duvet of cotton with wool."],
      ["fr", "Une couette en coton et en laine."],
      ["it", "Piumino in cotone con lana."],
      ["de", "Aus Wolle."],
      ["de", "Aus Baumwolle."],
    ],
    denied: [["de", "Aus Seide."]],
  },
  {
    locale: "fr",
    title: "Manteau",
    facts: ["Extérieur: 80 % laine, 20 % polyamide", "Doublure: 100 % viscose"],
    said: [
      ["fr", "Un manteau en laine doublé de viscose."],
      ["en", "A coat made of wool, lined with viscose."],
      ["de", "Ein Mantel aus Wolle, gefüttert mit Viskose."],
      ["es", "Abrigo de lana con forro de viscosa."],
      ["en", "Made of 80% wool."],
      ["en", "Made of 100% viscose lining."],
    ],
    denied: [],
  },
  {
    locale: "en",
    title: "Backpack",
    facts: ["Shell: recycled nylon", "Lining: polyester", "Straps: leather"],
    said: [
      ["en", "A backpack made of nylon."],
      ["en", "Made of nylon and leather."],
      ["de", "Ein Rucksack aus Nylon."],
      ["it", "Zaino in nylon riciclato con spalline in pelle."],
      ["ja", "ナイロン製のバックパックです。"],
      ["zh", "采用再生尼龙制成。"],
    ],
    denied: [],
  },
  {
    locale: "zh",
    title: "外套",
    facts: ["面料: 100%羊毛", "里料: 100%涤纶"],
    said: [
      ["zh", "采用100%羊毛制成。"],
      ["zh", "由羊毛制成，内衬为涤纶。"],
      ["en", "Made of wool, lined with polyester."],
      ["de", "Aus Wolle, mit Futter aus Polyester."],
    ],
    denied: [],
  },
];

it.each(products)("what a fact says is true in every language: $locale %#", ({ said, ...product }) => {
  expect(outcomesOf(product, said).filter(({ found }) => found.length > 0)).toEqual([]);
});

it.each(products)("what it does not say is not: $locale %#", ({ denied, ...product }) => {
  expect(outcomesOf(product, denied).filter(({ blocks }) => !blocks)).toEqual([]);
});
