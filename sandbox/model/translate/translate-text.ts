import { hashText } from "../../shared/random.ts";
import type { TargetLanguage } from "./languages.ts";

export interface TranslateOptions {
  language: TargetLanguage;
  /** BCP-47 of the source and of the translation */
  from: string;
  to: string;
  /** words that stay as they are */
  keep: readonly string[];
  limitChars?: number | undefined;
}

/** What no translation changes by a letter. */
const fixed = [
  String.raw`\{\{[^{}\n]*\}\}`,
  String.raw`\{%[^{}\n]*%\}`,
  String.raw`[%$]?\{[\p{L}\p{N}_.]+\}`,
  String.raw`%(?:\d+\$)?[sd@](?!\p{L})`,
  String.raw`\[[\p{Ll}][\p{Ll}\p{N}_]*\](?!\()`,
  String.raw`(?:https?://|www\.)[^\s<>"]+`,
  String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
  "&[a-z#0-9]+;",
  // Codes: FF-RAV-01, A1, 3-in-1
  String.raw`(?<![\p{L}\p{N}])(?=[\p{L}\p{N}/-]*\d)(?=[\p{L}\p{N}/-]*\p{Lu})[\p{Lu}\p{N}]+(?:[-/][\p{Lu}\p{N}]+)*(?![\p{L}\p{N}])`,
  String.raw`\d+-in-\d+`,
];
/** TKL, ISO: where not all is in capitals. */
const abbreviation = String.raw`(?<![\p{L}\p{N}])\p{Lu}{2,6}(?![\p{L}\p{N}])`;
const number = String.raw`\d+(?:[.,]\d+)*`;

/** English unit → the name that Intl has for it. */
const units: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "year month week day hour minute second kilogram gram meter centimeter millimeter kilometer inch foot yard liter " +
    "milliliter ounce pound"
  )
    .split(" ")
    .flatMap((unit) => [
      [unit, unit],
      [`${unit}s`, unit],
    ]),
);
const irregular: Readonly<Record<string, string>> = { inches: "inch", feet: "foot", litre: "liter", litres: "liter" };

/**
 * The text in another language, as far as a program can do it: tags, placeholders, codes, names and numbers with their units stay
 * at their places, a few words are known, and for all others stand words of the language, always the same for one sentence.
 */
export function translateText(text: string, options: TranslateOptions): string {
  return text
    .split(/(<[^>]*>)/)
    .map((part, i) => (i % 2 === 1 ? part : translateRun(part, options)))
    .join("");
}

function translateRun(run: string, options: TranslateOptions): string {
  const { space, fullStop } = options.language;
  const start = space === "" ? run.replace(/^\.(?=\s|$)\s*/u, fullStop) : run;
  return start
    .split(/(\n+|(?<=[.!?])\s+(?=\S)|(?<=[。！？])\s*(?=\S))/u)
    .map((part, i) => (i % 2 === 1 ? part : translateSentence(part, options)))
    .join("");
}

