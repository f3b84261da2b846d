import type { Bound } from "./quantity.ts";

/** Words and signs that come right before a number, of the languages of claims and some more. */
const before: Readonly<Record<Bound, string>> = {
  up_to:
    "not more than|no more than|nicht mehr als|pas plus de|no más de|non più di|niet meer dan|não mais de|nie więcej niż|inte mer än|ikke mere end|ikke mer enn|不超过|up to|max|max.|maximum|maximal|maximum of|≤|bis zu|bis|höchstens|jusqu'à|maximum de|au maximum|hasta|máximo|máx.|como máximo|fino a|massimo|al massimo|tot|tot wel|maximaal|até|do|maksymalnie|maks.|nawet do|upp till|högst|op til|opptil|maksimalt|最大|最長|最长|最高|最多|長達|长达|高达|최대|до|až|jopa|максимум|en fazla|έως|akár",
  at_least:
    "not less than|no less than|nicht weniger als|at least|min.|minimum|≥|mindestens|ab|au moins|al menos|mínimo|por lo menos|almeno|minimo|ten minste|minstens|minimaal|pelo menos|co najmniej|minst|mindst|最低|至少|최소|не менее|alespoň|vähintään|en az|τουλάχιστον|from|starting at",
  above:
    "more than|over|>|above|über|mehr als|plus de|más de|oltre|più di|meer dan|mais de|ponad|powyżej|över|mer än|mer enn|mere end|超过|超過|více než|yli|более",
  below:
    "less than|under|<|below|unter|weniger als|moins de|menos de|meno di|minder dan|mniej niż|poniżej|mindre än|mindre end|mindre enn|不到|méně než|alle|менее",
  about:
    "nearly|almost|just under|just over|a good|fast|knapp|gut|gute|presque|près de|un peu moins de|un peu plus de|casi|poco más de|quasi|poco più di|poco meno di|bijna|ruim|krap|quase|pouco mais de|prawie|niecałe|niecały|niespełna|niemal|nästan|drygt|knappt|næsten|godt|nesten|téměř|skoro|lähes|почти|чуть более|neredeyse|σχεδόν|ほぼ|近|about|approx|approx.|approximately|around|roughly|circa|ca|ca.|c.|etwa|ungefähr|rund|zirka|environ|env.|aprox.|aproximadamente|unos|unas|alrededor de|ongeveer|cerca de|około|ok.|ungefär|omkring|cirka|約|约|大约|大約|약|~|≈|±|около|asi|přibližně|noin|περίπου|yaklaşık",
};

/** Words and signs right behind a quantity. */
const after: Readonly<Record<Bound, string>> = {
  up_to: "maximum|max|or less|以下|以内|이하|之内|まで",
  at_least:
    "+|or more|and up|and over|minimum|oder mehr|ou plus|o más|o più|of meer|ou mais|lub więcej|eller mer|eller mere|以上|이상|起",
  above: "超|초과",
  below: "未満|未满|미만",
  about: "足らず|弱|強|ぐらい|くらい|多|前後|左右|ほど|程度|정도",
};

const beforeWords = table(before);
const afterWords = table(after);
/** The longest words before a number, with their space. */
const lookBehind = 22;
const lookAhead = 12;
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
