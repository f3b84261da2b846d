/** Words that make a span of months or years an age, before it or behind it; of the languages of claims and some more. */
const before =
  /(?:\bage[sd]?(?: range| group| recommendation)?|\brecommended for|\bchildren|\bkids?|\btoddlers?|\bbab(?:y|ies)|\bnewborns?|\binfants?|\balter(?:sempfehlung|sgruppe)?|\bkinder|\bbabys?|\bfür|\bâge|\benfants?|\bbébés?|\bdès|\bedad|\bniñ[oa]s|\bbebés?|\betà|\bbambin[ioea]|\bneonati|\bleeftijd|\bkinderen|\bidade|\bcrianças|\bwiek|\bwieku|\bdzieci|\bålder|\bbarn|\balder|\bbørn|対象年齢|年齢|年龄|年齡|适用年龄|연령|возраст\S*|детей|детям|věk\S*|děti|ikä|lapsille)(?:[^\d.!?;\n]{0,24})$/iu;
const after =
  /^\s?(?:olds?\b|of age|and up|and older|and over|-old|\+|oder älter|und älter|et plus|o más|y más|in su|e più|en ouder|e mais|i więcej|i starsz|och uppåt|og opp|og op|old\b|から|以上|まで|及以上|이상|부터|и старше)/iu;
/** Counters that mean years of life alone. */
const ageCounter = /(?:歳|才|岁|歲|세|살|周岁|åring|jarige|годовал)/u;
/** German "ab 3 Jahren", French "dès 3 ans": from, in front of years or months. */
const from =
  /(?:\b(?:ab|from|dès|à partir de|desde(?: los)?|a partir de|dai|vanaf|från|fra|od|a partir dos|alkaen|desde os)\s*)$/iu;
const notAge =
  /(?:warrant|guarant|garanti|gwaranc|gewähr|záruk|保証|质保|保修|보증|гарант|experience|erfahrung|since|seit|depuis|desde hace|history|tradition|battery|akku|deliver|liefer|rückgabe|return)/iu;
const upTo = /(?:\b(?:up to|under|bis(?: zu)?|jusqu['’]à|hasta|fino a|tot|até|do|upp till|op til)\s*)$/iu;

/** Which ages a span of years or months is for. */
export type AgeBound = "from" | "to" | "at";

/** "Ages 3", "Alter: 6": only these words make a bare number years. */
const strictBefore =
  /(?:\bage[sd]?(?: range| group| recommendation)?|\balter(?:sempfehlung|sgruppe)?|\bâge|\bedad|\betà|\bleeftijd|\bidade|\bwiek|\bålder|\balder|対象年齢|年齢|年龄|年齡|연령)(?:[^\d.!?;\n\p{L}]{0,3}(?:from|ab|from|recommended|:)?[^\d.!?;\n\p{L}]{0,3})$/iu;
const fromBehind =
  /^\s?(?:\+|and up|and older|and over|oder älter|und älter|et plus|o más|y más|in su|e più|en ouder|e mais|から|以上|及以上|이상|부터|и старше|i więcej|og op|og opp|och uppåt|yrs\+|years\+)/iu;

interface AgePlace {
  start: number;
  end: number;
  /** as written, e.g. `Jahren` */
  unitName: string;
  isRange: boolean;
  /** of the fact, if the text is one */
  name: string;
}

/** As {@link ageBound}, of a number without a unit: `ages 3+`. */
export function bareAgeBound(text: string, { start, end, isRange, name }: AgePlace): AgeBound | null {
  const behind = text.slice(Math.max(0, start - 40), start);
  if (!strictBefore.test(behind) && !(strictBefore.test(name) && behind.trim() === "")) return null;
  if (isRange) return "at";
  return fromBehind.test(text.slice(end, end + 24)) || from.test(behind) ? "from" : "at";
}

/** Whether a span of years or months is an age; null when it is none. */
export function ageBound(text: string, { start, end, unitName, isRange, name }: AgePlace): AgeBound | null {
  const behind = text.slice(Math.max(0, start - 40), start);
  const ahead = text.slice(end, end + 24);
  if (notAge.test(behind) || notAge.test(ahead) || notAge.test(name)) return null;
  const isFrom = from.test(behind) || fromBehind.test(ahead);
  const isNewborn =
    isRange &&
    /(?:^|[^\d])0$/.test(text.slice(0, start + 1)) &&
    /mon|mois|mes|mie|maand|mån|mdr|mnd|月|개월|мес/iu.test(unitName);
  const isAge =
    ageCounter.test(unitName) ||
    after.test(ahead) ||
    before.test(behind) ||
    before.test(name) ||
    isNewborn ||
    (isFrom && /^(?:jahren|ans|años|anni|jaar|anos|lat|år|let|rokov|χρονών)$/iu.test(unitName));
  if (!isAge) return null;
  if (isRange) return "at";
  if (isFrom) return "from";
  return upTo.test(behind) || /^\s?(?:まで|以下|이하)/u.test(ahead) ? "to" : "at";
}
