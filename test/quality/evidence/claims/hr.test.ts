import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";

const products: HeldProduct[] = [
  {
    locale: "hr",
    facts: `Materijal: umjetna koža
      Okvir: bor
      Vodootporno: ne
      Sklopivo: ne
      Boja: siva`,
    blocked: [
      "Fotelja je presvučena pravom kožom.",
      "Okvir je od hrastovine.",
      "Fotelja je sklopiva.",
      "Izrađena je ručno.",
      "Ublažava bolove u leđima.",
    ],
    silent: [
      "Siva boja smiruje prostor.",
      "Okvir je od borovine.",
      "Sjednite i odmorite se.",
      "Umjetna koža lako se briše.",
    ],
  },
  {
    locale: "hr",
    facts: `Sastojci: lješnjaci, šećer, mlijeko u prahu, kakao
      Gluten: ne
      Vegansko: ne
      Palmino ulje: ne`,
    blocked: ["Namaz je veganski.", "Bez šećera.", "Ne sadrži mlijeko.", "Jača imunitet.", "Iz ekološkog uzgoja."],
    silent: ["Bez glutena.", "Ne sadrži palmino ulje.", "S lješnjacima i kakaom.", "Namažite ga na kruh."],
  },
];

it("Croatian sentences that contradict the facts or must be proved are blocked, and true ones stay silent", () => {
  expect(products.flatMap(misjudged)).toEqual([]);
});
