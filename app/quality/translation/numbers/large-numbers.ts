/** The words that make a number a thousand or a million times as large, in one language. */
export interface ScaleWords {
  /** sticky: one of them, right behind a number */
  behind: RegExp;
  /** lower case, without its dot → how many times as large */
  factors: ReadonlyMap<string, number>;
}

const loaded = new Map<string, ScaleWords>();
/** Abbreviations beside those of CLDR: "500K" is read everywhere. */
const everywhere: readonly (readonly [string, number])[] = [
  ["k", 1e3],
  ["bn", 1e9],
  ["tsd", 1e3],
  ["mio", 1e6],
  ["mrd", 1e9],
];

/** From CLDR: "million", "Mio.", "тыс.", "mil", 万. */
export function scaleWordsOf(locale: string): ScaleWords {
  const known = loaded.get(locale);
  if (known) return known;
  const factors = new Map<string, number>(everywhere);
  for (const compactDisplay of ["long", "short"] as const) {
    const format = new Intl.NumberFormat(`${locale}-u-nu-latn`, { notation: "compact", compactDisplay });
    for (const power of [3, 4, 6, 8, 9]) {
      for (const times of [1, 1.5, 2, 5]) {
        const parts = format.formatToParts(times * 10 ** power);
        const number = Number(
          parts
            .filter(({ type }) => type === "integer" || type === "fraction")
            .map(({ value }) => value)
            .join(times === 1.5 ? "." : ""),
        );
        const word =
          parts
            .find(({ type }) => type === "compact")
            ?.value.toLowerCase()
            .replace(/\.$/, "") ?? "";
        const factor = 10 ** Math.round(Math.log10((times * 10 ** power) / number));
        if (word !== "" && factor > 1 && !factors.has(word)) factors.set(word, factor);
      }
    }
  }
  const names = [...factors.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const behind = new RegExp(
    `[ \\u00a0\\u202f-]?(?<word>${names.join("|")})(?![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{M}])\\.?`,
    "iuy",
  );
  const built = { behind, factors };
  loaded.set(locale, built);
  return built;
}

/** How many times as large the word behind a number makes it. */
export function scaleAt(
  text: string,
  at: number,
  locale: string,
): { factor: number; end: number; isSure: boolean } | null {
  const { behind, factors } = scaleWordsOf(locale);
  behind.lastIndex = at;
  const match = behind.exec(text);
  const word = match?.groups?.word ?? "";
  const factor = factors.get(word.toLowerCase());
  if (!match || factor === undefined) return null;
  // "5 m" and "4 k" are something else as well.
  return {
    factor,
    end: at + match[0].length,
    isSure: word.length > 2 || /\p{Script=Han}|\p{Script=Hangul}/u.test(word),
  };
}
