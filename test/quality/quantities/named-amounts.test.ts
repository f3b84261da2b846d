import { describe, expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../support/content/hold-to-facts.ts";

const products: readonly HeldProduct[] = [
  {
    locale: "en",
    facts: `Front wheel: 26 in
      Rear wheel: 20 in
      Frame weight: 4.1 kg
      Max rider weight: 110 kg
      Saddle height: 78–96 cm
      Brake travel: 12 mm`,
    blocked: [
      "The front wheel measures 20 in.",
      "A 26-inch rear wheel keeps it steady.",
      "The frame weighs just 2.9 kg.",
      "Carries riders of up to 140 kg.",
      "The saddle goes up to 110 cm.",
    ],
    silent: [
      "A 26 inch wheel in front, a 20 inch wheel at the rear.",
      "At 4.1 kg the frame is easy to lift.",
      "Riders up to 110 kg are welcome.",
      "Set the saddle anywhere from 78 to 96 cm.",
    ],
  },
  {
    locale: "en",
    facts: `Kettle capacity: 1.2 L
      Base diameter: 16 cm
      Cord length: 75 cm
      Boil time (1 L): 4 min
      Keep warm: 30 min
      Energy per boil: 0.11 kWh`,
    blocked: [
      "The cord reaches 120 cm.",
      "The base is 22 cm across.",
      "The kettle holds 1.7 litres.",
      "Keeps water warm for 60 minutes.",
      "Boils a litre in 2 minutes.",
    ],
    silent: [
      "The cord is 0.75 m long.",
      "Keeps it warm for half an hour.",
      "A litre boils in four minutes.",
      "The kettle takes 1.2 l, about five cups.",
    ],
  },
  {
    locale: "de",
    facts: `Blattlänge: 24 cm
      Stiellänge: 110 cm
      Kopfgewicht: 600 g
      Gesamtgewicht: 1,1 kg
      Kissenhöhe: 8 cm`,
    blocked: ["Der Stiel misst 140 cm.", "Das Blatt ist 30 cm lang.", "Der Kopf wiegt 1,1 kg."],
    silent: [
      "Ein Stiel von 1,10 m.",
      "Das Blatt misst 24 cm.",
      "600 g bringt allein der Kopf auf die Waage.",
      "Zusammen 1,1 kg.",
    ],
  },
  {
    locale: "fr",
    facts: `Longueur du manche: 32 cm
      Longueur de la lame: 18 cm
      Poids du couvercle: 450 g
      Poids de la cocotte: 3,2 kg
      Contenance cocotte: 4,5 L
      Contenance saucière: 25 cl`,
    blocked: [
      "La saucière contient 40 cl.",
      "Le couvercle pèse 700 g.",
      "La lame fait 25 cm.",
      "Le manche mesure 18 cm.",
      "Une cocotte de 6 litres.",
    ],
    silent: [
      "Une lame de 18 cm.",
      "Le manche mesure 32 cm.",
      "Le couvercle seul pèse 450 g.",
      "Versez 25 cl de crème dans la saucière.",
      "La cocotte contient 4,5 litres.",
    ],
  },
  {
    locale: "es",
    facts: `Autonomía con luz: 6 h
      Autonomía sin luz: 14 h
      Altura de la base: 9 cm
      Altura de la pantalla: 21 cm
      Cable: 1,8 m
      Peso de la base: 1,3 kg`,
    blocked: ["El cable mide 3 metros.", "La pantalla alcanza los 30 cm.", "La base pesa 2 kg."],
    silent: [
      "El cable de 1,8 m llega a cualquier enchufe.",
      "La base pesa 1,3 kg.",
      "Catorce horas sin luz.",
      "La pantalla, de 21 cm, difunde la luz.",
    ],
  },
  {
    locale: "it",
    facts: `Manico: 12 cm
      Lama: 9 cm
      Spessore lama: 3 mm
      Peso: 180 g
      Fodero: 14 cm`,
    blocked: ["La lama misura 11 cm.", "Il manico è di 9 cm.", "Il fodero è lungo 20 cm."],
    silent: ["Lama da 9 cm e manico da 12 cm.", "Il fodero misura 14 cm.", "Uno spessore della lama di 3 mm."],
  },
  {
    locale: "nl",
    facts: `Zitdiepte: 52 cm
      Zithoogte: 45 cm
      Rugleuning: 38 cm
      Draagvermogen plank: 15 kg
      Draagvermogen haak: 3 kg`,
    blocked: ["De plank draagt 25 kg.", "Elke haak houdt 15 kg.", "De rugleuning is 60 cm hoog."],
    silent: ["Een haak draagt 3 kg.", "Op de plank kan 15 kg.", "De rugleuning meet 38 cm."],
  },
  {
    locale: "pl",
    facts: `Długość smyczy: 2 m
      Szerokość taśmy: 25 mm
      Waga karabińczyka: 80 g
      Obwód obroży: 35–50 cm`,
    blocked: ["Smycz ma 5 metrów.", "Karabińczyk waży 140 g.", "Obroża ma obwód 60 cm."],
    silent: ["Smycz ma dwa metry.", "Karabińczyk waży tylko 80 g.", "Obroża od 35 do 50 cm.", "Taśma ma 25 mm."],
  },
  {
    locale: "sv",
    facts: `Kabellängd: 3 m
      Skärmhöjd: 22 cm
      Batteritid hörlurar: 8 h
      Batteritid fodral: 24 h`,
    blocked: [
      "Fodralet ger 40 timmar.",
      "Kabeln är 5 meter.",
      "Skärmen är 35 cm hög.",
      "Hörlurarna spelar i 24 timmar.",
    ],
    silent: ["Hörlurarna spelar i 8 timmar.", "Fodralet räcker 24 timmar.", "Tre meter kabel."],
  },
  {
    locale: "fi",
    facts: `Varren pituus: 95 cm
      Terän pituus: 31 cm
      Kahvan paino: 210 g`,
    blocked: ["Terä on 40 cm.", "Kahva painaa 400 g."],
    silent: ["Varren pituus on 95 cm.", "Terä on 31 cm pitkä.", "Kahva painaa vain 210 g."],
  },
  {
    locale: "cs",
    facts: `Délka kabelu: 1,5 m
      Výdrž sluchátek: 6 h
      Výdrž pouzdra: 20 h
      Hmotnost pouzdra: 38 g`,
    blocked: ["Kabel měří 3 m.", "Sluchátka hrají 20 hodin.", "Pouzdro váží 60 g."],
    silent: ["Sluchátka vydrží 6 hodin.", "Pouzdro váží 38 g.", "Kabel měří 1,5 metru."],
  },
  {
    locale: "ja",
    facts: `ハンドル長さ: 18cm
      刃渡り: 12cm
      本体重量: 240g
      ケース重量: 55g`,
    blocked: ["ハンドルは25cmです。", "ケースは120gです。"],
    silent: ["ハンドルは18cmです。", "ケースはわずか55g。", "刃渡り12cm。"],
  },
  {
    locale: "ko",
    facts: `손잡이 길이: 18cm
      케이스 무게: 55g
      이어폰 재생: 6시간
      케이스 재생: 20시간`,
    blocked: ["손잡이는 30cm입니다.", "케이스는 90g입니다.", "이어폰만으로 20시간 재생됩니다."],
    silent: ["손잡이는 18cm입니다.", "케이스는 55g입니다.", "이어폰은 6시간 재생됩니다."],
  },
  {
    locale: "ru",
    facts: `Длина шнура: 2 м
      Вес крышки: 350 г
      Объём чаши: 1,5 л
      Диаметр диска: 115 мм`,
    blocked: ["Чаша вмещает 3 литра.", "Крышка весит 600 г.", "Шнур длиной 5 м.", "Диск 230 мм."],
    silent: ["Чаша на полтора литра.", "Крышка весит 350 г.", "Двухметровый шнур: 2 м.", "Диск диаметром 115 мм."],
  },
  {
    locale: "en",
    facts: `Net volume: 250 ml
      Length: 38 cm
      Fits waist: 70–95 cm
      Oven temperature: up to 230 °C
      Weight: 1.5 lb`,
    blocked: ["A generous 400 ml bottle.", "15 ounces light.", "Oven-safe up to 260 °C."],
    silent: [
      "That is just over a cup, or 8.5 fl oz.",
      "Fifteen inches long.",
      "Weighs 24 oz.",
      "About 680 grams.",
      "Fits waists from 28 to 37 inches.",
      "A quarter of a litre.",
      "Roughly 0.7 kg.",
      "Just under 40 cm long.",
      "Close to 1 cup.",
    ],
  },
  {
    locale: "de",
    facts: `Inhalt: 6 x 330 ml
      Gewicht: 2,3 kg
      Reichweite: bis 45 km
      Körpergröße: 150-185 cm
      Ladezeit: 4-5 Stunden`,
    blocked: ["Reichweite bis 80 km.", "Lädt in zwei Stunden."],
    silent: [
      "Zusammen knapp 2 Liter.",
      "1,98 l im Sixpack.",
      "Gut zwei Kilo leicht.",
      "Rund 2,5 Kilo schwer.",
      "Für Menschen von 1,50 m bis 1,85 m.",
      "Mit 1,70 m Körpergröße passt es.",
      "In etwa fünf Stunden geladen.",
      "In höchstens 5 Stunden voll.",
      "Sechs Flaschen à 0,33 l.",
      "Mehr als 40 km weit.",
    ],
  },
  {
    locale: "fr",
    facts: `Poids: 850 g
      Capacité: 0,75 L
      Autonomie: 10 h
      Cuisson: 8 à 10 min
      Largeur: 61 cm`,
    blocked: ["Un poids de 1,2 kg.", "Cuit en 3 minutes."],
    silent: [
      "Moins d'un kilo.",
      "75 cl de contenance.",
      "Trois quarts de litre.",
      "Cuit en une dizaine de minutes.",
      "Une dizaine d'heures d'autonomie.",
      "Près de 900 grammes.",
      "Environ 24 pouces de large.",
      "Prêt en 9 minutes.",
    ],
  },
  {
    locale: "es",
    facts: `Peso: 3,4 kg
      Medidas: 120 x 60 cm
      Carga: 35 kg
      Tiempo de cocción: 12-15 minutos`,
    blocked: ["Pesa 5 kilos.", "Soporta 60 kg."],
    silent: [
      "Pesa unos tres kilos y medio.",
      "Unas 7,5 libras.",
      "1,20 m por 60 cm.",
      "Entre 12 y 15 minutos de cocción.",
      "Menos de cuatro kilos.",
      "En un cuarto de hora está listo.",
    ],
  },
];

describe("an amount beside the words of a field", () => {
  it.each(products)("holds the numbers of $locale to the field that their words name", (product) => {
    expect(misjudged(product)).toEqual([]);
  });
});
