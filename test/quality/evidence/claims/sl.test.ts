import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";

const products: HeldProduct[] = [
  {
    locale: "sl",
    facts: `Material: 100 % poliester
      Nepremočljivo: ne
      Strojno pranje: ne
      Barva: zelena`,
    blocked: [
      "Izdelan je iz bombaža.",
      "Šotor je nepremočljiv.",
      "Lahko ga operete v pralnem stroju.",
      "Negorljiva tkanina.",
      "Ročno izdelan.",
    ],
    silent: ["Poliester je lahek.", "Zelena barva se zlije z gozdom.", "Operite ga ročno.", "Odpravite se na pot."],
  },
  {
    locale: "sl",
    facts: `Sestavine: pšenična moka, maslo, sladkor, jajca
      Gluten: vsebuje
      Vegansko: ne`,
    blocked: [
      "Piškoti so brez glutena.",
      "Veganski piškoti.",
      "Ne vsebujejo sladkorja.",
      "Krepijo imunski sistem.",
      "Brez konzervansov.",
    ],
    silent: ["Z maslom in jajci.", "Vsebujejo gluten.", "Postrezite jih s čajem."],
  },
];

it("Slovene sentences that contradict the facts or must be proved are blocked, and true ones stay silent", () => {
  expect(products.flatMap(misjudged)).toEqual([]);
});
