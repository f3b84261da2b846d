import type { AgeStatement } from "../statements/statement.ts";
import type { FoundNumber } from "./found-number.ts";

/** Words that make a span of months or years an age, before it or behind it; of the languages of claims and some more. */
const before =
  /(?:(?<!\p{L})ages?(?: range| group| guide| recommendation)?|(?<!\p{L})aged(?: from)? ?$|(?<!\p{L})recommended for|(?<!\p{L})children|(?<!\p{L})kids?|(?<!\p{L})toddlers?|(?<!\p{L})bab(?:y|ies)|(?<!\p{L})newborns?|(?<!\p{L})infants?|(?<!\p{L})alter(?:sempfehlung|sgruppe)?|(?<!\p{L})kinder|(?<!\p{L})babys?|(?<!\p{L})für|(?<!\p{L})âge|(?<!\p{L})enfants?|(?<!\p{L})bébés?|(?<!\p{L})dès|(?<!\p{L})edad|(?<!\p{L})niñ[oa]s|(?<!\p{L})bebés?|(?<!\p{L})età|(?<!\p{L})bambin[ioea]|(?<!\p{L})neonati|(?<!\p{L})leeftijd|(?<!\p{L})kinderen|(?<!\p{L})idade|(?<!\p{L})crianças|(?<!\p{L})wiek|(?<!\p{L})wieku|(?<!\p{L})dzieci|(?<!\p{L})ålder|(?<!\p{L})barn|(?<!\p{L})alder|(?<!\p{L})børn|対象年齢|年齢|年龄|年齡|适用年龄|연령|возраст\S*|детей|детям|(?:ال|لل)?أ?عمار|(?:ال|لل)?عمر|(?:ال|لل)?أطفال|věk\S*|děti|\p{L}*ikä|lapsille|mayores de|maiores de|maggiori di|äldre än|powyżej)(?:[^\d.!?;\n]{0,24})$/iu;
const after =
  /^\s?(?:olds?\b|of age|and up|and older|and over|-old|\+|oder älter|und älter|et plus|o más|y más|in su|e più|en ouder|e mais|i więcej|i starsz|och uppåt|og opp|og op|old\b|から|以上|まで|及以上|이상|부터|и старше)/iu;
/** Words of those who have an age: beside them a span of years is no time that a thing keeps. */
export const ofPeople =
  /(?<!\p{L})(?:ages?|aged|old|child|kid|toddler|bab(?:y|ies)|infant|newborn|boys?|girls?|teens?|alter|kinder|kind|âge|enfant|bébé|edad|niñ|bebé|età|bambin|neonat|leeftijd|idade|criança|wiek|dzieci|ålder|barn|alder|børn|возраст|дет|věk|dět|\p{L}*ikä|laps)|年齢|年龄|年齡|연령|歳|岁|歲|세|살|子供|子ども|儿童|兒童|아이/iu;
/** Counters that mean years of life alone. */
const ageCounter = /(?:歳|才|岁|歲|세|살|周岁|åring|jarige|годовал)/u;
/** German "ab 3 Jahren", French "dès 3 ans": from, in front of years or months. */
const from =
  /(?:(?<!\p{L})(?:ab|from|dès|à partir de|desde(?: los)?|a partir de|dai|vanaf|från|fra|od|a partir dos|alkaen|desde os)\s*)$/iu;
const notAge =
  /(?:warrant|storage|cellar|(?<!\p{L})keeps?(?!\p{L})|se garde|conserva|hält sich|haltbar|lagerf|houdbaar|bewaren|przechow|hållbar|holdbar|shelf|aged for|matured|gereift|vieilli|invecchiat|stagionat|affinat|lagr|guarant|garanti|gwaranc|gewähr|záruk|保証|质保|保修|보증|гарант|experience|erfahrung|since|seit|depuis|desde hace|history|tradition|battery|akku|deliver|liefer|rückgabe|return)/iu;
