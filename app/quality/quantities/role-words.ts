import type { Dimension } from "./unit.ts";

/** Words that say what a number measures. */
export interface RoleRow {
  /** the concept, in English */
  role: string;
  dimensions: readonly (Dimension | "count")[];
  /** lower case, of all languages; a word also counts at the end of a compound (`Sitzhöhe`) */
  words: string;
}

/**
 * Languages: English, German, French, Spanish, Italian, Dutch, Portuguese, Polish, Swedish, Danish, Norwegian, Japanese,
 * Chinese, Korean; Russian, Czech and Finnish for the sizes of a thing.
 */
export const roleRows: readonly RoleRow[] = [
  {
    role: "shipping weight",
    dimensions: ["mass"],
    words:
      "shipping weight|gross weight|package weight|parcel weight|packed weight|versandgewicht|bruttogewicht|poids d'expédition|poids brut|poids du colis|peso de envío|peso bruto|peso di spedizione|peso lordo|verzendgewicht|brutogewicht|peso de envio|waga przesyłki|waga brutto|fraktvikt|bruttovikt|bruttovægt|bruttovekt|発送重量|総重量|运输重量|毛重|毛重量|배송 무게|총중량",
  },
  {
    role: "load",
    dimensions: ["mass"],
    words:
      "rider weight|user weight|weight limit|max weight|maximum weight|body weight|child weight|benutzergewicht|körpergewicht|nutzergewicht|poids maximum|poids max|poids maximal|peso máximo|peso massimo|maximaal gewicht|gebruikersgewicht|maksymalna waga|maxvikt|brukarvikt|hält|halten|trage|aguanta|aguantan|aguenta|suporta até|resiste|resiste fino|regge|draagt|utrzyma|håller|holder|tåler|capacidade|capacidad|capacité|max belastung|unese|выдерживает|taşır|unosi|load|loads|max load|maximum load|weight capacity|load capacity|carries|carry|holds|hold|supports|supporting|payload|traglast|belastbar|belastbarkeit|tragkraft|trägt|maximalbelastung|charge|charge maximale|supporte|soporta|carga|carga máxima|portata|sopporta|draagvermogen|belastbaar|suporta|udźwig|obciążenie|maxbelastning|maxlast|bär|bæreevne|belastning|耐荷重|承重|载重|최대 하중|하중|нагрузка|nosnost|kantavuus",
  },
  {
    role: "weight",
    dimensions: ["mass"],
    words:
      "vikten|vægten|vekten|hmotností|vážící|ağırlık|ağırlığı|وزن|الوزن|βάρος|súly|greutate|težina|masė|svars|kaal|teža|вага|тегло|weight|weighs|weigh|weighing|net weight|in weight|heavy|light|gewicht|gewichts|wiegt|wiegen|wiegend|schwer|nettogewicht|eigengewicht|leicht|poids|pèse|pesant|poids net|peso|pesa|peso neto|peso netto|weegt|wegend|zwaar|peso líquido|waga|waży|ważący|masa|vikt|väger|tung|vægt|vejer|vekt|veier|重さ|重量|本体重量|净重|淨重|重|무게|중량|вес|весит|масса|hmotnost|váží|váha|paino|painaa|váži|hmotnosť|hmotnosti|важить|тежи|тежина|teži|težak|tehta|cântărește|cântăreşte|greutatea|tömege|tömegű|nehéz|ağırlığında|ζυγίζει|βάρους|يزن|تزن|وزنه|שוקל|שוקלת|משקל|वज़न|वजन|nặng|cân nặng|berat|beratnya|น้ำหนัก|pesano|pesan|важит",
  },
  {
    role: "width",
    dimensions: ["length"],
    words:
      "breddšířkou|genişlik|عرض|πλάτος|szélesség|lățime|širina|laius|width|wide|breite|breit|largeur|large|de large|anchura|ancho|de ancho|larghezza|largo|di larghezza|breedte|breed|largura|de largura|szerokość|szerokości|szer|bredd|bred|brett|bredde|bredt|横幅|幅|宽度|宽|寬|寬度|너비|폭|가로|ширина|шириной|šířka|leveys|leveä|široký|široká|široké|šírka|šírkou|šířky|завширшки|широк|широка|шириною|širok|široka|širine|lat|lată|széles|genişliğinde|eni|πλάτους|عرضه|רוחב|चौड़ाई|rộng|chiều rộng|lebar|lebarnya|larga|larghi|ancha|anchos|กว้าง",
  },
  {
    role: "height",
    dimensions: ["length"],
    words:
      "höjden|højden|høyden|výškou|yükseklik|ارتفاع|ύψος|magasság|înălțime|visina|korgus|wysoki|wysoka|height|high|tall|höhe|hoch|hauteur|haut|de haut|de hauteur|altura|alto|de alto|altezza|di altezza|hoogte|hoog|de altura|wysokość|wysokości|wys|höjd|hög|højde|høj|høyde|høy|高さ|高度|高|높이|세로|высота|высотой|výška|korkeus|korkea|vysoký|vysoké|висота|заввишки|висок|висока|височина|visok|visoka|visoko|visine|înalt|înaltă|magas|yüksekliğinde|boyu|ύψους|ارتفاعه|גובה|לגובה|ऊँचाई|ऊंचाई|cao|chiều cao|tinggi|tingginya|haute|hauts|hautes|alta|alti|altos|altas|สูง|korkuinen|vysoká",
  },
  {
    role: "depth",
    dimensions: ["length"],
    words:
      "djupet|dybden|hloubkou|derinlik|عمق|βάθος|mélység|adâncime|dubina|depth|deep|tiefe|tief|profondeur|profond|de profondeur|profundidad|fondo|de fondo|profondità|diepte|diep|profundidade|głębokość|głębokości|djup|djupt|dybde|dyb|dyp|奥行き|奥行|深さ|深度|深|깊이|глубина|hloubka|syvyys|hlboký|hlboká|hlboké|hĺbka|hluboký|hluboká|глибина|завглибшки|дълбок|дълбочина|dubok|duboka|globok|globoka|adânc|adâncă|mély|derinliğinde|βάθους|עומק|गहराई|sâu|chiều sâu|kedalaman|profonde|profonda|profundo|profunda|funda|fundo|ลึก",
  },
  {
    role: "length",
    dimensions: ["length"],
    words:
      "längden|længden|lengden|délkou|uzunluk|طول|μήκος|hosszúság|lungime|duljina|pikkus|длины|length|long|länge|lang|longueur|de long|de longueur|longitud|largo|de largo|lunghezza|lungo|lunga|di lunghezza|lengte|comprimento|de comprimento|długość|długości|dł|längd|lång|långt|længde|lengde|長さ|全長|长度|长|長|長度|길이|длина|длиной|délka|pituus|pitkä|dlhý|dlhá|dlhé|dĺžka|dĺžkou|dlouhý|dlouhá|dlouhé|довжина|завдовжки|довжиною|дълъг|дълга|дължина|dug|duga|dugo|duljine|dolžina|dolg|dolga|lung|lungă|lungimea|hosszú|hosszú|uzunluğunda|μήκους|طوله|אורך|लंबाई|लम्बाई|dài|chiều dài|panjang|panjangnya|longue|longs|longues|comprido|comprida|lunghi|lunghe|larga de|ยาว",
  },
  {
    role: "diameter",
    dimensions: ["length"],
    words:
      "diametern|diameteren|průměrem|çap|قطر|διάμετρος|átmérő|diametru|promjer|diameter|in diameter|across|durchmesser|diamètre|de diamètre|diámetro|diametro|doorsnede|diâmetro|średnica|średnicy|直径|直徑|径|지름|직경|диаметр|průměr|halkaisija|ø|⌀|dia|priemer|priemerom|діаметр|диаметър|promjera|premer|diametrul|átmérőjű|çapında|διαμέτρου|קוטר|व्यास|đường kính|diameternya|เส้นผ่านศูนย์กลาง",
  },
  {
    role: "thickness",
    dimensions: ["length"],
    words:
      "tjockleken|tykkelsen|kalınlık|سمك|thickness|thick|thin|dicke|dick|stärke|materialstärke|dünn|épaisseur|épais|d'épaisseur|grosor|espesor|spessore|di spessore|dikte|dik|espessura|grubość|grubości|tjocklek|tjock|tykkelse|tyk|tykk|厚さ|厚み|厚度|厚|두께|толщина|tloušťka|paksuus|hrubý|hrubá|hrúbka|товщина|завтовшки|дебел|дебела|дебелина|debljina|debeo|debelina|debel|gros|grosime|vastag|kalınlığında|πάχους|πάχος|עובי|मोटाई|dày|độ dày|tebal|tebalnya|épaisse|spessa|gruesa|grueso|หนา",
  },
  {
    role: "heel height",
    dimensions: ["length"],
    words: "heel height|heel|absatz|absatzhöhe|talon|tacón|tacco|hak|salto|obcas|klack|hæl|ヒール|鞋跟|굽",
  },
  {
    role: "range",
    dimensions: ["length"],
    words:
      "autonomía|autonomie|d'autonomie|autonomia|actieradius|aktionsradius|recorre|range|reach|reichweite|portée|alcance|portata|bereik|zasięg|räckvidd|rækkevidde|rekkevidde|通信距離|航続距離|射程|续航里程|주행거리",
  },
  {
    role: "capacity",
    dimensions: ["volume"],
    words:
      "cabem|cabe|passer|rymd|plads til|plass til|rommer|mieści|fits|passt|passen|volym|volumen|حجم|الحجم|سعة|hacim|χωρητικότητα|űrtartalom|volum|volumena|zapremina|obujam|boca|užitkový objem|glas|glass|şişe|زجاجة|capacity|holds|hold|capacité|contenance|contient|capacidad|capacità|capienza|fassungsvermögen|volumen|fasst|kapazität|inhoud|capaciteit|capacidade|pojemność|pojemności|kapacitet|volym|rymmer|kapasitet|rommer|容量|용량|volume|объём|объем|objem|tilavuus|contents|content|inhalt|contenu|contenido|contenuto|conteúdo|zawartość|innehåll|indhold|innhold|内容量|净含量|내용량|bottle|flasche|bouteille|flacon|botella|frasco|bottiglia|flacone|fles|garrafa|butelka|flaska|flaske|can|dose|jar|glas|tube|pot|tin|carafe|jug|mug|cup|kettle|ボトル|瓶|병",
  },
  {
    role: "contents",
    dimensions: ["mass"],
    words:
      "contents|content|inhalt|füllmenge|contenu|contenance|contenido|contenido neto|contenuto|inhoud|conteúdo|zawartość|innehåll|indhold|innhold|内容量|净含量|내용량|bag|beutel|sachet|pack|packung|paquet|bolsa|paquete|sacchetto|confezione|zak|pacote|opakowanie|påse|pose|袋|봉지",
  },
  {
    role: "battery life",
    dimensions: ["time"],
    words:
      "batteritiden|työaika|akunkesto|pil ömrü|výdrž|výdrž baterie|автономная работа|время работы|acculooptijd|speeltijd|gebruiksduur|speluur|battery life|battery|batteries|playtime|play time|playback|runtime|run time|listening time|listening|akkulaufzeit|laufzeit|akku|batterielaufzeit|wiedergabezeit|spielzeit|autonomie|d'autonomie|batterie|autonomía|batería|de autonomía|autonomia|di autonomia|batteria|batterijduur|accuduur|accu|batterij|bateria|de autonomia|czas pracy|bateria|bateri|batteritid|speltid|batterilevetid|spilletid|batteri|連続再生|再生|再生時間|電池|バッテリー|駆動時間|连续使用|续航|電池壽命|电池续航|播放|배터리|재생",
  },
  {
    role: "charging time",
    dimensions: ["time"],
    words:
      "lädt|laden|lädt auf|accu weer vol|accu vol|accu is vol|akku voll|akku wieder voll|akku ist voll|battery full|battery is full|batterie pleine|batería llena|batteria carica|bateria cheia|bateria pełna|batteriet fullt|batteriet er fuldt|charging time|charge time|charging|charges|recharge|recharges|fully charged|ladezeit|aufladen|geladen|aufgeladen|temps de charge|recharge|se recharge|tiempo de carga|carga|tempo di ricarica|ricarica|laadtijd|oplaadtijd|opladen|tempo de carregamento|czas ładowania|laddtid|opladningstid|ladetid|充電時間|充電|充电时间|充电|충전",
  },
  {
    role: "burn time",
    dimensions: ["time"],
    words:
      "hoří|hoření|doba hoření|горит|горения|время горения|palaa|paloaika|yanma|pali|gori|lyser|burn time|burn|burns|burning time|burning|brenndauer|brennzeit|brennt|durée de combustion|combustion|brûle|tiempo de combustión|combustión|durata di combustione|brucia|brandtijd|brandduur|brandt|tempo de queima|queima|czas palenia|brinntid|brænder|brændetid|brenntid|燃焼時間|燃烧时间|燃烧|연소",
  },
  {
    role: "cooking time",
    dimensions: ["time"],
    words:
      "cooking time|cook time|cook|cooks|cooking|boiling time|boil|boils|kochzeit|garzeit|kochen|kocht|gart|garen|cuisson|temps de cuisson|cuit|cuisent|cuire|cocción|tiempo de cocción|cuece|cuecen|cocina|cottura|tempo di cottura|cuoce|cuociono|kooktijd|bereidingstijd|koken|kookt|cozedura|tempo de cozedura|cozinha|cozinham|coze|gotowania|czas gotowania|gotuje|gotują|koktid|kokas|kokar|kogetid|koges|koketid|kokes|keittoaika|kypsyy|vaření|doba varu|uvaří|время варки|варки|варится|варятся|pişirme süresi|pişer|茹で時間|ゆで時間|調理時間|煮沸|烹饪时间|煮|조리 시간|조리시간",
  },
  {
    role: "brewing time",
    dimensions: ["time"],
    words:
      "brewing time|brew time|steeping time|steep|steeps|brew|infuse|infusion time|ziehzeit|ziehen|ziehen lassen|zieht|brühzeit|infusion|temps d'infusion|infuser|infusión|tiempo de infusión|infusione|tempo di infusione|trektijd|trekken|parzenia|czas parzenia|parzyć|dragtid|trækketid|trekketid|haudutusaika|louhování|время заваривания|заваривать|demleme süresi|抽出時間|蒸らし時間|冲泡时间|冲泡|우리는 시간",
  },
  {
    role: "drying time",
    dimensions: ["time"],
    words:
      "drying time|dry time|dries|dry|trockenzeit|trocknet|trocken|trocknen|temps de séchage|séchage|sèche|tiempo de secado|secado|seca|asciugatura|tempo di asciugatura|asciuga|droogtijd|droogt|droog|tempo de secagem|secagem|schnięcia|czas schnięcia|schnie|torktid|torkar|tørretid|tørrer|tørketid|tørker|kuivumisaika|kuivuu|doba schnutí|schne|время высыхания|сохнет|высыхает|乾燥時間|干燥时间|건조 시간",
  },
  {
    // Verbs and adverbs of how long it goes on.
    role: "lasting",
    dimensions: ["time"],
    words:
      "lasts|last|lasting|keeps going|runs for|duration|running time|non-stop|nonstop|on end|at a stretch|in one go|hält|halten|dauer|dauert|läuft|am stück|ununterbrochen|durchgehend|dure|durent|durée|d'affilée|en continu|sans interruption|dura|duran|duración|seguidas|sin parar|suena|durano|durata|di fila|di seguito|suona|accompagna|duurt|duur|achter elkaar|aan een stuk|gaat mee|duram|duração|sem parar|toca|trwa|wytrzymuje|czas trwania|działa|bez przerwy|varar|räcker|håller|i sträck|varer|holder|i træk|i strekk|kestää|kesto|yhtäjaksoisesti|vydrží|trvá|v kuse|nepřetržitě|nepretržite|длится|хватает|работает|держит|подряд|без перерыва|триває|вистачає|працює|поспіль|sürer|dayanır|aralıksız|kesintisiz|kitart|egyhuzamban|durează|neîntrerupt|διαρκεί|κρατά|συνεχόμενα|трае|издържа|traje|izdrži|drži|متواصلة|يدوم|تدوم|يستمر|تستمر|נמשך|רצופות|持続|続く|連続|지속|연속|持续|持續|连续|連續|liên tục|bertahan",
  },
  {
    // Only for months and years: a repair may take some days.
    role: "repair promise",
    dimensions: ["time"],
    words:
      "fix or replace|repair or replace|fix or replace it|repair it free|repair it for free|replace it free|stand behind|stands behind|reparieren|repariert|ersetzen|stehen dafür gerade|dafür gerade|stehen ein|einstehen|haften|réparons|remplaçons|reparamos|sustituimos|ripariamo|sostituiamo|repareren|vervangen|herstellen|consertamos|substituímos|naprawiamy|naprawimy|wymieniamy|reparerar|lagar|byter ut|reparerer|ombytter|korjaamme|vaihdamme|opravíme|opravujeme|ručíme|ručí|ručenie|ручаемся|отвечаем|ремонтируем|чиним|заменим|ремонтуємо|ручаємося|відповідаємо|garantáljuk|megjavítjuk|javítjuk|garantăm|reparăm|гарантираме|ремонтираме|jamčimo|jamči|popravljamo|επισκευάζουμε|onarırız|değiştiririz",
  },
  {
    role: "warranty",
    dimensions: ["time"],
    words:
      "garantita|garantito|garantiti|garantite|garantizado|garantizada|garantido|garantida|gegarandeerd|garanterad|garanteret|garantert|taataan|гарантируем|гарантуємо|bảo hành|वारंटी|รับประกัน|garansi|takuuaika|garanti süresi|ضمان|εγγύηση|jótállás|garanție|jamstvo|garantija|garancija|гаранция|гарантія|warranty|guarantee|guaranteed|warranted|garantie|gewährleistung|garanzia|garantía|garantia|garantiert|gwarancja|gwarancji|gwarancją|garanti|garantitid|保証|保証期間|质保|保修|保固|보증|гарантия|гарантии|záruka|záruky|takuu",
  },
  {
    role: "shelf life",
    dimensions: ["time"],
    words:
      "shelf life|best before|keeps|haltbarkeit|haltbar|mindesthaltbarkeit|conservation|se conserve|vida útil|conservazione|houdbaar|houdbaarheid|validade|trwałość|hållbarhet|holdbarhed|holdbarhet|賞味期限|保质期|保存期限|유통기한",
  },
  {
    role: "ageing time",
    dimensions: ["time"],
    words:
      "aged|matured|maturation|gereift|reifezeit|reifung|vieilli|vieillie|affiné|affinage|añejado|añejada|curado|curada|curación|invecchiato|stagionato|stagionatura|gerijpt|rijping|curada|cura|envelhecido|dojrzewa|dojrzewania|lagrad|lagret|modnet|熟成|熟成期間|숙성",
  },
  {
    role: "delivery time",
    dimensions: ["time"],
    words:
      "delivery|delivery time|shipping|ships|delivered|lieferzeit|lieferung|versand|livraison|livré|expédition|entrega|envío|consegna|spedizione|levering|levertijd|verzending|envio|dostawa|wysyłka|leverans|levereras|leveringstid|配送|発送|发货|배송",
  },
  {
    role: "return period",
    dimensions: ["time"],
    words:
      "returns|return|money back|money-back|trial|rückgabe|rückgaberecht|umtausch|widerruf|retour|retours|remboursement|devolución|devoluciones|reso|rimborso|retourneren|devolução|zwrot|zwrotu|ångerrätt|öppet köp|returret|返品|退货|退換貨|반품",
  },
  {
    role: "energy",
    dimensions: ["food_energy"],
    words: "energy|energie|brennwert|énergie|energía|valore energetico|energiewaarde|energi|エネルギー|熱量|能量|열량",
  },
  {
    role: "protein",
    dimensions: ["mass", "percent"],
    words:
      "protein|proteins|eiweiß|eiweiss|protéine|protéines|de protéines|proteína|proteínas|proteine|eiwit|eiwitten|białko|białka|たんぱく質|タンパク質|プロテイン|蛋白质|蛋白質|蛋白|단백질|белок|белка|белков|bílkoviny",
  },
  {
    role: "sugar",
    dimensions: ["mass", "percent"],
    words:
      "sugar|sugars|zucker|sucre|sucres|azúcar|azúcares|zuccheri|zucchero|suiker|suikers|açúcar|açúcares|cukier|cukru|cukry|socker|sockerarter|sukker|sukkerarter|糖|糖質|糖類|糖分|砂糖|당류|당|설탕|сахар|сахара|cukr|cukru",
  },
  {
    role: "saturated fat",
    dimensions: ["mass", "percent"],
    words:
      "saturates|saturated fat|saturated|gesättigte fettsäuren|gesättigte|acides gras saturés|saturés|grasas saturadas|saturadas|acidi grassi saturi|saturi|verzadigde vetzuren|verzadigd|saturados|nasycone|mättat fett|mättade|mættede|mettede|飽和脂肪酸|饱和脂肪|포화지방",
  },
  {
    role: "fat",
    dimensions: ["mass", "percent"],
    words:
      "fat|fats|fett|matières grasses|lipides|grasa|grasas|grassi|vet|vetten|gordura|lípidos|tłuszcz|tłuszczu|fedt|脂質|脂肪|지방|жир|жира|жиров|tuky",
  },
  {
    role: "carbohydrate",
    dimensions: ["mass", "percent"],
    words:
      "carbohydrate|carbohydrates|carbs|net carbs|kohlenhydrate|glucides|hidratos de carbono|carbohidratos|carboidrati|koolhydraten|hidratos|carboidratos|węglowodany|węglowodanów|kolhydrat|kolhydrater|kulhydrat|karbohydrat|karbohydrater|炭水化物|碳水化合物|碳水|탄수화물|углеводы|углеводов|sacharidy",
  },
  {
    role: "fibre",
    dimensions: ["mass", "percent"],
    words:
      "fibre|fiber|fibres|dietary fibre|dietary fiber|ballaststoffe|ballaststoffen|fibres alimentaires|fibra|fibras|fibra alimentaria|fibre alimentari|vezels|vezel|błonnik|błonnika|kostfiber|fibrer|食物繊維|膳食纤维|식이섬유|клетчатка|vláknina",
  },
  {
    role: "salt",
    dimensions: ["mass", "percent"],
    words: "salt|salz|sel|sal|sale|zout|sól|soli|食塩|食塩相当量|盐|鹽|소금|соль|соли|sůl",
  },
  {
    role: "sodium",
    dimensions: ["mass", "percent"],
    words: "sodium|natrium|sodio|sódio|sód|ナトリウム|钠|鈉|나트륨",
  },
  {
    role: "caffeine",
    dimensions: ["mass", "percent"],
    words: "caffeine|koffein|caféine|cafeína|caffeina|cafeïne|kofeina|kofeiny|カフェイン|咖啡因|카페인",
  },
  {
    role: "alcohol",
    dimensions: ["percent"],
    words: "alcohol|alkohol|alcool|álcool|abv|vol|vol.|アルコール|酒精|알코올",
  },
  {
    role: "cocoa",
    dimensions: ["percent"],
    words: "cocoa|cacao|kakao|カカオ|可可|코코아",
  },
  {
    role: "discount",
    dimensions: ["percent", "money"],
    words:
      "off|discount|rabatt|de réduction|réduction|remise|descuento|sconto|korting|desconto|zniżki|rabat|オフ|割引|折扣|할인",
  },
  {
    role: "wash temperature",
    dimensions: ["temperature"],
    words:
      "wash|washable|washing|wash at|machine wash|waschbar|waschen|maschinenwäsche|wäsche|lavable|lavage|lavar|lavado|lavabile|lavare|lavaggio|wasbaar|wassen|lavável|prać|prania|pranie|tvätt|tvättas|vaskes|vask|洗濯|水洗|洗涤|机洗|세탁",
  },
  {
    role: "temperature",
    dimensions: ["temperature"],
    words:
      "temperature|temperatur|température|temperatura|temperatuur|comfort|komfort|down to|bis zu|jusqu'à|hasta|温度|溫度|온도|температура|teplota|lämpötila",
  },
  {
    role: "grammage",
    dimensions: ["grammage"],
    words: "fabric weight|gsm|grammage|paper weight|grammatur|grammage|gramaje|grammatura|gramatura|目付|克重|평량",
  },
  {
    role: "noise level",
    dimensions: ["sound"],
    words:
      "noise|noise level|quiet|lautstärke|geräuschpegel|bruit|ruido|rumore|geluid|ruído|hałas|ljudnivå|støj|騒音|噪音|소음",
  },
  {
    role: "thread count",
    dimensions: ["count"],
    words:
      "thread count|thread|threads|fadenzahl|fäden|fils|hilos|fili|draads|fios|nitek|trådar|スレッドカウント|支|수",
  },
  {
    role: "pieces",
    dimensions: ["count"],
    words:
      "pieces|piece|pcs|pc|pzs|pzas|pza|tlg|pieces set|db|darab|bucăți|buc|kom|komada|kosov|vnt|gab|tk|parça|adet|قطع|قطعة|items|pack|count|ct|stück|stk|teile|teilig|teiliges|teilige|er-set|er-pack|pièces|pièce|pcs.|piezas|unidades|uds|ud|pezzi|pz|stuks|delig|peças|sztuk|szt|sztuki|elementów|st|delar|stycken|stykker|dele|deler|個|個入り|枚|枚入り|本|本入り|袋|点|セット|个|個裝|片|支装|只|件|件套|개|개입|매|장|шт|штук|предметов|ks|kusů|kpl",
  },
  {
    role: "pages",
    dimensions: ["count"],
    words:
      "pages|page count|seiten|seitenzahl|páginas|pagine|pagina's|bladzijden|stron|strony|sidor|sider|sidan|ページ|页|頁|쪽|페이지|страниц|stran|sivua",
  },
  {
    role: "puzzle pieces",
    dimensions: ["count"],
    words: "bitar|brikker|puzzleteile|teilen|puzzlestukjes|dílků|palapelin palaa|ピース",
  },
  {
    role: "servings",
    dimensions: ["count"],
    words:
      "servings|serving|servings per container|portions|portionen|porciones|porzioni|porties|porções|porcji|portioner|porsjoner|食分|人前|份|인분",
  },
  {
    role: "persons",
    dimensions: ["count"],
    words:
      "people|persons|person|personen|personnes|personas|persone|pessoas|osób|osoby|personer|人用|人|명|인용|человек|seats|seater|seat|sitzer|places|plazas|posti",
  },
];
