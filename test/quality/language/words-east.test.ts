import { describe, expect, test } from "vitest";
import { claimsOf } from "../../support/read-claims.ts";

type Row = readonly [text: string, ...claims: string[]];

function expectAll(locale: string, rows: readonly Row[]): void {
  expect(rows.map(([text]) => [text, ...claimsOf(locale, text)])).toEqual(rows);
}

describe("words that claim something, and others that only look like them", () => {
  test("in Hebrew", () => {
    expectAll("he", [
      ["התיק עמיד במים.", "waterproof"],
      ["התיק אינו עמיד במים.", "waterproof denied"],
      ["מתאים למדיח כלים.", "dishwasher-safe"],
      ["ללא גלוטן וללא לקטוז.", "gluten denied", "lactose denied"],
      ["עשוי מכותנה אורגנית.", "cotton", "organic"],
      ["עור אמיתי.", "leather solid"],
      ["דמוי עור.", "leather imitation"],
      ["מצופה זהב.", "gold plated"],
      ["קרם לעור יבש."],
      ["מחיר ממשי."],
      ["יש לו לב זהב."],
      ["תה ירוק חם."],
    ]);
  });

  test("in Slovene", () => {
    expectAll("sl", [
      ["Jakna je nepremočljiva.", "waterproof"],
      ["Jakna ni nepremočljiva.", "waterproof denied"],
      ["Primerno za pomivalni stroj.", "dishwasher-safe"],
      ["Brez glutena in laktoze.", "gluten denied", "lactose denied"],
      ["Iz bombaža in lana.", "cotton", "linen"],
      ["Pravo usnje.", "leather solid"],
      ["Umetno usnje.", "leather imitation"],
      ["Pozlačen obesek.", "gold plated"],
      ["Jeklena volja."],
      ["Bila je sladkorna pena."],
      ["Zeleni čaj."],
    ]);
  });
});
