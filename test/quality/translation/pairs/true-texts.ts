/** An English description with numbers, dates, links and names of many kinds. */
export const english =
  '<p>Since 1985, Ravello has made gear for people who walk. The kit is rated 4.8/5 by over 500K hikers and works down to -10 °C.</p><ul><li>Holds 1,500 ml</li><li>Weighs 240 g</li><li>Two pockets and 3 straps</li></ul><table><tr><th>Lid</th><td>80 g</td></tr><tr><th>Pot</th><td>160 g</td></tr></table><p>Order before 6 PM on Friday and get it by March 12, 2026. Visit fernfield.com or follow @fernfield.</p><p>Fits US 8. <img src="a.jpg" alt="The kit on a table"></p>';

/** One that people of the language would write, and what stands in it for a month, a day and a time, each with another one. */
export interface Written {
  text: string;
  month: readonly [string, string];
  day: readonly [string, string];
  time: readonly [string, string];
  sold: readonly [string, string];
  inWords: readonly [string, string];
}

/** The same description by people of these languages. */
export const texts: Readonly<Record<string, Written>> = {
  de: {
    text: '<p>Seit 1985 stellt Ravello Ausrüstung für Menschen her, die gehen. Das Set ist von über 500.000 Wanderern mit 4,8 von 5 bewertet und funktioniert bis −10 °C.</p><ul><li>Fasst 1.500 ml</li><li>Wiegt 240 g</li><li>Zwei Taschen und 3 Riemen</li></ul><table><tr><th>Deckel</th><td>80 g</td></tr><tr><th>Topf</th><td>160 g</td></tr></table><p>Bestellen Sie am Freitag vor 18 Uhr und erhalten Sie es bis 12. März 2026. Besuchen Sie fernfield.com oder folgen Sie @fernfield.</p><p>Passt US 8. <img src="a.jpg" alt="Das Set auf einem Tisch"></p>',
    month: ["März", "Mai"],
    day: ["Freitag", "Montag"],
    time: ["18 Uhr", "17 Uhr"],
    sold: ["500.000", "50.000"],
    inWords: ["Zwei", "Drei"],
  },
  fr: {
    text: '<p>Depuis 1985, Ravello fabrique du matériel pour celles et ceux qui marchent. Le kit est noté 4,8/5 par plus de 500 000 randonneurs et fonctionne jusqu’à −10 °C.</p><ul><li>Contient 1 500 ml</li><li>Pèse 240 g</li><li>Deux poches et 3 sangles</li></ul><table><tr><th>Couvercle</th><td>80 g</td></tr><tr><th>Marmite</th><td>160 g</td></tr></table><p>Commandez avant 18 h le vendredi et recevez-le d’ici le 12 mars 2026. Consultez fernfield.com ou suivez @fernfield.</p><p>Convient à US 8. <img src="a.jpg" alt="Le kit sur une table"></p>',
    month: ["mars", "mai"],
    day: ["vendredi", "lundi"],
    time: ["18 h", "17 h"],
    sold: ["500 000", "50 000"],
    inWords: ["Deux", "Trois"],
  },
  es: {
    text: '<p>Desde 1985, Ravello fabrica equipo para quienes caminan. El kit tiene una nota de 4,8 sobre 5 de más de 500.000 excursionistas y funciona hasta -10 °C.</p><ul><li>Capacidad de 1500 ml</li><li>Pesa 240 g</li><li>Dos bolsillos y 3 correas</li></ul><table><tr><th>Tapa</th><td>80 g</td></tr><tr><th>Olla</th><td>160 g</td></tr></table><p>Pídelo antes de las 18:00 del viernes y recíbelo antes del 12 de marzo de 2026. Visita fernfield.com o sigue a @fernfield.</p><p>Equivale a US 8. <img src="a.jpg" alt="El kit sobre una mesa"></p>',
    month: ["marzo", "mayo"],
    day: ["viernes", "lunes"],
    time: ["18:00", "17:00"],
    sold: ["500.000", "50.000"],
    inWords: ["Dos", "Tres"],
  },
  ja: {
    text: '<p>Ravelloは1985年から、歩く人のための道具を作っています。50万人以上のハイカーが5点満点中4.8点と評価し、-10℃まで使えます。</p><ul><li>容量1,500ml</li><li>重さ240g</li><li>ポケット2つ、ストラップ3本</li></ul><table><tr><th>ふた</th><td>80g</td></tr><tr><th>鍋</th><td>160g</td></tr></table><p>金曜日の18時までにご注文いただくと、2026年3月12日までにお届けします。fernfield.comをご覧になるか、@fernfieldをフォローしてください。</p><p>US 8に対応。<img src="a.jpg" alt="テーブルの上のキット"></p>',
    month: ["3月", "5月"],
    day: ["金曜日", "月曜日"],
    time: ["18時", "17時"],
    sold: ["50万", "5万"],
    inWords: ["ポケット2つ", "ポケット4つ"],
  },
  ar: {
    text: '<p>منذ عام 1985 تصنع Ravello معدات لمن يحبون المشي. حصلت المجموعة على تقييم 4.8/5 من أكثر من 500 ألف متنزه، وتعمل حتى -10 درجات مئوية.</p><ul><li>السعة 1500 مل</li><li>الوزن 240 غرامًا</li><li>جيبان و3 أحزمة</li></ul><table><tr><th>الغطاء</th><td>80 غ</td></tr><tr><th>القدر</th><td>160 غ</td></tr></table><p>اطلبها قبل الساعة 6 مساءً يوم الجمعة واستلمها قبل 12 مارس 2026. تفضل بزيارة fernfield.com أو تابع @fernfield.</p><p>يناسب US 8. <img src="a.jpg" alt="المجموعة على طاولة"></p>',
    month: ["مارس", "مايو"],
    day: ["الجمعة", "الاثنين"],
    time: ["6 مساءً", "7 مساءً"],
    sold: ["500 ألف", "500 مليون"],
    inWords: ["جيبان", "ثلاثة جيوب"],
  },
  "pt-BR": {
    text: '<p>Desde 1985, a Ravello faz equipamentos para quem caminha. O kit tem nota 4,8 de 5 de mais de 500 mil trilheiros e funciona até -10 °C.</p><ul><li>Comporta 1.500 ml</li><li>Pesa 240 g</li><li>Dois bolsos e 3 alças</li></ul><table><tr><th>Tampa</th><td>80 g</td></tr><tr><th>Panela</th><td>160 g</td></tr></table><p>Peça antes das 18h de sexta-feira e receba até 12 de março de 2026. Visite fernfield.com ou siga @fernfield.</p><p>Serve em US 8. <img src="a.jpg" alt="O kit sobre uma mesa"></p>',
    month: ["março", "maio"],
    day: ["sexta-feira", "segunda-feira"],
    time: ["18h", "17h"],
    sold: ["500 mil", "50 mil"],
    inWords: ["Dois", "Três"],
  },
  "zh-TW": {
    text: '<p>Ravello自1985年起為喜愛步行的人製作裝備。超過50萬名登山客給予4.8/5的評價，低至-10°C仍可使用。</p><ul><li>容量1,500毫升</li><li>重240克</li><li>兩個口袋和3條帶子</li></ul><table><tr><th>蓋子</th><td>80克</td></tr><tr><th>鍋子</th><td>160克</td></tr></table><p>星期五下午6點前訂購，2026年3月12日前送達。請造訪fernfield.com或追蹤@fernfield。</p><p>適合US 8。<img src="a.jpg" alt="桌上的套組"></p>',
    month: ["3月", "5月"],
    day: ["星期五", "星期一"],
    time: ["下午6點", "下午7點"],
    sold: ["50萬", "5萬"],
    inWords: ["兩個", "四個"],
  },
  ru: {
    text: '<p>С 1985 года Ravello делает снаряжение для тех, кто ходит пешком. Набор получил оценку 4,8 из 5 более чем от 500 тысяч туристов и работает до −10 °C.</p><ul><li>Объём 1500 мл</li><li>Вес 240 г</li><li>Два кармана и 3 ремня</li></ul><table><tr><th>Крышка</th><td>80 г</td></tr><tr><th>Котелок</th><td>160 г</td></tr></table><p>Закажите до 18:00 в пятницу и получите до 12 марта 2026 года. Заходите на fernfield.com или подписывайтесь на @fernfield.</p><p>Подходит для US 8. <img src="a.jpg" alt="Набор на столе"></p>',
    month: ["марта", "мая"],
    day: ["пятницу", "понедельник"],
    time: ["18:00", "17:00"],
    sold: ["500 тысяч", "50 тысяч"],
    inWords: ["Два", "Три"],
  },
};
