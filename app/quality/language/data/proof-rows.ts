/** Kinds of claim that single words give away. */
export type Proof = "award" | "test" | "safety" | "environment";

/**
 * Words of claims that a shop must be able to prove, by language: beginnings of words, with `|` between them; of Chinese, Japanese
 * and Korean anywhere. A word that denies nearby ends `award`, `test` and `environment`; what is safe is often said by denying.
 */
export const proofRows: Readonly<Record<string, Partial<Record<Proof, string>>>> = {
  en: { award: "award winner|award winning|gold winner|gold medal|winner of the", test: "lab tested|lab-tested|independently tested|tested by|tested in the lab", safety: "choking hazard|risk of injury|rules out any risk|lead-free|cadmium|poison|prevents accidents", environment: "zero emission|zero waste|carbon footprint|ocean plastic|saves water" },
  de: { award: "goldprämiert|prämiert|medaille|testsieger|preisträger", test: "von unabhängigen lab|laborgetestet|laborgeprüft|im labor geprüft|auf schadstoffe geprüft", safety: "verschluckbar|verletzungsgefahr|erstickungsgefahr|bleifrei|cadmium|giftstoff|kippsicher", environment: "emissionsfrei|co2 ausgleich|meeresplastik" },
  fr: { award: "médaille d'|médaillé|lauréat|primée? (?:au|par|aux)|élue? (?:produit|meilleur)", test: "testée? en laboratoire|testée? par|testée? sous contrôle", safety: "étouffement|risque de blessure|tout risque|sans plomb|cadmium|toxique", environment: "zéro émission|empreinte carbone|zéro déchet" },
  es: { award: "premio al|premio a la|medalla de|galardon|premiad", test: "probad[oa]s? en laboratorio|testad[oa]s? en|testad[oa]s? por", safety: "libre de plomo|cadmio|tóxic|asfixia|evita lesiones|evitan? cualquier accidente|el más segur|más seguro del", environment: "cero emisiones|huella de carbono|ahorra un \\d+ ?% de agua" },
  it: { award: "medaglia d|vincitore del|vincitrice del|premiat", test: "testat[oa] in laboratorio|testat[oa] da", safety: "soffocamento|piombo|cadmio|tossic|spazio di frenata", environment: "zero emissioni|impronta di carbonio" },
  nl: { award: "bekroond|best getest|gouden medaille|winnaar van", test: "getest door|getest op|in het lab getest", safety: "kindveilig|giftig|loodvrij|cadmium|verstikking|kan niet omvallen", environment: "emissievrij|co2-neutraal|co2-uitstoot" },
  pt: { award: "medalha de|premiad|vencedor d", test: "testad[oa] em laboratório|testad[oa] por", safety: "tóxic|chumbo|cádmio|asfixia|risco de ferimento", environment: "emissão zero|zero emissões|pegada de carbono" },
  pl: { award: "nagrodzon|złoty medal|medal|laureat", test: "przebadan|przetestowan\\p{L}+ (?:w|przez)", safety: "całkowicie bezpieczn|oparzeni|zadławieni|toksyczn|ołowi|kadm", environment: "zerowej emisji|zeroemisyjn|ślad węglow" },
  sv: { award: "prisbelön|bäst i test|guldmedalj|vinnare av", test: "testad av|testade av|provad i|provade i|labbtestad", safety: "giftfri|kvävningsrisk|skaderisk|blyfri|kadmium|barnsäker", environment: "nollutsläpp|utsläppsfri|klimatavtryck" },
  da: { award: "prisvindende|bedst i test|guldmedalje|vinder af", test: "testet af|testet i|laboratorietestet", safety: "giftfri|kvælningsfare|skadesrisiko|blyfri|cadmium|børnesikker", environment: "nuludledning|co2-aftryk" },
  nb: { award: "prisbelønt|best i test|gullmedalje|vinner av", test: "testet av|testet i|laboratorietestet", safety: "giftfri|kvelningsfare|skaderisiko|blyfri|kadmium|barnesikker", environment: "nullutslipp|karbonavtrykk" },
  fi: { award: "palkit|kultamitali|testivoittaja", test: "testattu", safety: "myrkytön|myrkyttömä|tukehtumisvaara|lyijy|kadmium", environment: "päästötö|hiilijalanjäl" },
  cs: { award: "vítěz testu|oceněn|zlatá medaile|zlatou medail", test: "testováno|laboratorně testov", safety: "netoxick|olov|kadmi|udušení|bezpečné pro děti", environment: "bez emisí|uhlíkov" },
  ru: { award: "лауреат|победитель|золотая медаль|награждён|награжден", test: "протестирован|испытан", safety: "нетоксич|безопасн\\p{L}* для детей|свинц|кадми", environment: "нулев\\p{L}+ выброс|углеродн" },
  tr: { award: "ödüllü|ödül aldı|altın madalya", test: "laboratuvarda test|test edilmiş", safety: "toksik|zehirsiz|kurşun|kadmiyum|boğulma", environment: "sıfır emisyon|karbon ayak izi" },
  ar: { award: "حائز على جائزة|جائزة", test: "مختبر سريري|تم اختباره", safety: "غير سام|خالٍ من الرصاص|آمن للأطفال", environment: "انبعاثات" },
  ja: { award: "受賞|金賞|大賞|指定されて", test: "試験に合格|臨床試験|テスト済", safety: "鉛|カドミウム|無毒|発火|膨張|安全性", environment: "排出ゼロ|カーボンニュートラル|環境にやさし|生分解" },
  zh: { award: "获奖|獲獎|荣获|榮獲|金奖|金獎|大奖|大獎", test: "临床测试|臨床測試|实验室测试|實驗室測試|通过检测|通過檢測", safety: "无毒|無毒|不含铅|不含鉛|无铅|無鉛|安全无害|安全無害|婴幼儿标准|嬰幼兒標準", environment: "零排放|碳中和|可降解" },
  ko: { award: "수상|어워드|대상을|금상", test: "임상 시험|임상시험|테스트 완료|시험을 통과", safety: "납이|납 성분|카드뮴|무독성|안전한 유약|검출되지", environment: "생분해|탄소 중립|탄소중립|친환경" },
}; // biome-ignore format: a table
