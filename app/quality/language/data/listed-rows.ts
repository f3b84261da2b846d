/**
 * What lists of ingredients name, by what people call it in any language and by its INCI name: phrases of `word-trie.ts`. Several kinds of
 * one thing are one key; `aroma`, `spices` … may hide what they cover.
 */
export const ingredientRows: Readonly<Record<string, string>> = {
  honey: "honey|honig*|miel|miele|mel|honning*|honung*|hunaja*|miód|miodu|miodem|med|medu|medem|medom|мёд*|мед|меда|мёдом|медом|μέλι|méz*|miere|bal|蜂蜜|はちみつ|ハチミツ|꿀|mel extract",
  almonds: "almond*|mandel*|mandler|amande*|almendra*|mandorl*|amêndoa*|amandel*|manteli*|migdał*|mandle|mandlí|mandlový*|миндал*|мигдал*|бадем*|αμύγδαλ*|mandula*|migdale|badem*|アーモンド|杏仁|아몬드|prunus amygdalus|prunus dulcis",
  hazelnuts: "hazelnut*|haselnuss*|haselnüss*|noisette*|avellana*|nocciol*|avelã*|hazelno*|hasselnöt*|hasselnød*|hasselpähk*|orzech* laskow*|lískov*|фундук*|лешник*|φουντούκι*|mogyoró*|alune|fındık*|ヘーゼルナッツ|榛子|헤이즐넛",
  cashews: "cashew*|cajou|anacard*|caju|nerkow*|kešu|кешью|кашу|κάσιους|kesudió*|kaju|カシューナッツ|腰果|캐슈넛",
  walnuts: "walnut*|walnuss*|walnüss*|noix de grenoble|cerneaux|nuez de nogal|nueces|noci|noz|nozes|walnoot|walnoten|valnöt*|valnød*|грецк*|ceviz*|クルミ|核桃|호두",
  pistachios: "pistachio*|pistazie*|pistache*|pistacho*|pistacchi*|pistacj*|фисташ*|фісташ*|φιστίκι αιγίνης|pisztáci*|antep fıstığı|ピスタチオ|开心果|피스타치오",
  peanuts: "peanut*|erdnuss*|erdnüss*|cacahuète*|cacahuete*|arachid*|amendoim|pinda*|jordnöt*|jordnød*|peanøtt*|maapähkin*|orzeszki ziemne|arašíd*|арахис*|арахіс*|фъстъц*|földimogyoró*|yer fıstığı|ピーナッツ|落花生|花生|땅콩",
  chocolate: "chocolate*|schokolade*|zartbitter**|chocolat|cioccolat*|chokolade*|choklad*|sjokolade*|suklaa*|czekolad*|čokolád*|čokolad*|шоколад*|σοκολάτα*|csokoládé*|ciocolat*|çikolata*|チョコレート|巧克力|초콜릿|cocoa|kakao**|cacao|cacau|какао|theobroma cacao",
  coconut: "coconut*|kokos**|noix de coco|coco|cocco|kookos*|кокос*|καρύδα*|kókusz*|nucă de cocos|hindistan cevizi|ココナッツ|椰子|코코넛|cocos nucifera|cocoate|cocoyl*|coco",
  raisins: "raisin*|rosine*|sultan*|pasas|uvetta|passas|rozijn*|russin*|rosin*|rusin*|rodzynk*|rozink*|изюм*|родзинк*|стафид*|σταφίδ*|mazsola*|stafide|kuru üzüm|レーズン|葡萄干|건포도",
  sesame: "sesame*|sesam*|sésame|sésamo|sésamo|sezam*|кунжут*|сусам*|σουσάμι|szezám*|susan|susam|ごま|ゴマ|芝麻|참깨",
  soy: "soy|soya|soja**|soia|соя|соев*|сої|σόγια|szója*|大豆|콩|대두|glycine soja|glycine max",
  milk: "milk*|milch**|lait|leche|latte|leite|melk**|mjölk*|mælk*|maito*|mleko|mleka|mléko|mléka|mlieko|молок*|мляко|γάλα|tej|lapte|süt|牛乳|乳|牛奶|우유|butter|beurre|mantequilla|burro|cream|sahne|whey|molke*|lactis|lac|cheese|käse|yoghurt|yogurt|joghurt*",
  egg: "egg|eggs|ei|eier|eigelb|vollei*|œuf*|oeuf*|huevo*|uova|uovo|ovo|ovos|ägg*|æg|kananmun*|jaja|jajka|vejce|vajec|яйц*|яєч*|яйца|αυγ*|tojás*|ouă|yumurta*|卵|鸡蛋|계란|달걀",
  "added sugar": "sugar|sugars|zucker**|sucre|azúcar|zucchero|açúcar|suiker**|socker**|sukker**|sokeri*|cukier|cukru|cukr|cukor|cukru|сахар*|цукор|цукру|захар*|ζάχαρη*|cukrot|zahăr*|şeker*|砂糖|白糖|설탕|sucrose",
  cinnamon: "cinnamon|zimt**|cannelle|canela|cannella|kaneel|kanel*|kaneli*|cynamon*|skořic*|škoric*|cimet*|кориц*|канел*|κανέλα*|fahéj*|scorțișoar*|tarçın*|シナモン|肉桂|시나몬|계피|cinnamomum",
  ginger: "ginger|ingwer**|gingembre|jengibre|zenzero|gengibre|gember*|ingefära*|ingefær*|inkivääri*|imbir*|zázvor*|đumbir*|имбир*|імбир*|джинджифил*|τζίντζερ|gyömbér*|ghimbir|zencefil*|生姜|しょうが|姜|생강|zingiber",
  vanilla: "vanilla|vanille**|vainilla|vaniglia|baunilha|vanilj*|vanilje*|wanili*|vanilk*|ванил*|βανίλι*|vanília*|vanilie|vanilya*|バニラ|香草|바닐라|vanilla planifolia",
  mint: "peppermint*|spearmint|mint|pfefferminz**|minze|menthe|menta|hortelã|munt|pepermunt|pepparmynta|mynta|pebermynte|mynte|minttu*|mięt*|mát*|mentol|мят*|м'ят*|мент*|μέντα*|nane|ミント|ハッカ|薄荷|민트|박하|mentha|menthol",
  lemon: "lemon*|zitrone*|citron**|limón|limone|limão|citroen*|sitruuna*|cytryn*|лимон*|λεμόνι*|citrom*|lămâie|limon|レモン|柠檬|檸檬|레몬|citrus limon|citrus medica",
  orange: "orange*|naranja*|arancia|laranja*|sinaasappel*|apelsin*|appelsin*|appelsiini*|pomarańcz*|pomeranč*|апельсин*|портокал*|πορτοκάλι*|narancs*|portocal*|portakal*|オレンジ|橙|오렌지|citrus aurantium|citrus sinensis",
  lavender: "lavender|lavendel**|lavande|lavanda|laventeli*|lawend*|levandul*|лаванд*|λεβάντα*|levendula*|lavănd*|lavanta*|ラベンダー|薰衣草|薰衣草|라벤더|lavandula*",
  rose: "rose oil|rosenöl|rosenwasser|rose water|rosewater|huile de rose|eau de rose|agua de rosas|acqua di rose|rosa damascena|rosa centifolia|rosehip*|hagebutte*|rosa mosqueta|églantier|rosa canina|ローズ|玫瑰|장미",
  chamomile: "chamomile|camomile|kamille**|camomille|manzanilla|camomilla|camomila|kamomill*|rumiank*|heřmánk*|ромашк*|лайка|χαμομήλι*|kamilla*|mușețel|papatya*|カモミール|洋甘菊|캐모마일|chamomilla|anthemis nobilis|bisabolol",
  "aloe vera": "aloe vera|aloe*|алоэ|алое|αλόη|アロエ|芦荟|蘆薈|알로에",
  "shea butter": "shea**|sheabutter|karité|karite|karit*|sheasmör|masło shea|ши|масло ши|シアバター|乳木果|시어버터|butyrospermum",
  argan: "argan**|argán|аргана|арганов*|アルガン|摩洛哥坚果|아르간|argania",
  jojoba: "jojoba**|жожоба|jojobaöl|ホホバ|荷荷巴|호호바|simmondsia",
  "olive oil": "olive oil|olivenöl**|huile d'olive|aceite de oliva|olio d'oliva|olio di oliva|azeite|olijfolie|olivolja|olivenolie|oliiviöljy*|oliw*|olivový olej|оливков*|ελαιόλαδο|olívaolaj*|ulei de măsline|zeytinyağı|オリーブ油|オリーブオイル|橄榄油|올리브|olea europaea|sodium olivate|olivate",
  "hyaluronic acid": "hyaluron**|acide hyaluronique|ácido hialurónico|ácido hialurônico|hialuron**|acido ialuronico|ialuron*|гиалурон**|гіалурон**|хиалурон**|υαλουρονικ*|ヒアルロン酸|玻尿酸|透明质酸|히알루론산",
  "vitamin c": "vitamin c|vitamine c|vitamina c|c vitamin*|витамин* c|витамин с|вітамін с|βιταμίνη c|ビタミンc|维生素c|維生素c|비타민c|비타민 c|ascorbic|ascorbyl|ascorbinsäure|acide ascorbique|ascorbate",
  "vitamin e": "vitamin e|vitamine e|vitamina e|ビタミンe|维生素e|비타민e|tocopher**|tocophér*|tocofer*",
  retinol: "retinol*|rétinol|retinal|retinyl*|ретинол*|レチノール|视黄醇|레티놀",
  collagen: "collagen*|kollagen**|collagène|colágeno|collagene|kolagen*|коллаген*|колаген*|κολλαγόν*|コラーゲン|胶原蛋白|콜라겐",
  niacinamide: "niacinamid*|niacina*|ниацинамид*|ナイアシンアミド|烟酰胺|나이아신아마이드|나이아신아미드",
  ceramides: "ceramid*|céramide*|церамид*|керамид*|セラミド|神经酰胺|세라마이드",
  charcoal: "charcoal|aktivkohle|charbon|carbón activo|carbone attivo|carvão|aktiverat kol|węgiel aktywny|活性炭|숯",
  caffeine: "caffeine|koffein*|coffein*|caféine|cafeína|caffeina|cafeïne|kofein*|кофеин*|кофеїн*|καφεΐνη|カフェイン|咖啡因|카페인",
  glycerin: "glycerin*|glycérine|glicerin*|gliceryn*|glicerol|glycerol|glycerine|глицерин*|гліцерин*|γλυκερίνη*|グリセリン|甘油|글리세린",
  beeswax: "beeswax|bienenwachs|cire d'abeille|cera de abejas|cera d'api|cera de abelha|bijenwas|bivax|bivoks|mehiläisvaha*|wosk pszczeli|včelí vosk|пчелин* воск|воск пчелин*|бджолин* віск|μελισσοκέρι|méhviasz|ceară de albine|balmumu|蜜蝋|ミツロウ|蜂蜡|밀랍|cera alba",
  lanolin: "lanolin*|lanoline|lanolina|ланолин*|ラノリン|羊毛脂|라놀린",
  "palm oil": "palm oil|palmöl|palmfett|huile de palme|aceite de palma|olio di palma|óleo de palma|palmolie|palmolja|olej palmowy|palmový olej|пальмов* масл*|パーム油|棕榈油|팜유|elaeis guineensis|palmate",
  oats: "oat|oats|oatmeal|hafer**|avoine|avena|aveia|haver*|havre*|kaura*|owies|owsian*|ovesn*|овёс|овсян*|вівсян*|βρώμη|zab|ovăz|yulaf*|オーツ|燕麦|귀리|avena sativa",
  seaweed: "seaweed|algae|algen*|algue*|algas|alghe|alger|levä*|algi|řas*|водоросл*|водорост*|海藻|해조",
  "tea tree": "tea tree|teebaum**|arbre à thé|árbol de té|melaleuca|ティーツリー|茶树|티트리",
  aroma: "parfum|perfume|fragrance*|aroma*|arôme*|duftstoff*|flavou?ring*|flavoring*|flavouring*|natural flavo*|aromen|ароматизатор*|отдушк*|香料|향료",
  spices: "spices|spice|gewürz*|épices|especias|spezie|especiarias|specerijen|kruiden|kryddor|krydderi*|mausteit*|przyprawy|koření|специи|пряност*|香辛料|herbs|kräuter|herbes|hierbas|erbe|zioła|bylinky|травы",
  nuts: "nuts|tree nuts|nüsse|nusskerne|fruits à coque|noix|frutos secos|frutta secca|noten|nötter|nødder|orzechy|ořechy|орехи|горіхи|ナッツ|坚果|견과류",
  fruit: "fruit|fruits|früchte|frutas|frutta|fruta|owoce|ovoce|фрукты|果物|水果|dried fruit|trockenfrüchte",
  everything: "extracts|botanicals|essential oils|ätherische öle|huiles essentielles|aceites esenciales|oli essenziali|natural oils|plant oils|vegetable oils|pflanzliche öle|extrakte|extraits|etc|among others|and more|u.a|unter anderem|usw|entre autres|entre otros|tra gli altri",
}; // biome-ignore format: a table

