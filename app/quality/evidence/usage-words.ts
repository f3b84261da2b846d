/** What a reader is told to do with a thing, and what with: the amounts beside these are given for its use. */
const told: Readonly<Record<string, string>> = {
  en: "add mix stir blend dilute dissolve pour fill brew steep trim cut apply spread use take drink soak preheat leave keep hang place hold water tsp tbsp teaspoon tablespoon recipe tip",
  de: "mische misch mischen verrühre verrühren rühre gib geben gieße gießen fülle füllen verdünne nimm nimmst nehmen schneide kürze kürzen trage auftragen trinke verwende verwenden lass lassen stelle hänge halte wasser milch teelöffel esslöffel rezept tipp",
  fr: "mélangez mélanger ajoutez ajouter versez verser remplissez diluez diluer infusez coupez couper appliquez appliquer utilisez prenez buvez laissez gardez placez eau lait cuillère recette astuce",
  es: "mezcla mezcle mezclar añade añada añadir agrega agregue vierte vierta diluye diluya disuelve corta corte recorta aplica aplique usa use utiliza toma tome bebe deja deje coloca agua leche cucharada cucharadita receta consejo",
  it: "mescola mescolare aggiungi aggiungere versa versare riempi diluisci diluire taglia applica usa usare prendi bevi lascia lasciare metti acqua latte cucchiaio cucchiaino ricetta consiglio",
  nl: "meng mengen roer voeg giet vul verdun knip kort smeer gebruik neem drink laat houd zet hang water melk eetlepel theelepel recept tip",
  pt: "misture misturar adicione adicionar junte despeje verta dilua diluir corte apare aplique use utilize tome beba deixe coloque água leite colher receita dica",
  pl: "wymieszaj mieszaj dodaj dodać wlej rozcieńcz rozpuść przytnij skróć nałóż nanieś użyj weź pij zostaw trzymaj postaw zalej wody wodzie wodą mleka łyżka łyżki łyżeczka przepis",
  cs: "smíchejte přidejte nalijte zřeďte rozpusťte zastřihněte zkraťte naneste použijte vezměte pijte nechte držte zalijte vody vodě vodou mléka lžíce lžička recept",
  sk: "zmiešajte pridajte nalejte zrieďte rozpustite zastrihnite naneste použite vezmite pite nechajte zalejte vody vode mlieka lyžica lyžička recept",
  hu: "keverje keverd keverjen adjon adj öntse öntsd öntsön hígítsa oldja vágja nyírja vigye használja használjon vegyen igyon hagyja tartsa vízben vízzel víz tejjel evőkanál teáskanál recept",
  tr: "karıştırın karıştır ekleyin ekle dökün doldurun seyreltin kesin kısaltın sürün uygulayın kullanın alın için bırakın tutun su suya suyla süt kaşığı tarif",
  da: "bland tilsæt hæld fyld fortynd klip kort påfør smør brug tag drik lad hold stil vand mælk spsk tsk spiseske teske opskrift",
  nb: "bland tilsett hell fyll fortynn klipp påfør smør bruk ta drikk la hold sett vann melk ss ts spiseskje teskje oppskrift",
  sv: "blanda tillsätt häll fyll späd klipp korta applicera använd ta drick låt håll ställ vatten mjölk msk tsk matsked tesked recept",
  fi: "sekoita lisää kaada täytä laimenna leikkaa lyhennä levitä käytä ota juo anna jätä pidä vettä veteen vedessä maitoa ruokalusikallinen teelusikallinen resepti",
  ro: "amestecați amestecă adăugați adaugă turnați toarnă diluați tăiați aplicați folosiți folosește luați beți lăsați lasă apă lapte lingură linguriță rețetă",
  ru: "смешайте добавьте налейте залейте разведите растворите подрежьте нанесите используйте возьмите пейте оставьте держите воды воде водой молока ложка ложки ложку рецепт",
  uk: "змішайте додайте налийте залийте розведіть розчиніть підріжте нанесіть використовуйте візьміть пийте залиште тримайте води воді водою молока ложка ложки рецепт",
  el: "ανακατέψτε προσθέστε ρίξτε γεμίστε αραιώστε κόψτε απλώστε χρησιμοποιήστε πάρτε πιείτε αφήστε κρατήστε νερό γάλα κουταλιά κουταλάκι συνταγή",
  ar: "امزج امزجي اخلط اخلطي أضف أضيفي اسكب صب خفف قص ضع ضعي استخدم استخدمي خذ اشرب اترك اتركي ماء الماء حليب ملعقة وصفة",
  he: "ערבבו הוסיפו מזגו דללו גזרו מרחו השתמשו קחו שתו השאירו מים חלב כף כפית מתכון",
  hi: "मिलाएं मिलाएँ डालें घोलें काटें लगाएं लगाएँ लें पिएं पिएँ छोड़ें रखें पानी दूध चम्मच",
  vi: "trộn thêm đổ pha cắt thoa dùng uống để giữ nước sữa thìa muỗng",
  id: "campur campurkan tambahkan tuang encerkan potong oleskan gunakan minum biarkan simpan air susu sendok resep",
};
const glued =
  /混ぜ|加え|注い|注ぎ|入れて|薄め|塗っ|置いて|お湯|水を|牛乳|大さじ|小さじ|混合|加入|倒入|稀释|稀釋|浸泡|涂抹|塗抹|热水|熱水|清水|毫升水|勺|섞|넣|붓|희석|바르|물에|물을|우유|큰술|작은술|ผสม|เติม|เท|ทา|น้ำ(?!หนัก)|ช้อน/u;

const known = new Map<string, ReadonlySet<string>>();
const nothing: ReadonlySet<string> = new Set();

function wordsOf(language: string): ReadonlySet<string> {
  const own = known.get(language);
  if (own) return own;
  const words = told[language === "no" || language === "nn" ? "nb" : language];
  const made = words === undefined ? nothing : new Set(words.split(" "));
  known.set(language, made);
  return made;
}

/**
 * Whether a sentence tells how to use the thing: "stir 20 g into 200 ml of water", "trim the wick to 5 mm".
 * @param locale BCP-47
 */
export function tellsUse(sentence: string, locale: string): boolean {
  if (glued.test(sentence)) return true;
  const words = wordsOf(locale.split("-")[0]?.toLowerCase() ?? "");
  for (const [word] of sentence.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) if (words.has(word)) return true;
  return false;
}
