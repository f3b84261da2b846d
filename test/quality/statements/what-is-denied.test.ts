import { expect, it } from "vitest";
import { claimsOf } from "../../support/read-claims.ts";

it.each([
  ["fr", "Lotion sans alcool pour peaux sensibles.", ["alcohol denied", "skin-friendly"]],
  ["ar", "تونر خالٍ من الكحول للبشرة الحساسة.", ["alcohol denied", "skin-friendly"]],
  ["pt-BR", "Tônico sem álcool para peles sensíveis.", ["alcohol denied", "skin-friendly"]],
  ["ar", "شوفان خالٍ من القمح، مزروع في فنلندا.", ["wheat denied", "FI grown"]],
  ["fr", "Sans laine fabriquée en Italie.", ["wool denied"]],
  ["fr", "Séchage en machine interdit.", ["tumble-dry denied"]],
  ["pt-BR", "Secar na máquina proibido.", ["tumble-dry denied"]],
  ["es", "Lavado a máquina prohibido.", ["machine-washable denied"]],
  ["it", "Lavaggio in lavatrice vietato.", ["machine-washable denied"]],
])("%s: “%s” denies its own noun alone", (locale, text, claims) => {
  expect(claimsOf(locale, text)).toEqual(claims);
});

it.each([
  ["ar", "لا يغطي الضمان الأضرار العرضية."],
  ["zh-TW", "意外損壞不在保固範圍內。"],
])("%s: what a warranty does not cover is no word against the warranty: “%s”", (locale, text) => {
  expect(claimsOf(locale, text)).toEqual([]);
});

it("no warranty is none", () => {
  expect(claimsOf("ar", "بدون ضمان لمدة سنتين.")).not.toEqual([]);
});

it.each([
  ["fr", "Contrairement au coton, il sèche vite."],
  ["es", "A diferencia del algodón, seca rápido."],
  ["it", "A differenza del cotone, asciuga in fretta."],
  ["pt-BR", "Ao contrário do algodão, seca rápido."],
  ["sv", "Till skillnad från bomull luktar den inte."],
  ["pl", "W przeciwieństwie do bawełny nie pachnie."],
  ["ru", "В отличие от хлопка не пахнет."],
  ["ar", "على عكس القطن لا رائحة له."],
  ["ja", "コットンと違い、においません。"],
  ["zh-TW", "與棉不同，沒有異味。"],
])("%s: the product is not of what it is unlike: “%s”", (locale, text) => {
  expect(claimsOf(locale, text)).not.toContain("cotton");
});

it("a cover against rain keeps out no rain itself", () => {
  expect(claimsOf("zh-TW", "防雨罩另售。")).toEqual([]);
  expect(claimsOf("zh-TW", "防雨外套。")).toEqual(["water-resistant"]);
});

it("a veneer is told from the wood it is laid on", () => {
  expect(claimsOf("en", "Oak with a walnut veneer.")).toEqual(claimsOf("de", "Eiche mit Nussbaumfurnier."));
});