const upTo = /(?:(?<!\p{L})(?:up to|under|bis(?: zu)?|jusqu['’]à|hasta|fino a|tot|até|do|upp till|op til)\s*)$/iu;

/** Which ages a span of years or months is for. */
type AgeBound = "from" | "to" | "at";

/** "Ages 3", "Alter: 6": only these words make a bare number years. */
const strictBefore =
  /(?:(?<!\p{L})age[sd]?(?: range| group| recommendation)?|(?<!\p{L})alter(?:sempfehlung|sgruppe)?|(?<!\p{L})âge|(?<!\p{L})edad|(?<!\p{L})età|(?<!\p{L})leeftijd|(?<!\p{L})idade|(?<!\p{L})wiek|(?<!\p{L})ålder|(?<!\p{L})alder|対象年齢|年齢|年龄|年齡|연령|возраст\p{L}{0,3}|вік|\p{L}*ikä(?:suositus)?|doporučený věk|(?<!\p{L})věk|(?<!\p{L})vek|(?<!\p{L})yaş|ηλικία|العمر|גיל|(?<!\p{L})vanus|vârst[aă]|életkor)(?:[^\d.!?;\n\p{L}]{0,3}(?:from|ab|from|recommended|:)?[^\d.!?;\n\p{L}]{0,3})$/iu;
const fromBehind =
  /^\s?(?:\+|and up|and older|and over|oder älter|und älter|et plus|o más|y más|in su|e più|en ouder|e mais|から|以上|及以上|이상|부터|и старше|i więcej|og op|og opp|och uppåt|yrs\+|years\+)/iu;

const yearsOrMonths =
  /^(?:years?|months?|jahren?|monaten?|ans?|mois|años?|meses|mes|anni|mesi|jaar|maanden|anos|lat|roku|miesi\p{L}*|år|månader|måneder|mdr|let|roky?|rokov|měsíců|mesiacov|χρονών|лет|месяц\p{L}*|vuotta|vuodesta|vuotiaasta|kuukaudesta|yaş|ヶ月|か月|個月|个月|개월|år|godina|mjeseci|سنة|سنوات|عاما|عامًا|أعوام|شهرا|شهرًا|أشهر)$/iu;

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
function bareAgeBound(text: string, { start, end, isRange, name }: AgePlace): AgeBound | null {
  const behind = text.slice(Math.max(0, start - 40), start);
  if (!strictBefore.test(behind) && !(strictBefore.test(name) && behind.trim() === "")) return null;
  if (isRange) return "at";
  return fromBehind.test(text.slice(end, end + 24)) || from.test(behind) ? "from" : "at";
}

/** Whether a span of years or months is an age; null when it is none. */
function ageBound(text: string, { start, end, unitName, isRange, name }: AgePlace): AgeBound | null {
  const behind = text.slice(Math.max(0, start - 40), start);
  const ahead = text.slice(end, end + 24);
  if (notAge.test(behind) || notAge.test(ahead) || notAge.test(name)) return null;
  // "2–8 years" after "from": German von, Spanish de, Italian da.
  const isFrom =
    from.test(behind) ||
    (isRange &&
      /(?<!\p{L})(?:von|de|da|van|from|od|fra|från|fuer|für|for|para|per|voor|pour|dla|till|til)\s$/iu.test(behind) &&
      yearsOrMonths.test(unitName)) ||
    fromBehind.test(ahead);
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
    (isFrom && yearsOrMonths.test(unitName));
  if (!isAge) return null;
  if (isRange) return "at";
  if (isFrom) return "from";
  return upTo.test(behind) || /^\s?(?:まで|以下|이하)/u.test(ahead) ? "to" : "at";
}

const month = 2_629_800;
const year = 31_557_600;
type Age = Pick<AgeStatement, "kind" | "fromMonths" | "toMonths" | "provable">;
const oldest = 18;

/** The age that a span of months or years is, or a bare number after "ages". */
export function ageOf(text: string, one: FoundNumber, name: string): Age | null {
  if (one.code !== undefined || one.values.length === 0) return null;
  const time = one.units.find((unit) => unit?.dimension === "time" && (unit.factor === month || unit.factor === year));
  const isBare = one.units[0] === null && (one.to?.[0] ?? one.values[0] ?? 0) <= oldest && !one.spelled;
  if (!time && !isBare) return null;
  const place = { start: one.start, end: one.end, unitName: one.unitName, isRange: one.to !== undefined, name };
  const bound = time ? ageBound(text, place) : bareAgeBound(text, place);
  if (bound === null) return null;
  const months = time?.factor === month ? 1 : 12;
  const low = (one.values[0] ?? 0) * months;
  if (low > oldest * 12) return null;
  const high = (one.to?.[0] ?? one.values[0] ?? 0) * months;
  return {
    kind: "age",
    provable: "age",
    fromMonths: bound === "to" ? null : low,
    toMonths: bound === "from" ? null : high,
  };
}
