import { describe, expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../support/content/hold-to-facts.ts";

const products: readonly HeldProduct[] = [
  {
    locale: "es",
    facts: "Disc diameter: 288 mm\nNot for: models with 312 mm discs",
    blocked: ["Discos de 300 mm de diámetro."],
    silent: [
      "Pastillas para discos de 288 mm; no para modelos con discos de 312 mm.",
      "No sirven para modelos con discos de 312 mm.",
      "Los modelos con discos de 312 mm necesitan otras pastillas.",
    ],
  },
  {
    locale: "en",
    facts: "Voltage: 24 V\nNot compatible with: 12 V chargers\nCable: 1.5 m",
    blocked: ["Runs at a voltage of 12 V."],
    silent: [
      "Not compatible with 12 V chargers.",
      "Please do not use 12 V chargers.",
      "A charger with 12 V does not fit.",
    ],
  },
  {
    locale: "en",
    facts: "Compatible with: Pixel 7\nNot compatible with: Pixel 6",
    blocked: ["Compatible with Pixel 6."],
    silent: ["Not compatible with Pixel 6.", "Compatible with Pixel 7."],
  },
  {
    locale: "de",
    facts: "Lochkreis: 110 mm\nNicht für: Felgen mit 130 mm\nSpannung: 230 V\nKein Ersatz für: Lampen mit 12 V",
    blocked: ["Lochkreis 130 mm."],
    silent: [
      "Nicht für Felgen mit 130 mm.",
      "Für Lampen mit 12 V ist sie kein Ersatz.",
      "Passt nicht auf Felgen mit 130 mm.",
    ],
  },
  {
    locale: "fr",
    facts: "Diamètre du filtre: 58 mm\nIncompatible avec: porte-filtres de 54 mm",
    blocked: [],
    silent: ["Ne convient pas aux porte-filtres de 54 mm.", "Pour machines de 58 mm, et non de 54 mm."],
  },
  {
    locale: "it",
    facts: "Diametro disco: 160 mm\nNon adatto a: forcelle per dischi da 203 mm",
    blocked: [],
    silent: ["Non adatto a forcelle per dischi da 203 mm.", "Per dischi da 160 mm, non per quelli da 203 mm."],
  },
  {
    locale: "nl",
    facts: "Schijfdiameter: 180 mm\nNiet voor: remmen met schijven van 220 mm",
    blocked: [],
    silent: ["Niet voor remmen met schijven van 220 mm.", "Remmen met schijven van 220 mm vragen een ander blok."],
  },
  {
    locale: "en",
    facts: "Drop: 8 mm\nLugs: 5 mm\nStack: 31 mm",
    blocked: ["The drop is 5 mm.", "A stack of 36 mm."],
    silent: [
      "A trail shoe with 8 mm drop, studs of 5 mm and grip.",
      "A stack of 31 mm, lugs of 5 mm and a drop of 8 mm.",
      "An 8 mm drop, with 5 mm studs for mud.",
    ],
  },
  {
    locale: "de",
    facts: "Sprengung: 8 mm\nStollen: 5 mm",
    blocked: [],
    silent: ["Ein Trailschuh mit 8 mm Sprengung, Noppen von 5 mm und viel Halt.", "Sprengung 8 mm, Noppen 5 mm."],
  },
  {
    locale: "nl",
    facts: "Drop: 8 mm\nLugs: 5 mm",
    blocked: [],
    silent: ["Een trailschoen met 8 mm drop, noppen van 5 mm en grip."],
  },
  {
    locale: "tr",
    facts: "Drop: 8 mm\nLugs: 5 mm",
    blocked: [],
    silent: ["8 mm drop, 5 mm dişler ve iyi tutuş sunan patika ayakkabısı."],
  },
  {
    locale: "es",
    facts: "Drop: 8 mm\nLugs: 5 mm",
    blocked: [],
    silent: ["Zapatilla de trail con 8 mm de drop, tacos de 5 mm y agarre."],
  },
  {
    locale: "sv",
    facts: "Stack: 30 mm\nLugs: 4 mm",
    blocked: [],
    silent: ["Terrängsko med 30 mm stack, dobbar på 4 mm och bra grepp."],
  },
  {
    locale: "en",
    facts: "Pitch: 2 mm\nShaft: 40 mm\nHead: 12 mm",
    blocked: ["The pitch is 12 mm."],
    silent: ["A screw with 2 mm pitch, a flange of 12 mm and 40 mm below it.", "2 mm pitch, rod of 40 mm."],
  },
];

describe("a value that a fact holds is not refuted by the field beside it", () => {
  it.each(products)("$locale: $facts", (product) => {
    expect(misjudged(product)).toEqual([]);
  });
});
