import { expect, it } from "vitest";
import { readWordStatements } from "../../../app/quality/statements/read-words.ts";

/** The kinds of proof that a text asks for. */
function proofsOf(locale: string, text: string): string[] {
  return readWordStatements(text, { locale }).flatMap((one) => (one.provable === null ? [] : [one.provable]));
}

it("words of awards, tests, safety and the environment ask for a proof", () => {
  const cases: readonly (readonly [locale: string, text: string, kind: string])[] = [
    ["en", "A Good Housekeeping award winner.", "award"],
    ["de", "Goldprämiert beim Wettbewerb.", "award"],
    ["fr", "Sans aucun risque d’étouffement.", "safety"],
    ["es", "Esmalte libre de plomo.", "safety"],
    ["it", "Vincitore del premio.", "award"],
    ["nl", "Getest door de bond.", "test"],
    ["pt-BR", "Testada em laboratório.", "test"],
    ["pl", "Wyprodukowana przy zerowej emisji.", "environment"],
    ["sv", "Provade i saltdimma.", "test"],
    ["da", "Testet af eksperter.", "test"],
    ["nb", "Best i test.", "award"],
    ["fi", "Täysin myrkytön.", "safety"],
    ["ja", "グッドデザイン賞を受賞しました。", "award"],
    ["zh-CN", "曾获金奖。", "award"],
    ["ko", "뷰티 어워드 1위.", "award"],
  ];
  for (const [locale, text, kind] of cases) expect(proofsOf(locale, text), text).toContain(kind);
});

it("prices, idioms and denials ask for none", () => {
  const cases: readonly (readonly [locale: string, text: string])[] = [
    ["en", "Winners sleep late."],
    ["en", "A leading role for your table."],
    ["de", "Nicht im Labor geprüft."],
    ["de", "Ein kleiner Preis für große Ruhe."],
    ["fr", "Un prix tout doux."],
    ["es", "El mejor premio es volver a casa."],
    ["it", "Testa alta e via."],
    ["nl", "Een mooie prijs."],
    ["pt-BR", "Não testada em laboratório."],
    ["sv", "Ett pris som gör dig glad."],
    ["ja", "鉢の形がかわいい。"],
    ["ko", "상쾌한 아침."],
  ];
  for (const [locale, text] of cases) expect(proofsOf(locale, text), text).toEqual([]);
});
