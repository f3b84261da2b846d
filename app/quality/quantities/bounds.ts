import type { Bound } from "./quantity.ts";

/** Words and signs that come right before a number, of the languages of claims and some more. */
const before: Readonly<Record<Bound, string>> = {
  up_to:
    "not more than|no more than|nicht mehr als|pas plus de|no más de|non più di|niet meer dan|não mais de|nie więcej niż|inte mer än|ikke mere end|ikke mer enn|不超过|up to|max|max.|maximum|maximal|maximum of|≤|bis zu|bis|höchstens|jusqu'à|maximum de|au maximum|hasta|máximo|máx.|como máximo|fino a|massimo|al massimo|tot|tot wel|maximaal|até|do|maksymalnie|maks.|nawet do|upp till|högst|op til|opptil|maksimalt|最大|最長|最长|最高|最多|長達|长达|高达|최대|до|až|jopa|максимум|en fazla|έως|akár|legfeljebb|maximálisan|până la|cel mult|maxim|най-много|najviše|maks|najviac|največ|щонайбільше|до максимум|עד|حتى|يصل إلى|تصل إلى|สูงสุด|ไม่เกิน|tối đa|lên đến|lên tới|hingga|sampai|maksimal|enintään|korkeintaan|maksimissaan|nejvýše|maximálně|maximálne|не более|не больше|не більше|μέχρι|το πολύ|अधिकतम",
  at_least:
    "not less than|no less than|nicht weniger als|at least|min.|minimum|≥|mindestens|ab|au moins|al menos|mínimo|por lo menos|almeno|minimo|ten minste|minstens|minimaal|pelo menos|co najmniej|minst|mindst|最低|至少|최소|не менее|alespoň|vähintään|en az|τουλάχιστον|from|starting at|legalább|cel puțin|minim|поне|най-малко|barem|najmanje|vsaj|najmanj|aspoň|najmenej|щонайменше|принаймні|לפחות|ما لا يقل عن|कम से कम|न्यूनतम|อย่างน้อย|ít nhất|tối thiểu|setidaknya|minimal|по крайней мере|как минимум",
  above:
    "more than|over|>|above|über|mehr als|plus de|más de|oltre|più di|meer dan|mais de|ponad|powyżej|över|mer än|mer enn|mere end|超过|超過|více než|yli|более|több mint|peste|mai mult de|над|повече от|preko|više od|iznad|več kot|viac ako|viac než|vyše|přes|понад|більше|свыше|מעל|יותר מ|أكثر من|มากกว่า|กว่า|hơn|trên|lebih dari|plus d'|más d'|πάνω από|περισσότερο από|longer than|länger als|plus longtemps que|más tiempo que|più a lungo di|langer dan|dłużej niż|längre än|længere end|lenger enn|déle než|дольше|довше|pidempään kuin",
  below:
    "less than|under|<|below|unter|weniger als|moins de|menos de|meno di|minder dan|mniej niż|poniżej|mindre än|mindre end|mindre enn|不到|méně než|alle|менее|kevesebb mint|sub|mai puțin de|под|по-малко от|ispod|manje od|manj kot|menej ako|menej než|pod|менше|менше ніж|פחות מ|أقل من|น้อยกว่า|ไม่ถึง|dưới|ít hơn|kurang dari|di bawah|moins d'|κάτω από|λιγότερο από|kevesebb",
  about:
    "nearly|almost|just under|just over|a good|fast|knapp|gut|gute|presque|près de|un peu moins de|un peu plus de|casi|poco más de|quasi|poco più di|poco meno di|bijna|ruim|krap|quase|pouco mais de|prawie|niecałe|niecały|niespełna|niemal|nästan|drygt|knappt|næsten|godt|nesten|téměř|skoro|lähes|почти|чуть более|neredeyse|σχεδόν|ほぼ|近|about|approx|approx.|approximately|around|roughly|circa|ca|ca.|c.|etwa|ungefähr|rund|zirka|environ|env.|aprox.|aproximadamente|unos|unas|alrededor de|ongeveer|cerca de|około|ok.|ungefär|omkring|cirka|約|约|大约|大約|약|~|≈|±|около|asi|přibližně|noin|περίπου|yaklaşık|a little under|a little over|slightly under|slightly over|slightly less than|slightly more than|a little less than|a little more than|close to|a shade under|a touch over|barely|some|knappe|knapper|knappes|knappen|guten|guter|gutes|annähernd|gegen|etwas über|etwas unter|etwas mehr als|etwas weniger als|une petite|une bonne|un bon|un petit|à peine|autour de|quelque|tout juste|un peu moins d'|un peu plus d'|près d'|approximativement|poco menos de|en torno a|all'incirca|intorno a|intorno ai|pressoché|por volta de|perto de|pouco menos de|uns|umas|zo'n|een kleine|een dikke|iets meer dan|iets minder dan|net geen|blisko|z grubsza|mniej więcej|runt|närmare|strax under|strax över|omtrent|rundt|lidt over|lidt under|litt over|litt under|knap|snaut|körülbelül|kb|kb.|majdnem|közel|mintegy|aproximativ|cam|aproape|în jur de|приблизително|oko|otprilike|približno|gotovo|okoli|skoraj|približne|takmer|okolo|cca|cca.|близько|приблизно|майже|примерно|приблизительно|чуть больше|чуть меньше|כמעט|בערך|حوالي|نحو|تقريبا|ما يقارب|लगभग|करीब|तकरीबन|ประมาณ|ราว|เกือบ|khoảng|gần|chừng|sekitar|kurang lebih|hampir|reilut|reilu|vajaat|vajaa|hieman alle|hieman yli|suunnilleen|aşağı yukarı|takriben|περί|περί τα",
};

