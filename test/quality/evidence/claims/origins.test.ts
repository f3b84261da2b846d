import { expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../../support/content/hold-to-facts.ts";

const madeInPortugal: HeldProduct[] = [
  {
    locale: "en",
    facts: `Country of origin: PT
      Material: felt`,
    blocked: [
      "Stitched by saddlers in Walsall.",
      "Comes from a small mill in the Scottish Borders.",
      "Turned on the lathe by Romanian craftsmen.",
      "Our felt is pressed in Ohio.",
    ],
    silent: [
      "Made in Portugal.",
      "Proudly Portuguese-made.",
      "Sewn in a Portuguese workshop.",
      "Looks great next to a Turkish rug.",
      "A Persian blue that warms a room.",
      "Roll it like a French baguette.",
      "We ship from Berlin.",
      "A postcard from Paris fits inside.",
      "Packed for a weekend in Rome.",
    ],
  },
  {
    locale: "de",
    facts: `Ursprungsland: Portugal
      Material: Filz`,
    blocked: [
      "Von Sattlern in Offenbach genäht.",
      "Aus einer kleinen Manufaktur im Erzgebirge.",
      "Dänische Handarbeit.",
    ],
    silent: [
      "Portugiesische Handarbeit.",
      "Kommt aus Portugal.",
      "Eine Farbe wie das Meer vor Sizilien.",
      "Für das Picknick in der Toskana.",
    ],
  },
  {
    locale: "fr",
    facts: `Origin: Portugal`,
    blocked: ["Il sort d'un atelier de la Drôme.", "Façonnée par des artisans tunisiens.", "Teint à Lyon."],
    silent: [
      "Fabrication portugaise.",
      "Façonné au Portugal.",
      "Il rappelle les plages de Bretagne.",
      "Idéal pour une baguette française.",
    ],
  },
  {
    locale: "es",
    facts: `País de origen: Portugal`,
    blocked: [
      "Lo cosen artesanos de Ubrique.",
      "Elaborada en talleres marroquíes.",
      "Procede de una fábrica de Bangladés.",
    ],
    silent: ["De fabricación portuguesa.", "Hecha en Portugal.", "Ideal para unas vacaciones en Italia."],
  },
  {
    locale: "it",
    facts: `Paese di produzione: Portogallo`,
    blocked: ["Cucita da artigiani toscani.", "Esce da un laboratorio di Vicenza.", "Lavorata in Tunisia."],
    silent: ["Cucita in Portogallo.", "Nasce in un laboratorio portoghese.", "Perfetta per un weekend a Roma."],
  },
];

const grownInJapan: HeldProduct[] = [
  {
    locale: "ja",
    facts: `原産国: 日本
      産地: 宇治`,
    blocked: ["静岡の茶園で摘まれました。", "中国の工場で仕上げています。"],
    silent: ["日本で作られています。", "京都産です。", "フランス料理にも合います。"],
  },
  {
    locale: "zh",
    facts: `产地: 福建`,
    blocked: ["由景德镇匠人手工拉坯。", "采用意大利头层皮革。", "产自印度大吉岭。"],
    silent: ["中国制造。", "福建出产。", "适合带去日本旅行。"],
  },
  {
    locale: "ko",
    facts: `원산지: 대한민국`,
    blocked: ["베트남 공장에서 봉제했습니다.", "이탈리아 장인이 만들었습니다.", "일본산 원단입니다."],
    silent: ["한국에서 만듭니다.", "국내 공장에서 생산합니다.", "프랑스 여행에 챙겨 가세요."],
  },
  {
    locale: "th",
    facts: `ผลิตที่: เชียงใหม่`,
    blocked: ["ผลิตในประเทศเวียดนาม", "ทอโดยช่างฝีมือชาวลาว"],
    silent: ["ผลิตในประเทศไทย", "เหมาะกับทริปญี่ปุ่น"],
  },
];

const madeInPoland: HeldProduct[] = [
  {
    locale: "pl",
    facts: `Kraj pochodzenia: Polska`,
    blocked: ["Szyta w Rumunii.", "Powstaje w czeskiej manufakturze.", "Toczony przez rzemieślników z Litwy."],
    silent: ["Polska produkcja.", "Uszyta w Polsce.", "Wyprodukowano w UE.", "Sprawdzi się na wakacjach w Grecji."],
  },
  {
    locale: "cs",
    facts: `Země původu: Polsko`,
    blocked: ["Ušito na Slovensku.", "Pochází z německé dílny.", "Vyrábíme ho v Číně."],
    silent: ["Vyrobeno v Polsku.", "Z polské dílny.", "Hodí se na dovolenou v Itálii."],
  },
  {
    locale: "sk",
    facts: `Krajina pôvodu: Poľsko`,
    blocked: ["Šité v Maďarsku.", "Vyrobené v českej dielni."],
    silent: ["Vyrobené v Poľsku.", "Hodí sa na dovolenku v Chorvátsku."],
  },
  {
    locale: "ru",
    facts: `Страна: Польша`,
    blocked: ["Сшито в Белоруссии.", "Его делают турецкие мастера.", "Произведено на итальянской фабрике."],
    silent: ["Сделано в Польше.", "Польское производство.", "Пригодится в поездке по Италии."],
  },
  {
    locale: "uk",
    facts: `Країна виробництва: Польща`,
    blocked: ["Пошито у Львові.", "Виготовлено в Китаї."],
    silent: ["Виготовлено в Польщі.", "Зручно взяти в подорож до Італії."],
  },
  {
    locale: "hu",
    facts: `Származási ország: Lengyelország`,
    blocked: ["Olaszországban varrták.", "Kínai gyárban készült."],
    silent: ["Lengyelországban készült.", "Jól jön egy olaszországi nyaraláson."],
  },
  {
    locale: "ro",
    facts: `Țara de origine: Polonia`,
    blocked: ["Cusut în Bulgaria.", "Lucrat de meșteri italieni."],
    silent: ["Fabricat în Polonia.", "Bun de luat în vacanță în Grecia."],
  },
  {
    locale: "hr",
    facts: `Zemlja podrijetla: Poljska`,
    blocked: ["Sašiveno u Bosni.", "Izrađuju ga slovenski majstori."],
    silent: ["Proizvedeno u Poljskoj.", "Za odmor u Italiji."],
  },
  {
    locale: "bg",
    facts: `Страна на произход: Полша`,
    blocked: ["Ушито в Турция.", "Изработено от гръцки майстори."],
    silent: ["Произведено в Полша.", "За почивка в Гърция."],
  },
  {
    locale: "el",
    facts: `Χώρα προέλευσης: Πολωνία`,
    blocked: ["Ράβεται στην Τουρκία.", "Φτιαγμένο από Ιταλούς τεχνίτες."],
    silent: ["Φτιαγμένο στην Πολωνία.", "Για διακοπές στην Ιταλία."],
  },
  {
    locale: "fi",
    facts: `Alkuperämaa: Puola`,
    blocked: ["Ommeltu Virossa.", "Ruotsalaisten käsityöläisten valmistama."],
    silent: ["Valmistettu Puolassa.", "Sopii lomalle Italiaan."],
  },
  {
    locale: "sv",
    facts: `Ursprungsland: Polen`,
    blocked: ["Sydd av danska hantverkare.", "Kommer från ett väveri i Borås."],
    silent: ["Tillverkad i Polen.", "Polsktillverkad.", "För semestern i Grekland."],
  },
  {
    locale: "da",
    facts: `Oprindelsesland: Polen`,
    blocked: ["Syet i Rumænien.", "Lavet af svenske håndværkere."],
    silent: ["Produceret i Polen.", "Til ferien i Italien."],
  },
  {
    locale: "nl",
    facts: `Land van herkomst: Polen`,
    blocked: ["Gestikt in een Belgisch atelier.", "Komt uit een fabriek in Tilburg."],
    silent: ["Gemaakt in Polen.", "Voor een vakantie in Griekenland."],
  },
  {
    locale: "pt",
    facts: `País de origem: Polónia`,
    blocked: ["Cosida em Espanha.", "Sai das mãos de artesãos italianos."],
    silent: ["Feita na Polónia.", "Para umas férias em Itália."],
  },
  {
    locale: "tr",
    facts: `Menşei: Polonya`,
    blocked: ["İtalya'da dikildi.", "Denizlili ustalar dokuyor."],
    silent: ["Polonya'da üretilmiştir.", "Yunanistan tatili için ideal."],
  },
  {
    locale: "he",
    facts: `ארץ ייצור: פולין`,
    blocked: ["נתפר באיטליה.", "נעשה בידי אומנים יפנים."],
    silent: ["מיוצר בפולין.", "מתאים לחופשה ביוון."],
  },
  {
    locale: "ar",
    facts: `بلد المنشأ: بولندا`,
    blocked: ["خيط في تركيا.", "من صنع حرفيين إيطاليين."],
    silent: ["صنع في بولندا.", "مناسب لرحلة إلى إيطاليا."],
  },
  {
    locale: "vi",
    facts: `Xuất xứ: Ba Lan`,
    blocked: ["Được may tại Thái Lan.", "Da nhập khẩu từ Ý."],
    silent: ["Sản xuất tại Ba Lan.", "Hợp cho chuyến đi Nhật Bản."],
  },
  {
    locale: "id",
    facts: `Asal: Polandia`,
    blocked: ["Dijahit di Bandung.", "Diimpor dari Jepang."],
    silent: ["Buatan Polandia.", "Cocok untuk liburan ke Bali."],
  },
];

it("an origin that the facts do not tell is blocked, and the one that they tell is not, whatever the form", () => {
  expect(madeInPortugal.flatMap(misjudged)).toEqual([]);
});

it("an origin is held to the facts in languages of East Asia", () => {
  expect(grownInJapan.flatMap(misjudged)).toEqual([]);
});

it("an origin is held to the facts in languages that inflect the names of places", () => {
  expect(madeInPoland.flatMap(misjudged)).toEqual([]);
});