function translateSentence(sentence: string, options: TranslateOptions): string {
  const { language, limitChars } = options;
  const [, before = "", words = "", behind = ""] = /^(\s*)(.*?)(\s*)$/su.exec(sentence) ?? [];
  if (!/[\p{L}\p{N}]/u.test(words)) return sentence;
  const isWhole = /[.!?。！？]["”’)]?$/u.test(words);
  const parts = partsOf(words, options);
  let said = join(parts, language);
  const stop = isWhole ? language.fullStop : "";
  // Words go where there is no room for them; what has to stay never does.
  while (limitChars !== undefined && [...said, ...stop].length > limitChars) {
    const last = parts.findLastIndex(({ stays }) => !stays);
    if (last < 0) break;
    parts.splice(last, 1);
    said = join(parts, language);
  }
  return `${before}${said}${stop}${behind}`;
}

interface Part {
  text: string;
  stays: boolean;
}

function partsOf(sentence: string, options: TranslateOptions): Part[] {
  const { language, keep, from, to } = options;
  const kept = keep.filter((word) => word !== "").map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const names = /\p{Ll}/u.test(sentence) ? [...fixed, abbreviation] : fixed;
  const pattern = new RegExp(
    `(?<fixed>${[...kept.toSorted((a, b) => b.length - a.length), ...names].join("|")})|(?<amount>${number})(?:(?<gap>[\\s-]?)(?<unit>%|°\\s?[CF]|["″]|\\p{L}{1,12}))?|(?<word>[\\p{L}\\p{M}'’]+)`,
    "giu",
  );
  let next = hashText(sentence) % language.words.length;
  const take = () => language.words[next++ % language.words.length] ?? "";
  const parts: Part[] = [];
  for (const match of sentence.matchAll(caseSensitive(pattern))) {
    const { fixed: stays, amount, gap = "", unit, word } = match.groups ?? {};
    if (stays !== undefined) parts.push({ text: stays, stays: true });
    else if (amount !== undefined)
      parts.push(...amountIn(amount, { gap, unit, from, to }, { take, language, at: parts.length }));
    else if (word !== undefined) parts.push(wordIn(word, { take, language, at: parts.length }));
  }
  const [first] = parts;
  if (first && !first.stays) first.text = first.text.charAt(0).toUpperCase() + first.text.slice(1);
  return parts;
}

/** What is kept is kept in its own case only. */
function caseSensitive({ source }: RegExp): RegExp {
  return new RegExp(source, "gu");
}

/** Where the words of a sentence come from. */
interface Words {
  take: () => string;
  language: TargetLanguage;
  /** parts before it */
  at: number;
}

function wordIn(word: string, { take, language, at }: Words): Part {
  const { known, signs } = language;
  const same = known[word.toLowerCase()];
  if (same !== undefined) return { text: same, stays: false };
  return { text: Array.from({ length: signs[at % signs.length] ?? 1 }, take).join(""), stays: false };
}

function amountIn(
  amount: string,
  { gap, unit, from, to }: { gap: string; unit: string | undefined; from: string; to: string },
  words: Words,
): Part[] {
  const written = numberIn(amount, from, to);
  if (unit === undefined) return [{ text: written, stays: true }];
  const name = units[unit.toLowerCase()] ?? irregular[unit.toLowerCase()];
  if (name !== undefined) return [{ text: `${written} ${unitIn(name, to, Number(amount))}`, stays: true }];
  const isSign = /^(?:%|°|["″])/.test(unit) || (/^[a-zµ]{1,3}$/iu.test(unit) && unit.length <= 3 && isSymbol(unit));
  if (isSign) return [{ text: `${written}${gap}${unit}`, stays: true }];
  return [{ text: written, stays: true }, wordIn(unit, words)];
}

const symbols = new Set(
  "g kg mg cm mm m km l ml cl oz lb lbs ft in yd w kw v a mah ah hz khz mhz ghz gb tb mb db s ms h min k".split(" "),
);

function isSymbol(unit: string): boolean {
  return symbols.has(unit.toLowerCase());
}

/** Decimals and thousands as the language writes them; a plain row of digits stays one. */
function numberIn(amount: string, from: string, to: string): string {
  if (!/[.,]/.test(amount)) return amount;
  const decimal = decimalSign(from);
  const isDecimal = new RegExp(`\\${decimal}\\d+$`).test(amount);
  const [whole = "", rest = ""] = isDecimal ? splitLast(amount, decimal) : [amount, ""];
  const digits = whole.replace(/[.,]/g, "");
  const grouped = /[.,]/.test(whole)
    ? new Intl.NumberFormat(`${to}-u-nu-latn`, { useGrouping: "always" } as Intl.NumberFormatOptions).format(
        Number(digits),
      )
    : digits;
  return isDecimal ? `${grouped}${decimalSign(to)}${rest}` : grouped;
}

function splitLast(text: string, sign: string): [string, string] {
  const at = text.lastIndexOf(sign);
  return [text.slice(0, at), text.slice(at + 1)];
}

function decimalSign(locale: string): string {
  const parts = new Intl.NumberFormat(`${locale}-u-nu-latn`).formatToParts(1.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}

/** Arabic has no number beside one and two of a thing: there the name is that of a hundred. */
function unitIn(unit: string, locale: string, amount: number): string {
  const format = new Intl.NumberFormat(`${locale}-u-nu-latn`, { style: "unit", unit, unitDisplay: "long" });
  const parts = format.formatToParts(locale.startsWith("ar") ? 100 : amount);
  return parts
    .filter(({ type }) => type === "unit")
    .map(({ value }) => value)
    .join("")
    .trim();
}

const undivided = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

function join(parts: readonly Part[], { space }: TargetLanguage): string {
  let text = "";
  for (const part of parts) {
    const touches = space === "" && (undivided.test(text.at(-1) ?? "") || undivided.test(part.text.at(0) ?? ""));
    text += text === "" || touches ? part.text : ` ${part.text}`;
  }
  return text;
}
