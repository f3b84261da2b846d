/** Descriptions with their translations by people: `[locale, English, translation]`. */
export const trueSentences: readonly (readonly [locale: string, english: string, translation: string])[] = [
  [
    "de",
    "Our bestseller since 2012: the Aero backpack with 25 l, a 15.6-inch laptop sleeve and 10 years of warranty. Water-repellent to 5,000 mm, weighs only 980 g.",
    "Unser Bestseller seit 2012: der Rucksack Aero mit 25 l, einem 15,6-Zoll-Laptopfach und 10 Jahren Garantie. Wasserabweisend bis 5.000 mm, nur 980 g schwer.",
  ],
  [
    "fr",
    "Our bestseller since 2012: the Aero backpack with 25 l, a 15.6-inch laptop sleeve and 10 years of warranty. Water-repellent to 5,000 mm, weighs only 980 g.",
    "Notre best-seller depuis 2012 : le sac à dos Aero de 25 l, avec compartiment pour ordinateur 15,6 pouces et garantie 10 ans. Déperlant jusqu’à 5 000 mm, il ne pèse que 980 g.",
  ],
  [
    "ja",
    "Our bestseller since 2012: the Aero backpack with 25 l, a 15.6-inch laptop sleeve and 10 years of warranty. Water-repellent to 5,000 mm, weighs only 980 g.",
    "2012年からのベストセラー、バックパックAero。容量25L、15.6インチのノートPC収納、10年保証。耐水圧5,000mm、重さはわずか980g。",
  ],
  [
    "pl",
    "Our bestseller since 2012: the Aero backpack with 25 l, a 15.6-inch laptop sleeve and 10 years of warranty. Water-repellent to 5,000 mm, weighs only 980 g.",
    "Nasz bestseller od 2012 roku: plecak Aero o pojemności 25 l, z kieszenią na laptop 15,6 cala i 10-letnią gwarancją. Wodoodporność do 5000 mm, waży tylko 980 g.",
  ],
  [
    "ar",
    "Our bestseller since 2012: the Aero backpack with 25 l, a 15.6-inch laptop sleeve and 10 years of warranty. Water-repellent to 5,000 mm, weighs only 980 g.",
    "الأكثر مبيعًا لدينا منذ عام 2012: حقيبة الظهر Aero بسعة 25 لترًا، مع جيب لحاسوب محمول مقاس 15.6 بوصة وضمان لمدة 10 سنوات. مقاومة للماء حتى 5000 مم، وتزن 980 غرامًا فقط.",
  ],
  [
    "es",
    "Add 1 scoop (30 g) to 300 ml of milk. One bag lasts a month. Each serving has 24 g of protein, 3 g of carbs and 120 kcal.",
    "Añade 1 medida (30 g) a 300 ml de leche. Una bolsa dura un mes. Cada ración tiene 24 g de proteína, 3 g de carbohidratos y 120 kcal.",
  ],
  [
    "ru",
    "Add 1 scoop (30 g) to 300 ml of milk. One bag lasts a month. Each serving has 24 g of protein, 3 g of carbs and 120 kcal.",
    "Добавьте 1 мерную ложку (30 г) в 300 мл молока. Одной упаковки хватает на месяц. В каждой порции 24 г белка, 3 г углеводов и 120 ккал.",
  ],
  [
    "zh-TW",
    "Add 1 scoop (30 g) to 300 ml of milk. One bag lasts a month. Each serving has 24 g of protein, 3 g of carbs and 120 kcal.",
    "將1匙（30克）加入300毫升牛奶中。一包可用一個月。每份含24克蛋白質、3克碳水化合物和120大卡。",
  ],
  [
    "pt-BR",
    "Add 1 scoop (30 g) to 300 ml of milk. One bag lasts a month. Each serving has 24 g of protein, 3 g of carbs and 120 kcal.",
    "Adicione 1 medida (30 g) a 300 ml de leite. Um pacote dura um mês. Cada porção tem 24 g de proteína, 3 g de carboidratos e 120 kcal.",
  ],
  [
    "de",
    "Four seasons, one jacket. The second layer zips out in two seconds; three pockets hold the rest. First shipped in March 2021.",
    "Vier Jahreszeiten, eine Jacke. Die zweite Schicht lässt sich in zwei Sekunden herausnehmen; drei Taschen nehmen den Rest auf. Erstmals ausgeliefert im März 2021.",
  ],
  [
    "fr",
    "Four seasons, one jacket. The second layer zips out in two seconds; three pockets hold the rest. First shipped in March 2021.",
    "Une veste pour les quatre saisons. La deuxième couche se retire en deux secondes ; trois poches accueillent le reste. Livrée pour la première fois en mars 2021.",
  ],
  [
    "ja",
    "Four seasons, one jacket. The second layer zips out in two seconds; three pockets hold the rest. First shipped in March 2021.",
    "四季を通じて着られる1着。内側の層は2秒で取り外せ、残りは3つのポケットに。2021年3月に初出荷。",
  ],
  [
    "cs",
    "Four seasons, one jacket. The second layer zips out in two seconds; three pockets hold the rest. First shipped in March 2021.",
    "Čtyři roční období, jedna bunda. Druhá vrstva se odepne za dvě sekundy; zbytek pojmou tři kapsy. Poprvé odesláno v březnu 2021.",
  ],
  [
    "de",
    "We ship Monday to Friday. Order by noon and it leaves the same day. Returns within 30 days, from Node.js gear to socks.",
    "Wir versenden Montag bis Freitag. Bis 12 Uhr bestellt, geht es am selben Tag raus. Rückgabe innerhalb von 30 Tagen, von Node.js-Zubehör bis Socken.",
  ],
  [
    "ru",
    "We ship Monday to Friday. Order by noon and it leaves the same day. Returns within 30 days.",
    "Отправляем с понедельника по пятницу. Закажите до 12:00, и заказ уйдёт в тот же день. Возврат в течение 30 дней.",
  ],
  [
    "ja",
    "We ship Monday to Friday. Order by noon and it leaves the same day. Returns within 30 days.",
    "月曜から金曜まで発送します。正午までのご注文は当日発送。30日以内の返品可。",
  ],
  [
    "es",
    "Both sides are padded. Twice as thick as our first model, half the price of a hotel pillow. Pair it with two of our covers.",
    "Acolchada por ambos lados. El doble de gruesa que nuestro primer modelo y a mitad de precio que una almohada de hotel. Combínala con dos de nuestras fundas.",
  ],
  [
    "de",
    "Both sides are padded. Twice as thick as our first model, half the price of a hotel pillow. Pair it with two of our covers.",
    "Beide Seiten sind gepolstert. Doppelt so dick wie unser erstes Modell und halb so teuer wie ein Hotelkissen. Dazu passen zwei unserer Bezüge.",
  ],
  [
    "ru",
    "Both sides are padded. Twice as thick as our first model, half the price of a hotel pillow. Pair it with two of our covers.",
    "Обе стороны мягкие. Вдвое толще нашей первой модели и вдвое дешевле гостиничной подушки. Дополните её двумя нашими чехлами.",
  ],
  [
    "fr",
    "One of a kind: each of the six bowls is made by hand, takes three days to dry and is fired at 1,200 °C for 12 hours.",
    "Unique en son genre : chacun des six bols est fait main, sèche pendant trois jours et cuit 12 heures à 1 200 °C.",
  ],
  [
    "zh-TW",
    "One of a kind: each of the six bowls is made by hand, takes three days to dry and is fired at 1,200 °C for 12 hours.",
    "獨一無二：六個碗皆為手工製作，需三天乾燥，並以1,200°C燒製12小時。",
  ],
  [
    "ar",
    "One of a kind: each of the six bowls is made by hand, takes three days to dry and is fired at 1,200 °C for 12 hours.",
    "فريد من نوعه: كل وعاء من الأوعية الستة مصنوع يدويًا، ويستغرق ثلاثة أيام ليجف، ويُحرق عند 1200 درجة مئوية لمدة 12 ساعة.",
  ],
  [
    "sv",
    "One of a kind: each of the six bowls is made by hand, takes three days to dry and is fired at 1,200 °C for 12 hours.",
    "Helt unik: var och en av de sex skålarna är gjord för hand, torkar i tre dagar och bränns i 1 200 °C i 12 timmar.",
  ],
  [
    "fi",
    "One of a kind: each of the six bowls is made by hand, takes three days to dry and is fired at 1,200 °C for 12 hours.",
    "Ainutlaatuinen: jokainen kuudesta kulhosta on tehty käsin, kuivuu kolme päivää ja poltetaan 1 200 °C:ssa 12 tuntia.",
  ],
  [
    "tr",
    "One of a kind: each of the six bowls is made by hand, takes three days to dry and is fired at 1,200 °C for 12 hours.",
    "Eşsiz: altı kâsenin her biri elde yapılır, üç günde kurur ve 1.200 °C'de 12 saat pişirilir.",
  ],
  [
    "hu",
    "One of a kind: each of the six bowls is made by hand, takes three days to dry and is fired at 1,200 °C for 12 hours.",
    "Egyedülálló: mind a hat tál kézzel készül, három napig szárad, és 1200 °C-on 12 órán át égetik.",
  ],
  [
    "ko",
    "One of a kind: each of the six bowls is made by hand, takes three days to dry and is fired at 1,200 °C for 12 hours.",
    "세상에 하나뿐인 제품: 여섯 개의 그릇 모두 수작업으로 만들며, 3일 동안 건조하고 1,200°C에서 12시간 굽습니다.",
  ],
  [
    "nl",
    "One of a kind: each of the six bowls is made by hand, takes three days to dry and is fired at 1,200 °C for 12 hours.",
    "Uniek: elk van de zes kommen is met de hand gemaakt, droogt drie dagen en wordt 12 uur op 1.200 °C gebakken.",
  ],
  [
    "uk",
    "One of a kind: each of the six bowls is made by hand, takes three days to dry and is fired at 1,200 °C for 12 hours.",
    "Єдина у своєму роді: кожна з шести мисок зроблена вручну, сохне три дні й випалюється за 1200 °C протягом 12 годин.",
  ],
  [
    "it",
    "Save 20% with code SPRING until April 30. Gift cards from $25 to $500. Rated 4.9 out of 5 stars by 1,284 customers.",
    "Risparmia il 20% con il codice SPRING fino al 30 aprile. Carte regalo da 25 a 500 $. Valutato 4,9 stelle su 5 da 1.284 clienti.",
  ],
  [
    "ja",
    "Save 20% with code SPRING until April 30. Gift cards from $25 to $500. Rated 4.9 out of 5 stars by 1,284 customers.",
    "4月30日までコードSPRINGで20%オフ。ギフトカードは25ドルから500ドルまで。1,284人のお客様が5つ星中4.9と評価。",
  ],
  [
    "pt-BR",
    "Save 20% with code SPRING until April 30. Gift cards from $25 to $500. Rated 4.9 out of 5 stars by 1,284 customers.",
    "Economize 20% com o código SPRING até 30 de abril. Vales-presente de US$ 25 a US$ 500. Avaliado com 4,9 de 5 estrelas por 1.284 clientes.",
  ],
  [
    "he",
    "Save 20% with code SPRING until April 30. Gift cards from $25 to $500. Rated 4.9 out of 5 stars by 1,284 customers.",
    "חסכו 20% עם הקוד SPRING עד 30 באפריל. כרטיסי מתנה מ-25$ עד 500$. דירוג 4.9 מתוך 5 כוכבים מ-1,284 לקוחות.",
  ],
  [
    "zh-CN",
    "Save 20% with code SPRING until April 30. Gift cards from $25 to $500. Rated 4.9 out of 5 stars by 1,284 customers.",
    "4月30日前使用优惠码SPRING享8折优惠。礼品卡面额25至500美元。1,284位顾客评分4.9（满分5星）。",
  ],
  [
    "hi",
    "Save 20% with code SPRING until April 30. Gift cards from $25 to $500. Rated 4.9 out of 5 stars by 1,284 customers.",
    "30 अप्रैल तक कोड SPRING से 20% बचाएँ। $25 से $500 तक के गिफ़्ट कार्ड। 1,284 ग्राहकों ने 5 में से 4.9 स्टार दिए।",
  ],
  [
    "th",
    "Save 20% with code SPRING until April 30. Gift cards from $25 to $500.",
    "ประหยัด 20% ด้วยโค้ด SPRING ถึงวันที่ 30 เมษายน บัตรของขวัญตั้งแต่ $25 ถึง $500",
  ],
  [
    "vi",
    "Save 20% with code SPRING until April 30. Gift cards from $25 to $500.",
    "Tiết kiệm 20% với mã SPRING đến ngày 30 tháng 4. Thẻ quà tặng từ $25 đến $500.",
  ],
];
