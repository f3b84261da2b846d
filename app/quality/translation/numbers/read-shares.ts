import { numberWordsOf } from "../../quantities/number-words.ts";
import type { Unit } from "../../quantities/unit.ts";
import { amount, type Claim, type Meaning } from "./said-number.ts";

const percent: Unit = { dimension: "percent", factor: 1, system: "metric" };

/** Stems of "third", "quarter", "fifth", "eighth" and "tenth" as a part, by language; behind them any ending. */
const denominators: Readonly<Record<string, string>> = {
  en: "3=thirds?;4=quarters?|fourths?;5=fifths?;8=eighths?;10=tenths?",
  de: "3=drittel;4=viertel;5=fünftel;8=achtel;10=zehntel",
  fr: "3=tiers;4=quarts?;5=cinquièmes?;8=huitièmes?;10=dixièmes?",
  es: "3=tercios?|tercera parte;4=cuartos?|cuarta parte;5=quintos?|quinta parte;8=octavos?;10=décimos?",
  it: "3=terz[oi]|terza parte;4=quart[oi]|quarta parte;5=quint[oi];8=ottav[oi];10=decim[oi]",
  pt: "3=terços?|terça parte;4=quartos?|quarta parte;5=quintos?;8=oitavos?;10=décimos?",
  nl: "3=derden?;4=kwart|vierden?;5=vijfden?;8=achtsten?;10=tienden?",
  pl: "3=trzeci;4=czwart|ćwier;5=piąt;8=ósm;10=dziesiąt",
  cs: "3=třetin;4=čtvrtin|čtvrt;5=pětin;8=osmin;10=desetin",
  sk: "3=tretin;4=štvrtin|štvrť;5=pätin;8=osmin;10=desatin",
  ru: "3=трет;4=четверт|четвёрт;5=пят[аоуы][йяю]?[хм]?(?!\\p{L});8=восьм[аоуы];10=десят[аоуы]",
  uk: "3=трет;4=чверт|четверт;5=п[’'ʼ]ят[аоиу];8=восьм[аоиу];10=десят[аоиу]",
  bg: "3=трет;4=четвърт;5=пет[аи];8=осм[аи];10=десет[аи]",
  hr: "3=trećin;4=četvrtin;5=petin;8=osmin;10=desetin",
  sl: "3=tretjin;4=četrtin;5=petin;8=osmin;10=desetin",
  sv: "3=tredjedel;4=fjärdedel|kvart;5=femtedel;8=åttondel;10=tiondel",
  da: "3=tredjedel;4=fjerdedel|kvart;5=femtedel;8=ottendedel;10=tiendedel",
  nb: "3=tredel|tredjedel;4=firedel|fjerdedel|kvart;5=femdel|femtedel;8=åttedel;10=tidel",
  fi: "3=kolmaso;4=neljäso|neljänn;5=viideso;8=kahdeksaso;10=kymmeneso",
  hu: "3=harmad;4=negyed;5=ötöd;8=nyolcad;10=tized",
  ro: "3=treim;4=sfert|pătrim;5=cincim;8=optim;10=zecim",
  tr: "",
  el: "3=τρίτ;4=τέταρτ;5=πέμπτ;8=όγδο;10=δέκατ",
  ar: "3=ثلث;4=ربع|أرباع;5=خمس;8=ثمن;10=عشر",
};
const joiner = "[ \\u00a0-]?(?:de |of |of a )?";
const patterns = new Map<string, RegExp | null>();

/** "two thirds", "zwei Drittel", "un quart". */
function fractionWords(locale: string): { pattern: RegExp | null; language: string } {
  const language = locale.split("-")[0]?.toLowerCase() ?? "";
  const known = patterns.get(locale);
  if (known !== undefined) return { pattern: known, language };
  const row = denominators[language];
  const stems = (row ?? "").split(";").flatMap((entry) => {
    const [value = "", names = ""] = entry.split("=");
    return names === "" ? [] : [`(?<of${value}>${names})`];
  });
  const counts = [...numberWordsOf(locale).values]
    .filter(([, value]) => Number.isInteger(value) && value > 0 && value < 10)
    .map(([name]) => name)
    .sort((a, b) => b.length - a.length);
  const pattern =
    stems.length === 0 || counts.length === 0
      ? null
      : new RegExp(
          `(?<![\\p{L}\\p{M}])(?:(?<above>${counts.join("|")}|\\d)${joiner})?(?:ال|al)?(?:${stems.join("|")})(?<rest>[\\p{L}\\p{M}]{0,5})(?![\\p{L}\\p{M}])`,
          "giu",
        );
  patterns.set(locale, pattern);
  return { pattern, language };
}

