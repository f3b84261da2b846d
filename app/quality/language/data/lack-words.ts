/** How a fact of one language says that a thing lacks another one. */
export interface LackWords {
  /** before what is lacking, `|` between them; `-` ends a beginning */
  before: string;
  /** behind it */
  behind: string;
}

// biome-ignore format: a table
export const lackWords: Readonly<Record<string, LackWords>> = {
  en: { before: "no|without|lacks|lack|does not have|doesn't have|do not have|don't have|does not contain|doesn't contain|does not come with|doesn't come with|does not include|doesn't include|not equipped with|not made of|not made from|does not support|doesn't support", behind: "" },
  de: { before: "kein|keine|keinen|keinem|keiner|keines|ohne|nicht ausgestattet mit", behind: "" },
  fr: { before: "pas de|pas d'|sans|aucun|aucune|ni|pas équipé de|pas équipée de", behind: "" },
  es: { before: "sin|ningún|ninguna|no tiene|no tienen|no lleva|no llevan|no incluye|no contiene|no contienen|no dispone de|no cuenta con|no trae", behind: "" },
  it: { before: "senza|nessun|nessuna|nessuno|non ha|non hanno|non contiene|non include|non dispone di|privo di|priva di", behind: "" },
  nl: { before: "geen|zonder|niet voorzien van|niet uitgerust met", behind: "" },
  pt: { before: "sem|nenhum|nenhuma|não tem|não têm|não possui|não contém|não inclui|não acompanha|não vem com", behind: "" },
  pl: { before: "bez|brak|żadnych|nie ma|nie posiada|nie zawiera|nie mają|nie zawierają", behind: "" },
  sv: { before: "ingen|inget|inga|utan|saknar|har inte|innehåller inte|innehåller inga|innehåller inget", behind: "" },
  da: { before: "ingen|intet|uden|mangler|har ikke|indeholder ikke", behind: "" },
  nb: { before: "ingen|intet|uten|mangler|har ikke|inneholder ikke", behind: "" },
  fi: { before: "ilman|ei sisällä|ei ole|eivät sisällä|ei kuulu", behind: "" },
  cs: { before: "bez|nemá|nemají|neobsahuje|neobsahují|žádný|žádná|žádné", behind: "" },
  sk: { before: "bez|nemá|nemajú|neobsahuje|neobsahujú|žiadny|žiadna|žiadne", behind: "" },
  hr: { before: "bez|nema|nemaju|ne sadrži|nikakav", behind: "" },
  sl: { before: "brez|nima|nimajo|ne vsebuje", behind: "" },
  hu: { before: "nincs|nem tartalmaz|nincsen", behind: "nélkül|nélküli" },
  ro: { before: "fără|nu are|nu au|nu conține|nu include|nicio|niciun", behind: "" },
  ru: { before: "без|нет|не имеет|не имеют|не содержит|не содержат|не оснащен-|не оснащён-", behind: "" },
  uk: { before: "без|немає|не має|не мають|не містить|не містять|не оснащен-", behind: "" },
  bg: { before: "без|няма|нямат|не съдържа|не съдържат", behind: "" },
  el: { before: "χωρίς|δεν έχει|δεν έχουν|δεν περιέχει|δεν διαθέτει|κανένα|καμία", behind: "" },
  tr: { before: "", behind: "yok|yoktur|olmadan|içermez|bulunmaz|bulunmamaktadır" },
  ar: { before: "بدون|دون|لا يحتوي على|لا تحتوي على|ليس به|ليس فيه|لا يوجد|خالٍ من|خالي من|خالية من", behind: "" },
  he: { before: "בלי|ללא|אין|אינו כולל|אינה כוללת|אינו מכיל|אינה מכילה", behind: "" },
  hi: { before: "", behind: "के बिना|नहीं है|रहित|नहीं" },
  id: { before: "tanpa|tidak ada|tidak memiliki|tidak mengandung|tidak punya|tiada", behind: "" },
  th: { before: "ไม่มี|ปราศจาก|ไร้|ไม่รองรับ", behind: "" },
  vi: { before: "không có|không chứa|thiếu|không kèm|không hỗ trợ", behind: "" },
  ja: { before: "", behind: "がありません|はありません|がない|なし|は付いていません|が付いていません|は含まれません|を含みません|に対応していません|には対応していません|不使用|非対応" },
  zh: { before: "没有|沒有|不含|不带|不帶|无|無|不支持|不支援|不具备|不具備|不配", behind: "" },
  ko: { before: "", behind: "이 없습니다|가 없습니다|은 없습니다|는 없습니다|없음|미지원|무첨가|이 없는|가 없는" },
};

/** To be had, sold or sent without it: it is no part of what comes, and to name it asserts nothing. Of all languages together. */
export const withoutIt =
  /(?<!\p{L})(?:sold|suppl|deliver|ships|come|comes|equip|geliefert|verkauft|kommt|livr|vend|fourn|viene|vienen|trae|entreg|consegn|forni|gelever|verkocht|acompanha|vem|vêm|inclui|incluy|includ|dostarcz|sprzeda|lever|säljs|selges|sælges|toimit|myyd|dodáv|prodáv|dodáv|predáv|isporuč|prodaj|поставля|прода|доставя|постача|teslim|satıl|szállít|vând|πωλ|παραδίδ|dijual|dikirim|bán)/iu;

/** What is not needed is not said to be missing. Of all languages together. */
export const needless =
  /(?<!\p{L})(?:need|require|necessar|nötig|notwendig|erforderlich|braucht|brauchen|benötig|besoin|nécess|necesit|necesari|hace falta|requier|bisogno|serve|servono|richied|nodig|vereist|precis|necess|requer|potrzeb|wymaga|behöv|kräv|nødvendig|kræv|krev|trenger|tarvi|vaadi|potřeb|vyžad|potreb|netreba|szükség|kell|nevoie|нужн|требу|потріб|необход|χρειάζ|απαιτ|gerek|يحتاج|تحتاج|יש צורך|צריך|ज़रूरत|आवश्यक|perlu|memerlukan|cần)|必要|不要|需要|无需|無需|필요|ต้อง/iu;

/** What holds under a condition, to a degree or for a while denies nothing by itself. Of all languages together. */
export const conditional =
  /(?<!\p{L})(?:if|when|unless|until|while|more than|longer than|exceed|only|wenn|falls|solange|bevor|nachdem|mehr als|länger als|quand|lorsque|avant|après|plus de|seulement|cuando|hasta|antes|después|más de|solo|quando|finché|prima|dopo|più di|wanneer|voordat|meer dan|langer dan|enquanto|depois|mais de|jeśli|gdy|dopóki|więcej niż|när|innan|mer än|hvis|når|før|mere end|mer enn|jos|ennen|pokud|když|dokud|ak|keď|ako|kada|če|ko|ha|amikor|dacă|când|decât|если|когда|пока|более|якщо|коли|поки|більше|ако|когато|докато|αν|όταν|eğer|إذا|عندما|אם|כאשר|यदि|जब|jika|ketika|lebih dari|nếu|khi)(?!\p{L})|場合|とき|以上|如果|超过|超過|以上|ถ้า|หาก|เมื่อ|때|이상|만 /iu;
