import { describe, expect, it } from "vitest";
import { type HeldProduct, misjudged } from "../../support/content/hold-to-facts.ts";

const products: readonly HeldProduct[] = [
  {
    locale: "en",
    facts: `Length: 2.1 m
      Weight: 148 g
      Sections: 4
      Casting weight: 10–30 g
      Warranty: 3 years`,
    blocked: ["Four sections? No, it packs into six sections.", "Handles lures with a casting weight of 60 g."],
    silent: [
      "Just over two metres long.",
      "Packs down into four sections.",
      "Wait a couple of minutes before you strike.",
      "Covered for three full years.",
    ],
  },
  {
    locale: "en",
    facts: `Front pocket: 3 L
      Main compartment: 22 L
      Empty weight: 0.9 kg
      Max load: 12 kg
      Laptop size: up to 15 in`,
    blocked: [
      "The main compartment swallows 30 litres.",
      "The front pocket alone takes 5 litres.",
      "Weighs 1.4 kg empty.",
      "Carries up to 20 kg.",
      "Only the front pocket holds 22 L.",
    ],
    silent: ["Room for a 14 inch laptop.", "Carries a dozen kilos.", "Under a kilo when empty."],
  },
  {
    locale: "en",
    facts: `Pieces: 24 crayons
      Recommended age: 3+
      Length of crayon: 9 cm`,
    blocked: [
      "A box of 36 crayons.",
      "Three dozen crayons in a tin.",
      "Perfect from 12 months.",
      "Each crayon is 14 cm long.",
    ],
    silent: [
      "Two dozen crayons.",
      "For kids aged three and up.",
      "Draw for hours and hours.",
      "Nine centimetres of colour per crayon.",
      "Your four-year-old will love them.",
    ],
  },
  {
    locale: "en",
    facts: `Serving size: 30 g
      Protein per serving: 22 g
      Protein per 100 g: 73 g
      Servings per tub: 30
      Caffeine per serving: 80 mg`,
    blocked: ["One tub holds fifty servings.", "Every serving packs 200 mg of caffeine."],
    silent: ["22 g of protein per serving.", "73 g protein per 100 g.", "A month of servings in one tub."],
  },
  {
    locale: "de",
    facts: `Schlauchlänge: 20 m
      Betriebsdruck: max. 8 bar
      Garantie: 5 Jahre
      Innendurchmesser: 13 mm
      Gewicht: 3,4 kg`,
    blocked: [
      "Der Schlauch reicht dreißig Meter weit.",
      "Wir stehen zehn Jahre lang dafür gerade.",
      "Mit 19 mm Innendurchmesser fließt viel Wasser.",
    ],
    silent: [
      "Zwanzig Meter Schlauch für den ganzen Garten.",
      "Fünf Jahre Garantie inklusive.",
      "Rund dreieinhalb Kilo schwer.",
    ],
  },
  {
    locale: "de",
    facts: `Akkulaufzeit: 45 min
      Ladezeit: 3 Stunden
      Schneidbreite: 41 mm
      Aufsätze: 6
      Länge der Klinge: 4 cm`,
    blocked: [
      "Eine Akkuladung hält zwei Stunden.",
      "In einer Stunde ist er voll geladen.",
      "Ein Dutzend Aufsätze liegt bei.",
      "Die Klinge misst acht Zentimeter.",
    ],
    silent: ["Eine Dreiviertelstunde Laufzeit.", "Mit sechs Aufsätzen.", "In drei Stunden geladen."],
  },
  {
    locale: "fr",
    facts: `Contenance: 50 ml
      Concentration: 18 %
      Durée de garantie: 2 ans
      Pulvérisations: environ 600
      Hauteur du flacon: 11 cm`,
    blocked: ["Un flacon de 100 ml.", "Le flacon se dresse à 17 cm de hauteur.", "Garanti cinq ans."],
    silent: ["Cinquante millilitres de bonheur.", "Environ 600 pulvérisations."],
  },
  {
    locale: "fr",
    facts: `Largeur: 80 cm
      Hauteur: 180 cm
      Nombre d'étagères: 5
      Charge par étagère: 15 kg
      Profondeur: 28 cm`,
    blocked: ["Une largeur de 120 cm.", "Haute de deux mètres dix.", "Profonde de 45 cm."],
    silent: ["Cinq étagères pour vos livres.", "75 kg répartis sur cinq étagères."],
  },
  {
    locale: "es",
    facts: `Capacidad: 240 ml
      Edad recomendada: a partir de 6 meses
      Temperatura máxima: 120 °C
      Unidades: 3 biberones
      Peso: 95 g`,
    blocked: ["Aguanta hasta ciento ochenta grados.", "Pack de media docena de biberones."],
    silent: ["Set de tres biberones.", "Un cuarto de litro escaso.", "Desde los seis meses.", "Resiste 120 grados."],
  },
  {
    locale: "es",
    facts: `Alcance: 30 m
      Autonomía: 12 horas
      Autonomía del estuche: 36 horas
      Diámetro: 8 cm`,
    blocked: ["Con un alcance de cincuenta metros.", "Mide 12 cm de diámetro."],
    silent: ["Doce horas de música.", "Medio día sin enchufe.", "Treinta metros de alcance."],
  },
  {
    locale: "it",
    facts: `Altezza seduta: 45 cm
      Altezza schienale: 92 cm
      Portata massima: 110 kg
      Garanzia: 2 anni`,
    blocked: [
      "La seduta è alta 60 cm.",
      "Lo schienale arriva a 45 cm.",
      "Portata massima di 150 kg.",
      "Garantita per dieci anni.",
    ],
    silent: ["La seduta è a 45 centimetri da terra.", "Due anni di garanzia."],
  },
  {
    locale: "nl",
    facts: `Inhoud: 2,5 liter
      Rendement: 12 m² per liter
      Droogtijd: 4 uur
      Aantal lagen: 2`,
    blocked: ["Een blik van vijf liter."],
    silent: [
      "Tweeënhalve liter verf.",
      "Droogt in vier uur.",
      "Twee lagen volstaan.",
      "Wacht een kwartier en roer nog eens.",
    ],
  },
  {
    locale: "pt",
    facts: `Potência: 800 W
      Velocidade máxima: 3000 rpm
      Comprimento do cabo: 2,5 m
      Garantia: 3 anos
      Peças: 42`,
    blocked: [
      "Um motor de mil e duzentos watts.",
      "Gira a 5000 rpm.",
      "O cabo tem quatro metros.",
      "Conjunto de vinte peças.",
      "Consertamos de graça por dez anos.",
    ],
    silent: ["Oitocentos watts de potência.", "Dois metros e meio de cabo.", "Garantia de três anos."],
  },
  {
    locale: "pl",
    facts: `Pojemność: 700 ml
      Średnica: 18 cm
      Liczba graczy: 2–4
      Czas gry: 45 min
      Wiek: 8+`,
    blocked: ["Mieści półtora litra.", "Ma trzydzieści centymetrów średnicy."],
    silent: [
      "Dla dwóch do czterech graczy.",
      "Siedemset mililitrów.",
      "Trzy kwadranse zabawy.",
      "Od ośmiu lat.",
      "Osiemnastocentymetrowa średnica.",
    ],
  },
  {
    locale: "cs",
    facts: `Objem: 0,5 l
      Výška: 25 cm
      Počet kusů: 6
      Záruka: 2 roky
      Teplota praní: 40 °C`,
    blocked: [
      "Tucet kusů v balení.",
      "Ručíme za ně pět let.",
      "Perte na šedesát stupňů.",
      "Vysoká čtyřicet centimetrů.",
    ],
    silent: ["Půl litru objemu.", "Půltuctu kusů.", "Dvouletá záruka.", "Čtvrt metru vysoká.", "Perte na čtyřicet."],
  },
  {
    locale: "sk",
    facts: `Objem: 250 ml
      Dĺžka: 60 cm
      Hmotnosť: 1,2 kg`,
    blocked: ["Pol litra.", "Dlhá dva metre.", "Váži päť kilogramov."],
    silent: ["Štvrť litra.", "Šesťdesiat centimetrov."],
  },
  {
    locale: "ru",
    facts: `Объём: 350 мл
      Время автономной работы: 10 часов
      Вес: 420 г
      Длина кабеля: 1,5 м
      Количество в упаковке: 12 шт.
      Гарантия: 1 год`,
    blocked: ["Объём — пол-литра.", "Кабель длиной три метра.", "Гарантия пять лет.", "Кабель трёх метров."],
    silent: [
      "Дюжина штук в упаковке.",
      "Полтора метра кабеля.",
      "Десять часов работы без подзарядки.",
      "Весит меньше полукилограмма.",
    ],
  },
  {
    locale: "uk",
    facts: `Довжина: 70 см
      Місткість: 5 л
      Кількість: 10 шт
      Температура прання: 30 °C`,
    blocked: [
      "Завдовжки два метри.",
      "Вміщує десять літрів.",
      "Двадцять штук у наборі.",
      "Прати при шістдесяти градусах.",
    ],
    silent: ["П'ять літрів.", "Десяток у наборі.", "Прати при тридцяти градусах."],
  },
  {
    locale: "sv",
    facts: `Höjd: 120 cm
      Volym: 60 liter
      Antal fack: 8
      Laddtid: 2 timmar
      Garanti: 10 år`,
    blocked: ["En och en halv meter hög.", "Rymmer hundra liter.", "Vi lagar den gratis i 25 år."],
    silent: [
      "Åtta fack för allt.",
      "Sextio liter.",
      "Två timmar i laddaren räcker.",
      "Tio års garanti.",
      "Hundratjugo centimeter hög.",
    ],
  },
  {
    locale: "da",
    facts: `Bredde: 140 cm
      Brændetid: 50 timer
      Indhold: 220 g
      Antal: 2 stk.`,
    blocked: ["To meter bred.", "Brænder i firs timer."],
    silent: ["Halvtreds timers brændetid.", "Sæt med to.", "Et par i æsken."],
  },
  {
    locale: "nb",
    facts: `Lengde: 190 cm
      Vekt: 1,1 kg
      Komforttemperatur: -5 °C
      Antall lommer: 3`,
    blocked: ["Veier to kilo.", "Hele to og en halv meter lang.", "Komforttemperatur på minus tjue grader."],
    silent: ["Hundre og nitti centimeter.", "Tre lommer.", "Minus fem grader."],
  },
  {
    locale: "fi",
    facts: `Pituus: 150 cm
      Tilavuus: 0,75 l
      Takuu: 5 vuotta
      Kappalemäärä: 4 kpl`,
    blocked: ["Kaksi metriä pitkä.", "Puolitoista litraa.", "Takuu kymmenen vuotta."],
    silent: ["Puolitoista metriä.", "Viiden vuoden takuu.", "Neljän kappaleen setti."],
  },
  {
    locale: "hu",
    facts: `Térfogat: 500 ml
      Hossz: 30 cm
      Garancia: 2 év
      Darabszám: 6 db`,
    blocked: ["Másfél literes.", "Tíz év garancia."],
    silent: ["Fél liter.", "Harminc centi.", "Két év garancia.", "Fél tucat darab."],
  },
  {
    locale: "ro",
    facts: `Capacitate: 1,5 l
      Greutate: 800 g
      Garanție: 2 ani
      Bucăți: 6`,
    blocked: [
      "Trei litri.",
      "Jumătate de litru.",
      "Garanție cinci ani.",
      "O duzină de bucăți.",
      "Cântărește două kilograme.",
    ],
    silent: ["Un litru și jumătate.", "Jumătate de duzină.", "Doi ani garanție."],
  },
  {
    locale: "bg",
    facts: `Обем: 330 мл
      Тегло: 600 г
      Гаранция: 2 години`,
    blocked: ["Половин литър.", "Тежи два килограма.", "Пет години гаранция."],
    silent: ["Две години гаранция."],
  },
  {
    locale: "hr",
    facts: `Obujam: 1 l
      Visina: 30 cm
      Jamstvo: 3 godine
      Broj komada: 8`,
    blocked: ["Pola litre.", "Visok pola metra.", "Jamstvo deset godina.", "Dvanaest komada.", "Tucet komada."],
    silent: ["Jedna litra.", "Osam komada.", "Tri godine jamstva."],
  },
  {
    locale: "sl",
    facts: `Prostornina: 2 l
      Teža: 3 kg
      Garancija: 2 leti`,
    blocked: ["Pet litrov.", "Tehta deset kilogramov.", "Pet let garancije."],
    silent: ["Dva litra.", "Dve leti garancije.", "Po petih minutah."],
  },
  {
    locale: "el",
    facts: `Χωρητικότητα: 750 ml
      Ύψος: 22 cm
      Εγγύηση: 2 χρόνια
      Τεμάχια: 6`,
    blocked: ["Μισό λίτρο.", "Ύψος μισό μέτρο.", "Πέντε χρόνια εγγύηση.", "Μια ντουζίνα τεμάχια."],
    silent: ["Δύο χρόνια εγγύηση.", "Έξι τεμάχια."],
  },
  {
    locale: "tr",
    facts: `Hacim: 400 ml
      Uzunluk: 50 cm
      Garanti: 2 yıl
      Adet: 6`,
    blocked: ["Yarım litre.", "Beş yıl garanti.", "On iki adet."],
    silent: ["Yarım metre.", "Yarım düzine.", "İki yıl garanti."],
  },
  {
    locale: "ar",
    facts: `السعة: 500 مل
      الوزن: 1 كجم
      الضمان: سنتان
      عدد القطع: 6`,
    blocked: ["يزن خمسة كيلوغرامات.", "ضمان خمس سنوات."],
    silent: ["نصف لتر.", "ست قطع.", "ضمان سنتين."],
  },
  {
    locale: "he",
    facts: `נפח: 500 מ"ל
      משקל: 2 ק"ג
      אחריות: שנתיים
      גובה: 40 ס"מ`,
    blocked: ["רבע ליטר.", "שוקל חמישה קילו.", "חמש שנים אחריות."],
    silent: ["חצי ליטר.", "שנתיים אחריות."],
  },
  {
    locale: "hi",
    facts: `क्षमता: 1 लीटर
      वज़न: 500 ग्राम
      वारंटी: 2 साल
      संख्या: 6`,
    blocked: ["आधा लीटर।", "दो किलो वज़न।", "पाँच साल की वारंटी।"],
    silent: ["आधा किलो।", "दो साल की वारंटी।", "आधा दर्जन।"],
  },
  {
    locale: "th",
    facts: `ความจุ: 500 มล.
      น้ำหนัก: 1 กก.
      รับประกัน: 2 ปี
      จำนวน: 6 ชิ้น`,
    blocked: ["หนักสามกิโลกรัม", "รับประกันห้าปี", "สิบสองชิ้น"],
    silent: ["ครึ่งลิตร", "รับประกันสองปี", "ครึ่งโหล"],
  },
  {
    locale: "vi",
    facts: `Dung tích: 500 ml
      Trọng lượng: 1 kg
      Bảo hành: 24 tháng
      Số lượng: 6 chiếc`,
    blocked: ["Dung tích hai lít.", "Bảo hành năm năm.", "Mười hai chiếc."],
    silent: ["Nửa lít.", "Bảo hành hai năm.", "Nửa tá."],
  },
  {
    locale: "id",
    facts: `Kapasitas: 500 ml
      Berat: 1 kg
      Garansi: 2 tahun
      Isi: 6 buah`,
    blocked: ["Kapasitas dua liter.", "Beratnya lima kilo.", "Garansi lima tahun.", "Isi dua belas buah."],
    silent: ["Setengah liter.", "Garansi dua tahun.", "Setengah lusin."],
  },
  {
    locale: "ja",
    facts: `容量: 500ml
      重さ: 300g
      保証期間: 2年
      入数: 6本
      連続使用時間: 8時間
      対象年齢: 3歳以上`,
    blocked: ["1リットルの大容量。", "五年間保証。", "12本セットです。", "二十時間連続で使えます。"],
    silent: ["6本入り。", "八時間使えます。", "3歳から遊べます。", "二年保証。"],
  },
  {
    locale: "ko",
    facts: `용량: 500ml
      무게: 300g
      보증 기간: 2년
      수량: 6개
      길이: 40cm`,
    blocked: ["1리터 대용량.", "무게가 1kg입니다.", "열두 개 들이.", "길이가 70cm예요."],
    silent: ["반 리터.", "여섯 개 들이.", "2년 보증."],
  },
  {
    locale: "zh-CN",
    facts: `容量: 500毫升
      重量: 300克
      保修期: 2年
      数量: 6支
      适用年龄: 3岁以上`,
    blocked: ["重达两公斤。", "五年质保。", "十二支装。"],
    silent: ["半升容量。", "六支装。", "两年质保。", "六两重。"],
  },
];

describe("an amount in digits or words", () => {
  it.each(products)("is held to the facts in $locale", (product) => {
    expect(misjudged(product)).toEqual([]);
  });
});
