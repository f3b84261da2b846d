/** An invented product with sentences that its facts contradict, and true ones and lookalikes that must stay silent. */
export interface Goods {
  locale: string;
  title: string;
  attributes?: Record<string, string>;
  options?: Record<string, string[]>;
  description?: string;
  /** of which kind the mechanism is → what contradicts the facts */
  contradicted: readonly (readonly [kind: string, text: string])[];
  /** must not be blocked */
  silent: readonly string[];
}

export const goods: readonly Goods[] = [
  {
    locale: "en",
    title: "Ridge Field Watch 38 mm",
    attributes: {
      Case: "316L stainless steel",
      Strap: "Horween leather",
      Crystal: "sapphire",
      "Water resistance": "10 ATM",
      "In the box": "Watch, strap tool, manual",
    },
    options: { Dial: ["Black", "Cream"] },
    description: "<p>Spare strap sold separately.</p>",
    contradicted: [["material", "The case is machined from titanium."]],
    silent: [
      "The steel case wears its scratches well.",
      "A leather strap that softens with the years.",
      "A spare strap can be bought separately.",
      "Looks at home beside a denim jacket or a wool coat.",
      "The cream dial is the one we wear on Sundays.",
      "As light as titanium on the wrist, though it is steel.",
    ],
  },
  {
    locale: "en",
    title: "Lakeside Fly Fishing Net",
    attributes: { Frame: "bamboo", Netting: "knotless rubber", Handle: "cork" },
    contradicted: [
      ["material", "Netting of soft nylon is kind to fish."],
      ["material", "A frame bent from aluminium."],
      ["material", "The handle is wrapped in leather."],
    ],
    silent: [
      "The cork handle stays dry in a drizzle.",
      "Bamboo frame, rubber netting: nothing to rust.",
      "Hang it from the leather loop of your vest.",
      "Rinse the rubber net after salt water.",
    ],
  },
  {
    locale: "en",
    title: "Verde Whole Bean Espresso",
    attributes: { Grind: "whole bean", Roast: "dark", Ingredients: "100% arabica coffee beans" },
    options: { Size: ["250 g", "1 kg"] },
    contradicted: [],
    silent: [
      "Whole beans, so you grind them fresh.",
      "Grind it a little finer for espresso.",
      "It pairs well with hazelnut cake.",
      "The 1 kg bag lasts a small office a week.",
      "Notes of hazelnut and dark chocolate in the cup.",
    ],
  },
  {
    locale: "en",
    title: "Harbour Phone Grip Case",
    attributes: { Compatibility: "Galaxy S24, Galaxy S24+", Material: "TPU and polycarbonate", MagSafe: "No" },
    contradicted: [
      ["compatibility", "Fits the Galaxy S23 too."],
      ["compatibility", "Compatible with the Galaxy S24 Ultra."],
    ],
    silent: [
      "Made for the Galaxy S24+.",
      "Fits the Galaxy S24.",
      "It fits every pocket.",
      "Does not fit the Galaxy S23.",
    ],
  },
  {
    locale: "en",
    title: "Orchard Oak Shelf",
    attributes: { Material: "oak veneer on MDF", Finish: "matt lacquer", Certification: "FSC C104883" },
    contradicted: [
      ["form", "Cut from one piece of solid oak."],
      ["certificate", "FSC certified, licence C118290."],
      ["material", "Made of walnut."],
    ],
    silent: [
      "Oak veneer with the look of a solid board.",
      "FSC certified (C104883).",
      "Solid as a rock on the wall.",
      "Pair it with a walnut desk.",
    ],
  },
  {
    locale: "en",
    title: "Glow Bar Soap",
    attributes: {
      Ingredients: "sodium olivate, sodium cocoate, water, shea butter, lavender oil, glycerin",
      Scent: "Lavender",
      Palm: "No",
    },
    contradicted: [
      ["content", "Enriched with honey and oats."],
      ["content", "A bar without any glycerin."],
    ],
    silent: [
      "Lavender oil and shea butter in every bar.",
      "Smells like a walk through lavender.",
      "As gentle as honey in warm milk.",
      "A scent of evening gardens.",
    ],
  },
  {
    locale: "en",
    title: "Stellar Band Ring",
    attributes: { Metal: "585 yellow gold", Stone: "cubic zirconia 3 mm", Hallmark: "585" },
    contradicted: [
      ["certificate", "Stamped with the 750 hallmark."],
      ["material", "Cast in platinum."],
    ],
    silent: [
      "585 yellow gold, stamped 585.",
      "It sparkles like a diamond.",
      "A stone that catches the light.",
      "Wear it beside your silver bangles.",
    ],
  },
  {
    locale: "de",
    title: "Gartenschere Anvil 210",
    attributes: {
      Klinge: "Carbonstahl, antihaftbeschichtet",
      Griff: "Aluminium",
      Lieferumfang: "Schere, Ersatzfeder",
      Holster: "nicht enthalten",
    },
    contradicted: [
      ["material", "Die Griffe sind aus geöltem Eschenholz."],
      ["content", "Ein Holster liegt bei."],
      ["material", "Klingen aus Edelstahl rosten nie."],
    ],
    silent: [
      "Die Aluminiumgriffe liegen gut in der Hand.",
      "Ohne Holster geliefert.",
      "Schneidet Eschenholz wie Butter.",
      "Die Ersatzfeder ist dabei.",
    ],
  },
  {
    locale: "de",
    title: "Babydecke Wolke",
    attributes: { Material: "100 % Baumwolle (kbA)", Füllung: "keine", Zertifikat: "GOTS CU 1089234" },
    options: { Farbe: ["Sand", "Salbei"] },
    contradicted: [
      ["material", "Reine Merinowolle durch und durch."],
      ["option", "Neu in Himmelblau."],
      ["certificate", "GOTS-zertifiziert unter CU 2204411."],
    ],
    silent: [
      "Baumwolle, weich wie Kaschmir.",
      "Nur Baumwolle, sonst nichts.",
      "Salbei beruhigt jedes Kinderzimmer.",
      "Dazu passt ein Lammfell im Wagen.",
    ],
  },
  {
    locale: "de",
    title: "Pfeffermühle Turm",
    attributes: { Korpus: "Buche massiv", Mahlwerk: "Keramik", Höhe: "21 cm" },
    contradicted: [
      ["material", "Der Korpus ist aus Nussbaum gedrechselt."],
      ["form", "Der Korpus ist mit Buche furniert."],
    ],
    silent: [
      "Das Keramikmahlwerk bleibt scharf.",
      "Massive Buche, in der Hand warm.",
      "Für Pfeffer, nicht für Nüsse.",
      "Hart wie Stahl mahlt die Keramik.",
    ],
  },
  {
    locale: "de",
    title: "Fahrradschlauch 28 Zoll",
    attributes: { Ventil: "Sclaverand (Presta) 42 mm", Material: "Butyl", Größe: "28 x 1,10–1,75" },
    contradicted: [],
    silent: ["Mit Sclaverand-Ventil.", "Butyl hält die Luft.", "Passt auf 28 Zoll."],
  },
  {
    locale: "fr",
    title: "Bougie Atelier",
    attributes: { Cire: "cire de soja", Mèche: "coton", Contenant: "verre", Couvercle: "vendu séparément" },
    options: { Parfum: ["Figuier", "Santal"] },
    contradicted: [
      ["material", "Une cire d'abeille pure."],
      ["material", "La mèche est en bois."],
    ],
    silent: [
      "Une mèche en coton, une flamme droite.",
      "La cire de soja brûle lentement.",
      "Le figuier sent l'été.",
      "Posez-la sur un plateau en bois.",
      "Le couvercle se vend à part.",
    ],
  },
  {
    locale: "fr",
    title: "Lunettes de soleil Calanque",
    attributes: { Monture: "acétate", Verres: "polarisés catégorie 3", Charnières: "métal" },
    contradicted: [],
    silent: [
      "La monture en acétate se porte toute la journée.",
      "Légère comme le titane.",
      "Verres polarisés de catégorie 3.",
    ],
  },
  {
    locale: "es",
    title: "Guitarra flamenca Sacromonte",
    attributes: { Tapa: "abeto macizo", "Aros y fondo": "ciprés laminado", Funda: "no incluida" },
    contradicted: [["content", "Incluye una funda acolchada."]],
    silent: [
      "La tapa de abeto macizo responde al instante.",
      "La funda se vende aparte.",
      "Suena como una tarde en Granada.",
      "El ciprés laminado aguanta los viajes.",
    ],
  },
  {
    locale: "it",
    title: "Moka Vesuvio",
    attributes: { Materiale: "acciaio inox", Manico: "bachelite", Induzione: "sì" },
    options: { Tazze: ["3", "6"] },
    contradicted: [["material", "Fatta di alluminio leggero."]],
    silent: [
      "L'acciaio inox si lava in un attimo.",
      "Leggera come l'alluminio.",
      "Accanto a un tagliere di legno d'ulivo fa la sua figura.",
    ],
  },
  {
    locale: "nl",
    title: "Hondenmand Terschelling",
    attributes: { Hoes: "ribfluweel", Vulling: "schuimvlokken", Onderkant: "antislip" },
    options: { Maat: ["M", "L"], Kleur: ["Oker", "Grijs"] },
    contradicted: [["option", "Nu ook in maat XL."]],
    silent: [
      "De hoes van ribfluweel gaat in de was.",
      "Zacht als schapenwol.",
      "Grijs past bij elke vloer.",
      "Voor honden in maat L.",
    ],
  },
  {
    locale: "sv",
    title: "Stekpanna Bruk",
    attributes: { Material: "gjutjärn", Handtag: "björk", Beläggning: "ingen" },
    contradicted: [["material", "Pannan är gjord av aluminium."]],
    silent: [
      "Gjutjärn håller värmen.",
      "Handtaget i björk blir inte varmt.",
      "Helt utan beläggning.",
      "Lätt som aluminium är den inte.",
    ],
  },
  {
    locale: "pl",
    title: "Szkatułka Zofia",
    attributes: { Materiał: "drewno dębowe", Wnętrze: "aksamit", Kluczyk: "brak w zestawie" },
    contradicted: [
      ["material", "Wykonana z sosny."],
      ["content", "W zestawie kluczyk."],
    ],
    silent: ["Wnętrze z aksamitu chroni pierścionki.", "Wykonana z drewna dębowego.", "Gładka jak jedwab."],
  },
  {
    locale: "ja",
    title: "木の箸 二膳",
    attributes: { 材質: "栗", 塗装: "漆", 箸置き: "別売り" },
    contradicted: [["content", "箸置きが付いています。"]],
    silent: ["栗の木目が手になじみます。", "箸置きは別売りです。", "竹のようにしなやかです。"],
  },
  {
    locale: "zh",
    title: "手冲咖啡壶",
    attributes: { 材质: "不锈钢304", 容量: "600ml", 温度计: "不含" },
    contradicted: [
      ["material", "采用高硼硅玻璃制成。"],
      ["content", "附赠温度计。"],
    ],
    silent: ["不锈钢304,耐用。", "像玻璃一样光亮。", "温度计需另购。"],
  },
  {
    locale: "ko",
    title: "원목 도마",
    attributes: { 소재: "단풍나무 원목", 크기: "40 x 25 cm", 거치대: "별도 구매" },
    contradicted: [
      ["material", "대나무로 만들었습니다."],
      ["content", "거치대를 함께 드립니다."],
    ],
    silent: ["단풍나무 원목이라 칼이 상하지 않습니다.", "거치대는 별도로 구매하세요.", "대나무처럼 가볍습니다."],
  },
  {
    locale: "ru",
    title: "Плед «Тундра»",
    attributes: { Состав: "100% шерсть мериноса", Упаковка: "крафт-пакет" },
    options: { Цвет: ["Серый", "Бежевый"] },
    contradicted: [
      ["material", "Чистый хлопок, без примесей."],
      ["option", "Теперь и в зелёном цвете."],
    ],
    silent: ["Шерсть мериноса греет даже в мороз.", "Мягкий, как кашемир.", "Серый цвет подойдёт к любому дивану."],
  },
  {
    locale: "tr",
    title: "Kupa Bulut",
    attributes: { Malzeme: "porselen", Kapak: "bambu", Kaşık: "dahil değil" },
    contradicted: [],
    silent: ["Porselen gövde, bambu kapak.", "Kaşık ayrıca satılır."],
  },
  {
    locale: "cs",
    title: "Nůž na chléb",
    attributes: { Čepel: "nerezová ocel", Rukojeť: "ořech", Pouzdro: "není součástí balení" },
    contradicted: [["content", "V balení najdete kožené pouzdro."]],
    silent: ["Rukojeť z ořechu dobře padne.", "Pouzdro není součástí balení.", "Krájí chléb i tvrdý sýr."],
  },
  {
    locale: "hu",
    title: "Fürdőlepedő",
    attributes: { Anyag: "100% pamut" },
    contradicted: [],
    silent: ["Tiszta pamut, jól szív.", "Selymes tapintású."],
  },
];