const inSigns = /(?<![\d.,/\p{L}])(?<above>\d{1,2})[/⁄](?<below>\d{1,3})(?![\d/\p{L}]|[.,]\d)/gu;
/** `4.8/5`, "4.8 out of 5" are read as two numbers. */
const easternParts =
  /(?<below>\d{1,3}|[二三四五六七八九十百])[ ]?(?:分の|分之|분의)[ ]?(?<above>\d{1,3}|[一二三四五六七八九])/gu;
const han = "一二三四五六七八九十";
const cut = /(?<value>\d{1,2}(?:\.\d)?|[一二三四五六七八九]{1,2}) ?折/gu;
const tenths = /(?<value>\d{1,2}|[一二三四五六七八九])割(?:(?<more>\d|[一二三四五六七八九])分)?(?!れ|る|り|っ)/gu;

/** Fractions in signs, and what a price is cut by in the east: 8折 and 2割 are both 20 %. */
export function readShares(text: string): Claim[] {
  const claims: Claim[] = [];
  for (const { groups, 0: all, index } of text.matchAll(inSigns)) {
    const [above, below] = [Number(groups?.above), Number(groups?.below)];
    if (above === 0 || below < 2 || above >= below || below > 100) continue;
    const share = fractionAt(index, all.length, above, below);
    claims.push({ ...share, meanings: [...share.meanings, ...daysOf(above, below), ...daysOf(below, above)] });
  }
  if (/[分분折割]/.test(text)) {
    for (const { groups, 0: all, index } of text.matchAll(easternParts)) {
      claims.push(fractionAt(index, all.length, hanValue(groups?.above), hanValue(groups?.below)));
    }
    for (const { groups, 0: all, index } of text.matchAll(cut)) {
      const value = hanValue(groups?.value);
      const left = value > 10 ? value : value * 10;
      claims.push({ start: index, end: index + all.length, meanings: [amount(100 - left, percent)], parts: [] });
    }
    for (const { groups, 0: all, index } of text.matchAll(tenths)) {
      const value = hanValue(groups?.value) * 10 + (groups?.more ? hanValue(groups.more) : 0);
      claims.push({ start: index, end: index + all.length, meanings: [amount(value, percent)], parts: [] });
    }
  }
  return claims;
}

/** The values of the fractions that stand in words: 2/3 of "zwei Drittel". Words that also mean other things are among them. */
export function fractionsInWords(text: string, locale: string): ReadonlySet<number> {
  const values = new Set<number>();
  const { pattern, language } = fractionWords(locale);
  if (!pattern) return values;
  const counts = numberWordsOf(locale).values;
  for (const { groups = {} } of text.matchAll(pattern)) {
    const below = Number(
      Object.keys(groups)
        .find((name) => /^of\d/.test(name) && groups[name])
        ?.slice(2),
    );
    const written = groups.above;
    const one = /^\d$/.test(written ?? "") ? Number(written) : (counts.get(written?.toLowerCase() ?? "") ?? 1);
    // Arabic has a form for two of them.
    const isDual = language === "ar" && /^[اي]ن/u.test(groups.rest ?? "");
    values.add((written === undefined && isDual ? 2 : one) / below);
  }
  return values;
}

/** "Order by 12/24" may be a day. */
function daysOf(month: number, day: number): Meaning[] {
  return month <= 12 && day <= 31 ? [{ kind: "date", year: null, month, day }] : [];
}

function fractionAt(start: number, length: number, above: number, below: number): Claim {
  return { start, end: start + length, meanings: [amount(above / below)], parts: [above, below] };
}

function hanValue(written = ""): number {
  if (/^[\d.]+$/.test(written)) return Number(written);
  if (written === "百") return 100;
  let value = 0;
  for (const sign of written) value = value * 10 + han.indexOf(sign) + 1;
  return value;
}
