import { describe, expect, it } from "vitest";
import { misjudged } from "../../support/content/hold-to-facts.ts";

/** Oils, seeds and extracts of what cloth is made of as well, by language. */
const pressed: Readonly<Record<string, readonly string[]>> = {
  en: ["Seasoned with flax oil and cotton seed oil.", "With silk protein and bamboo extract.", "Oil it with teak oil once a year."],
  fr: ["Culottée à l'huile de lin.", "Aux graines de lin."], es: ["Curada con aceite de lino.", "Aceite de semilla de algodón."],
  it: ["Trattata con olio di lino.", "Con semi di lino."], pt: ["Tratada com óleo de linho."],
  pl: ["Zaprawiona olejem lnianym.", "Olej lniany tłoczony na zimno.", "Z siemieniem lnianym."], cs: ["Napuštěno lněným olejem.", "Lněné semínko."],
  sk: ["Napustené ľanovým olejom."], ru: ["Пропитано льняным маслом.", "С семенами льна."], bg: ["С ленено масло."], hr: ["Premazano lanenim uljem."],
  sl: ["Premazano z lanenim oljem."], tr: ["Keten tohumu yağı ile işlendi."], ja: ["亜麻仁油で仕上げ。"], ko: ["아마씨유로 길들였습니다."], zh: ["用亚麻籽油处理。", "含蚕丝蛋白和竹炭。"],
}; // biome-ignore format: a table

describe.each(Object.entries(pressed))("what is got from a plant, in %s", (locale, silent) => {
  it("is no material of the product", () => {
    expect(misjudged({ locale, facts: "Material: Cast iron", blocked: [], silent })).toEqual([]);
  });
});

it("what is made of the plant is its material", () => {
  const blocked = ["Made of linen.", "Made of linen, oiled by hand.", "Made of bamboo, rubbed with oil."];
  expect(misjudged({ locale: "en", facts: "Material: 100% steel", blocked, silent: [] })).toEqual([]);
});

it("'no dishwasher' in a sentence of its own denies that a thing is dishwasher-safe", () => {
  const facts = "Care: Wipe it out and oil it. No dishwasher.";
  const silent = ["Keep it out of the dishwasher.", "Not dishwasher safe."];
  expect(misjudged({ locale: "en", facts, blocked: ["Dishwasher safe."], silent })).toEqual([]);
});
