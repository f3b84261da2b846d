const end = "(?![\\p{L}\\p{N}])";
/** What a model hands over; behind it a colon, the end, or what was asked for. */
const handedOver = `${end}(?=[^.:\\n]{0,40}:|\\s*[.!]?\\s*$|,? (?:you|as|that you|based|for your|now|below|die|das|der|den|wie|que|comme|come|zoals|som|jak))`;

/** An article and a few words, then the name of a text. */
const here = (opening: string, names: string) => `(?:${opening})(?: [\\p{L}\\p{N}'’-]+){0,5}? (?:${names})`;

/** How a model hands over a text, by language. */
const handOvers: readonly string[] = [
  here(
    "here(?:['’]s| is| are)",
    "titles?|descriptions?|bullets?|bullet points|texts?|versions?|rewrite|key points|answer|json|copy",
  ),
  here(
    "hier (?:ist|sind|kommt|kommen)|anbei",
    "titel|\\p{L}*beschreibung(?:en)?|\\p{L}*texte?|stichpunkte|aufzählungspunkte|version|antwort|fassung",
  ),
  here("voici", "titres?|descriptions?|textes?|fiche produit|puces|points clés|version|réponse"),
  here(
    "aquí (?:tienes|tiene|está|están|va|van)",
    "títulos?|descripci(?:ón|ones)|textos?|viñetas|puntos clave|versión|respuesta",
  ),
  here("aqui (?:está|estão|tem|vai)", "títulos?|descriç(?:ão|ões)|textos?|tópicos|pontos|versão|resposta"),
  here("ecco", "titol[oi]|descrizion[ei]|test[oi]|punti(?: elenco| chiave)?|versione|risposta"),
  here(
    "hier (?:is|zijn)",
    "titels?|\\p{L}*beschrijving(?:en)?|\\p{L}*teksten?|\\p{L}*tekst|opsommingspunten|versie|antwoord",
  ),
  here("här (?:är|kommer)", "\\p{L}*titeln?|\\p{L}*beskrivning(?:en)?|\\p{L}*text(?:en)?|punkterna|versionen|svaret"),
  here(
    "her (?:er|kommer)",
    "\\p{L}*titt?el(?:en)?|\\p{L}*beskrivelse[nr]?|\\p{L}*tekst(?:en)?|punktene|punkterne|svaret",
  ),
  here("oto", "tytuł\\p{L}*|opis\\p{L}*|tekst\\p{L}*|punkty|wersja|odpowiedź"),
  here("zde (?:je|jsou)|tady (?:je|jsou)", "název|popis\\p{L}*|text\\p{L}*|body|verze|odpověď"),
  here("вот", "заголов\\p{L}*|описани\\p{L}*|текст\\p{L}*|пункты|верси\\p{L}*|ответ"),
];
const agreed =
  "(?:sure|certainly|of course|absolutely|okay|ok|great|gerne|natürlich|selbstverständlich|klar|bien sûr|certainement|avec plaisir|claro|por supuesto|com certeza|certo|certamente|volentieri|natuurlijk|zeker|graag|självklart|javisst|selvfølgelig|oczywiście|jasne|samozřejmě|конечно)\\s?[,!.:]*\\s";
/** What a model says that it will do. */
const willDo = `(?:i['’]ll|i will|i can|let me|i['’]d be happy to|ich (?:schreibe|erstelle|helfe)|je (?:vais|peux) (?:vous |t['’])?(?:aider|rédiger|écrire))(?: \\p{L}+){0,6}? (?:write|create|help|provide|draft|generate|rewrite|title|description|texts?|beschreibung|rédiger|écrire|aider)${end}`;

/** Words with which a part of a text begins that are a chat, and no text. */
export const chatterOpenings = new RegExp(
  // Who agrees first speaks to somebody, whatever follows.
  `^${agreed}(?:${handOvers.join("|")})${end}|^(?:${handOvers.join("|")})${handedOver}|^${agreed}${willDo}`,
  "iu",
);

const chinese =
  "^(?:好的|当然|當然|没问题|沒問題)[，,！!。]|^(?:以下是|这是|這是)(?:您|你|为您|為您|產品|产品|商品)?[^。：:\\n]{0,12}(?:标题|標題|描述|文案|说明|說明)[：:]";
const japanese =
  "^(?:承知(?:いた)?しました|かしこまりました|もちろんです)|^(?:以下(?:が|は)|こちらが)[^。：:\\n]{0,20}(?:説明文?|タイトル|文章|商品説明)(?:です|になります|[：:])";
const korean = "^(?:물론입니다|네, 알겠습니다)|^(?:다음은|여기)[^.:\\n]{0,20}(?:설명|제목|텍스트)(?:입니다|[:：])";
/** The same in languages of the East. */
export const easternChatter = new RegExp(`${chinese}|${japanese}|${korean}`, "u");

/** A heading that names the content type, which no text has. */
export const ownHeading =
  /^(?:seo[ _-]?)?(?:title|description|desc|product title|product description|meta description|titel|produkttitel|beschreibung|produktbeschreibung|titre|título|descripción|titolo|descrizione|beschrijving|descrição|tytuł|opis|beskrivning|beskrivelse)\s*:/iu;
