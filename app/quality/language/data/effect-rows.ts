/**
 * Words of a claim about an effect on people, by language: beginnings of words, with `|` between them; of Chinese, Japanese and
 * Korean anywhere. `does` and one of `on`, in whatever order and in one clause, make a claim about health; `on` by what it is.
 */
export interface EffectRow {
  /** what something does to a complaint or to the body */
  does: string;
  /** concept → complaints, parts and functions of the body */
  on: Readonly<Record<string, string>>;
}

export const effectRows: Readonly<Record<string, EffectRow>> = {
  en: {
    does: "reliev|eas|sooth|cure|curing|heal|treat|prevent|reduc|lower|boost|strengthen|improv|fight|stop|calm|protect|promot|stimulat|eliminat|burn|support|help|rais|regulat|combat|alleviat|remed|against",
    on: {
      pain: "pain|ache|headache|migraine|cramp|backache|sore muscle|sore feet|stiff", sleep: "insomnia|fall asleep|sleep disorder|sleepless|snor", cholesterol: "cholesterol|blood pressure|blood sugar|triglycerid", circulation: "circulation|varicose|cardiovascular|your heart", immunity: "immun|infection|virus|bacteria|flu|cough|a cold|colds", digestion: "digesti|bloat|gut health|constipation|reflux", skin: "acne|eczema|psoriasis|dermatitis|rosacea|scar|wrinkle|rash", inflammation: "inflamm|swelling", joints: "arthriti|joint|osteopor|bone densit", mind: "anxiety|anxious|depress|stress level|panic|adhd", weight: "fat loss|body fat|metabolism|appetite|weight loss|cellulite", hair: "hair loss|dandruff|hair growth", eyes: "eye strain|eyesight|vision loss", allergy: "allerg|asthma|hay fever", body: "disease|illness|iron level|hormone|testosterone|menopaus|prostate|toxins|posture|sciatica|hangover",
    },
  },
  de: {
    does: "linder|heil|heilt|behandel|vorbeug|beug|verhinder|reduzier|senk|stärk|verbesser|bekämpf|stopp|beruhig|schütz|förder|anreg|reg|beseitig|verbrenn|schmelz|unterstütz|hilf|erhöh|regulier|mindert|gegen|bei|baut|kurbel",
    on: {
      pain: "schmerz|kopfschmerz|rückenschmerz|nackenschmerz|gelenkschmerz|migräne|krämpf|verspann|muskelkater", sleep: "schlaflos|einschlaf|schlafstör|schnarch", cholesterol: "cholesterin|blutdruck|blutzucker", circulation: "durchblut|krampfader|herz kreislauf|herz-kreislauf", immunity: "immun|abwehrkr|abwehr|infekt|erkältung|husten|viren|bakterien|grippe", digestion: "verdauung|blähung|verstopfung|sodbrennen", skin: "akne|neurodermitis|ekzem|schuppenflechte|narbe|falten|hautausschlag", inflammation: "entzünd|schwellung", joints: "arthrose|arthritis|gelenk|osteoporose", mind: "angst|depress|stressab|nervos", weight: "körperfett|fett schmelzen|stoffwechsel|appetit|cellulite|abnehm|fettverbrenn", muscles: "muskeln auf|muskelaufbau", hair: "haarausfall|schuppen|haarwuchs|haarwachstum", eyes: "augenermüd|augenbelast|sehkraft", allergy: "allergi|asthma|heuschnupfen", body: "krankheit|eisenwert|hormon|testosteron|wechseljahr|prostata|giftstoff|körperhaltung|ischias|kater",
    },
  },
  fr: {
    does: "soulag|apais|soign|soigne|guéri|trait|prévien|prévent|réduit|rédui|diminu|baiss|abaiss|renforc|stimul|amélior|combat|lutte|stopp|calm|proté|favoris|facilit|élimin|brûl|brul|aide|aident|régul|contre|déstress",
    on: {
      pain: "douleur|mal de dos|maux de|migraine|crampe|courbature", sleep: "endormissement|insomni|troubles du sommeil|ronfle", cholesterol: "cholestérol|tension artérielle|glycémie", circulation: "circulation sanguine|jambes lourdes|varice|cœur|cardiovasculaire", immunity: "immunit|défenses naturelles|infection|rhume|toux|virus|bactéri", digestion: "digestion|ballonnement|transit|constipation", skin: "acné|eczéma|psoriasis|atopique|cicatrice|rides|crevasse|rougeur", inflammation: "inflamm|gonflement", joints: "arthros|arthrite|articulation", mind: "anxiété|angoisse|dépress|stress", weight: "graisse|métabolisme|appétit|cellulite|perte de poids", hair: "chute des cheveux|pellicule|pousse des cheveux", eyes: "fatigue oculaire|fatigue visuelle|vue", allergy: "allergi|asthme|rhume des foins", body: "maladie|hormon|testostérone|ménopause|prostate|toxine|posture|sciatique",
    },
  },
  es: {
    does: "alivi|calm|cura|curan|sana|trat|previen|previn|reduc|disminu|baja|refuerz|fortalec|estimul|mejor|combat|lucha|deten|frena|proteg|favorec|facilit|elimin|quema|ayuda|regula|contra|evita",
    on: {
      pain: "dolor|migraña|calambre|contractura", sleep: "insomnio|conciliar el sueño|ronqu", cholesterol: "colesterol|presión arterial|tensión arterial|glucosa", circulation: "circulación|varices|corazón", immunity: "inmun|defensas|infecci|resfriado|tos|virus|bacteri", digestion: "digestión|hinchazón|estreñimiento", skin: "acné|eccema|psoriasis|dermatitis|cicatri|arrugas", inflammation: "inflama", joints: "artrosis|artritis|articulaci", mind: "ansiedad|depresión|estrés", weight: "grasa corporal|metabolismo|apetito|celulitis|adelgaz", hair: "caída del cabello|caspa", eyes: "fatiga visual|vista cansada", allergy: "alergi|asma", body: "enfermedad|hormon|testosterona|menopausia|próstata|toxinas|postura|columna|ciática",
    },
  },
  it: {
    does: "allevi|lenisc|cura|curano|guari|tratta|previen|riduc|abbass|rafforz|stimol|miglior|combatt|ferma|calma|protegg|favorisc|facilit|elimin|brucia|aiuta|regola|contro|rilassa",
    on: {
      pain: "dolor|mal di|emicrani|crampi", sleep: "insonni|addormentar|russa", cholesterol: "colesterolo|pressione sanguigna|pressione arteriosa|glicemi", circulation: "circolazione|varic|cuore|cardiovascol", immunity: "immunit|difese|infezion|raffreddor|tosse|virus|batteri", digestion: "digestion|gonfiore|stitichezza", skin: "acne|eczem|psoriasi|dermatit|cicatric|rughe", inflammation: "infiamm", joints: "artros|artrit|articolazion", mind: "ansia|depression|stress", weight: "grasso corporeo|metabolismo|appetito|cellulite|dimagri", hair: "caduta dei capelli|forfora", eyes: "affaticamento degli occhi|vista", allergy: "allergi|asma", body: "malatti|ormon|testosterone|menopausa|prostata|tossine|postura|schiena|sciatica",
    },
  },
  nl: {
    does: "verlicht|geneest|genees|behandel|voorkom|verlaag|verminder|versterk|verbeter|bestrijd|stopt|kalmeer|bescherm|bevorder|stimuleer|verhelpt|help|elimineer|verbrand|ondersteun|regelt|reguleer|tegen|bij",
    on: {
      pain: "pijn|hoofdpijn|rugpijn|nekpijn|migraine|kramp|spierpijn", sleep: "slapeloos|inslapen|slaapproblem|snurk", cholesterol: "cholesterol|bloeddruk|bloedsuiker", circulation: "bloedsomloop|spatader|doorbloeding", immunity: "immuun|weerstand|infecti|verkoud|hoest|virus|bacteri|griep", digestion: "spijsvertering|opgeblazen|verstopping", skin: "acne|eczeem|psoriasis|litteken|rimpel", inflammation: "ontsteking|zwelling", joints: "artrose|artritis|gewricht", mind: "angst|depress|stress", weight: "vetverbranding|stofwisseling|eetlust|cellulitis|afvallen", hair: "haaruitval|haargroei", eyes: "vermoeide ogen", allergy: "allergi|huisstofmijt|astma|hooikoorts", body: "ziekte|hormo|testosteron|overgang|prostaat|gifstoffen|houding",
    },
  },
  pt: {
    does: "alivi|acalm|cura|curam|trata|previn|previne|reduz|diminu|baixa|refor|fortalec|estimul|melhor|combat|deté|protege|favorec|facilit|elimin|queima|ajuda|regula|contra|ideal para quem tem",
    on: {
      pain: "dor |dores|dor nas|enxaqueca|cãibra", sleep: "insónia|insônia|adormecer|ronco", cholesterol: "colesterol|pressão arterial|glicose", circulation: "circulação|varizes|coração", immunity: "imun|defesas|infeç|infecç|constipação|gripe|tosse|vírus|bactéri", digestion: "digestão|inchaço|prisão de ventre", skin: "acne|eczema|psoríase|dermatite|cicatri|rugas", inflammation: "inflama", joints: "artrose|artrite|articulaç", mind: "ansiedade|depressão|stress|estresse", weight: "gordura corporal|metabolismo|apetite|celulite|emagrec", hair: "queda de cabelo|queda capilar|caspa", eyes: "fadiga ocular|vista cansada", allergy: "alergi|asma", body: "doença|hormon|testosterona|menopausa|próstata|toxinas|postura|ciática",
    },
  },
  pl: {
    does: "łagodz|leczy|lecz|uzdraw|zapobieg|redukuj|zmniejsz|obniż|wzmacni|popraw|zwalcz|hamuj|uspokaj|chron|wspier|wspomag|pobudz|usuwa|spala|pomaga|reguluj|przeciw|na ból",
    on: {
      pain: "ból|bóle|bólu|bólów|migren|skurcz", sleep: "bezsenn|zasypian|chrapan", cholesterol: "cholesterol|ciśnienie krwi|cukru we krwi", circulation: "krążeni|żylak|serce|serca", immunity: "odporno|infekcj|przezięb|kaszel|wirus|bakteri", digestion: "trawieni|wzdęci|zaparci", skin: "trądzik|egzem|łuszczyc|blizn|zmarszcz|świąd|azs", inflammation: "zapaln|zapaleni|opuchliz", joints: "stawów|stawy|artretyz", mind: "lęk|depresj|stres", weight: "tkank|metabolizm|apetyt|cellulit|odchudz", hair: "wypadani|łupież", eyes: "zmęczenie oczu|zmęczenia oczu", allergy: "alergi|astm", body: "chorob|hormon|testosteron|menopauz|prostat|toksyn|postaw",
    },
  },
  sv: {
    does: "lindr|läker|läk|bota|behandl|förebygg|minsk|sänk|stärk|förbättr|bekämp|stopp|lugna|skydda|främja|stimuler|eliminer|bränn|stöd|hjälp|reglera|mot|passar för barn med",
    on: {
      pain: "smärt|värk|huvudvärk|ryggvärk|migrän|kramp", sleep: "sömnlös|somna|snark", cholesterol: "kolesterol|blodtryck|blodsocker", circulation: "blodcirkulation|åderbråck", immunity: "immun|infektion|förkyl|hosta|virus|bakterier", digestion: "matsmältning|uppblåst|förstopp", skin: "akne|eksem|psoriasis|ärr|rynk", inflammation: "inflamm|svullnad", joints: "artros|artrit|leder", mind: "ångest|depress|stress", weight: "fettförbränn|ämnesomsättning|aptit|celluliter", hair: "mjäll|håravfall|hårväxt", eyes: "trötta ögon", allergy: "allergi|astma", body: "sjukdom|hormon|testosteron|klimakteri|prostata|gifter|hållning",
    },
  },
  da: {
    does: "lindr|heler|helbred|behandl|forebyg|reducer|mindsk|sænk|styrk|forbedr|bekæmp|stopp|berolig|beskytt|fremm|stimuler|eliminer|forbrænd|støtt|hjælp|reguler|mod|passer til børn med",
    on: {
      pain: "smerte|hovedpine|rygsmerte|migræne|krampe", sleep: "søvnløs|falde i søvn|snork", cholesterol: "kolesterol|blodtryk|blodsukker", circulation: "blodcirkulation|åreknude", immunity: "immun|infektion|forkøl|hoste|virus|bakterie", digestion: "fordøjelse|oppustet|forstopp", skin: "akne|acne|eksem|psoriasis|ar |rynke", inflammation: "inflamm|betændelse|hævelse", joints: "slidgigt|gigt|leddene", mind: "angst|depress|stress", weight: "fedtforbrænd|stofskifte|appetit|cellulite", hair: "skæl|hårtab|hårvækst", eyes: "trætte øjne", allergy: "allergi|astma", body: "sygdom|hormon|testosteron|overgangsalder|prostata|giftstof|kropsholdning",
    },
  },
  nb: {
    does: "lindr|leger|helbred|behandl|forebygg|reduser|mink|senk|styrk|forbedr|bekjemp|stopp|berolig|beskytt|fremm|stimuler|eliminer|forbrenn|støtt|hjelp|reguler|mot|passer for barn med",
    on: {
      pain: "smerte|hodepine|ryggsmerte|migrene|krampe", sleep: "søvnløs|sovne|snork", cholesterol: "kolesterol|blodtrykk|blodsukker", circulation: "blodsirkulasjon|åreknute", immunity: "immun|infeksjon|forkjøl|hoste|virus|bakterie", digestion: "fordøyelse|oppblåst|forstopp", skin: "akne|eksem|psoriasis|rynke", inflammation: "inflamm|betennelse|hevelse", joints: "slitasjegikt|gikt|ledd", mind: "angst|depres|stress", weight: "fettforbrenn|stoffskifte|appetitt", hair: "flass|hårtap", allergy: "allergi|astma", body: "sykdom|hormon|testosteron|prostata|giftstoff|holdning",
    },
  },
  fi: {
    does: "lievitt|paranta|hoita|ehkäis|vähent|alenta|laske|vahvista|torju|rauhoitta|suojaa|edistä|stimuloi|poista|polttaa|tukee|autta",
    on: { pain: "kipu|kivu|särky|säryn|migreeni|kramp", sleep: "unettom|nukahta|kuorsa", cholesterol: "kolesterol|verenpain|verensoker", immunity: "immun|vastustuskyk|tuleh|flunss|yskä", digestion: "ruoansulat|turvotu", skin: "akne|ekseem|ihottum|psoriasi", joints: "nivel", mind: "ahdistu|masennu|stressi", hair: "hilse|hiustenläht", allergy: "allergi|astma", body: "sairau|tauti|hormoni" },
  },
  cs: {
    does: "zmírň|ulev|léč|vyléč|hoj|předcház|snižuj|posil|zlepš|bojuj|zastav|uklidň|chrán|podpor|stimul|odstraň|spaluj|pomáh|reguluj|proti|uvolň|tlumí|mírní|zbav|potlač",
    on: { pain: "bolest|migrén|křeč|bolí", sleep: "nespavost|usínán|usnout|chrápán", cholesterol: "cholesterol|krevní tlak|krevního tlaku|hladinu cukru", circulation: "krevní oběh|prokrven|křečové žíly|srdce|srdeční|infarkt", immunity: "imunit|infekc|nachlazen|rým|kašel|kašl|vir(?:y|ů|um|ům)|bakteri|dýchací cesty|chřipk", digestion: "tráven|nadýmán|zácp|pálení žáhy", skin: "akné|ekzém|lupén|jizv|vrásk|vyráž", inflammation: "zánět|otok", joints: "kloub|artróz|artrit", mind: "úzkost|depres|stres", weight: "tělesný tuk|metabolism|chuť k jídlu|celulit|hubnut", hair: "lup(?:y|ů|ům)(?!\\p{L})|vypadáván|růst vlasů", eyes: "únavu očí|únava očí|zrak", allergy: "alergi|astma", body: "nemoc|hormon|prostat|toxin|testosteron|menopauz|držení těla|kocovin" },
  },
  sk: {
    does: "zmierň|zmierni|uľav|lieč|vylieč|hojí|predchádz|znižuj|posil|zlepš|bojuj|zastav|upokoj|chrán|podpor|stimul|odstraň|odstráni|spaľuj|pomáh|reguluj|proti|uvoľň|tlmí|tíši|zbav|potláč",
    on: { pain: "bolest|bolesť|migrén|kŕč", sleep: "nespavos|zaspáv|zaspať|chrápan", cholesterol: "cholesterol|krvný tlak|krvného tlaku|hladinu cukru", circulation: "krvný obeh|prekrven|kŕčové žily|srdce|srdcov|infarkt", immunity: "imunit|infekci|nachladn|prechladn|nádch|kašeľ|kašľ|vírus|baktéri|chrípk", digestion: "tráven|nadúvan|zápch", skin: "akné|ekzém|lupienk|jazv|jaziev|vrásk|vyráž", inflammation: "zápal|opuch", joints: "kĺb|artróz|artrit", mind: "úzkos|depres|stres", weight: "telesný tuk|metaboliz|celulit|chudnut", hair: "lupín|lupiny|vypadáv|rast vlasov", eyes: "únavu očí|zrak", allergy: "alergi|astm", body: "chorob|chorôb|hormón|prostat|toxín|testosterón|menopauz|držanie tela" },
  },
  sl: {
    does: "lajša|blaži|zdravi|pozdravi|celi|prepreč|znižuj|zniža|zmanjš|krepi|okrepi|izboljš|odprav|pomir|ščiti|varuje|spodbuj|pospeš|uravnava|proti|pomaga|topi|kuri|odganja|bori",
    on: { pain: "bolečin|glavobol|migren|krč|bolečo", sleep: "nespečnost|zaspati|smrčanj", cholesterol: "holesterol|krvni tlak|krvnega tlaka|krvni sladkor", circulation: "prekrvavit|cirkulacij|krčne žile|srce|srčn", immunity: "imunsk|odpornost telesa|okužb|prehlad|kašelj|virus|bakterij|grip", digestion: "prebav|napenjanj|zaprtj", skin: "akne|ekcem|luskavic|brazgotin|gub(?:e|am)|izpuščaj", inflammation: "vnetj|otekl", joints: "sklep|artroz|artritis", mind: "tesnob|depresij|stres", weight: "maščobne oblog|presnov|apetit|celulit|hujšanj", hair: "prhljaj|izpadanj|rast las", eyes: "utrujene oči|vid(?!\\p{L})", allergy: "alergij|astm", body: "bolezn|hormon|prostat|toksin|strup|testosteron|menopavz" },
  },
  hr: {
    does: "ublaž|liječi|leči|izliječi|iscjelj|zacjelj|spreč|sprječ|smanj|snižav|jača|ojača|poboljš|bori|zaustavlj|umiruj|štiti|potič|podstič|uklanj|otklanj|pomaže|protiv|regulira|topi|sagorijeva|čuva",
    on: { pain: "bol(?:ova|ove|ovi|i)?(?!\\p{L})|migren|grčev|glavobolj", sleep: "nesanic|uspavljivanj|hrkanj", cholesterol: "kolesterol|holesterol|krvni tlak|krvnog tlaka|krvni pritisak|šećer u krvi", circulation: "cirkulacij|proširene vene|srce|srca|infarkt|srčan", immunity: "imunit|imuno|infekcij|prehlad|kašalj|kašlja|virus|bakterij|grip", digestion: "probav|nadutost|zatvor|varenj", skin: "akne|akni|ekcem|psorijaz|bora(?!\\p{L})|bore(?!\\p{L})|ožiljak|ožiljk|osip", inflammation: "upal|otekl", joints: "zglob|artritis|artroz", mind: "anksioznost|tjeskob|depresij|stres", weight: "masnoće|metaboliz|apetit|celulit|mršavljenj", hair: "perut|ispadanj|rast kose", eyes: "umor očiju|vid(?!\\p{L})", allergy: "alergij|astm", body: "bolest|hormon|prostat|toksin|testosteron|menopauz|držanje tijela" },
  },
  ru: {
    does: "облегч|снима|снимет|леч|вылеч|исцел|предотвращ|сниж|снизит|уменьш|укрепл|укрепит|улучш|борет|останавл|успока|защищ|способств|стимулир|устран|избав|сжига|помога|поможет|регулир|нормализ|повыш|выводит|от |против|замедл|ускор",
    on: { pain: "боль(?:ю)?(?!\\p{L})|боли(?!\\p{L})|болей|болям|мигрен|спазм|головн\\p{L}+ бол", sleep: "бессонниц|засыпа|заснуть|храп", cholesterol: "холестерин|артериальн\\p{L}+ давлени|кровян\\p{L}+ давлени|давлени[ея](?! (?:в шинах|воды|воздуха|насоса|пара))|сахар\\p{L}? в крови", circulation: "кровообращ|варикоз|сердц|сосуд\\p{L}+ (?:сердц|мозг)|инфаркт", immunity: "иммун|инфекц|простуд|каш(?:ель|ля|лем)|вирус|бактери|грипп|насморк", digestion: "пищевар|вздути|запор(?:а|ов|ы)?(?!\\p{L})|изжог|кишечник", skin: "акне|прыщ|экзем|псориаз|шрам|морщин|дерматит|рубц", inflammation: "воспал|отёк|отек", joints: "сустав|артрит|артроз|костн\\p{L}+ ткан", mind: "тревог|тревожност|депресс|стресс", weight: "жиросжиг|подкожн\\p{L}+ жир|лишн\\p{L}+ вес|метаболизм|обмен веществ|аппетит|целлюлит|похуд", hair: "перхот|выпадени|рост волос", eyes: "усталост\\p{L}+ глаз|зрени", allergy: "аллерги|астм", body: "болезн|заболеван|гормон|простат|токсин|осанк|тестостерон|менопауз|похмель" },
  },
  uk: {
    does: "полегш|знімає|знімають|лікує|лікують|вилікує|зцілю|запобіга|знижу|зменш|зміцню|покращ|поліпш|борет|зупин|заспоко|захища|сприя|стимул|усува|позбав|спалю|допомага|регулю|нормаліз|підвищ|виводить|від |проти|гоїть",
    on: { pain: "біль(?!\\p{L})|болю(?!\\p{L})|болі(?!\\p{L})|мігрен|спазм", sleep: "безсонн|засина|заснути|хропін", cholesterol: "холестерин|артеріальн\\p{L}+ тиск|кров'ян\\p{L}+ тиск|цукор у крові|цукру в крові", circulation: "кровообіг|варикоз|серц|інфаркт", immunity: "імун|інфекц|застуд|каш(?:ель|лю|лем)|вірус|бактері|грип|нежит", digestion: "травлен|здутт|запор(?:у|ів|и)?(?!\\p{L})|печі", skin: "акне|екзем|псоріаз|шрам|зморш|дерматит|рубц", inflammation: "запален|набряк", joints: "суглоб|артрит|артроз", mind: "тривог|тривожн|депрес|стрес", weight: "зайв\\p{L}+ ваг|метаболізм|обмін речовин|апетит|целюліт|схуднен", hair: "луп[аиу](?!\\p{L})|випадан|ріст волосся", eyes: "втом\\p{L}+ очей|зір(?!\\p{L})", allergy: "алергі|астм", body: "хвороб|захворюван|гормон|простат|токсин|постав|тестостерон|менопауз" },
  },
  bg: {
    does: "облекч|лекува|лекуват|излекува|изцел|предпаз|предотврат|понижа|намал|укреп|засил|подсил|подобр|бор(?:и|ят) се|спира|успоко|защит|стимул|подпомаг|помага|премахва|изгаря|топи|регулира|против|пречиств",
    on: { pain: "болк|мигрен|главоболи|спазм|крамп", sleep: "безсъни|заспива|хъркан", cholesterol: "холестерол|кръвно|кръвното|кръвна захар|кръвната захар", circulation: "кръвообращ|разширени вени|сърце|инфаркт", immunity: "имунит|имунн|инфекци|настинк|кашлиц|вирус|бактери|грип", digestion: "храносмил|подуван|запек", skin: "акне|екзем|псориаз|розацея|белег|белези|бръчк|дерматит|обрив", inflammation: "възпал|оток|подпухн", joints: "став(?:и|ите)(?!\\p{L})|артрит|артроз", mind: "тревожн|депреси|стрес", weight: "мазнини|метаболиз|апетит|целулит|отслабв", hair: "пърхот|косопад|растежа на косата", eyes: "умор\\p{L}* на очите|зрени", allergy: "алерги|астм", body: "болест|хормон|простат|токсин|тестостерон|менопауз|стойка|заболяван" },
  },
  hu: {
    does: "enyhít|csökkent|gyógyít|kezel|megelőz|megszüntet|erősít|javít|segít|serkent|támogat|szabályoz|véd|harcol|küzd|nyugtat|csillapít|lassít|gyorsít|éget|oldja|old|ellen|elmulaszt|elűz|kúrál|méregtelenít",
    on: { pain: "fájdal|fájdalm|fejfájás|migrén|görcs|hátfájás", sleep: "álmatlan|elalvás|alvászavar|horkolás", cholesterol: "koleszterin|vérnyomás|vércukor", circulation: "vérkering|keringés|visszér|visszeres|szív(?:et|ed|betegség)", immunity: "immun|fertőzés|megfáz|köhög|vírus|baktérium|influenza|nátha", digestion: "emészt|puffad|székrekedés|gyomorég", skin: "pattanás|akné|ekcéma|ekcémá|pikkelysömör|heg(?:et|ek|eket)(?!\\p{L})|ránc|kiütés", inflammation: "gyullad|duzzanat", joints: "ízület|artrózis|artritisz", mind: "szorongás|depresszió|stressz|stresszt", weight: "zsírégetés|zsírt|anyagcser|étvágy|narancsbőr|fogyás|fogyókúr", hair: "korpá|hajhullás|hajnövekedés", eyes: "szemfáradt|látás", allergy: "allergi|asztm", body: "betegség|hormon|prosztata|méreganyag|tesztoszteron|menopauza|testtartás|másnapos" },
  },
  el: {
    does: "ανακουφίζ|καταπραΰν|θεραπεύ|γιατρεύ|επουλών|προλαμβάν|μειών|ελαττών|ρίχν|ενισχύ|δυναμών|τονών|βελτιών|καταπολεμ|σταματ|ηρεμ|προστατεύ|διεγείρ|βοηθ|εξαλείφ|καί(?:ει|νε)|ρυθμίζ|κατά |υποστηρίζ|χαλαρών",
    on: { pain: "πόν(?:ο|ου|οι|ους|ων)(?!\\p{L})|πονοκέφαλ|ημικραν|κράμπ|πονόλαιμ", sleep: "αϋπνί|ύπνο καλύτερ|ροχαλητ|αποκοιμηθ", cholesterol: "χοληστερ|αρτηριακή πίεση|πίεση του αίματος|σάκχαρο", circulation: "κυκλοφορία του αίματος|κιρσ|καρδι", immunity: "ανοσοποιητικ|λοίμωξ|λοιμώξ|κρυολόγημα|βήχα|ιό(?:ς|ύς|ν)?(?!\\p{L})|ιούς|βακτήρι|γρίπη", digestion: "πέψη|χώνεψ|φούσκωμα|δυσκοιλιότητ", skin: "ακμή|έκζεμα|ψωρίαση|ουλ(?:ή|ές)(?!\\p{L})|ρυτίδ|δερματίτιδ", inflammation: "φλεγμον|πρήξιμ|οίδημα", joints: "αρθρώσ|αρθρίτιδ|αρθροπάθει", mind: "άγχ|κατάθλιψ|στρες", weight: "μεταβολισμ|όρεξη|κυτταρίτιδ|αδυνάτισμα|σωματικό λίπος", hair: "πιτυρίδ|τριχόπτωσ|ανάπτυξη των μαλλιών", eyes: "κόπωση των ματιών|όραση", allergy: "αλλεργί|άσθμα", body: "ασθένει|αρρώστι|ορμόν|προστάτη|τοξίν|τεστοστερόν|εμμηνόπαυσ|στάση του σώματος" },
  },
  tr: {
    does: "hafiflet|iyileştir|tedavi|önle|azalt|düşür|güçlendir|artır|savaş|durdur|yatıştır|korur|destekle|uyar|gider|yakar|yardımcı|düzenle|karşı|geçir|dindir|rahatlat|hızlandır|engelle|iyi gelir|şifa",
    on: { pain: "ağrı|migren|kramp", sleep: "uykusuzlu|uyumaya|uykuya dal|horla", cholesterol: "kolesterol|tansiyon|kan şekeri", circulation: "kan dolaşım|varis|kalp|kalbi", immunity: "bağışıklı|enfeksiyon|öksürük|öksürüğ|virüs|bakteri|grip|nezle|soğuk algınlığ", digestion: "sindirim|hazm|şişkinlik|şişkinliğ|kabızlı", skin: "akne|sivilce|egzama|sedef|kırışık|yara iz|leke", inflammation: "iltihap|iltihab|ödem", joints: "eklem|romatizma|kireçlenme", mind: "kaygı|anksiyete|depresyon|stres", weight: "yağ yak|metabolizma|iştah|selülit|zayıfla|kilo ver", hair: "saç dökül|kepek|kepeğ|saç uzama", eyes: "göz yorgunluğ|görme", allergy: "alerji|astım", body: "hastalık|hastalığ|hormon|prostat|toksin|testosteron|menopoz|duruş bozukluğ" },
  },
  ar: {
    does: "(?:و|س)?(?:يعالج|تعالج|يخفف|تخفف|يشفي|تشفي|يمنع|تمنع|يقي|يقلل|تقلل|يخفض|تخفض|يقوي|تقوي|يعزز|تعزز|يحسن|تحسن|يحسّن|يكافح|يحارب|يهدئ|تهدئ|يحمي|تحمي|يساعد|تساعد|ينظم|تنظم|يزيل|تزيل|يطرد|يطرد|يسكن|ينشط|يحفز|يحرق|تحرق|علاج|لعلاج|للتخلص)|ضد",
    on: { pain: "(?:ال)?(?:ألم|آلام|صداع|وجع|شقيقة|تشنج)|أوجاع|الأوجاع", sleep: "(?:ال)?(?:أرق|شخير)|النوم", cholesterol: "(?:ال)?كوليسترول|ضغط الدم|سكر الدم|السكر في الدم", circulation: "الدورة الدموية|الدوالي|القلب", immunity: "(?:ال)?(?:مناعة|عدوى|سعال|زكام|إنفلونزا|فيروسات|بكتيريا|جراثيم)|نزلات البرد", digestion: "(?:ال)?(?:هضم|انتفاخ|إمساك)", skin: "حب الشباب|(?:ال)?(?:أكزيما|إكزيما|صدفية|تجاعيد|ندوب|ندبات)", inflammation: "(?:ال)?(?:التهاب|التهابات|تورم)", joints: "(?:ال)?مفاصل|التهاب المفاصل", mind: "(?:ال)?(?:قلق|اكتئاب|توتر)", weight: "الدهون|الوزن|الأيض|الشهية|السيلوليت", hair: "تساقط الشعر|(?:ال)?قشرة|نمو الشعر", eyes: "إجهاد العين|النظر", allergy: "(?:ال)?(?:حساسية|ربو)", body: "(?:ال)?(?:أمراض|مرض|هرمونات|بروستاتا|سموم)" },
  },
  he: {
    does: "מקל|מקלה|מקלים|מרפא|מרפאת|מרפאים|מטפל|מטפלת|מונע|מונעת|מפחית|מפחיתה|מוריד|מורידה|מחזק|מחזקת|מחזקים|משפר|משפרת|משפרים|נלחם|נלחמת|עוצר|עוצרת|מרגיע|מרגיעה|מגן|מגינה|מסייע|מסייעת|עוזר|עוזרת|תומך|תומכת|מאזן|מאזנת|שורף|שורפת|משכך|נגד|מעלים|מסיר רעלים|מזרז|מעודד|מעודדת|להקלה|לטיפול ב",
    on: { pain: "כאב|בכאב|מכאב|הכאב|לכאב|מיגרנ|במיגרנ|התכווצויות", sleep: "נדודי שינה|בנדודי שינה|הירדמות|להירדם|נחירות", cholesterol: "כולסטרול|לחץ הדם|לחץ דם|סוכר בדם", circulation: "זרימת הדם|מחזור הדם|דליות|הלב(?!\\p{L})", immunity: "מערכת החיסון|זיהומ|הצטננות|שיעול|וירוס|חיידק|שפעת", digestion: "עיכול|העיכול|נפיחות|עצירות", skin: "אקנה|באקנה|פצעונים|אקזמה|באקזמה|פסוריאזיס|צלקות|קמטים", inflammation: "דלקת|דלקות|בדלקת", joints: "מפרק|מפרקים|המפרקים", mind: "חרדה|חרדות|דיכאון|סטרס|מתח נפשי", weight: "שומן|חילוף החומרים|תיאבון|צלוליט|ירידה במשקל", hair: "קשקשים|נשירת|נשירה|צמיחת שיער", eyes: "עייפות העיניים|הראייה", allergy: "אלרגי|אסתמה|אסטמה", body: "מחלה|מחלות|הורמונ|ערמונית|רעלים|טסטוסטרון|יציבה" },
  },
  ja: {
    does: "和らげ|緩和|改善|治|癒|予防|防|減ら|減少|下げ|高め|強化|促進|抑え|解消|燃焼|守り|サポート|効果|効き|向上|整え|落と",
    on: { pain: "痛み|頭痛|腰痛|肩こり|筋肉痛", sleep: "不眠|睡眠の質|寝つき|いびき", cholesterol: "コレステロール|血圧|血糖|中性脂肪", circulation: "血行|血流", immunity: "免疫|感染|風邪|ウイルス|菌を", digestion: "便秘|消化|腸内", skin: "ニキビ|アトピー|湿疹|シワ|シミ|傷跡|炎症", joints: "関節", mind: "不安|うつ|ストレス", weight: "体脂肪|脂肪を|代謝|ダイエット", hair: "抜け毛|薄毛|フケ|発毛", eyes: "眼精疲労|視力", allergy: "アレルギー|花粉症|喘息", body: "病気|ホルモン|更年期|疲労回復" },
  },
  zh: {
    does: "缓解|緩解|减轻|減輕|改善|治疗|治療|治愈|预防|預防|防止|降|减少|減少|增强|增強|提高|促进|促進|抑制|消除|燃烧|燃燒|保护|保護|调节|調節|舒缓|舒緩|修复|修復|抗|有助于|有助於|对抗",
    on: { pain: "疼痛|头痛|頭痛|腰痛|颈椎|頸椎|关节痛|痛经", sleep: "失眠|睡眠质量|睡眠品質|打鼾", cholesterol: "胆固醇|膽固醇|血压|血壓|血糖|血脂", circulation: "血液循环|血液循環", immunity: "免疫|感染|感冒|咳嗽|病毒|细菌|細菌", digestion: "消化|便秘|肠胃|腸胃", skin: "痘|湿疹|濕疹|过敏|過敏|牛皮癣|皱纹|皺紋|疤|炎症|消炎", joints: "关节|關節", mind: "焦虑|焦慮|抑郁|憂鬱|压力|壓力", weight: "减肥|減肥|脂肪|代谢|代謝|瘦身", hair: "脱发|掉髮|头屑|頭皮屑|生发", eyes: "眼疲劳|眼睛疲勞|视力|視力", allergy: "哮喘|鼻炎|花粉", body: "疾病|荷尔蒙|荷爾蒙|内分泌|內分泌|前列腺|毒素" },
  },
  ko: {
    does: "완화|개선|치료|치유|예방|방지|줄여|감소|낮춰|낮추|높여|강화|촉진|억제|해소|연소|보호|도움|조절|없애|진정시",
    on: { pain: "통증|두통|요통|근육통|생리통", sleep: "불면|숙면|코골이", cholesterol: "콜레스테롤|혈압|혈당", circulation: "혈액순환|혈관|혈행", immunity: "면역|감염|감기|기침|바이러스|세균", digestion: "소화|변비|장 건강", skin: "여드름|아토피|습진|건선|주름|흉터|염증", joints: "관절", mind: "불안|우울|스트레스", weight: "체지방|신진대사|다이어트|식욕", hair: "탈모|비듬|발모", eyes: "눈의 피로|시력", allergy: "알레르기|알러지|천식|비염", body: "질병|호르몬|갱년기|독소|피로 회복" },
  },
}; // biome-ignore format: a table
