import type { Answer } from "./answer.ts";

/** What a capable model answered to the app's own prompt for products of the sandbox, in three languages each. */
export const answers: Record<string, Record<string, Answer>> = {
  "Roll-Top Backpack 22 L": {
    en: {
      title: "Roll-Top Backpack 22 L in Waxed Canvas",
      desc: "<p>A roll-top backpack for the commute and the weekend away: one big compartment, 22 litres, closed by a roll of waxed cotton canvas.</p><ul><li>Padded sleeve for a laptop of up to 15 inches</li><li>A pocket within reach while the pack stays on your back</li><li>Trim of leather</li></ul><p>Waxed canvas keeps off drizzle; when it pours, put on the cover. It weighs 1,050 g and comes in Olive, Charcoal and Rust.</p>",
      bullets: [
        "Holds 22 L in a single large compartment",
        "Laptops of up to 15 inches sit in a padded sleeve",
        "Waxed cotton canvas with leather trim shrugs off drizzle",
        "Weighs just over a kilo: 1,050 g",
      ],
      cites: [
        ["22 litres", "f6"],
        ["up to 15 inches", "f8"],
        ["Trim of leather", "f5"],
        ["1,050 g", "f7"],
      ],
    },
    fr: {
      title: "Sac à dos Roll-Top 22 L en toile cirée",
      desc: "<p>Un sac à dos à enroulement pour la ville et le voyage : un grand compartiment de 22 L, une pochette matelassée pour un ordinateur portable de 15 pouces au plus, et une poche que l'on atteint sans poser le sac.</p><p>La toile de coton cirée protège de la bruine ; par forte pluie, mettez la housse. Les finitions sont en cuir. Il pèse 1 050 g.</p>",
      bullets: [
        "Un seul grand compartiment de 22 L",
        "Pochette matelassée pour ordinateur jusqu'à 15 pouces",
        "Toile de coton cirée, finitions en cuir",
        "En olive, anthracite ou rouille",
      ],
      cites: [
        ["22 L", "f6"],
        ["15 pouces", "f8"],
        ["1 050 g", "f7"],
      ],
    },
    ja: {
      title: "ロールトップ バックパック 22L ワックスキャンバス",
      desc: "<p>通勤にも旅にも使える、容量22Lのロールトップバックパックです。大きなメイン室がひとつ、15インチまでのノートパソコンが入るパッド入りスリーブ、背負ったまま手の届くポケットを備えています。</p><p>ワックス加工のコットンキャンバスが小雨をはじきます。強い雨の日はカバーをお使いください。トリムはレザー、重さは1,050gです。</p>",
      bullets: [
        "容量22L、大きなひとつの収納",
        "15インチまでのノートパソコン用スリーブ",
        "ワックスコットンキャンバスにレザーのトリム",
        "重さ1,050g",
      ],
      cites: [
        ["容量22L", "f6"],
        ["1,050g", "f7"],
      ],
    },
  },
  "Calm Barrier Cream": {
    en: {
      title: "Calm Barrier Cream with Ceramides and Oat Lipids",
      desc: "<p>A face cream for sensitive, dry skin that stings easily. Ceramide NP, oat lipids and glycerin, and no perfume.</p><p>Use it morning and evening on clean skin. With a pH of 5.5, vegan, and in two sizes: 30 ml for the bag, 50 ml for the shelf.</p>",
      bullets: [
        "For sensitive and dry skin",
        "Ceramide NP, oat lipids and glycerin",
        "Fragrance-free and vegan",
        "With a pH of 5.5",
        "Mornings and evenings, on clean skin",
      ],
      cites: [
        ["sensitive, dry skin", "f5"],
        ["Ceramide NP, oat lipids and glycerin", "f6"],
        ["pH of 5.5", "f8"],
      ],
    },
    de: {
      title: "Calm Barrier Cream: Gesichtscreme ohne Parfüm",
      desc: "<p>Eine Gesichtscreme für empfindliche, trockene Haut, die leicht brennt. Mit Ceramid NP, Haferlipiden und Glycerin, ohne Parfüm.</p><p>Morgens und abends auf die gereinigte Haut auftragen. Der pH-Wert liegt bei 5,5. Vegan, in 30 ml und 50 ml.</p>",
      bullets: [
        "Für empfindliche und trockene Haut",
        "Ceramid NP, Haferlipide und Glycerin",
        "Vegan und frei von Duftstoffen",
        "pH-Wert 5,5",
      ],
      cites: [
        ["Haferlipiden", "f6"],
        ["5,5", "f8"],
      ],
    },
    it: {
      title: "Calm Barrier Cream, crema viso senza profumo",
      desc: "<p>Una crema viso per la pelle sensibile e secca, quella che pizzica facilmente. Contiene ceramide NP, lipidi d'avena e glicerina, senza profumo.</p><p>Si usa mattina e sera sulla pelle pulita. Vegana, con un pH di 5,5, nei formati da 30 e 50 ml.</p>",
      bullets: [
        "Per pelli sensibili e secche",
        "Con ceramide NP, lipidi d'avena e glicerina",
        "Vegana e senza profumo",
        "Con un pH di 5,5",
      ],
      cites: [
        ["pelle sensibile e secca", "f5"],
        ["pH di 5,5", "f8"],
      ],
    },
  },
  "Shampoo Bar Nettle": {
    en: {
      title: "Shampoo Bar Nettle for Normal to Oily Hair",
      desc: "<p>A solid shampoo from Seifenhof for normal to oily hair. One 85 g bar lasts for about 60 washes.</p><p>Lather it in your hands first, then work it in. Vegan and plastic-free, in nettle, rosemary or unscented.</p>",
      bullets: [
        "About 60 washes from a single bar",
        "For normal to oily hair, pH 5.0",
        "Vegan and free of plastic",
        "Easy to take along: 85 g and nothing to spill",
      ],
      cites: [
        ["about 60 washes", "f8"],
        ["85 g", "f5"],
        ["normal to oily hair", "f6"],
      ],
    },
    de: {
      title: "Shampoo-Bar Brennnessel, 85 g",
      desc: "<p>Festes Shampoo von Seifenhof für normales bis fettiges Haar. Ein Stück mit 85 g reicht für rund 60 Haarwäschen.</p><p>Zuerst in den Händen aufschäumen, dann einmassieren. Vegan und plastikfrei, mit Brennnessel, mit Rosmarin oder ohne Duft.</p>",
      bullets: ["Reicht für etwa 60 Wäschen", "Für normales bis fettiges Haar", "Vegan und plastikfrei", "pH-Wert 5,0"],
      cites: [
        ["rund 60 Haarwäschen", "f8"],
        ["85 g", "f5"],
      ],
    },
    sv: {
      title: "Schampokaka Nässla, 85 g",
      desc: "<p>Ett fast schampo från Seifenhof för normalt till fett hår. Kakan väger 85 g och räcker till ungefär 60 tvättar.</p><p>Löddra först i händerna. Vegansk och plastfri, med nässla, rosmarin eller utan doft.</p>",
      bullets: [
        "Räcker till cirka 60 tvättar",
        "För normalt till fett hår",
        "Vegansk och plastfri",
        "Ett pH-värde på 5,0",
      ],
      cites: [
        ["85 g", "f5"],
        ["60 tvättar", "f8"],
      ],
    },
  },
  "Espresso “Nachtschicht”": {
    en: {
      title: "Espresso “Nachtschicht”: Dark Organic Roast",
      desc: "<p>For long evenings: a dark, chocolatey espresso with a little smoke. The beans come from Huila in Colombia and Karnataka in India, grown at 1,450 to 1,800 metres and roasted every Tuesday.</p><p>Our recipe: 18 g in, 38 g out, 27 seconds. Organic and fair trade, as whole beans or ground for espresso machine or moka pot.</p>",
      bullets: [
        "Dark roast: chocolate and a little smoke",
        "Beans from Huila and Karnataka",
        "Roasted every Tuesday at Rösterei Kanal",
        "In bags of 250 g and 1 kg",
      ],
      cites: [
        ["Huila in Colombia", "f11"],
        ["1,450 to 1,800 metres", "f8"],
        ["18 g in, 38 g out, 27 seconds", "f12"],
      ],
    },
    de: {
      title: "Espresso „Nachtschicht“, dunkel geröstet",
      desc: "<p>Dunkel, schokoladig, mit etwas Rauch: ein Espresso für lange Abende. Die Bohnen stammen aus Huila in Kolumbien und aus Karnataka in Indien, wo sie auf 1.450 bis 1.800 m wachsen. Geröstet wird jeden Dienstag.</p><p>Unser Rezept: 18 g rein, 38 g raus, 27 Sekunden. Bio und fair gehandelt, als ganze Bohne oder gemahlen.</p>",
      bullets: [
        "Dunkle Röstung, schokoladig, mit etwas Rauch",
        "Bohnen aus Kolumbien und Indien",
        "Jeden Dienstag frisch geröstet",
        "250 g oder 1 kg",
      ],
      cites: [
        ["Kolumbien", "f6"],
        ["1.450 bis 1.800 m", "f8"],
        ["27 Sekunden", "f12"],
      ],
    },
    es: {
      title: "Espresso “Nachtschicht”, tueste oscuro",
      desc: "<p>Oscuro, achocolatado y con un toque de humo. Los granos vienen de Huila, en Colombia, y de Karnataka, en la India, de entre 1.450 y 1.800 m de altitud, y se tuestan todos los martes.</p><p>La receta: 18 g dentro, 38 g fuera, 27 segundos. Ecológico y de comercio justo, en grano o molido para espresso o cafetera moka.</p>",
      bullets: [
        "Tueste oscuro con notas de chocolate",
        "Granos de Colombia y la India",
        "Se tuesta cada martes",
        "En bolsas de 250 g y 1 kg",
      ],
      cites: [
        ["Colombia", "f6"],
        ["18 g dentro, 38 g fuera, 27 segundos", "f12"],
      ],
    },
  },
  "Cast-Iron Skillet 26 cm": {
    en: {
      title: "Cast-Iron Skillet 26 cm, Pre-Seasoned",
      desc: "<p>A cast-iron skillet that is ready for its first egg: it comes pre-seasoned with linseed oil. It works on gas, on induction and over an open fire, and goes into the oven at up to 260 °C.</p><p>Care is simple. Wipe it out, dry it, oil it, and keep it out of the dishwasher. With a diameter of 26 cm it weighs 2.3 kg; there are sizes of 20 and 30 cm as well.</p>",
      bullets: [
        "Pre-seasoned with linseed oil",
        "For gas, induction and an open fire",
        "Safe in the oven up to 260 °C",
        "26 cm across, 2.3 kg of cast iron",
        "Not for the dishwasher: wipe, dry and oil",
      ],
      cites: [
        ["pre-seasoned with linseed oil", "f10"],
        ["260 °C", "f9"],
        ["2.3 kg", "f7"],
      ],
    },
    nl: {
      title: "Gietijzeren koekenpan 26 cm",
      desc: "<p>Een koekenpan van gietijzer, al ingebrand met lijnolie. Geschikt voor gas, inductie en open vuur, en in de oven tot 260 °C.</p><p>Onderhoud: uitvegen, drogen, inoliën. Niet in de vaatwasser. De pan meet 26 cm en weegt 2,3 kg.</p>",
      bullets: [
        "Ingebrand met lijnolie",
        "Voor gas, inductie en open vuur",
        "Ovenbestendig tot 260 °C",
        "Verkrijgbaar in 20, 26 en 30 cm",
      ],
      cites: [
        ["260 °C", "f9"],
        ["2,3 kg", "f7"],
      ],
    },
    pl: {
      title: "Patelnia żeliwna 26 cm",
      desc: "<p>Patelnia z żeliwa, fabrycznie zaprawiona olejem lnianym. Nadaje się na gaz, indukcję i otwarty ogień, a w piekarniku znosi do 260 °C.</p><p>Pielęgnacja: wytrzeć, osuszyć, natłuścić. Nie myć w zmywarce. Średnica 26 cm, waga 2,3 kg.</p>",
      bullets: [
        "Zaprawiona olejem lnianym",
        "Na gaz, indukcję i otwarty ogień",
        "Do piekarnika, do 260 °C",
        "Waży 2,3 kg",
      ],
      cites: [
        ["260 °C", "f9"],
        ["2,3 kg", "f7"],
      ],
    },
  },
  "Stoneware Mug 350 ml": {
    en: {
      title: "Stoneware Mug 350 ml, Handmade",
      desc: "<p>A mug thrown in Stoke and glazed twice, so no two are alike. It holds 350 ml, weighs 380 g and may go into dishwasher and microwave.</p><p>In Oat, Slate, Moss and Ink: one for yourself, one to give away.</p>",
      bullets: [
        "Thrown by hand in Stoke",
        "Glazed twice, each one a little different",
        "Dishwasher and microwave safe",
        "Room for 350 ml of coffee",
      ],
      cites: [
        ["thrown in Stoke", "f10"],
        ["350 ml", "f6"],
        ["380 g", "f7"],
      ],
    },
    fr: {
      title: "Mug en grès 350 ml, fait main",
      desc: "<p>Un mug en grès tourné à Stoke et émaillé deux fois : il n'y en a pas deux pareils. Il contient 350 ml, pèse 380 g et passe au lave-vaisselle comme au micro-ondes.</p>",
      bullets: [
        "Fait main à Stoke",
        "Émaillé deux fois",
        "Compatible lave-vaisselle et micro-ondes",
        "Une contenance de 350 ml",
      ],
      cites: [
        ["350 ml", "f6"],
        ["380 g", "f7"],
      ],
    },
    da: {
      title: "Stentøjskrus 350 ml, håndlavet",
      desc: "<p>Et krus af stentøj, drejet i Stoke og glaseret to gange, så ikke to er ens. Det rummer 350 ml, vejer 380 g og tåler både opvaskemaskine og mikroovn.</p>",
      bullets: [
        "Drejet i hånden i Stoke",
        "Glaseret to gange",
        "Tåler opvaskemaskine og mikrobølgeovn",
        "Plads til 350 ml",
      ],
      cites: [
        ["350 ml", "f6"],
        ["380 g", "f7"],
      ],
    },
  },
  "Linen Duvet Cover": {
    en: {
      title: "Linen Duvet Cover, Stonewashed",
      desc: "<p>Stonewashed linen that feels lived-in from the first night. The cover is woven from pure European linen at 165 g/m², closes with buttons and holds the duvet by ties in its corners.</p><p>Wash it by machine at 40 °C. In White, Clay and Sage, in three sizes.</p>",
      bullets: [
        "100% European linen, 165 g/m²",
        "Buttons to close, inner ties in the corners",
        "Machine washable at 40 °C",
        "135 × 200, 155 × 220 or 200 × 200",
      ],
      cites: [
        ["European linen", "f6"],
        ["165 g/m²", "f7"],
        ["40 °C", "f8"],
      ],
    },
    de: {
      title: "Bettbezug aus Leinen, stonewashed",
      desc: "<p>Leinen, das sich von der ersten Nacht an vertraut anfühlt: stonewashed, aus 100 % europäischem Leinen mit 165 g/m². Der Bezug schließt mit Knöpfen; Bänder in den Ecken halten die Decke.</p><p>Bei 40 °C in der Maschine waschbar. In Weiß, Ton und Salbei.</p>",
      bullets: [
        "Reines europäisches Leinen, 165 g/m²",
        "Knopfverschluss und Bänder in den Ecken",
        "Maschinenwäsche bei 40 °C",
        "In drei Größen",
      ],
      cites: [
        ["165 g/m²", "f7"],
        ["40 °C", "f8"],
      ],
    },
    pt: {
      title: "Capa de edredão em linho lavado",
      desc: "<p>Linho lavado à pedra, macio desde a primeira noite. A capa é de 100% linho europeu, com 165 g/m², fecha com botões e tem fitas interiores nos cantos.</p><p>Lavar na máquina a 40 °C. Em branco, argila e sálvia.</p>",
      bullets: ["100% linho europeu, 165 g/m²", "Fecho de botões e fitas nos cantos", "Lavável na máquina a 40 °C"],
      cites: [
        ["165 g/m²", "f7"],
        ["40 °C", "f8"],
      ],
    },
  },
  "Over-Ear Headphones H2": {
    en: {
      title: "Over-Ear Headphones H2 with Noise Cancelling",
      desc: "<p>Wireless over-ear headphones with active noise cancelling. They play for 38 hours with it and for 55 hours without, and ten minutes at the USB-C port are enough for four more.</p><p>Battery and ear pads can be replaced. Bluetooth 5.4 connects two devices at a time by multipoint; the H2 fold flat and weigh 268 g.</p>",
      bullets: [
        "38 hours of noise cancelling, 55 without",
        "A 10-minute charge lasts 4 hours",
        "Replaceable battery and ear pads",
        "Bluetooth 5.4 with multipoint, or USB-C audio",
        "40 mm drivers, 268 g, folds flat",
      ],
      cites: [
        ["38 hours", "f5"],
        ["268 g", "f6"],
        ["40 mm drivers", "f8"],
        ["ten minutes", "f9"],
      ],
    },
    de: {
      title: "Over-Ear-Kopfhörer H2 mit Geräuschunterdrückung",
      desc: "<p>Kabellose Kopfhörer mit aktiver Geräuschunterdrückung: 38 Stunden mit, 55 Stunden ohne. Zehn Minuten am USB-C-Kabel reichen für vier Stunden Musik.</p><p>Akku und Ohrpolster lassen sich austauschen. Der H2 wiegt 268 g und lässt sich flach zusammenklappen.</p>",
      bullets: [
        "38 Stunden mit ANC, 55 ohne",
        "10 Minuten laden, 4 Stunden hören",
        "Akku und Ohrpolster austauschbar",
        "Bluetooth 5.4 mit Multipoint, Ton auch über USB-C",
      ],
      cites: [
        ["38 Stunden", "f5"],
        ["268 g", "f6"],
        ["Bluetooth 5.4", "f7"],
      ],
    },
    ko: {
      title: "오버이어 헤드폰 H2 노이즈 캔슬링",
      desc: "<p>액티브 노이즈 캔슬링을 갖춘 무선 오버이어 헤드폰입니다. 노이즈 캔슬링을 켜면 38시간, 끄면 55시간 재생되며, USB-C로 10분 충전하면 4시간 들을 수 있습니다.</p><p>배터리와 이어 패드는 교체할 수 있습니다. 무게는 268g이고 납작하게 접힙니다.</p>",
      bullets: [
        "ANC 사용 시 38시간 재생",
        "10분 충전으로 4시간 재생",
        "배터리와 이어 패드 교체 가능",
        "블루투스 5.4, 멀티포인트",
      ],
      cites: [
        ["38시간", "f5"],
        ["268g", "f6"],
      ],
    },
  },
  "Two-Person Trekking Tent": {
    en: {
      title: "Two-Person Trekking Tent, 1.9 kg",
      desc: "<p>A free-standing tent for two with two doors that weighs 1.9 kg all in. It pitches from the outside, so the inner stays dry when you set up in the rain.</p><p>The fly holds a water column of 3,000 mm, the floor one of 5,000 mm. Packed, it measures 45 × 14 cm. In Green and Red.</p>",
      bullets: [
        "Room for two, a door for each",
        "1.9 kg with everything",
        "Pitches from the outside",
        "Water column: 3,000 mm fly, 5,000 mm floor",
      ],
      cites: [
        ["1.9 kg", "f5"],
        ["45 × 14 cm", "f7"],
      ],
    },
    no: {
      title: "Trekkingtelt for to, 1,9 kg",
      desc: "<p>Et frittstående telt for to personer med to innganger. Alt i alt veier det 1,9 kg. Det settes opp utenfra, så innerteltet holder seg tørt i regn.</p><p>Vannsøyle: 3000 mm for ytterteltet, 5000 mm for bunnen. Pakket måler det 45 × 14 cm.</p>",
      bullets: ["To personer, to innganger", "Veier 1,9 kg", "Settes opp utenfra", "Pakkmål 45 × 14 cm"],
      cites: [
        ["1,9 kg", "f5"],
        ["45 × 14 cm", "f7"],
      ],
    },
    cs: {
      title: "Trekový stan pro dva, 1,9 kg",
      desc: "<p>Samonosný stan pro dvě osoby se dvěma vchody, který váží celkem 1,9 kg. Staví se zvenku, takže vnitřek zůstane za deště suchý.</p><p>Vodní sloupec: tropiko 3000 mm, podlaha 5000 mm. Po sbalení měří 45 × 14 cm.</p>",
      bullets: ["Pro dvě osoby, dva vchody", "Celková hmotnost 1,9 kg", "Staví se zvenku", "Sbalený 45 × 14 cm"],
      cites: [
        ["1,9 kg", "f5"],
        ["45 × 14 cm", "f7"],
      ],
    },
  },
  "Wooden Marble Run, 60 pieces": {
    en: {
      title: "Wooden Marble Run, 60 Pieces",
      desc: "<p>Sixty pieces of beech from the Black Forest become a track for marbles, then another one, and then a third. It fits the common rail systems.</p><p>For children from 4 years. It has small parts and is not for children under three.</p>",
      bullets: [
        "60 pieces to build with",
        "Beech from the Black Forest in Germany",
        "Fits the common rail systems",
        "From 4 years",
      ],
      cites: [
        ["Sixty pieces", "f5"],
        ["beech from the Black Forest", "f8"],
        ["from 4 years", "f6"],
      ],
    },
    es: {
      title: "Circuito de canicas de madera, 60 piezas",
      desc: "<p>Sesenta piezas de haya de la Selva Negra para construir un circuito de canicas y volver a empezar. Es compatible con los sistemas de raíles habituales.</p><p>A partir de 4 años. Contiene piezas pequeñas: no apto para menores de tres años.</p>",
      bullets: [
        "60 piezas de madera de haya",
        "Haya de la Selva Negra, Alemania",
        "Compatible con los raíles habituales",
        "Desde los 4 años",
      ],
      cites: [
        ["Sesenta piezas", "f5"],
        ["A partir de 4 años", "f6"],
      ],
    },
    fi: {
      title: "Puinen kuularata, 60 osaa",
      desc: "<p>Kuusikymmentä osaa Schwarzwaldin pyökkiä: rakenna kuularata, pura se ja aloita alusta. Sopii yleisiin kiskojärjestelmiin.</p><p>4-vuotiaista alkaen. Sisältää pieniä osia, ei alle kolmivuotiaille.</p>",
      bullets: ["60 osaa pyökkiä", "Sopii yleisiin kiskojärjestelmiin", "Yli 4-vuotiaille"],
      cites: [["60 osaa", "f5"]],
    },
  },
  "Seemannspullover Troyer": {
    de: {
      title: "Seemannspullover Troyer aus Schurwolle",
      desc: "<p>Ein Troyer, wie man ihn an der Küste trägt: gestrickt aus 100 % Schurwolle, mit hohem Kragen und Reißverschluss. Er wiegt 680 g und wird von Hand gewaschen.</p>",
      bullets: ["Reine Schurwolle", "Hoher Kragen mit Reißverschluss", "Handwäsche", "In den Größen S bis XL"],
      cites: [
        ["100 % Schurwolle", "f5"],
        ["680 g", "f6"],
      ],
    },
    en: {
      title: "Seemannspullover Troyer in Pure New Wool",
      desc: "<p>A sailor's sweater with a high collar and a zip, knitted from 100% virgin wool. It weighs 680 g, asks for hand washing, and comes in sizes S to XL.</p>",
      bullets: ["Knitted from pure virgin wool", "High collar with a zip", "Wash by hand", "680 g of warmth"],
      cites: [
        ["100% virgin wool", "f5"],
        ["680 g", "f6"],
      ],
    },
    fr: {
      title: "Pull marin Troyer en laine vierge",
      desc: "<p>Un pull de marin à col montant zippé, tricoté en pure laine vierge. Il pèse 680 g et se lave à la main. Du S au XL.</p>",
      bullets: ["100 % laine vierge", "Col montant avec fermeture éclair", "Lavage à la main", "Existe du S au XL"],
      cites: [
        ["pure laine vierge", "f5"],
        ["680 g", "f6"],
      ],
    },
  },
  "Windlicht aus Seeglas": {
    de: {
      title: "Windlicht aus Seeglas, von Hand geformt",
      desc: "<p>Altes Glas, von Hand zu einem Windlicht geformt. Jedes Stück ist anders. Mit 9 cm Durchmesser und 11 cm Höhe passt es auf jede Fensterbank, in Klein oder Groß.</p>",
      bullets: ["Recyceltes Glas", "Handarbeit, jedes Stück ein Einzelstück", "Ø 9 × 11 cm"],
      cites: [
        ["von Hand", "f7"],
        ["Recyceltes Glas", "f5"],
      ],
    },
    en: {
      title: "Sea Glass Lantern, Shaped by Hand",
      desc: "<p>A lantern of recycled glass, shaped by hand, so that every piece is different. It measures Ø 9 × 11 cm and comes in small and large.</p>",
      bullets: ["Made of recycled glass", "Shaped by hand, no two alike", "9 cm wide and 11 cm tall"],
      cites: [
        ["recycled glass", "f5"],
        ["Ø 9 × 11 cm", "f6"],
      ],
    },
    it: {
      title: "Lanterna in vetro di mare, fatta a mano",
      desc: "<p>Una lanterna in vetro riciclato, modellata a mano: ogni pezzo è diverso. Misura Ø 9 × 11 cm ed è disponibile piccola o grande.</p>",
      bullets: ["Vetro riciclato", "Lavorata a mano, ogni pezzo è unico", "Diametro 9 cm, altezza 11 cm"],
      cites: [
        ["vetro riciclato", "f5"],
        ["Ø 9 × 11 cm", "f6"],
      ],
    },
  },
};
