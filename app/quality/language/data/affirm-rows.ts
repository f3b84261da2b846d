/**
 * How a text of one language affirms that a product has, is or does something, `|` between the words. `-` before a word: an ending,
 * behind it: a beginning. In scripts without spaces every entry is found anywhere near the name.
 */
export interface AffirmRow {
  /** stand before what they affirm, few words away */
  before: string;
  /** stand behind it */
  behind: string;
  /** make a mention one of another thing: what it is worn with, likened to or kept in, or whose place it takes */
  aside: string;
}

// biome-ignore format: a table
export const affirmRows: Readonly<Record<string, AffirmRow>> = {
  en: {
    before: "bask in|bask in direct|left in|washed in|wash it in|dry it in|throw it in|throw it into|can be|may be|can go in|set it up|set up|also for|even on|good for|has|have|is|are|with|includes|include|including|contains|contain|comes with|come with|features|feature|offers|offer|gives you|supports|support|made of|made from|made with|made in|built-in|integrated|equipped with|suitable for|safe for|safe in|works with|works on|use it in|put it in|pop it in|toss it in|goes in|goes into|withstands|handles|survives|thanks to|enriched with|certified|fully|own|its|pad for|for",
    behind: "is fine|are fine|is no problem|all day|included|is included|are included|is added|are added|is in the|are in the|is built in|possible|supported|safe|friendly|certified|approved|proof|tested|works|lets|keeps|ensures|on board|formed|is signed|are signed|is possible|comes as standard",
    aside: "line|range|model|models|sister|forbidden|banned|prohibited|taboo|banish-|shun-|gone|most|cameras for|replace-|instead|layer-|layered|over|under|underneath|beneath|beside|pair-|match-|goes with|go with|combine-|our|your|other|others|another|any|lovers|fans|left out|omit-|dropped|leave|lack-|missing|skip-|unnecessary|superfluous|ruin-|would|wear it with|wears with|looks good with|zero|less|refuse-|yet|handle with|can handle|next to|alongside|box for|store-|stores|storing|place for|room for|tool for|wish|nor|forgo-|omitted|omits|do without|does without|than",
  },
  de: {
    before: "auch auf|auch für|einfach|einfach heiß|problemlos|bedenkenlos|darf|wasch ihn in|wasch es in|wasch sie in|hat|haben|ist|sind|mit|inklusive|inkl|enthält|enthalten|bietet|verfügt über|besitzt|aus|für die|geeignet für|für|darf in|kann in|passt in|in den|in die|unterstützt|dank|integrierter|integrierte|auf der|auf die|überzeugt durch|lässt sich|lässt er sich|lässt sie sich|lässt es sich|rundum|komplett|eine|ein|einer",
    behind: "steht|ist erlaubt|ist kein problem|eine gute wahl|bequem|inklusive|enthalten|geeignet|liegt bei|liegen bei|liegt gleich|liegt mit|liegt im|ist dabei|sind dabei|möglich|gelistet|geführt|geprüft|zertifiziert|tauglich|sorgt|greift|hält|kennt|macht möglich|gehört dazu|und|also|serienmäßig|darf|kann",
    aside: "verboten|verbannt|schwester|zukauf-|ersetz-|ersetzt|statt|anstatt|anstelle|über|unter|neben|kombinier-|passt zu|passen zu|unsere|unserem|unseren|unserer|fehlt|fehlen|entfällt|entfallen|überflüssig|vergebens|verzicht|verzichte-|weggelassen|gespart|spart|außen vor|bleibt aus|bleiben aus|wie|als|erinnert|würde|schadet|pause|andere|anderes|anderer|modell|verkürz-|tabu|hat ausgedient|gestrichen|eingespart|aufbewahr-|einzeln|unnötig",
  },
  fr: {
    before: "se lave au|lavez-le au|séchez-le au|passez-le au|peut se|a|ont|est|sont|avec|inclut|incluant|comprend|contient|possède|dispose d'un|dispose d'une|doté d'un|dotée d'une|équipé d'un|équipée d'une|muni d'un|munie d'une|en|au|convient à|adapté à|passe au|va au|supporte|offre|propose|certifié|certifiée|grâce à|un|une|sa|son|ses",
    behind: "aussi|sans problème|inclus|incluse|incluses|fourni|fournie|compris|comprise|possible|est dans|est déjà|sont dans|tamise|certifié|certifiée|garde|permet|assure|par|intégré|intégrée|légère|accepté|autorisé",
    aside: "modèle|interdit-|proscrit-|réservé-|remplac-|plutôt|au lieu|à la place|sous|par-dessus|à côté|se marie|marier|associ-|nos|notre|supprim-|déconseill-|dépourvu-|passe de|se passe|privé-|prive|ni|abîm-|comme|que|abandonn-|retiré-|manque|ranger|range|inutile|superflu-|autre|autres|votre|vos|évit-|exempt-|laissé|renonc-|économis-|absen-",
  },
  es: {
    before: "se puede|puedes|puede|mételo en|métela en|lávalo en|lávala en|tiene|tienen|es|son|con|incluye|incluyen|contiene|cuenta con|dispone de|lleva|trae|viene con|viene con su|ofrece|apto para|apta para|apto en|en|hecho de|hecha de|certificado|certificada|gracias a|equipado con|equipada con|un|una|totalmente",
    behind: "incluido|incluida|incluidos|incluidas|disponible|posible|apto|apta|integrado|integrada|permite|y ganchos|lista para",
    aside: "modelo|prohibid-|vetad-|debajo|lado|sustitu-|reemplaz-|en vez|en lugar|lejos|bajo|sobre|combín-|combin-|nuestro|nuestros|nuestra|nuestras|carece|carecen|prescind-|guardar|elimin-|olvíd-|olvid-|adiós|ausencia|como|que|evit-|otro|otra|otros|otras|falta|omit-|suprim-|renunci-|ahorr-|innecesari-|tu|tus|estropea-|daña-|ni",
  },
  it: {
    before: "si può|puoi|lavabile in|mettilo in|mettila in|lavalo in|lavala in|ha|hanno|è|sono|con|include|comprende|contiene|dispone di|dotato di|dotata di|offre|adatto a|adatta a|in|certificato|certificata|grazie a|equipaggiato con|un|una|uno|realizzato in|realizzata in",
    behind: "incluso|inclusa|inclusi|incluse|integrato|integrata|possibile|disponibile|da ascoltare|adatto|adatta|permette|garantisce",
    aside: "modello|vietat-|lato|sostitu-|invece|al posto|il posto|sotto|sopra|accanto|abbin-|nostri|nostro|nostra|nostre|priv-|fa a meno|a meno|meglio|eliminat-|eliminiamo|sconsigliat-|come|più|che|evit-|altri|altro|altra|manca|mancano|rinunci-|riporre|superflu-|inutile|tuo|tuoi|rovin-|assen-|tolt-|né",
  },
  nl: {
    before: "mag|kan|zet hem in|doe hem in|gooi hem in|was hem in|kan ook in|ook op|heeft|hebben|is|zijn|met|inclusief|bevat|biedt|beschikt over|voorzien van|geschikt voor|mag in de|kan in de|gemaakt van|gecertificeerd|dankzij|een|volledig|ook",
    behind: "in|is geen probleem|mag gewoon|inbegrepen|meegeleverd|inclusief|geschikt|mogelijk|klikt|kan op|mag op|zit erbij|zit in|liggen in|gekeurd|past er",
    aside: "model|verbod-|uit den boze|vervang-|in plaats|onder|over|naast|combineer|past bij|passen bij|onze|ons|ontbreek-|overbodig|taboe|weggelaten|achterwege|dan|zoals|alsof|andere|ander|verleden|schaadt|vermijd-|zonder|vrij|liever|je|jouw|bespaar-|opberg-|onnodig|hoeft",
  },
  pt: {
    before: "pode|lave na|coloque na|seque na|coloque no|tem|têm|é|são|com|inclui|incluem|contém|possui|conta com|dispõe de|traz|vem com|oferece|próprio para|própria para|adequado para|pode ir à|pode ir na|vai à|vai na|feito de|feita de|certificado|certificada|graças a|um|uma|pelo|totalmente",
    behind: "incluso|inclusa|inclusos|inclusas|incluído|incluída|incluídos|incluídas|de aço inclusos|possível|disponível|integrado|integrada|permite|é grátis",
    aside: "modelo|proibid-|vetad-|nele|nela|lado|substitu-|em vez|em lugar|no lugar|sob|sobre|por baixo|ao lado|combin-|nossas|nossos|nossa|nosso|dispens-|de fora|estraga-|como|que|evit-|outro|outra|outros|outras|falta|abriu mão|renunci-|elimin-|retir-|guardar|desnecessári-|seu|sua|livre|carece-|poup-|ausên-|nem|abdic-",
  },
  pl: {
    before: "można|można go|można ją|można je|włóż do|wrzuć do|myj w|pierz w|ma|mają|jest|są|z|ze|zawiera|posiada|oferuje|wyposażon- w|nadaje się do|można prać w|można myć w|wykonan- z|w komplecie|w komplecie jest|w zestawie|certyfikowan-|dzięki|w pełni|z własn-",
    behind: "w zestawie|w komplecie|dołączon-|możliw-|zapewnia|jest w|są w",
    aside: "model|modelu|zabron-|zakaz-|zastęp-|zamiast|pod|obok|łącz-|pasuje do|pasują do|nasz-|brak|brakuje|pozbawion-|unikaj-|unikać|zrezygnowa-|rezygn-|szkodzi|niszczy|jak|niż|inn-|zbędn-|wolne|wolny|wolna|pominię-|pominę-|schow-|przechow-|twoj-|oszczędz-|ani|usunię-|usunę-",
  },
  sv: {
    before: "läggas i|lägg den i|tvätta den i|tvättas i|diskas i|köras i|kan|har|är|med|inklusive|innehåller|erbjuder|tål|passar för|lämplig för|av|utrustad med|försedd med|tack vare|en|ett|helt|passande|certifierad",
    behind: "ingår|medföljer|följer med|ligger i|lyser|finns med|möjlig|möjligt|går bra|betyder att|certifierad|kan",
    aside: "modell-|förbjud-|ersätt-|i stället|istället|under|över|bredvid|matcha-|passar till|våra|vår|vårt|saknas|valt bort|ge plats|gett plats|slipp-|sliter|skadar|som|än|andra|undvik-|utelämn-|borttag-|onödig-|skippat|skippa|hoppa|förvara-|din|dina|ditt|inte|fri|tagit bort",
  },
  da: {
    before: "vask den i|kom den i|kommes i|bare i|vaskes i|lægges i|har|er|med|inklusive|indeholder|tilbyder|tåler|tåler at blive|egnet til|lavet af|udstyret med|forsynet med|takket være|en|et|helt|kan",
    behind: "medfølger|følger med|ligger i|er med|muligt|mulig|kan nedsænkes|på dybt|certificeret",
    aside: "model|modellen|forbud-|erstatt-|i stedet|under|over|ved siden|matcher|passer til|vores|mangler|udelad-|udeladt|sparet|ude af|slider|skader|som|end|andre|undgå-|droppet|drop|fravalgt|unødvendig-|opbevar-|din|dine|dit|fri|slip|fjernet",
  },
  nb: {
    before: "vask den i|vaskes i|legges i|legg den i|sett den i|har|er|med|inkludert|inneholder|tilbyr|tåler|egnet for|laget av|utstyrt med|takket være|en|et|helt|kan|justerbar",
    behind: "inkludert|følger med|medfølger|ligger i|er med|mulig|i lær|sertifisert",
    aside: "modell-|forbud-|erstatt-|i stedet|istedenfor|framfor|fremfor|under|over|ved siden|matcher|passer til|våre|vår|mangler|utelatt|utelat-|sliter|skader|som|enn|andre|unngå-|styr unna|unna|droppet|valgt bort|unødvendig-|oppbevar-|din|dine|ditt|fri|slipp|fjernet",
  },
  fi: {
    before: "laita|laita purkki|voi|voidaan|voit|pese|pestä|on|ovat|sisältää|tarjoaa|kestää|sopii|varustettu|sertifioitu|täysin|mukana",
    behind: "sisältyy|kuuluu|mukana|mahdollinen|on mukana|löytyy|sopiva|kestävä",
    aside: "-malli|-mallissa|malli|mallissa|kiellet-|korvaa-|korvattu|sijaan|sijasta|alla|päällä|vieressä|sopii yhteen|yhdistä-|meidän|puuttuu|puuttuvat|pois|jätimme|jätetty|kulutta-|vahingoitta-|kuin|muu|muut|vältä-|tarpeet-|ilman|säily-|vapaa",
  },
  cs: {
    before: "ohřejete|ohřejete ji|ohřívejte|dejte|myjte|můžete|lze|dá se|patří do|má|mají|je|jsou|s|se|obsahuje|nabízí|vybaven-|vhodn- do|vhodn- pro|lze prát v|lze mýt v|vyroben- z|certifikovan-|díky|včetně|plně|v balení",
    behind: "v balení|je součástí|součástí balení|přibalen-|možn-|zajistí|v ceně",
    aside: "model-|zakáz-|nahraz-|místo|pod|přes|vedle|kombin-|hodí se k|naše|naši|našim-|chybí|vynech-|vyhn-|škodí|jako|než|jin-|zbytečn-|obejde|obejdou|odpustili|vzdali|uložen-|ušetř-|ani|odstranili",
  },
  sk: {
    before: "do|dajte|môžete|možno|dá sa|umývajte|zohrejete|má|majú|je|sú|s|so|obsahuje|ponúka|vybaven-|vhodn- do|vhodn- pre|možno prať v|možno umývať v|vyroben- z|certifikovan-|vďaka|vrátane|plne|v balení",
    behind: "v balení|je súčasťou|súčasťou balenia|pribalen-|možn-|zaistí|v cene",
    aside: "model-|zakáz-|nahrád-|nahraz-|namiesto|pod|cez|vedľa|kombin-|hodí sa k|naše|naši|našim-|chýba|vynech-|vyhn-|škodí|ako|než|iný|iná|iné|iných|zbytočn-|zaobíde|odpustili|vzdali|uložen-|ani|odstránili",
  },
  hr: {
    before: "perite u|stavite u|može se|možete|smijete|operite u|ima|imaju|je|su|s|sa|sadrži|nudi|opremljen-|prikladn- za|može u|smije u|izrađen- od|certificiran-|zahvaljujući|uključuje|iz|potpuno",
    behind: "uključen-|u kompletu|priložen-|moguć-|osigurava",
    aside: "model-|zabranjen-|zamjenj-|zamijen-|umjesto|ispod|preko|pored|kombin-|pristaje uz|naš-|nedostaje|izostavi-|izostavlj-|izbjegava-|izbjega-|šteti|kao|nego|mekš-|toplij-|lakš-|drug-|suvišn-|nepotrebn-|odrekli|spremanje|ni|uklonili",
  },
  sl: {
    before: "operete|operite|lahko|smete|dajte|perete|pogrejte|ima|imajo|je|so|s|z|vsebuje|ponuja|opremljen-|primern- za|lahko v|sme v|izdelan- iz|certificiran-|zaradi|vključuje|iz|povsem",
    behind: "priložen-|vključen-|v kompletu|možn-|zagotavlja",
    aside: "model-|prepoved-|nadomešč-|nadomesti-|namesto|pod|čez|poleg|kombin-|poda k|naš-|manjka|opusti-|izogib-|izogni-|škodi|kot|drug-|odveč|nepotrebn-|odpovedali|shranjevanje|niti|odstranili",
  },
  hu: {
    before: "mehet|teheti|tedd|teheted|rakd|mosd|van|rendelkezik|tartalmaz|kínál|teljesen|és|tanúsított|beépített",
    behind: "van|is van|tartozék|jár hozzá|mellékel-|rendelkezik|ellátott|felszerelt|ellátva|mosható|tehető|tehet-|lehet|készült|készül|alkalmas|található|lehetséges|benne|esős napokra|a dobozban",
    aside: "modell-|tilos|tiltott|helyettesít-|helyett|helyére|alatt|alá|fölé|mellett|mellé|párosít-|illik hozzá|mi |hiányzik|hiányoz-|híján|kerül-|kerüld|árt|mint|puhább|más|felesleges|kihagyt-|elhagyt-|lemond-|nélkül|nélküli|tárol-|spór-|mentes|sem",
  },
  ro: {
    before: "se poate|poți|puneți în|puneți la|spălați la|spală la|are|au|este|e|sunt|cu|include|conține|oferă|dispune de|dotat cu|dotată cu|echipat cu|potrivit pentru|merge la|poate fi spălat la|realizat din|certificat|certificată|datorită|un|o|complet",
    behind: "inclus|inclusă|incluse|în cutie|posibil|posibilă|certificat|certificată|asigură",
    aside: "model-|interzis-|înlocui-|înlocuiește|în loc|în locul|sub|peste|lângă|combin-|se potrivește|noștri|noastre|nostru|noastră|lips-|lipsit-|evit-|dăuneaz-|ca|decât|alt|altă|alte|inutil-|renunț-|eliminat-|depozit-|nici|omis-",
  },
  ru: {
    before: "разогревайте|мойте|ставьте|можно|прямо в|стирайте|кладите|прямо|есть|с|со|имеет|имеют|содержит|предлагает|оснащён-|оснащен-|снабжен-|подходит для|можно мыть в|можно стирать в|можно сушить в|переносит|спокойно переносит|сделан- из|выполнен- из|из|сертифицирован-|благодаря|в комплекте|включает|полностью",
    behind: "в комплекте|входит в|прилагается|имеется|есть|возможн-|позволяет|предусмотрен-|обеспечивает",
    aside: "модел-|запре-|запрет-|противопоказ-|заменя-|замени-|вместо|под|поверх|рядом|сочета-|подходит к|наш-|отсутству-|лишен-|лишён-|обходи-|отказа-|вред-|порт-|избега-|как|чем|друг-|лишн-|убрал-|хранен-|ни|мягче",
  },
  uk: {
    before: "ставте|мийте|прямо в|можна|кладіть|періть|прямо|є|з|із|зі|має|мають|містить|пропонує|оснащен-|підходить для|можна мити в|можна прати в|можна сушити в|витримує|зроблен- з|сертифікован-|завдяки|у комплекті|в комплекті|включає|повністю",
    behind: "у комплекті|в комплекті|входить|додається|наявн-|є|можлив-|дозволяє|забезпечує|передбачен-",
    aside: "модел-|заборон-|заміню-|замінити|замість|під|поверх|поруч|поєдну-|пасує до|наш-|відсутн-|позбавлен-|обходи-|відмови-|шкод-|псу-|уника-|як|ніж|інш-|зайв-|прибрал-|зберіган-|ні|м'якш-",
  },
  bg: {
    before: "измийте|мийте|може|можете|сложете|перете|има|имат|е|са|с|със|съдържа|предлага|оборудван-|подходящ- за|може в|изработен- от|сертифициран-|благодарение|включва|напълно",
    behind: "включен-|в комплекта|приложен-|възмож-|осигурява",
    aside: "модел-|забран-|заменя-|заместв-|замества|вместо|под|върху|до|комбин-|отива на|наш-|липсва|липсват|избягва-|вреди|като|по-|друг-|излишн-|отказа-|пропусна-|премахна-|съхран-|нито",
  },
  el: {
    before: "βάλτε|βάλτε το στο|πλύνετε το στο|μπορείτε|πλένεται|έχει|έχουν|είναι|με|περιέχει|περιλαμβάνει|προσφέρει|διαθέτει|κατάλληλο για|κατάλληλη για|μπαίνει στο|πλένεται στο|από|πιστοποιημέν-|χάρη|πλήρως",
    behind: "περιλαμβάνεται|περιλαμβάνονται|υπάρχει|δυνατ-|στη συσκευασία|από τη",
    aside: "μοντέλ-|απαγορ-|αντικαθιστ-|αντί|κάτω|πάνω|δίπλα|συνδυ-|ταιριάζει|μας|λείπει|λείπουν|αποφύγ-|αποφεύγ-|φθείρει|βλάπτ-|σαν|πιο|άλλ-|περιττ-|παραλείψ-|παραλείπ-|απαλλαγμέν-|στερείται|φύλαξη|ούτε",
  },
  tr: {
    before: "içerir|tamamen|sertifikalı|yanında|ile",
    behind: "atın|koyun|kurutun|ütüle-|var|vardır|içerir|bulunur|mevcut|mevcuttur|dahil|dahildir|uygun|uygundur|uyumlu|yıkayabilir-|yıkanabilir|yıkanır|atabilirsiniz|koyabilirsiniz|kurutabilir-|kurutulabilir|girer|sunar|ile|hediye-|kullanılır|kullanılabilir|sahip|sahiptir|özelliği|desteği",
    aside: "model-|yasak-|yerine|yerini|altına|üzerine|yanına|uyum sağlar|bizim|eksik|uzak|kaçın-|zarar-|gibi|daha|başka|gerek|gereksiz|kaldır-|çıkar-|saklama|ne|istemez|hariç",
  },
  ar: {
    before: "ضعه في|اغسله في|يمكن|يمكنك|مع|به|بها|فيه|فيها|يحتوي على|تحتوي على|يتضمن|تتضمن|يضم|تضم|مزود ب|مزودة ب|مصنوع من|مصنوعة من|مناسب ل|يدعم|تدعم|يوفر|من خلال|معتمد",
    behind: "مشمول|مرفق|متوفر|مدمج|ممكن|متاح|مناسب",
    aside: "موديل|طراز|ممنوع-|محظور-|بدل|بدلا|بدلاً|محل|تحت|فوق|بجانب|يتناسق|يتناسب|تجنب|تضر-|يضر-|مثل|أنعم|بلا|يخلو|تخلو|خال-|خالٍ|من دون|دون|استغن-|حذف-|يفتقر|تفتقر|آخر|أخرى|حفظ|لحفظ|لا حاجة",
  },
  he: {
    before: "אפשר|ניתן|הכניסו ל|מתאים גם|יש|עם|כולל|כוללת|מכיל|מכילה|מציע|מציעה|מתאים ל|מתאימה ל|עשוי מ|עשויה מ|תומך ב|בעל|בעלת|תו|מגיע עם|מגיעה עם",
    behind: "כלול|כלולה|כלולים|אפשרי|מובנה|מחכים|באריזה|בערכה|לבחירת",
    aside: "דגם|אסור-|מחליף|מחליפה|במקום|מתחת|מעל|לצד|משתלב|שלנו|חסר|חסרה|נטול|נטולת|להימנע|הימנעו|פוגע|פוגעת|כמו|יותר|אחר|אחרת|מיותר|ויתרנו|הסרנו|לאחסון|רחוק|ולא",
  },
  hi: {
    before: "साथ|पूरी तरह|प्रमाणित",
    behind: "में धोएँ|में डालें|में रखें|पर भी|है|हैं|के साथ|वाला|वाली|वाले|शामिल|उपलब्ध|से गाने|में धो|युक्त|का सपोर्ट|सुविधा",
    aside: "मॉडल|मना|वर्जित|जगह|बजाय|नीचे|ऊपर|बगल|हमारे|हमारी|कमी|बचाएँ|बचाएं|बचें|नुकसान|जैसा|जैसी|जैसे|से भी|अन्य|ज़रूरत|रहित|हटा|रखने|मुक्त|बिना",
  },
  th: {
    before: "มี|พร้อม|ด้วย|ใส่ใน|ใช้กับ|ทำจาก|รองรับ|เข้า|ประกอบด้วย",
    behind: "ได้|ในตัว|มาให้|ในกล่อง|ช่วยให้",
    aside: "รุ่น|แทน|หลีกเลี่ยง|กว่า|เหมือน|ใต้|บน|คู่กับ|ของเรา|ขาด|ตัดออก|ห้าม|เสียหาย|สำหรับ|อื่น|ปราศจาก|ไร้|งด",
  },
  vi: {
    before: "rửa trong|rửa bằng|cho vào|sấy bằng|có thể|có|với|kèm|gồm|bao gồm|chứa|được làm từ|làm từ|làm bằng|hỗ trợ|dùng được trong|dùng được với|phù hợp với|trang bị|tích hợp|kéo",
    behind: "đi kèm|kèm theo|sẵn|được|có sẵn|rộng rãi|rộng|tiện lợi|lại là",
    aside: "mẫu|cấm|thay|tránh|hơn|như|dưới|trên|cạnh|phối|của chúng tôi|thiếu|bỏ|làm hỏng|hỏng|khác|cần|chẳng|đừng|lược|đựng|xa",
  },
  id: {
    before: "masukkan|masukkan saja ke|cuci di|cuci dengan|bisa|boleh|ada|memiliki|punya|dengan|termasuk|berisi|mengandung|dilengkapi|terbuat dari|cocok untuk|bisa masuk|bisa dicuci di|aman untuk|aman di|mendukung|berlapis|bersertifikat|berkat|sepenuhnya",
    behind: "termasuk|tersedia|disertakan|yang lembut|yang luas|bawaan|terpadu|di dalam kotak|penuh|sampai",
    aside: "model|dilarang|terlarang|ganti|mengganti-|bukan|lebih|seperti|bawah|atas|samping|padukan|dipadukan|kami|hindari|ditiadakan|merusak|lain|perlu|hilang|menyimpan|bebas|jauh|jangan|ketimbang|tiada",
  },
  ja: {
    before: "",
    behind: "で丸洗い|で洗え|にかけ|に入れて|にも対|が使え|しています|付き|つき|対応|あり|有り|可能|できます|できる|が付|を備|を搭載|搭載|内蔵|入り|使えます|使える|を使用し|配合|を採用|が入|もok|もOK|洗えます|かけられ|に入れられ|にも対応|染めです",
    aside: "モデル|禁止|お控え|無|非|ノン|代わ|かわり|より|のよう|省|避け|レス|フリー|ゼロ|必要|いらず|不要|傷|合わせ|下に|上に|隣|用の|入れ|頼ら|控え|やめ|除|ません|ない|なし|ず、|別の|他の",
  },
  zh: {
    before: "有|带|帶|配|含|内置|內置|附|可放|可用|可进|可進|支持|支援|采用|採用|使用|搭载|搭載|设有|設有|备有|備有|通过|通過|拥有|擁有|添加|加入",
    behind: "可用|可洗|设计|設計|功能|随时|隨時|齐全|齊全|认证|認證|也没问题|也沒問題|都能|清洗|包装|附赠|附贈",
    aside: "型号|型號|款的|款才|禁|拋|抛|摆脱|擺脫|代替|取代|替代|不|没|沒|无|無|零|免|勿|别|別|避免|远离|遠離|省|告别|告別|拒绝|拒絕|捨|舍|取消|去掉|损|損|伤|傷|如|像|似|比|更|搭配|另|其他|替|非|舍弃|捨棄|放弃|放棄|0添加|缺|少",
  },
  ko: {
    before: "",
    behind: "에 바로|바로 넣으세요|에 넣으세요|에 돌려|에 넣|에서도|있|가능|포함|지원|됩니다|돼요|넣어도|사용할 수|쓸 수|할 수|갖추|갖춘|달린|달려|내장|탑재|들어 있|들어있|함유|인증|안심",
    aside: "모델|금지|금물|대신|보다|처럼|같은|아래|위에|옆에|어울|뺐|빼고|생략|없|않|안 |안됩|안 됩|말아|마세요|피하|피해|손상|필요|다른|별도|따로|삼가|줄였|제거|제외|보관",
  },
};
