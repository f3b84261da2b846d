import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";

const products: HeldProduct[] = [
  {
    locale: "sk",
    facts: `Materiál: hliník
      Povrch: keramický
      Indukcia: nie
      Umývačka riadu: nie
      Rúra: nie
      Rúčka: buk`,
    blocked: [
      "Vyrobená z liatiny.",
      "Môžete ju umývať v umývačke riadu.",
      "Vhodná na indukciu.",
      "Hodí sa aj do rúry.",
      "Ručne kovaná panvica.",
    ],
    silent: [
      "Ľahký hliník sa rýchlo zohreje.",
      "Rúčka z bukového dreva príjemne sadne do ruky.",
      "Umývajte ju ručne.",
      "Raňajky budú hotové raz-dva.",
    ],
  },
  {
    locale: "sk",
    facts: `Zloženie: bambucké maslo, včelí vosk, levanduľový olej
      Parfumácia: áno
      Vegánske: nie
      Netestované na zvieratách: áno`,
    blocked: [
      "Krém je vegánsky.",
      "Neobsahuje parfumáciu.",
      "Lieči ekzém.",
      "Dermatologicky testovaný.",
      "Certifikovaná biokozmetika.",
    ],
    silent: ["S včelím voskom a bambuckým maslom.", "Nežne sa vstrebe do suchej kože.", "Netestované na zvieratách."],
  },
];

it("Slovak sentences that contradict the facts or must be proved are blocked, and true ones stay silent", () => {
  expect(products.flatMap(misjudged)).toEqual([]);
});

it("a field that names the wax of its share contradicts no wax of that kind", () => {
  const facts = "Vosk: 100% sójový";
  expect(misjudged({ locale: "cs", facts, blocked: [], silent: ["100% sójový vosk"] })).toEqual([]);
});
