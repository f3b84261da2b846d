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

  test("in Slovak", () => {
    expectAll("sk", [
      ["Bunda je nepremokavá.", "waterproof"],
      ["Bunda nie je nepremokavá.", "waterproof denied"],
      ["Vhodné do umývačky riadu.", "dishwasher-safe"],
      ["Bez lepku a laktózy.", "gluten denied", "lactose denied"],
      ["Pravá koža.", "leather solid"],
      ["Umelá koža.", "leather imitation"],
      ["Krém na suchú kožu."],
      ["Hodvábne jemný dotyk."],
      ["Šálka zeleného čaju."],
    ]);
  });

  test("in Bulgarian", () => {
    expectAll("bg", [
      ["Якето е непромокаемо.", "waterproof"],
      ["Якето не е непромокаемо.", "waterproof denied"],
      ["Подходящ за съдомиялна машина.", "dishwasher-safe"],
      ["Без глутен и лактоза.", "gluten denied", "lactose denied"],
      ["Естествена кожа.", "leather solid"],
      ["Изкуствена кожа.", "leather imitation"],
      ["Крем за суха кожа."],
      ["Вълна от спомени."],
      ["Чаша зелен чай."],
    ]);
  });

  test("in Croatian, and in both scripts of Serbian", () => {
    expectAll("hr", [
      ["Prava koža.", "leather solid"],
      ["Umjetna koža.", "leather imitation"],
      ["Bez glutena i laktoze.", "gluten denied", "lactose denied"],
      ["Krema za suhu kožu."],
      ["Šalica zelenog čaja."],
    ]);
    expectAll("sr", [
      ["Права кожа.", "leather solid"],
      ["Prava koža.", "leather solid"],
      ["Вештачка кожа.", "leather imitation"],
      ["Без глутена и лактозе.", "gluten denied", "lactose denied"],
      ["Нега коже."],
    ]);
  });

  test("an effect on the body is read in each language, and none in mood", () => {
    const effects: [string, string][] = [
      ["cs", "Zmírňuje bolest zad."],
      ["sk", "Uľavuje od migrény."],
      ["sl", "Blaži glavobol."],
      ["hr", "Štiti srce od infarkta."],
      ["ru", "Избавляет от мигрени."],
      ["uk", "Рятує, бо лікує застуду."],
      ["bg", "Лекува екзема."],
      ["hu", "Megszünteti a migrént."],
      ["el", "Θεραπεύει τον βήχα."],
      ["tr", "Öksürüğü geçirir."],
      ["ar", "يشفي الزكام."],
      ["he", "מקל על מיגרנות."],
    ];
    const moods: [string, string][] = [
      ["cs", "Uklidní každé ráno."],
      ["sk", "Pomáha pri varení."],
      ["sl", "Pomaga pri delu."],
      ["hr", "Čuva svježinu."],
      ["ru", "Помогает в дороге."],
      ["uk", "Допомагає в дорозі."],
      ["bg", "Помага в кухнята."],
      ["hu", "Segít a konyhában."],
      ["el", "Βοηθά στην κουζίνα."],
      ["tr", "Mutfakta yardımcı olur."],
      ["ar", "يساعد في المطبخ."],
      ["he", "עוזר במטבח."],
    ];
    const isHealth = (claim: string) => /^(?:effect|heals|relieves|anti-inflammatory)/.test(claim);
    for (const [locale, text] of effects) expect(claimsOf(locale, text).some(isHealth), text).toBe(true);
    for (const [locale, text] of moods) expect(claimsOf(locale, text), text).toEqual([]);
  });
});
