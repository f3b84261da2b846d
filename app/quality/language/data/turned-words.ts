/**
 * Words, beginnings (`-` behind) and endings (`-` before) by which a language says without a word of negation what another one says
 * with one: "bügelfrei", "exclu", "inoxydable", 免組裝. With one of them a sentence is not known to affirm. `|` between them; each is a
 * piece of a regular expression.
 */
// biome-ignore format: a table
export const turnedWords: Readonly<Record<string, string>> = {
  en: "un(?!der)(?!til)(?!i)(?!less)-|non-|anti-|dis-|mis-|i[mnrl]-able|i[mnrl]-ible|-less-|-free|-proof-|resist-|-resistant|exclud-|exclus-|prohibit-|forbid-|banned|refus-|reject-|fail-|miss-|out|away|different-|maximum|at most|up to|fewer|under|just|keep-|lost|empty",
  de: "un(?![dsi])(?!ter)(?!gef)-|nicht-|anti-|miss-|-frei-|-los|-lose-|-arm|-arme-|-fest|-feste-|-sicher|-sichere-|-dicht|-dichte|-abweisend-|-hemmend-|ausgeschloss-|ausschließ-|ausgenommen-|verbot-|untersag-|verweiger-|abgelehnt|entfäll-|entfall-|erübrig-|spar-|fehl-|mangel-|leer|anders|höchstens|maximal|bis|unter|weniger|fertig|bloß|lediglich|dauerhaft|bleib-|außerhalb|fern-|naturbelassen-|roh-",
  fr: "anti-|i[mnrl]-able-|i[mnrl]-ible-|inox-|inutil-|interdi-|exclu-|hors|loin|éloign-|prohib-|défen-|refus-|dispens-|moins|maximum|max|jusqu'-|brut-|dépourv-|manqu-|différ-|presque|perd-|perdu|déjà|prêt-|reste-|proscri-|bann-|dé-onseill-|déconseill-|mal",
  es: "anti-|i[mnr]-ble-|inox-|inútil-|prohib-|exclu-|rechaz-|menos|máximo|máx|hasta|carece-|falta-|distint-|diferent-|pierd-|ahorr-|des-|apenas|listo|lista|fuera|desaconsej-|mantien-",
  it: "anti-|i[mnrl]-bil-|inox-|inutil-|viet-|proibi-|esclus-|rifiut-|meno|massimo|max|fino|privo|priva|manca-|divers-|perd-|fuori|già|sconsigli-|dis-|s-bil-|appena|pront-|rest-",
  pt: "nada|longe|afast-|anti-|i[mnr]-vel|i[mnr]-veis|inox-|inútil|inúteis|proib-|exclu-|recus-|dispens-|menos|máximo|máx|até|falt-|diferent-|distint-|perd-|quase|fora|des-|livr-|pront-|mantém|permanec-|apenas|isent-|sempre",
  nl: "on(?!der)(?!ze)(?![sg])-|niet-|anti-|-vrij-|-loos|-loze|-bestendig-|-dicht-|-arm-|uitgeslot-|uitgezonderd|verbod-|geweiger-|ontbreek-|mis-|maximaal|hoogstens|tot|minder|anders|buiten|blijft|slechts|klaar|overbodig",
  sv: "o-|icke-|anti-|-fri-|-lös-|-säker-|-tät-|uteslut-|förbjud-|förbud-|undanta-|saknar|högst|max|upp till|mindre|annan|annat|utom|utan-|bara|endast|slipp-|förblir|behåll-",
  da: "u(?!d)(?!nd)-|ikke-|anti-|-fri-|-løs-|-sikker-|-tæt-|udeluk-|forbud-|undtag-|mangler|højst|maks-|op til|mindre|anden|andet|uden-|kun|slip-|forbliver|bevar-",
  nb: "u(?!t)(?!nd)-|ikke-|anti-|-fri-|-løs-|-sikker-|-tett-|uteluk-|forbud-|unnta-|mangler|høyst|maks-|opptil|mindre|annen|annet|uten-|bare|kun|slipp-|forblir|bevar-",
  pl: "nie-|bez-|anty-|wyklucz-|zakaz-|wyłącz-|odmaw-|najwyżej|maksymaln-|do|mniej|inaczej|poza|zabroni-|zbędn-|zbytecz-|odporn-|zachow-|pozosta-",
  cs: "ne-|bez-|anti-|proti-|vylouč-|zakáz-|zákaz-|nejvýše|maximáln-|méně|jinak|mimo|kromě|odoln-|zůst-|žádn-",
  sk: "ne-|bez-|anti-|proti-|vylúč-|zakáz-|zákaz-|najviac|maximáln-|menej|inak|mimo|okrem|odoln-|zosta-|žiadn-",
  hr: "ne-|bez-|anti-|protu-|isključ-|zabran-|najviše|maksimaln-|manje|osim|otporn-|ostaje|nije|nisu|nem-",
  sl: "ne-|brez-|anti-|proti-|izključ-|prepoved-|največ|manj|razen|odporn-|ostane|ni|niso|nim-",
  ru: "не-|ни-|без-|бес-|анти-|противо-|исключ-|запрещ-|отказ-|кроме|нет|нельзя|максим-|до|меньше|менее|иначе|вне|лишен-|лишён-|отсутств-|устойчив-|сохран-|оста-|отдельно|избег-|береч-",
  uk: "не-|ні-|без-|анти-|проти-|виключ-|виняток-|заборон-|відмов-|крім|нема-|максим-|до|менше|поза|відсутн-|стійк-|збер-|залиш-|окремо|уник-",
  bg: "не-|ни-|без-|анти-|противо-|изключ-|забран-|отказ-|освен|няма-|максим-|до|по-малко|извън|липс-|устойчив-|запаз-|остав-|отделно",
  ro: "ne-|in-bil-|anti-|fără|exclu-|interzi-|refuz-|maxim-|până|mai puțin|lips-|decât|rezist-|rămân-|păstr-",
  el: "α(?![πυλνργσ])-|αν-|αντι-|μη|μην|χωρίς|εκτός|απαγορ-|αποκλ-|εξαιρ-|έως|μέχρι|λιγότερ-|διατηρ-|παραμέν-|ποτέ|δεν",
  ar: "و?لا|و?ليس-|و?لم|و?لن|و?غير|و?بدون|و?دون|و?بلا|خال-|ال?خالي-|عدم|مقاوم-|مضاد-|مانع-|ممنوع-|يمنع|محظور-|يحظر|باستثناء|مستثن-|استثن-|حتى|أقصى|بحد|أقل|بعيد-|رفض-|يرفض|تجنب-|ينقص|مخفي|ممتنع|كل|و?لاسلك-",
  he: "אנטי|אסור-|למעט|עד|פחות|מלבד|נמנע|חסר-|נטול-|ללא|בלי|לא|אין|אינו|אינה|אל",
  id: "tak-|tidak|tanpa|anti-|non-|bukan|belum|jangan|kecuali|dilarang|maksimal|hingga|kurang|tahan-|bebas|terpisah",
  ja: "外|除|免|未|非|無|不|禁|防|耐|抗|にくい|以下|まで|拒|断り|欠|離|最大|違|ず|ぬ|ね|ない|なく|なし|ません|ゼロ|レス|フリー|ノン|別|抜|止|お控え|避|やめ|限|ほとんど",
  zh: "外|除|免|未|非|無|无|不|禁|防|耐|抗|拒|缺|離|离|最多|以下|低於|低于|內|内|零|別|别|勿|沒|没|另|異|异|僅|仅|限|只|少|恕|請勿|失",
};