/** Words and signs right behind a quantity. */
const after: Readonly<Record<Bound, string>> = {
  up_to:
    "maximum|max|or less|以下|以内|이하|之内|まで|tops|at most|at the most|höchstens|maximal|au plus|au maximum|como máximo|como mucho|al massimo|hooguit|no máximo|maksymalnie|maximalt|högst|तक|kadar|כל היותר",
  at_least:
    "+|or more|and up|and over|minimum|oder mehr|ou plus|o más|o più|of meer|ou mais|lub więcej|eller mer|eller mere|以上|이상|起|at least|mindestens|au moins|como mínimo|almeno|minstens|على الأقل",
  above: "超|초과|से अधिक|से ज़्यादा",
  below: "未満|未满|미만|से कम",
  about:
    "足らず|弱|強|ぐらい|くらい|多|前後|左右|ほど|程度|정도|escaso|escasos|escasa|escasas|scarso|scarsi|scarsa|scarse|abbondante|abbondanti|or so|or thereabouts|circa|ca|environ|à peu près|approximately|más o menos|aproximadamente|mais ou menos|ungefähr|ungefär|omtrent|körül|körüli|civarında|dolaylarında|तकरीबन|تقريبا|تقريبًا|בערך|โดยประมาณ|bien pesés|bien tassés|large|larges",
};

const beforeWords = table(before);
const afterWords = table(after);
/** The longest words before a number, with their space. */
const lookBehind = 22;
const lookAhead = 16;
const mostWords = 3;

/** What the words around a quantity say of its value; undefined: nothing. */
export function boundAt(text: string, start: number, end: number): Bound | undefined {
  return (
    boundBefore(text.slice(Math.max(0, start - lookBehind), start)) ?? boundAfter(text.slice(end, end + lookAhead))
  );
}

function boundBefore(behind: string): Bound | undefined {
  let words = behind.trimEnd().toLowerCase();
  if (words.endsWith(":")) words = words.slice(0, -1);
  if (words.includes("’")) words = words.replaceAll("’", "'");
  if (words.includes("\u00a0")) words = words.replaceAll("\u00a0", " ");
  let bound: Bound | undefined;
  let from = words.length;
  // "no more than" before "more than".
  for (let count = 0; count < mostWords && from > 0; count++) {
    from = words.lastIndexOf(" ", from - 1);
    bound = beforeWords.get(words.slice(from + 1)) ?? bound;
    if (from === -1) break;
  }
  if (bound || words === "") return bound;
  const isGlued = withoutSpaces.test(words.slice(-1));
  return beforeWords.get(words.slice(-1)) ?? (isGlued ? beforeWords.get(words.slice(-2)) : undefined);
}

function boundAfter(ahead: string): Bound | undefined {
  const text = ahead.toLowerCase();
  if (text.startsWith("+")) return "at_least";
  const glued =
    afterWords.get(text.slice(0, 3)) ?? afterWords.get(text.slice(0, 2)) ?? afterWords.get(text.slice(0, 1));
  if (glued && withoutSpaces.test(text)) return glued;
  const words = text.trimStart().split(/[\s\u00a0.,;]+/);
  for (let count = Math.min(mostWords, words.length); count > 0; count--) {
    const bound = afterWords.get(words.slice(0, count).join(" "));
    if (bound) return bound;
  }
  return undefined;
}

const withoutSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u;

function table(rows: Readonly<Record<Bound, string>>): ReadonlyMap<string, Bound> {
  const words = new Map<string, Bound>();
  for (const bound of ["up_to", "at_least", "above", "below", "about"] as const)
    for (const word of rows[bound].split("|")) words.set(word, bound);
  return words;
}
