/**
 * What stands in a field that only says whether something is so, by language. Of nothing: words for "there is none", which
 * deny what the field is named after; words for "not known" say nothing and are in neither list.
 */
const rows: readonly { locale: string; yes: string; no: string }[] = [
  { locale: "en", yes: "yes|y|true|available|included", no: "not possible|not suitable|no|n|false|none|not|nope|never|nil|without|n/a|na|not applicable|not included|not available|not supported|not possible|sold separately|not added|none added|absent" },
  { locale: "de", yes: "ja|wahr|vorhanden|enthalten|inklusive", no: "nicht möglich|nicht geeignet|nicht dabei|nein|nicht|falsch|kein|keine|keiner|keines|keins|keinen|keinerlei|ohne|nicht zutreffend|nicht vorhanden|nicht enthalten|entfällt|nicht möglich|nicht inklusive|nicht im lieferumfang|separat erhältlich" },
  { locale: "fr", yes: "oui|vrai|inclus|incluse", no: "non disponible|non compris|non comprise|non|faux|aucun|aucune|sans|sans objet|s/o|s.o.|non applicable|non inclus|non incluse|non fourni|non fournie|non compris" },
  { locale: "es", yes: "sí|si|verdadero|incluido|incluida", no: "no disponible|no apto|no incluidos|no incluidas|no|falso|ninguno|ninguna|sin|no aplica|no aplicable|no incluido|no incluida|no disponible" },
  { locale: "it", yes: "sì|si|vero|incluso|inclusa", no: "non disponibile|non presente|non adatto|non inclusi|non incluse|no|falso|nessuno|nessuna|senza|non applicabile|non incluso|non inclusa|non disponibile" },
  { locale: "nl", yes: "ja|waar|inbegrepen", no: "niet mogelijk|niet geschikt|niet meegeleverd|nee|neen|niet|onwaar|geen|zonder|n.v.t.|nvt|niet van toepassing|niet inbegrepen|niet meegeleverd|niet beschikbaar" },
  { locale: "pt", yes: "sim|verdadeiro|incluído|incluída", no: "não disponível|não inclusos|não inclusas|não incluso|não inclusa|não incluídos|não incluídas|não|nao|falso|nenhum|nenhuma|sem|não aplicável|não se aplica|não incluído|não incluída|não incluso|não disponível" },
  { locale: "pl", yes: "tak|prawda", no: "nie zawiera|niedostępne|brak w zestawie|nie|fałsz|brak|żaden|żadna|żadne|nie dotyczy|brak w zestawie|nie zawiera" },
  { locale: "sv", yes: "ja|sant|ingår", no: "medföljer ej|medföljer inte|ingår inte|ej möjligt|nej|inte|falskt|ingen|inget|inga|utan|ej|ej tillämpligt|ingår ej|ingår inte|medföljer ej|medföljer inte" },
  { locale: "da", yes: "ja|sandt|inkluderet", no: "medfølger ikke|ikke inkluderet|ikke muligt|nej|ikke|falsk|ingen|intet|uden|ikke relevant|medfølger ikke|ikke inkluderet" },
  { locale: "nb", yes: "ja|sant|inkludert", no: "medfølger ikke|ikke inkludert|følger ikke med|nei|ikke|usant|ingen|uten|ikke aktuelt|følger ikke med|ikke inkludert" },
  { locale: "fi", yes: "kyllä|tosi", no: "ei sovellu|ei|epätosi|ei mitään|ilman|ei sisälly|ei ole|ei kuulu pakkaukseen" },
  { locale: "cs", yes: "ano|pravda", no: "nemá|nevhodné|není součástí balení|nelze|není součástí|neobsahuje|ne|nepravda|žádný|žádná|žádné|neuvedeno" },
  { locale: "sk", yes: "áno|pravda|súčasťou balenia", no: "nie|nepravda|žiadny|žiadna|žiadne|nemá|nevhodné|nie je súčasťou|nie je súčasťou balenia|neobsahuje" },
  { locale: "hu", yes: "igen|igaz|tartozék", no: "nem|hamis|nincs|semmi|nélkül|nem tartozék|nem alkalmas|nem tartalmazza" },
  { locale: "ro", yes: "da|adevărat|inclus", no: "nu|fals|niciunul|niciuna|fără|nu se aplică|nu este inclus|nu este inclusă|neinclus|neinclusă|nu este potrivit" },
  { locale: "hr", yes: "da|točno|uključeno", no: "ne|netočno|nijedan|nema|nije uključeno|nije prikladno" },
  { locale: "sl", yes: "da|drži|priloženo", no: "ne|nobeden|ni|brez|ni priloženo|ni primerno|nima" },
  { locale: "bg", yes: "да|вярно|включено", no: "не|невярно|няма|без|не е включено|не е подходящо" },
  { locale: "el", yes: "ναι|αληθές", no: "όχι|οχι|ψευδές|κανένα|κανένας|χωρίς|δεν|δεν περιλαμβάνεται|δεν περιλαμβάνονται" },
  { locale: "et", yes: "jah|tõene", no: "ei|väär|puudub|ilma" },
  { locale: "lv", yes: "jā|patiess", no: "nē|nepatiess|nav|nav iekļauts" },
  { locale: "lt", yes: "taip|tiesa", no: "ne|netiesa|nėra" },
  { locale: "tr", yes: "evet|doğru|var", no: "uygun değil|dahil değil|içermez|hayır|yanlış|yok|hiçbiri|değil" },
  { locale: "ru", yes: "да|есть|верно", no: "нельзя|не входит|не подходит|нет|не|неверно|отсутствует|без|нельзя|не входит|не входит в комплект" },
  { locale: "uk", yes: "так|є", no: "не підходить|не входить у комплект|не входить до комплекту|ні|немає|відсутній|відсутня|без|не можна|не входить" },
  { locale: "ar", yes: "نعم|صحيح", no: "لا|كلا|خطأ|بدون|لا يوجد|لا ينطبق|غير متوفر|غير مشمول|غير مرفق|غير مناسب" },
  { locale: "he", yes: "כן|כלול|יש", no: "לא|אין|ללא|לא כלול|לא כלולה|לא מתאים|לא נתמך" },
  { locale: "ja", yes: "はい|有|あり|有り|対応|可", no: "別売|無添加|付属しない|いいえ|無|なし|無し|非対応|不可|該当なし|未使用|不使用|付属しない|付属しません|別売|別売り" },
  { locale: "zh", yes: "是|有|支持|支援|可", no: "不含|未附|不附|否|不|无|無|没有|沒有|不支持|不支援|不可|不适用|不適用|不含|不添加|无添加|無添加|未添加|不包含|不可以" },
  { locale: "ko", yes: "예|네|있음|유|가능|지원", no: "미포함|비포함|아니요|아니오|없음|무|불가|불가능|미지원|해당 없음|해당없음|미포함|무첨가|별도 구매" },
  { locale: "th", yes: "ใช่|มี|ได้|ใช้ได้|รองรับ", no: "ไม่|ไม่ใช่|ไม่มี|ไม่ได้|ใช้ไม่ได้|ไม่รองรับ" },
  { locale: "vi", yes: "có|đúng|bao gồm|hỗ trợ", no: "không|sai|không có|không bao gồm|không hỗ trợ|không kèm|không phù hợp" },
  { locale: "hi", yes: "हाँ|हां|जी हाँ|सही|उपलब्ध|शामिल", no: "नहीं|नही|ना|जी नहीं|गलत|कोई नहीं|उपलब्ध नहीं|शामिल नहीं|उपयुक्त नहीं" },
  { locale: "id", yes: "ya|iya|benar|tersedia|termasuk", no: "tidak|bukan|salah|tidak ada|tidak tersedia|tidak termasuk|tidak cocok|tanpa" },
  { locale: "sr", yes: "да|тачно|укључено", no: "не|нетачно|нема|није укључено|без" },
]; // biome-ignore format: a table

