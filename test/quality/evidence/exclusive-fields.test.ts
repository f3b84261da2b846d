import { expect, it } from "vitest";
import { otherValueIn } from "../../../app/quality/evidence/exclusive-fields.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { someFacts } from "../../support/content/facts.ts";

type Row = readonly [locale: string, name: string, value: string, sentence: string];

function isRefuted([locale, name, value, sentence]: Row, descriptionText = ""): boolean {
  const facts = { ...someFacts({ attributes: [{ name, value }] }), descriptionText, options: [], locale };
  return otherValueIn(readFacts(facts), sentence, locale) !== null;
}

// biome-ignore format: a table
const refuted: readonly Row[] = [
  ["en", "Processing", "washed", "A natural process coffee, dried in the cherry."],
  ["en", "Care", "Hand wash only", "Throw it in the washing machine."],
  ["en", "Finish", "matt", "The varnish dries to a high gloss finish."],
  ["en", "Hand", "left-handed", "A glove for right-handed throwers."],
  ["de", "Verschluss", "Reißverschluss", "Der Verschluss ist ein Druckknopf."],
  ["de", "Pflege", "Handwäsche", "Einfach in die Waschmaschine."],
  ["de", "Ärmel", "kurz", "Mit langen Ärmeln für kühle Tage."],
  ["de", "Oberfläche", "glänzend", "Die Oberfläche ist edel matt."],
  ["fr", "Fermeture", "zip", "La fermeture à boutons est facile."],
  ["fr", "Lavage", "à la main", "Lavable en machine à 30 degrés."],
  ["es", "Acabado", "mate", "El acabado brillante refleja la luz."],
  ["it", "Finitura", "opaca", "La finitura lucida riflette la luce."],
  ["nl", "Afwerking", "mat", "De afwerking is hoogglans."],
  ["pl", "Wykończenie", "matowe", "Wykończenie na wysoki połysk."],
  ["sv", "Ärm", "kort", "Med långa ärmar för kalla dagar."],
  ["pt-BR", "Acabamento", "fosco", "Com acabamento brilhante."],
  ["ja", "お手入れ", "手洗い", "洗濯機で丸洗いできます。"],
  ["zh-CN", "表面", "哑光", "表面为亮光处理。"],
  ["ko", "세탁", "손세탁", "세탁기에 돌려도 됩니다."],
  ["ru", "Рукав", "короткий", "Длинный рукав согреет осенью."],
];

// biome-ignore format: a table
const silent: readonly Row[] = [
  ["en", "Care", "Hand wash only", "Hand wash it, never put it in a machine."],
  ["en", "Care", "Machine wash", "Hand wash it if you like."],
  ["en", "Firmness", "firm", "A soft cover over a firm core."],
  ["en", "Finish", "matt", "A matt finish that takes no fingerprints."],
  ["en", "Sleeves", "short", "A long list of colours, and sleeves to roll up."],
  ["en", "Processing", "washed", "A clean cup with natural sweetness."],
  ["de", "Härtegrad", "weich", "Nach einem harten Tag sinkst du weich ein."],
  ["de", "Ärmel", "kurz", "Lange Abende, kurze Ärmel."],
  ["de", "Pflege", "Handwäsche", "Nur Handwäsche, die Waschmaschine würde filzen."],
  ["fr", "Manches", "courtes", "Des manches courtes et un long col."],
  ["it", "Finitura", "opaca", "Finitura opaca, e occhi lucidi per l'emozione."],
  ["ja", "お手入れ", "手洗い", "洗濯機は避け、手洗いしてください。"],
  ["ru", "Рукав", "короткий", "Короткий рукав и длинная спинка."],
];

it("a clause with another value than the field has, of values that exclude one another, contradicts it", () => {
  expect(refuted.filter((row) => !isRefuted(row))).toEqual([]);
});

it("the same value, a value of something else and a milder way to care contradict nothing", () => {
  expect(silent.filter((row) => isRefuted(row))).toEqual([]);
});

it("a value that another fact speaks of contradicts nothing", () => {
  const row: Row = ["de", "Ärmel", "kurz", "Mit langen Ärmeln für kühle Tage."];
  expect(isRefuted(row, "Auch mit langen Ärmeln zu haben.")).toBe(false);
});
