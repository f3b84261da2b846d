import { expect, it } from "vitest";
import { readWordStatements } from "../../../app/quality/statements/read-words.ts";

/** The kinds of proof that a text asks for. */
function proofsOf(locale: string, text: string): string[] {
  return readWordStatements(text, { locale }).flatMap((one) => (one.provable === null ? [] : [one.provable]));
}

it("words of awards, tests, safety, prices and the environment ask for a proof", () => {
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
    ["en", "99% cheaper for all.", "price"],
    ["en", "Now 20% off.", "price"],
    ["de", "30 % günstiger im Set.", "price"],
    ["fr", "Maintenant à moitié prix.", "price"],
    ["es", "Con un descuento del 20 %.", "price"],
    ["it", "Oggi a metà prezzo.", "price"],
    ["nl", "Nu met 20% korting.", "price"],
    ["pt-BR", "O melhor preço da loja.", "price"],
    ["pl", "Teraz za pół ceny.", "price"],
    ["sv", "Nu till halva priset.", "price"],
    ["da", "Nu til halv pris.", "price"],
    ["nb", "Nå til halv pris.", "price"],
    ["fi", "Nyt puoleen hintaan.", "price"],
    ["cs", "Nyní se slevou 20 %.", "price"],
    ["ru", "Сейчас со скидкой.", "price"],
    ["tr", "Şimdi yarı fiyatına.", "price"],
    ["ar", "الآن بنصف السعر: نصف السعر.", "price"],
    ["ja", "今だけ半額です。", "price"],
    ["zh-CN", "现在半价出售。", "price"],
    ["ko", "지금 반값입니다.", "price"],
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
    ["en", "Dyed a 100% off-white."],
    ["de", "Ein günstiger Schnitt für die Rabatte am Zaun."],
    ["fr", "Une remise en forme douce."],
    ["es", "El mejor regalo, contado despacio."],
    ["it", "Un gesto mai scontato."],
    ["nl", "Een beste vriend."],
    ["pt-BR", "Um look descontraído."],
    ["pl", "Na rabaty i do donic."],
    ["sv", "För rabatten vid grinden."],
    ["da", "Langs rabatten ved lågen."],
    ["ru", "Низкая посадка."],
    ["zh-CN", "价格一如既往。"],
  ];
  for (const [locale, text] of cases) expect(proofsOf(locale, text), text).toEqual([]);
});
