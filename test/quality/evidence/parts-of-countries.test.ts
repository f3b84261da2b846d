import { expect, it } from "vitest";
import { outcomesOf, type ToldProduct } from "../../support/content/told-elsewhere.ts";

const products: ToldProduct[] = [
  {
    locale: "de",
    description: "Gedruckt in Norddeutschland.",
    facts: [],
    said: [
      ["en", "Printed in northern Germany."],
      ["fr", "Imprimé dans le nord de l'Allemagne."],
      ["es", "Impreso en el norte de Alemania."],
      ["nl", "Gedrukt in Noord-Duitsland."],
      ["it", "Stampato nel nord della Germania."],
      ["sv", "Tryckt i norra Tyskland."],
      ["pl", "Drukowane w północnych Niemczech."],
      ["pt", "Impresso no norte da Alemanha."],
      ["ja", "北ドイツで印刷しています。"],
      ["zh", "在德国北部印刷。"],
      ["de", "Gedruckt im Norden Deutschlands."],
      ["de", "Gedruckt in Deutschland."],
      ["en", "Printed in Germany."],
    ],
    denied: [
      ["en", "Printed in Poland."],
      ["fr", "Imprimé en Italie."],
      ["en", "Printed in northern Italy."],
    ],
  },
  {
    locale: "en",
    description: "Made in southern Italy. Woven in northern Portugal.",
    facts: [],
    said: [
      ["de", "Hergestellt in Süditalien."],
      ["fr", "Fabriqué dans le sud de l'Italie."],
      ["de", "In Nordportugal gewebt."],
      ["es", "Hecho en el sur de Italia."],
      ["nl", "Gemaakt in Zuid-Italië."],
      ["da", "Fremstillet i Syditalien."],
      ["nl", "Geweven in Noord-Portugal."],
      ["fi", "Valmistettu Etelä-Italiassa."],
    ],
    denied: [["de", "Hergestellt in Südspanien."]],
  },
  {
    locale: "de",
    description: "Hergestellt in Ostfriesland. Geröstet in Oberbayern.",
    facts: [],
    said: [
      ["en", "Made in East Frisia."],
      ["en", "Roasted in Upper Bavaria."],
      ["fr", "Fabriqué en Frise orientale."],
      ["fr", "Torréfié en Haute-Bavière."],
      ["it", "Tostato in Alta Baviera."],
      ["nl", "Gebrand in Opper-Beieren."],
      ["en", "Roasted in Bavaria."],
      ["en", "Roasted in southern Germany."],
    ],
    denied: [],
  },
  {
    locale: "fr",
    description: "Tissé dans le sud de la France. Assemblé en Haute-Savoie.",
    facts: [],
    said: [
      ["en", "Woven in the south of France."],
      ["de", "In Südfrankreich gewebt."],
      ["it", "Tessuto nel sud della Francia."],
      ["nl", "Geweven in Zuid-Frankrijk."],
      ["en", "Woven in southern France."],
    ],
    denied: [["en", "Woven in southern Spain."]],
  },
  {
    locale: "sv",
    description: "Sydd i norra Sverige. Handgjord i södra Dalarna.",
    facts: [],
    said: [
      ["en", "Sewn in northern Sweden."],
      ["de", "In Nordschweden genäht."],
      ["fi", "Ommeltu Pohjois-Ruotsissa."],
      ["da", "Syet i Nordsverige."],
      ["fr", "Cousu dans le nord de la Suède."],
    ],
    denied: [],
  },
  {
    locale: "ja",
    description: "九州北部で焼かれた磁器です。",
    facts: [],
    said: [
      ["en", "Fired in northern Kyushu."],
      ["ja", "北九州で焼かれています。"],
    ],
    denied: [],
  },
  {
    locale: "en",
    facts: ["Origin: Grown in South India"],
    said: [
      ["de", "Angebaut in Südindien."],
      ["fr", "Cultivé dans le sud de l'Inde."],
      ["es", "Cultivado en el sur de la India."],
      ["it", "Coltivato nel sud dell'India."],
      ["pl", "Uprawiane w południowych Indiach."],
      ["en", "Grown in southern India."],
      ["en", "Grown in India."],
    ],
    denied: [
      ["en", "Grown in South Africa."],
      ["de", "Angebaut in Südafrika."],
    ],
  },
  {
    locale: "en",
    facts: ["Made in: Central Portugal"],
    said: [
      ["en", "Made in central Portugal."],
      ["pt", "Feito no centro de Portugal."],
      ["de", "Hergestellt in Zentralportugal."],
      ["de", "In Mittelportugal hergestellt."],
      ["es", "Hecho en el centro de Portugal."],
      ["fr", "Fabriqué dans le centre du Portugal."],
    ],
    denied: [],
  },
  {
    locale: "it",
    description: "Prodotto nell'Italia settentrionale. Filato nel nord-est dell'Italia.",
    facts: [],
    said: [
      ["en", "Made in northern Italy."],
      ["en", "Spun in north-eastern Italy."],
      ["en", "Spun in the north-east of Italy."],
      ["de", "In Norditalien hergestellt."],
      ["de", "Hergestellt in Oberitalien."],
      ["es", "Hecho en el norte de Italia."],
      ["cs", "Vyrobeno v severní Itálii."],
      ["ru", "Произведено в Северной Италии."],
      ["tr", "Kuzey İtalya'da üretilmiştir."],
      ["ko", "이탈리아 북부에서 만들었습니다."],
    ],
    denied: [],
  },
];

it.each(products)("what a fact says is true in every language: $locale %#", ({ said, ...product }) => {
  expect(outcomesOf(product, said).filter(({ found }) => found.length > 0)).toEqual([]);
});

it.each(products)("what it does not say is not: $locale %#", ({ denied, ...product }) => {
  expect(outcomesOf(product, denied).filter(({ blocks }) => !blocks)).toEqual([]);
});
