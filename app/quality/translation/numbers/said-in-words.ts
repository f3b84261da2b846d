import { numberWordsOf } from "../../quantities/number-words.ts";
import { scanNumbers } from "../../quantities/scan-numbers.ts";
import { namedUnits, unitKey } from "../../quantities/unit-names.ts";
import type { Side } from "../side.ts";
import { scaleWordsOf } from "./large-numbers.ts";
import { fractionsInWords } from "./read-shares.ts";
import type { SaidNumber } from "./said-number.ts";

/** Words for two of a thing that hold no number: "double", "Paar", 雙. */
const doubles =
  /(?<!\p{L})(?:doubles?|doppel\p{L}*|doppelt\p{L}*|zweifach\p{L}*|dobles?|dupl[oa]s?|doppi[oae]|dubb[el]\p{L}*|dobb?elt\p{L}*|двойн\p{L}*|двух\p{L}*|подвійн\p{L}*|podw[óo]jn\p{L}*|dvoj\p{L}*|dvou\p{L}*|pairs?|paar\p{L}*|paire|pares?|paio|пар[аыуи]?|par[aeyuę]?|les deux|both|beid\p{L}*|ambos|ambas|entrambi|twin|bi\p{L}+)(?!\p{L})|[雙双兩两]|ダブル|ツイン|مزدوج|ثنائي|כפול|زوج|كلا|كلتا/iu;
const halves =
  /(?<!\p{L})(?:half|halv\p{L}*|halb\p{L}*|hälfte|moitié|demi\p{L}*|mitad|medi[oa]|metà|metade|mei[oa]|helft|poł[oó]w\p{L}*|pół|półowę|poloviny?|polovic\p{L}*|пол\p{L}*|puoli\p{L}*|puolet|fél\p{L}*|yarı\p{L}*|jumătate|μισ\p{L}*)(?!\p{L})|[半]|نصف|חצי|절반|반값|ครึ่ง/iu;
/** A sleeve of three quarters. */
const sleeves = /[七7]分|francesas?(?!\p{L})|czterech czwartych/iu;
const always =
  /around the clock|rund um die uhr|jour et nuit|día y noche|dia e noite|giorno e notte|круглосуточн|цілодобово|całą dobę|nonstop|non-stop|dygnet runt|døgnet rundt|年中無休|24時間|全天|全年無休|على مدار الساعة/iu;
/** Arabic and Hebrew nouns have a form for two. */
const duals: Readonly<Record<string, RegExp>> = {
  ar: /[\u0621-\u064a]{2,}(?:ان|ين|تا|تي)(?![\u0621-\u064a])/u,
  he: /[\u05d0-\u05ea]{2,}יים(?![\u05d0-\u05ea])/u,
};
const largestInCompounds = 12;
const shortestStem = 3;

/** Whether a side says a number in its words, read once for all that is asked of it. */
export class WordsOfSide {
  readonly #side: Side;
  #counts: Map<number, number> | undefined;
  #fractions: ReadonlySet<number> | undefined;
  readonly #compounds = new Map<number, boolean>();

  constructor(side: Side) {
    this.#side = side;
  }

  /** @param paired how many numbers in words of that value have their counterpart already */
  say({ meanings }: Pick<SaidNumber, "meanings">, paired: (value: number) => number): boolean {
    return meanings.some((one) => {
      if (one.kind === "clock") return one.minutes % 720 === 0;
      if (one.kind !== "amount") return false;
      const { value, unit } = one;
      if (unit?.dimension === "percent") return value === 50 && halves.test(this.#side.text);
      if ((this.#spelled().get(value) ?? 0) > paired(value)) return true;
      if (!Number.isInteger(value)) return this.#hasFraction(value);
      if (value === 1) return unit !== null && (this.#spelled().has(1) || this.#namesUnit(unit.dimension));
      if (value === 2 && (doubles.test(this.#side.text) || duals[this.#language]?.test(this.#side.text))) return true;
      if (unit?.dimension === "time" && value % 24 === 0 && always.test(this.#side.text)) return true;
      if (value >= 1_000) return this.#saysScaled(value);
      return value <= largestInCompounds && unit === null && this.#hasCompound(value);
    });
  }

  get #language(): string {
    return this.#side.locale.split("-")[0]?.toLowerCase() ?? "";
  }

  /** How often each value stands in words. */
  #spelled(): ReadonlyMap<number, number> {
    if (this.#counts) return this.#counts;
    this.#counts = new Map();
    for (const { spelled, values } of scanNumbers(this.#side.text, this.#side.locale)) {
      const [value] = values;
      if (spelled && value !== undefined) this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
    }
    return this.#counts;
  }

  #hasFraction(value: number): boolean {
    this.#fractions ??= fractionsInWords(this.#side.text, this.#side.locale);
    if (value === 0.75 && sleeves.test(this.#side.text)) return true;
    return this.#fractions.has(value) || (value === 0.5 && halves.test(this.#side.text));
  }

  /** "un litre": the article is the number; Arabic has none. */
  #namesUnit(dimension: string): boolean {
    const { text, locale } = this.#side;
    const words = text.slice(0, 20_000).match(/[\p{L}\p{M}]+/gu) ?? [];
    return words.some((word) =>
      [word, word.replace(/^(?:ال|لل|ل|ب)/u, "")].some((one) =>
        namedUnits(unitKey(one), locale).some(({ unit }) => unit.dimension === dimension),
      ),
    );
  }

  /** "eine Million", "two million". */
  #saysScaled(value: number): boolean {
    const { factors } = scaleWordsOf(this.#side.locale);
    const text = this.#side.text.toLowerCase();
    return [...factors].some(([word, factor]) => {
      if (word.length < 3 && !/\p{Script=Han}|\p{Script=Hangul}/u.test(word)) return false;
      const times = value / factor;
      return times >= 1 && text.includes(word) && (times === 1 || this.#spelled().has(times));
    });
  }

  /** "Zweisitzer", "двухместный": a word that begins with the number's. */
  #hasCompound(value: number): boolean {
    const known = this.#compounds.get(value);
    if (known !== undefined) return known;
    const has = this.#findsCompound(value);
    this.#compounds.set(value, has);
    return has;
  }

  #findsCompound(value: number): boolean {
    const stems = new Set<string>();
    for (const [name, of] of numberWordsOf(this.#side.locale).values) {
      if (of !== value || !/^\p{L}+$/u.test(name)) continue;
      if (name.length >= shortestStem) stems.add(name);
      if (name.length > shortestStem) stems.add(name.slice(0, -1));
    }
    if (stems.size === 0) return false;
    return new RegExp(`(?<![\\p{L}\\p{M}])(?:${[...stems].join("|")})\\p{L}{1,24}`, "iu").test(this.#side.text);
  }
}
