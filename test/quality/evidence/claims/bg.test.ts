import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";

const products: HeldProduct[] = [
  {
    locale: "bg",
    facts: `Материал: 100% полиестер
      Пълнеж: силиконов пух
      Пране в пералня: не
      Сушилня: не
      Цвят: син`,
    blocked: [
      "Изработена от коприна.",
      "Може да се пере в пералня.",
      "Подходяща за сушилня.",
      "Хипоалергенна е.",
      "Изработена от памук.",
    ],
    silent: ["Полиестерът е лек.", "Перете я на ръка.", "Синият цвят успокоява стаята.", "Сладки сънища!"],
  },
  {
    locale: "bg",
    facts: `Съставки: мляко, захар, лешници, пшенично брашно
      Без глутен: не
      Веган: не
      Консерванти: няма`,
    blocked: ["Без глутен.", "Веган десерт за всички.", "Не съдържа захар.", "Лекува безсъние.", "Био продукт."],
    silent: ["Без консерванти.", "С лешници и мляко.", "Споделете го с приятели.", "Съдържа глутен."],
  },
];

it("Bulgarian sentences that contradict the facts or must be proved are blocked, and true ones stay silent", () => {
  expect(products.flatMap(misjudged)).toEqual([]);
});
