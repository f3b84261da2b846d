import { expect, it } from "vitest";
import { saysFact, saysTerm, saysValue } from "../../app/quality/says-value.ts";

it("a text says a value whatever its case, spaces and marks are, with its unit glued to the number or apart", () => {
  for (const said of ["Up to 480 Mbps.", "up to 480Mbps", "(480\u00a0MBPS)", "480-Mbps transfer"]) {
    expect([said, saysValue(said, "480 Mbps", "en"), saysValue(said, "480Mbps", "en")]).toEqual([said, true, true]);
  }
  expect(saysValue("Up to 1480 Mbps", "480 Mbps", "en")).toBe(false);
  expect(saysValue("Up to 48 Mbps", "480 Mbps", "en")).toBe(false);
  expect(saysValue("It weighs 240g.", "240 g", "en")).toBe(true);
  expect(saysValue("ステンレス製のボトル", "ステンレス", "ja")).toBe(true);
});

it("of a value that says little by itself nobody can tell from the words", () => {
  expect(saysValue("Yes, 5 of them", "Yes", "en")).toBe(false);
  expect(saysValue("Yes, 5 of them", "5", "en")).toBe(false);
});

it("a keyword is used in another form of its words too, as the checks count it", () => {
  expect(saysTerm("Made for running shoes.", "running shoe", "en")).toBe(true);
  expect(saysTerm("Wool-blend", "wool blend", "en")).toBe(true);
  expect(saysTerm("A woollen hat", "silk", "en")).toBe(false);
});

it.each([
  ["a list in other words between", "White, Clay and Sage", "Color", "White, Clay, Sage", "en"],
  ["of another language", "В цветах серый и синий.", "Цвет", "Серый, Синий", "ru"],
  ["in another order, parted by strokes", "In Salbei oder Weiß.", "Farbe", "Weiß / Salbei", "de"],
  ["with the comma of Japanese", "白色と灰色の2色です。", "色", "白色、灰色", "ja"],
  ["of single letters", "Sizes S, M and L.", "Size", "S, M, L", "en"],
  ["a no beside its name", "Nothing more.\nAdded sugar: No", "Added sugar", "No", "en"],
  ["a no before its name", "With no added sugar.", "Added sugar", "No", "en"],
  ["a number beside its name", "It has 5 ports.", "Ports", "5", "en"],
  ["a decimal number", "Gewicht: 1,5", "Gewicht", "1,5", "de"],
])("a fact is said: %s", (_what, text, name, value, locale) => {
  expect(saysFact(text, { name, values: [value] }, locale)).toBe(true);
});

it.each([
  ["an item is missing", "White and Sage", "Color", "White, Clay, Sage"],
  ["a no without its name", "No pilling", "Added sugar", "No"],
  ["the name without its no", "Added sugar: none of your business", "Added sugar", "No"],
  ["a number of something else", "Ports on the side. 5 years of care.", "Ports", "5"],
  ["letters in another sentence", "Sizes for all. S and L are letters.", "Size", "S, L"],
  ["an empty value", "Anything", "Color", " , "],
])("a fact is not said: %s", (_what, text, name, value) => {
  expect(saysFact(text, { name, values: [value] }, "en")).toBe(false);
});

it("an option is said where each of its values is", () => {
  const color = { name: "Color", values: ["White", "Clay"] };
  expect(saysFact("In clay or white.", color, "en")).toBe(true);
  expect(saysFact("In clay.", color, "en")).toBe(false);
});
