/** Words of one language around something that a product has or lacks. */
interface Row {
  locale: string;
  /** say that something is not so, or is to be had elsewhere: with one of them nearby a mention is no assertion */
  not: string;
  /** say that something comes with the product */
  included: string;
}

/** `-` before a word: an ending; of scripts without spaces every entry is found anywhere. */
const rows: readonly Row[] = [
  { locale: "en", not: "not|no|-n't|nothing|never|without|none|neither|nor|cannot|away|avoid|skip|instead|unless|separately|separate|own|sold|buy|purchase|extra|only|rather|except|lacks|lack|free|free of|unlike|despite|hardly|instead of|if", included: "included|includes|include|including|comes with|come with|comes in the box|in the box|supplied|provided|bundled|ships with|along with" },
  { locale: "de", not: "nicht|nichts|kein|keine|keinen|keinem|keiner|keines|nie|niemals|ohne|weder|statt|anstatt|separat|extra|getrennt|eigen|eigene|eigenen|eigenes|kaufen|dazukaufen|braucht|brauchst|brauchen|verzichtet|verzichten|anderes|andere|frei|ausgenommen|außer|sondern|kaum|nur|wer|wenn|falls|verloren", included: "inklusive|inkl|enthalten|dabei|liegt bei|liegen bei|beiliegend|mitgeliefert|lieferumfang|gehört dazu|gehören dazu|im set|montiert|beigelegt|im karton|im paket" },
  { locale: "fr", not: "pas|rien|exempt|exempte|ne|n'|non|sans|ni|aucun|aucune|jamais|séparément|part|vendu|vendue|vendus|vendues|évitez|éviter|hors|sauf|plutôt|devront|autre|si|acheter", included: "inclus|incluse|incluses|compris|comprise|livré|livrée|livrés|livrées|fourni|fournie|fournis|fournies|accompagné|accompagnée|offert|offerts|offerte|dans la boîte" },
  { locale: "es", not: "no|ni|sin|nunca|ningún|ninguna|aparte|separado|tampoco|evita|evitar|excepto|salvo|libre|si|comprar|necesitas|propio", included: "incluye|incluido|incluida|incluidos|incluidas|viene con|vienen con|trae|en la caja|de regalo|junto con" },
  { locale: "it", not: "non|né|senza|mai|nessun|nessuna|nessuno|parte|separatamente|evita|evitare|tranne|eccetto|prive|privo|priva|meglio|se|comprare", included: "incluso|inclusa|inclusi|incluse|compreso|compresa|comprende|fornito|fornita|in dotazione|nella confezione|in omaggio" },
  { locale: "nl", not: "niet|vrij|geen|zonder|nooit|noch|los|apart|zelf|eigen|liever|behalve|alleen|wie|als|kopen|zolang", included: "inclusief|inbegrepen|meegeleverd|erbij|zit erbij|krijg je|in de doos|bijgeleverd" },
  { locale: "pt", not: "não|nem|sem|nunca|nenhum|nenhuma|parte|separado|separadamente|evite|exceto|livre|se|comprar|precisar", included: "incluído|incluída|incluídos|incluso|inclusa|inclusos|inclusas|acompanha|acompanham|vem com|vêm com|na caixa|de brinde" },
  { locale: "pl", not: "nie|wolny|wolna|wolne|bez|ani|nigdy|żaden|żadna|żadne|osobno|oddzielnie|dokupić|brak|lepiej|omijać|oprócz|tylko|jeśli|własny", included: "w zestawie|w komplecie|dołączony|dołączona|dołączone|zawiera|otrzymujesz|w pudełku|gratis" },
  { locale: "sv", not: "inte|ej|fri|fritt|fria|utan|aldrig|ingen|inget|inga|separat|köpa|köps|eget|egen|egna|undvik|bara|om|varken", included: "ingår|medföljer|följer med|inkluderat|inkluderad|inkluderade|ligger i|på köpet|inklusive" },
  { locale: "da", not: "ikke|fri|frit|frie|uden|aldrig|ingen|intet|separat|købes|køb|egen|eget|undgå|kun|hvis|hverken|pas på", included: "medfølger|følger med|inkluderet|inklusive|ligger i|i æsken|med i købet" },
  { locale: "nb", not: "ikke|fri|fritt|frie|uten|aldri|ingen|intet|separat|kjøpes|kjøp|egen|eget|unngå|kun|bare|hvis|verken", included: "medfølger|følger med|inkludert|inklusive|ligger i|i esken|med på kjøpet" },
  { locale: "fi", not: "ei|eivät|en|et|ilman|älä|koskaan|erikseen|oma|oman|paitsi|vain|jos|mitään", included: "sisältyy|sisältyvät|mukana|kuuluu|kuuluvat|toimitetaan" },
  { locale: "cs", not: "ne|není|nejsou|nemá|bez|nikdy|žádný|žádná|žádné|ani|zvlášť|nepatří|nesmí|jen|pokud|kromě|nenajdete", included: "v balení|součástí|přiložen|přiložena|přiloženo|dodáváme|obsahuje" },
  { locale: "sk", not: "nie|nie je|nemá|bez|nikdy|žiadny|žiadna|žiadne|ani|zvlášť|len|ak|okrem", included: "v balení|súčasťou|priložený|priložená|priložené|obsahuje" },
  { locale: "hr", not: "ne|nije|nisu|nema|bez|nikad|nikakav|ni|odvojeno|samo|ako|osim", included: "uključeno|uključen|u kompletu|u paketu|sadrži|priloženo" },
  { locale: "hu", not: "nem|nincs|nélkül|ne|soha|sem|semmi|külön|csak|ha|kivéve", included: "tartalmaz|tartalmazza|mellékelve|jár hozzá|a csomagban|tartozék" },
  { locale: "ro", not: "nu|fără|nici|niciodată|niciun|nicio|separat|doar|dacă|evitați", included: "inclus|inclusă|incluse|include|vine cu|în cutie" },
  { locale: "tr", not: "değil|değildir|yok|yoktur|olmadan|hiç|ayrı|ayrıca|sadece|koymayın|uygun değil|içermez|kullanmayın|yıkamayın|eğer", included: "dahil|dahildir|birlikte gelir|kutuda|hediye|içerir" },
  { locale: "ru", not: "не|нет|без|никогда|ни|отдельно|кроме|только|нельзя|если|купить", included: "в комплекте|входит|входят|прилагается|прилагаются|включён|включен|включена|в коробке" },
  { locale: "uk", not: "не|немає|без|ніколи|ні|окремо|крім|лише|якщо", included: "у комплекті|входить|входять|додається|в коробці" },
  { locale: "bg", not: "не|няма|без|никога|нито|отделно|само|ако", included: "включен|включена|включено|в комплекта|в кутията" },
  { locale: "el", not: "δεν|όχι|μη|μην|χωρίς|ποτέ|κανένα|κανένας|ξεχωριστά|μόνο|αν", included: "περιλαμβάνεται|περιλαμβάνονται|περιλαμβάνει|στο κουτί|συνοδεύεται" },
  { locale: "ar", not: "لا|ليس|ليست|غير|بدون|دون|لم|لن|ما|منفصل|فقط|إذا", included: "مرفق|مرفقة|يشمل|يتضمن|يأتي مع|في العلبة" },
  { locale: "ja", not: "ない|ません|なし|無|不可|不使用|非対応|避け|別売|別途|ず|ご注意|以外", included: "付属|付き|付いて|同梱|セット|入って" },
  { locale: "zh", not: "不|无|無|没|沒|非|未|勿|别|別|另购|另購|除了|仅|僅|只|禁", included: "附带|附帶|附赠|附贈|包含|含有|内含|內含|配有|随附|隨附|赠" },
  { locale: "ko", not: "않|안 |못|없|무첨가|아니|말|별도|피해|불가|제외|마세요|만 ", included: "포함|함께|제공|동봉|증정|들어 있" },
]; // biome-ignore format: a table