/** Which entries of a list may hold another one without its name. */
export const mayHold: Readonly<Record<string, readonly string[]>> = {
  aroma: ["cinnamon", "ginger", "vanilla", "mint", "lemon", "orange", "lavender", "rose", "chamomile", "tea tree", "coconut", "chocolate", "almonds", "hazelnuts"],
  spices: ["cinnamon", "ginger", "vanilla", "mint", "sesame"],
  nuts: ["almonds", "hazelnuts", "cashews", "walnuts", "pistachios", "peanuts"],
  fruit: ["raisins", "lemon", "orange", "coconut"],
  chocolate: ["milk", "added sugar", "soy", "vanilla"],
}; // biome-ignore format: a table

/** Names of a field that lists all that is in the product. */
export const completeLists =
  /^(?:full |complete )?(?:ingredients?(?: list)?|inci|inci list|ingredients \(inci\)|zutaten|zutatenliste|inhaltsstoffe|ingrédients?|liste des ingrédients|composition inci|ingredientes|ingredienti|ingrediënten|ingredienser|ainesosat|ainekset|składniki|složení|složky|ingredience|zloženie|zložky|összetevők|ingrediente|sastojci|sestavine|состав|ингредиенты|склад|інгредієнти|съставки|συστατικά|içindekiler|רכיבים|المكونات|原材料|原材料名|全成分|配料|成分|成份|配料表|원재료|원재료명|전성분)$/iu;