const yesSigns = ["✓", "✔", "✅", "☑", "🗸", "👍", "1"];
const noSigns = ["✗", "✘", "✕", "✖", "❌", "❎", "☒", "🚫", "⛔", "👎", "0"];
/** Of no amount: `0 %`, `0,0 g`, `0.00`. */
const zero = /^0+(?:[.,]0+)?\s?(?:%|٪|％|g|mg|µg|ml|kcal|kj|vol\.?)?$/u;

interface Words {
  yes: ReadonlySet<string>;
  no: ReadonlySet<string>;
}

let known: Words | undefined;

function words(): Words {
  known ??= {
    yes: new Set([...yesSigns, ...rows.flatMap(({ yes }) => yes.split("|"))]),
    no: new Set([...noSigns, ...rows.flatMap(({ no }) => no.split("|"))]),
  };
  return known;
}

/** What a field's value says of what the field is named after. */
export interface YesNo {
  says: "yes" | "no";
  /** what follows, e.g. `contains milk` in "No, contains milk"; "" = nothing */
  rest: string;
}

/** The longest word for yes or no, and what may be glued to it. */
const maxHeadChars = 24;

/**
 * Reads `No`, `nein`, `✗`, `0 %`, `n/a`, `Yes (certified)`, `なし`. In whatever language: names and values of one product are
 * often of two. Null for a value that is something else; `no leather` and `not waterproof` speak for themselves.
 */
export function yesNoOf(value: string): YesNo | null {
  const text = value.normalize("NFKC").trim();
  const whole = saysOf(text);
  if (whole) return { says: whole, rest: "" };
  const [, head = "", rest = ""] = /^(.{1,24}?)\s*(?:[,;:!–—(/]|\s-\s|\.\s+(?=\p{L}))\s*(\S.*)$/su.exec(text) ?? [];
  if (head === "" || head.length > maxHeadChars || /^[\d.,]+$/.test(head)) return null;
  const says = saysOf(head);
  return says && { says, rest };
}

function saysOf(text: string): YesNo["says"] | null {
  const key = text
    .toLowerCase()
    .replace(/[\ufe0e\ufe0f]/gu, "")
    .replace(/^[\s([{"'“”‘’*]+|[\s)\]}"'“”‘’*]+$/gu, "")
    .replace(/(?<=\p{L}{2})[.!]+$/u, "");
  const { yes, no } = words();
  // A word of two languages, e.g. `no` or `ne`, is of one kind in both.
  if (no.has(key) || zero.test(key)) return "no";
  return yes.has(key) ? "yes" : null;
}
