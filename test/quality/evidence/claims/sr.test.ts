import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";

const products: HeldProduct[] = [
  {
    locale: "sr",
    facts: `Материјал: 100% памук
      Прање у машини: не
      Боја: бела`,
    blocked: [
      "Направљена је од лана.",
      "Може се прати у машини.",
      "Кошуља је хипоалергена.",
      "Ручно ткана.",
      "Направљена је од органског памука.",
    ],
    silent: ["Памук дише уз кожу.", "Бела боја иде уз све.", "Перите је ручно.", "Уживајте у лету."],
  },
  {
    locale: "sr",
    facts: `Materijal: drvo oraha
      Mašina za sudove: ne
      Mikrotalasna: ne`,
    blocked: [
      "Izrađena je od bukve.",
      "Može se prati u mašini za sudove.",
      "Pogodna je za mikrotalasnu.",
      "Ubija bakterije.",
      "Ekološka i održiva.",
    ],
    silent: ["Orah je tvrd i lep.", "Perite je ručno.", "Ručak je spreman."],
  },
];

it("Serbian sentences in both scripts that contradict the facts or must be proved are blocked, and true ones stay silent", () => {
  expect(products.flatMap(misjudged)).toEqual([]);
});
