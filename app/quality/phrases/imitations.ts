import { withoutPhraseSigns } from "../../texts/text-body.ts";

// Letters of other scripts that look like Latin ones. @see https://www.unicode.org/reports/tr39/#Confusable_Detection
const foreignLetters: Record<string, string> = {
  а: "a", α: "a", в: "b", β: "b", с: "c", ϲ: "c", ԁ: "d", е: "e", ё: "e", є: "e", ε: "e", ց: "g", һ: "h", н: "h", і: "i", ї: "i", ι: "i",
  ӏ: "l", ј: "j", к: "k", κ: "k", ӎ: "m", м: "m", п: "n", η: "n", ո: "n", о: "o", ο: "o", σ: "o", օ: "o", р: "p", ρ: "p", ԛ: "q", г: "r",
  ѕ: "s", т: "t", τ: "t", υ: "u", ս: "u", ц: "u", ν: "v", ѵ: "v", ѡ: "w", ω: "w", х: "x", χ: "x", у: "y", γ: "y", ү: "y",
}; // biome-ignore format: a table
/** Of phonetic writing: no language spells its words with them. */
const phoneticLetters: Record<string, string> = { ɑ: "a", ɡ: "g", ʏ: "y", ɩ: "i", ʟ: "l" };
/** Digits and signs, which are what they are except within a word. */
const signs: Record<string, string> = {
  "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", $: "s", "€": "e", "¢": "c", "!": "i", "|": "l",
}; // biome-ignore format: a table
/** Which may as well be read as an i. */
const upright = new Set(["1", "|"]);

const sign = "[\\p{L}\\p{M}\\p{N}@$€¢!|]";
const gap = "[.\\-_*·•'’]{1,2}";
/** A word with letters and what may imitate them: in one piece, or sign by sign. */
const word = new RegExp(`(?<!${sign})${sign}(?:${gap}${sign}){2,}(?!${sign})|${sign}+`, "gu");
const notAscii = /[^\p{ASCII}]/u;
const anyLetter = /\p{L}/u;
const holdsSigns = /\p{L}(?:[.\-_*·•'’]{1,2})?[013457|8@$€¢!]|[013457|8@$€¢!](?:[.\-_*·•'’]{1,2})?\p{L}|\p{Ll}I/u;

/**
 * What a text may be meant to be read as: without invisible signs, compatibility forms are plain letters, and a letter of another
 * script, a digit or a sign is the letter that it imitates. Only what imitates is read as something else: a text in its own
 * spelling stays as it is, `all` is no `ail`, `50` no `so`.
 * @param locale of the text, BCP-47
 */
export function readingsOf(text: string, locale: string): ReadonlySet<string> {
  const plain = spelledPlainly(text);
  const letters = anyLetter.test(plain) && notAscii.test(plain) ? inPlainLetters(plain, locale) : plain;
  const readings = [letters];
  if (holdsSigns.test(letters))
    for (const asI of [false, true]) readings.push(letters.replace(word, (one) => withoutSigns(one, asI)));
  return new Set(readings);
}

/** How a word may be imitated: as it is, and with all letters of other scripts levelled. */
export function formsOf(phrase: string): ReadonlySet<string> {
  const plain = spelledPlainly(phrase);
  return new Set([plain, plain.replace(/\p{L}/gu, (letter) => foreignLetters[letter.toLowerCase()] ?? letter)]);
}

function spelledPlainly(text: string): string {
  if (!notAscii.test(text)) return text;
  return (
    withoutPhraseSigns(text)
      .normalize("NFKC")
      .replace(/[\p{Cf}\u115f\u1160\u3164\u2800]/gu, "")
      // Vowel points, which a text may leave out.
      .replace(/[\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/gu, "")
      // What no letter is written with: composing has left it over.
      .replace(/(\p{Script=Latin})\p{M}+/gu, "$1")
  );
}

function mostlyLatin(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/\p{Script=Latin}/gu) * 2 > count(/\p{L}/gu);
}

function inPlainLetters(text: string, locale: string): string {
  const isLatin = mostlyLatin(text);
  const language = locale.split("-")[0]?.toLowerCase() ?? "";
  return text.replace(word, (one) => withPlainLetters(one, { isLatin, language }));
}

function withPlainLetters(one: string, { isLatin, language }: { isLatin: boolean; language: string }): string {
  if (!notAscii.test(one)) return one;
  const isMixed =
    /\p{Script=Latin}/u.test(one) && /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(one);
  const isForeign =
    isLatin && [...one.toLowerCase()].every((letter) => !/\p{L}/u.test(letter) || letter in foreignLetters);
  const isTurkic = language === "tr" || language === "az";
  let read = "";
  const letters = [...one];
  letters.forEach((letter, i) => {
    const small = letter.toLowerCase();
    const imitated = (isMixed || isForeign ? foreignLetters[small] : undefined) ?? phoneticLetters[small];
    if (imitated !== undefined) read += imitated;
    else if (letter === "ı" && !isTurkic) read += "i";
    else read += language === "en" && i < letters.length - 1 ? withoutAccent(letter) : letter;
  });
  return read;
}

/** English has no accents, except at the end of words that came with them, as in "rosé"; two dots, ñ and ç come with names. */
function withoutAccent(letter: string): string {
  const [base = letter, mark] = letter.normalize("NFD");
  return mark !== undefined && /[aeiouy]/i.test(base) && /[\u0300-\u0302\u0304\u0306\u0307]/u.test(mark)
    ? base
    : letter;
}

function withoutSigns(one: string, asI: boolean): string {
  const marks = [...one];
  const letters = marks.filter((mark) => /\p{L}/u.test(mark)).length;
  const imitating = marks.filter((mark) => mark in signs).length;
  if (imitating === 0 && !/\p{Ll}I/u.test(one)) return one;
  const begins = /^\p{L}/u.test(one);
  const isWord = begins ? letters >= 2 && letters >= imitating : letters >= 3 && letters > imitating;
  if (!isWord) return one;
  return marks
    .map((mark, i) => {
      // A capital I within small letters.
      if (mark === "I" && /\p{Ll}/u.test(marks[i - 1] ?? "")) return asI ? "i" : "l";
      const letter = signs[mark];
      if (letter === undefined) return mark;
      const isDigit = /\d/.test(mark);
      // What ends a sentence or begins a price or a handle is no letter.
      if (!isDigit && (i === marks.length - 1 || (i === 0 && mark === "!"))) return mark;
      return asI && upright.has(mark) ? "i" : letter;
    })
    .join("");
}