const undivided = new Set(["ja", "zh", "ko"]);

/** How people of one language say that something is not so, and that something comes with the product. */
export interface NegationWords {
  /** true where a word of the sentence says that something is not so, or is to be had elsewhere */
  negates(sentence: string): boolean;
  /** true where the sentence says that something comes with the product */
  includes(sentence: string): boolean;
  /** the words without those that say so */
  withoutIncluded(words: string): string;
}

const made = new Map<string, NegationWords | null>();

/** @param locale BCP-47 @returns null for a language whose words are not known */
export function negationWords(locale: string): NegationWords | null {
  const language = locale.split("-")[0]?.toLowerCase() ?? "";
  const known = made.get(language);
  if (known !== undefined) return known;
  const row = rows.find((one) => one.locale === language || (language === "no" && one.locale === "nb"));
  const fresh = row ? wordsOf(row, language) : null;
  made.set(language, fresh);
  return fresh;
}

function wordsOf({ not, included }: Row, language: string): NegationWords {
  const [negation, inclusion] = [patternOf(not, language), patternOf(included, language)];
  return {
    negates: (sentence) => negation.test(plain(sentence)),
    includes: (sentence) => inclusion.test(plain(sentence)),
    withoutIncluded: (words) => plain(words).replace(inclusion, " "),
  };
}

function patternOf(words: string, language: string): RegExp {
  const alternatives = words
    .split("|")
    .map((word) => (word.startsWith("-") ? `\\p{L}*${word.slice(1)}` : word))
    .join("|");
  return undivided.has(language)
    ? new RegExp(`(?:${alternatives})`, "iu")
    : new RegExp(`(?<![\\p{L}\\p{M}])(?:${alternatives})(?![\\p{L}\\p{M}])`, "iu");
}

function plain(words: string): string {
  return words.replaceAll("’", "'");
}
