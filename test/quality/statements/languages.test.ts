import { describe, expect, test } from "vitest";
import { claimsOf } from "../../support/read-claims.ts";

/** A text and what it states, in short. */
type Row = [locale: string, text: string, claims: string[]];

function expectAll(rows: readonly Row[]): void {
  const read = rows.map(([locale, text]) => [locale, text, claimsOf(locale, text)]);
  expect(read).toEqual(rows);
}

describe("claims in thirteen languages", () => {
  test("vegan is read in each language, and its denial", () => {
    expectAll([
      ["en", "It is vegan.", ["vegan"]],
      ["en", "It is not vegan.", ["vegan denied"]],
      ["de", "Die Tasche ist vegan.", ["vegan"]],
      ["de", "Die Tasche ist nicht vegan.", ["vegan denied"]],
      ["fr", "Ce sac est végan.", ["vegan"]],
      ["fr", "Ce sac n'est pas végan.", ["vegan denied"]],
      ["es", "El bolso es vegano.", ["vegan"]],
      ["es", "El bolso no es vegano.", ["vegan denied"]],
      ["it", "La borsa è vegana.", ["vegan"]],
      ["it", "La borsa non è vegana.", ["vegan denied"]],
      ["nl", "De tas is veganistisch.", ["vegan"]],
      ["nl", "De tas is niet veganistisch.", ["vegan denied"]],
      ["pt", "A bolsa é vegana.", ["vegan"]],
      ["pt", "A bolsa não é vegana.", ["vegan denied"]],
      ["pl", "Torba jest wegańska.", ["vegan"]],
      ["pl", "Torba nie jest wegańska.", ["vegan denied"]],
      ["sv", "Väskan är vegansk.", ["vegan"]],
      ["sv", "Väskan är inte vegansk.", ["vegan denied"]],
      ["da", "Tasken er vegansk.", ["vegan"]],
      ["da", "Tasken er ikke vegansk.", ["vegan denied"]],
      ["ja", "ヴィーガンです。", ["vegan"]],
      ["ja", "ヴィーガンではありません。", ["vegan denied"]],
      ["zh", "这款包是纯素的。", ["vegan"]],
      ["zh", "并非纯素。", ["vegan denied"]],
      ["ko", "비건 제품입니다.", ["vegan"]],
      ["ko", "비건이 아닙니다.", ["vegan denied"]],
    ]);
  });

  test("waterproof is read in each language, and its denial", () => {
    expectAll([
      ["en", "A waterproof jacket.", ["waterproof"]],
      ["en", "Water-resistant, not waterproof.", ["water-resistant", "waterproof denied"]],
      ["de", "Eine wasserdichte Jacke.", ["waterproof"]],
      ["de", "Die Jacke ist nicht wasserdicht.", ["waterproof denied"]],
      ["fr", "Une veste imperméable.", ["waterproof"]],
      ["fr", "La montre n'est pas étanche.", ["waterproof denied"]],
      ["es", "Chaqueta impermeable.", ["waterproof"]],
      ["es", "No es impermeable.", ["waterproof denied"]],
      ["it", "Giacca impermeabile.", ["waterproof"]],
      ["it", "Non è impermeabile.", ["waterproof denied"]],
      ["nl", "Een waterdichte jas.", ["waterproof"]],
      ["nl", "Niet waterdicht.", ["waterproof denied"]],
      ["pt", "Casaco impermeável.", ["waterproof"]],
      ["pt", "Não é impermeável.", ["waterproof denied"]],
      ["pl", "Kurtka jest nieprzemakalna.", ["waterproof"]],
      ["pl", "Nie jest wodoszczelna.", ["waterproof denied"]],
      ["sv", "En vattentät jacka.", ["waterproof"]],
      ["sv", "Den är inte vattentät.", ["waterproof denied"]],
      ["da", "En vandtæt jakke.", ["waterproof"]],
      ["da", "Den er ikke vandtæt.", ["waterproof denied"]],
      ["ja", "防水ジャケット", ["waterproof"]],
      ["ja", "防水ではありません。", ["waterproof denied"]],
      ["ja", "防水で、汚れを気にしない毎日に。", ["waterproof"]],
      ["zh", "防水外套", ["waterproof"]],
      ["zh", "不防水", ["waterproof denied"]],
      ["zh", "不错的防水外套", []],
      ["ko", "방수 재킷", ["waterproof"]],
      ["ko", "방수가 되지 않습니다.", ["waterproof denied"]],
    ]);
  });

  test("a substance is denied by without, free from and compounds in each language", () => {
    expectAll([
      ["en", "Gluten-free and without sugar.", ["gluten denied", "sugar denied"]],
      ["en", "Free from lactose.", ["lactose denied"]],
      ["de", "Glutenfrei und ohne Zucker.", ["gluten denied", "sugar denied"]],
      ["de", "Frei von Laktose.", ["lactose denied"]],
      ["fr", "Sans gluten ni sucre.", ["gluten denied", "sugar denied"]],
      ["fr", "Ne contient pas de lactose.", ["lactose denied"]],
      ["es", "Sin gluten ni azúcar.", ["gluten denied", "sugar denied"]],
      ["es", "Libre de parabenos.", ["parabens denied"]],
      ["it", "Senza glutine e senza zucchero.", ["gluten denied", "sugar denied"]],
      ["it", "Privo di parabeni.", ["parabens denied"]],
      ["nl", "Glutenvrij en zonder suiker.", ["gluten denied", "sugar denied"]],
      ["pt", "Sem glúten e sem açúcar.", ["gluten denied", "sugar denied"]],
      ["pl", "Bez cukru, bezglutenowy.", ["sugar denied", "gluten denied"]],
      ["sv", "Glutenfri och utan socker.", ["gluten denied", "sugar denied"]],
      ["da", "Glutenfri og uden sukker.", ["gluten denied", "sugar denied"]],
      ["ja", "グルテンフリー、砂糖不使用", ["gluten denied", "sugar denied"]],
      ["zh", "不含麸质，无糖", ["gluten denied", "sugar denied"]],
      ["ko", "글루텐 프리, 무설탕", ["gluten denied", "sugar denied"]],
    ]);
  });

  test("traces make a substance possible in each language", () => {
    expectAll([
      ["en", "May contain traces of nuts.", ["nuts possible"]],
      ["de", "Kann Spuren von Nüssen enthalten.", ["nuts possible"]],
      ["fr", "Peut contenir des traces de fruits à coque.", ["nuts possible"]],
      ["es", "Puede contener trazas de frutos secos.", ["nuts possible"]],
      ["it", "Può contenere tracce di frutta a guscio.", ["nuts possible"]],
      ["nl", "Kan sporen van noten bevatten.", ["nuts possible"]],
      ["pt", "Pode conter vestígios de frutos secos.", ["nuts possible"]],
      ["pl", "Może zawierać śladowe ilości orzechów.", ["nuts possible"]],
      ["sv", "Kan innehålla spår av nötter.", ["nuts possible"]],
      ["da", "Kan indeholde spor af nødder.", ["nuts possible"]],
      ["ja", "ナッツを含む可能性があります。", ["nuts possible"]],
      ["zh", "可能含有坚果。", ["nuts possible"]],
      ["ko", "견과류를 함유할 수 있습니다.", ["nuts possible"]],
    ]);
  });

  test("made in a country is an origin in each language", () => {
    expectAll([
      ["en", "Made in Portugal.", ["PT made"]],
      ["de", "Hergestellt in Portugal.", ["PT made"]],
      ["de", "In Portugal gefertigt.", ["PT made"]],
      ["fr", "Fabriqué au Portugal.", ["PT made"]],
      ["es", "Hecho en Portugal.", ["PT made"]],
      ["it", "Prodotto in Portogallo.", ["PT made"]],
      ["nl", "Gemaakt in Portugal.", ["PT made"]],
      ["pt", "Fabricado em Portugal.", ["PT made"]],
      ["pl", "Wyprodukowano w Portugalii.", ["PT made"]],
      ["sv", "Tillverkad i Portugal.", ["PT made"]],
      ["da", "Fremstillet i Portugal.", ["PT made"]],
      ["ja", "ポルトガル製", ["PT made"]],
      ["zh", "葡萄牙制造", ["PT made"]],
      ["ko", "포르투갈산", ["PT made"]],
    ]);
  });

  test("made of something, in batches or by hand is no origin in any language", () => {
    for (const [locale, text] of [
      ["en", "Made in small batches."],
      ["de", "Hergestellt in kleinen Serien."],
      ["de", "Gefertigt in Handarbeit."],
      ["fr", "Fabriqué en coton doux."],
      ["fr", "Fabriqué en petites séries."],
      ["es", "Hecho en acero."],
      ["es", "Fabricado en algodón."],
      ["it", "Prodotto in acciaio."],
      ["it", "Fatto in piccole serie."],
      ["nl", "Gemaakt in kleine oplage."],
      ["pt", "Feito em algodão."],
      ["pl", "Wykonane w małych seriach."],
      ["sv", "Tillverkad i bomull."],
      ["da", "Fremstillet i små serier."],
    ] as const) {
      const origins = claimsOf(locale, text).filter((claim) => claim.endsWith(" made"));
      expect(origins, text).toEqual([]);
    }
  });

  test("a material with a share or a form is read in each language", () => {
    expectAll([
      ["en", "100% linen", ["linen 100%"]],
      ["de", "100 % Leinen", ["linen 100%"]],
      ["fr", "100 % lin", ["linen 100%"]],
      ["es", "100 % lino", ["linen 100%"]],
      ["it", "100% lino", ["linen 100%"]],
      ["nl", "100% linnen", ["linen 100%"]],
      ["pt", "100% linho", ["linen 100%"]],
      ["pl", "100% len", ["linen 100%"]],
      ["sv", "100 % linne", ["linen 100%"]],
      ["da", "100 % hør", ["linen 100%"]],
      ["ja", "リネン100%", ["linen 100%"]],
      ["zh", "100%亚麻", ["linen 100%"]],
      ["ko", "린넨 100%", ["linen 100%"]],
      ["en", "solid oak", ["oak solid"]],
      ["de", "Eiche massiv", ["oak solid"]],
      ["fr", "chêne massif", ["oak solid"]],
      ["es", "roble macizo", ["oak solid"]],
      ["it", "rovere massello", ["oak solid"]],
      ["nl", "massief eiken", ["oak solid"]],
      ["pt", "carvalho maciço", ["oak solid"]],
      ["pl", "lity dąb", ["oak solid"]],
      ["sv", "massiv ek", ["oak solid"]],
      ["da", "massiv eg", ["oak solid"]],
      ["en", "faux leather", ["leather imitation"]],
      ["de", "Kunstleder", ["leather imitation"]],
      ["fr", "simili cuir", ["leather imitation"]],
      ["es", "cuero sintético", ["leather imitation"]],
      ["it", "ecopelle", ["leather imitation"]],
      ["nl", "kunstleer", ["leather imitation"]],
      ["pt", "couro vegano", ["leather imitation"]],
      ["pl", "ekoskóra", ["leather imitation"]],
      ["sv", "konstläder", ["leather imitation"]],
      ["da", "kunstlæder", ["leather imitation"]],
      ["ja", "合成皮革", ["leather imitation"]],
      ["zh", "人造革", ["leather imitation"]],
      ["ko", "인조가죽", ["leather imitation"]],
      ["en", "gold-plated", ["gold plated"]],
      ["de", "vergoldet", ["gold plated"]],
      ["fr", "plaqué or", ["gold plated"]],
      ["es", "chapado en oro", ["gold plated"]],
      ["it", "placcato oro", ["gold plated"]],
      ["nl", "verguld", ["gold plated"]],
      ["pt", "banhado a ouro", ["gold plated"]],
      ["pl", "pozłacany", ["gold plated"]],
      ["sv", "guldpläterad", ["gold plated"]],
      ["da", "forgyldt", ["gold plated"]],
      ["ja", "金メッキ", ["gold plated"]],
      ["zh", "镀金", ["gold plated"]],
      ["ko", "금도금", ["gold plated"]],
    ]);
  });

  test("words that look like materials and claims state nothing", () => {
    for (const [locale, text] of [
      ["fr", "Apaise le cuir chevelu."],
      ["es", "Calma el cuero cabelludo."],
      ["pt", "Acalma o couro cabeludo."],
      ["it", "Lenisce il cuoio capelluto."],
      ["de", "Seidenweiche Haut, seidenmatter Glanz."],
      ["de", "Die Leinen der Hunde."],
      ["en", "An organic silhouette with organic curves."],
      ["en", "It guarantees a smile."],
      ["en", "Patent leather."],
      ["en", "A lino print in cotton white."],
      ["en", "The resin cures in an hour."],
      ["fr", "Un coton-tige."],
      ["es", "Seda dental."],
      ["fr", "Doux comme la soie."],
      ["es", "Suave como la seda."],
      ["it", "Morbido come la seta."],
      ["nl", "Zo zacht als zijde."],
      ["pt", "Macio como a seda."],
      ["sv", "Mjuk som silke."],
      ["da", "Blød som silke."],
      ["ja", "シルクのような肌触り"],
      ["ko", "실크처럼 부드러운"],
    ] as const) {
      expect(claimsOf(locale, text), text).toEqual([]);
    }
  });

  test("a warranty has its time in each language", () => {
    expectAll([
      ["en", "2-year warranty", ["warranty 2-year"]],
      ["de", "2 Jahre Garantie", ["warranty 2 Jahre"]],
      ["fr", "Garantie 2 ans", ["warranty 2 ans"]],
      ["es", "Garantía de 2 años", ["warranty 2 años"]],
      ["it", "Garanzia di 2 anni", ["warranty 2 anni"]],
      ["nl", "2 jaar garantie", ["warranty 2 jaar"]],
      ["pt", "Garantia de 2 anos", ["warranty 2 anos"]],
      ["pl", "Gwarancja 2 lata", ["warranty 2 lata"]],
      ["sv", "2 års garanti", ["warranty 2 års"]],
      ["da", "2 års garanti", ["warranty 2 års"]],
      ["ja", "2年保証", ["warranty 2年"]],
      ["zh", "2年质保", ["warranty 2年"]],
      ["ko", "2년 보증", ["warranty 2년"]],
    ]);
  });

  test("tests, awards and medical effects are read in each language", () => {
    expectAll([
      ["en", "Dermatologically tested.", ["dermatologically tested"]],
      ["de", "Dermatologisch getestet.", ["dermatologically tested"]],
      ["fr", "Testé dermatologiquement.", ["dermatologically tested"]],
      ["es", "Dermatológicamente testado.", ["dermatologically tested"]],
      ["it", "Dermatologicamente testato.", ["dermatologically tested"]],
      ["nl", "Dermatologisch getest.", ["dermatologically tested"]],
      ["pt", "Dermatologicamente testado.", ["dermatologically tested"]],
      ["pl", "Testowany dermatologicznie.", ["dermatologically tested"]],
      ["sv", "Dermatologiskt testad.", ["dermatologically tested"]],
      ["da", "Dermatologisk testet.", ["dermatologically tested"]],
      ["ja", "皮膚科医テスト済み", ["dermatologically tested"]],
      ["zh", "皮肤科测试", ["dermatologically tested"]],
      ["ko", "피부과 테스트 완료", ["dermatologically tested"]],
      ["en", "It relieves pain.", ["effect:pain"]],
      ["de", "Lindert Schmerzen.", ["effect:pain"]],
      ["fr", "Soulage la douleur.", ["effect:pain"]],
      ["es", "Alivia el dolor.", ["effect:pain"]],
      ["it", "Allevia il dolore.", ["effect:pain"]],
      ["nl", "Verlicht pijn.", ["effect:pain"]],
      ["pt", "Alivia a dor.", ["effect:pain"]],
      ["pl", "Łagodzi ból.", ["effect:pain"]],
      ["sv", "Lindrar smärta.", ["effect:pain"]],
      ["da", "Lindrer smerter.", ["effect:pain"]],
      ["zh", "缓解疼痛", ["effect:pain"]],
      ["ko", "통증 완화", ["effect:pain"]],
    ]);
  });

  test("colours that a product comes in are read in each language", () => {
    expectAll([
      ["en", "Available in black.", ["color black"]],
      ["de", "Erhältlich in Schwarz.", ["color black"]],
      ["fr", "Disponible en noir.", ["color black"]],
      ["es", "Disponible en negro.", ["color black"]],
      ["it", "Disponibile in nero.", ["color black"]],
      ["nl", "Verkrijgbaar in zwart.", ["color black"]],
      ["pt", "Disponível em preto.", ["color black"]],
      ["pl", "Dostępny w kolorze czarnym.", ["color black"]],
      ["sv", "Finns i svart.", ["color black"]],
      ["da", "Fås i sort.", ["color black"]],
      ["ja", "カラーはブラック", ["color black"]],
      ["zh", "颜色：黑色", ["color black"]],
      ["ko", "색상은 블랙", ["color black"]],
    ]);
  });
});