/** A negated verb of these is an order or an invitation: "don't forget to", "n'attendez plus". Of all languages together. */
export const turningVerbs =
  /(?<!\p{L})(?:forget|hesitat|wait|miss out|miss (?:it|this|the)|worry|stop|vergess|vergiss|zöger|wart|verpass|oubli|hésit|attend|manqu|rat(?:er|ez)|olvid|dud[ae]|esper|perd|dimentic|esit|aspett|esque[cç]|hesit|verget|aarzel|wacht|glöm|tvek|glem|nøl|zapom|czek|zapomn|zaboravi|pozabi|забуд|забыва|сомнева|жди|zabud|çekin|unut|lupa|ragu|تنس|تتردد|تنتظر|تفوت|לשכוח|תשכח|תהסס)|忘|手放せ|迷わ|お見逃し|ためら|錯過|错过|猶豫|犹豫|等待|再等|等了|잊지|망설/iu;

/** Only so much, in the grammar of a negation: "ne pèse que", "nicht nur". Of all languages together. */
export const onlySoMuch =
  /(?<!\p{L})n(?:e\s|['’])[^.!?]{1,40}?\s(?:que|qu['’])(?!\p{L})|(?<!\p{L})non\s[^.!?]{1,30}\s(?:che|altro che)(?!\p{L})|(?<!\p{L})no\s[^.!?]{1,30}\s(?:más que|sino)(?!\p{L})|(?<!\p{L})não\s[^.!?]{1,30}\s(?:mais que|senão)(?!\p{L})|しか[^。]{0,12}(?:ない|ません)|だけでなく|のみならず|不[僅仅止只但]|(?<!\p{L})not? (?:only|just|merely)|nicht (?:nur|bloß|lediglich)|non (?:seulement|solo)|no s[oó]lo|não (?:só|apenas)|niet alleen|ليس فقط|не только/iu;
