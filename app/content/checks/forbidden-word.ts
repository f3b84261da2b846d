import type { TextBody } from "../../db/schema/index.ts";
import { isAscii, withoutPhraseSigns } from "../text-body.ts";
import { undivided } from "../undivided.ts";
import type { CheckInput } from "./check-input.ts";
import type { Finding } from "./finding.ts";

// Letters that look like Latin ones. @see https://www.unicode.org/reports/tr39/#Confusable_Detection
const lookAlikes: Record<string, string> = {
  а: "a", ɑ: "a", α: "a", "@": "a", "4": "a", в: "b", β: "b", "8": "b", с: "c", ϲ: "c", "¢": "c", ԁ: "d", е: "e", ё: "e", є: "e", ε: "e", "3": "e", "€": "e",
  ɡ: "g", ց: "g", һ: "h", н: "h", і: "i", ї: "i", ι: "i", ı: "i", "1": "i", "!": "i", "|": "i", l: "i", ӏ: "i", ј: "j", к: "k", κ: "k", ӎ: "m", м: "m",
  п: "n", η: "n", ո: "n", о: "o", ο: "o", σ: "o", "0": "o", օ: "o", р: "p", ρ: "p", ԛ: "q", г: "r", ѕ: "s", $: "s", "5": "s", т: "t", τ: "t", "7": "t",
  υ: "u", ս: "u", ц: "u", ν: "v", ѵ: "v", ѡ: "w", ω: "w", х: "x", χ: "x", у: "y", γ: "y", ү: "y", ʏ: "y",
}; // biome-ignore format: a table

interface Forbidden {
  word: string;
  /** for what a text looks like */
  pattern: RegExp;
  /** for the text as it is written: a sign after the word looks like a letter and would hide it */
  plain: RegExp;
}

/** Enough for the words of many configs; the oldest go first. */
const maxCompiled = 2_000;
const compiled = new Map<string, Forbidden>();
/** Between the letters of a disguised word. */
const gap = "[.\\-_*·•'’]{0,2}";

/** FORBIDDEN_WORD: also with look-alike letters, accents, full-width signs or dots between the letters. */
export function checkForbiddenWords({ contentType, text, raw, config }: CheckInput): Finding[] {
  return disguised(config.client?.forbidden_words ?? [], text, raw).map((word) => ({
    code: "FORBIDDEN_WORD",
    description: `${contentType} contains the forbidden word "${word}"`,
  }));
}

/** The words that stand in the text or in what the model wrote, in whatever disguise. */
export function disguised(words: readonly string[], text: string, raw: TextBody): string[] {
  if (words.length === 0) return [];
  const written = [text, typeof raw === "string" ? raw : raw.join("\n")];
  // A sign in front of a word or behind it may be no letter of it: "$cheap".
  const seen = new Set(written.flatMap((version) => [skeleton(version), skeleton(version, levelledLetters)]));
  return words.filter((word) => {
    if (word.trim() === "") return false;
    const { pattern, plain } = compiledWord(word);
    return written.some((version) => plain.test(version)) || [...seen].some((version) => pattern.test(version));
  });
}

function compiledWord(word: string): Forbidden {
  const kept = compiled.get(word);
  if (kept) return kept;
  const fresh = compile(word);
  const [oldest] = compiled.keys();
  if (compiled.size >= maxCompiled && oldest !== undefined) compiled.delete(oldest);
  compiled.set(word, fresh);
  return fresh;
}

function compile(word: string): Forbidden {
  const letters = [...skeleton(word.trim())].map((letter) =>
    /\s/.test(letter) ? "[\\s.\\-_]+" : escapeLetter(letter),
  );
  const body = letters.join(gap);
  const divided = !undivided.test(word);
  const bounded = (inner: string) => (divided ? `(?<![\\p{L}\\p{N}])${inner}(?![\\p{L}\\p{N}])` : inner);
  const plain = [...word.trim()].map((letter) => (/\s/.test(letter) ? "\\s+" : escapeLetter(letter))).join("");
  return { word, pattern: new RegExp(bounded(body), "u"), plain: new RegExp(bounded(plain), "iu") };
}

function escapeLetter(letter: string): string {
  return letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** What a text looks like: compatibility forms, accents, invisible signs and look-alike letters levelled. */
export function skeleton(text: string, table: Uint16Array = levelled): string {
  const plain = isAscii(text)
    ? text.toLowerCase()
    : withoutPhraseSigns(text)
        .normalize("NFKD")
        .replace(/[\p{M}\p{Cf}\u115f\u1160\u3164\u2800]/gu, "")
        .toLowerCase();
  const codes = new Uint16Array(plain.length);
  for (let i = 0; i < plain.length; i++) codes[i] = table[plain.charCodeAt(i)] ?? 0;
  return Buffer.from(codes.buffer).toString("utf16le");
}

/** UTF-16 code → that of the letter it looks like. */
const levelled = Uint16Array.from({ length: 0x1_0000 }, (_, code) => code);
/** The same for letters alone: signs and digits stay what they are. */
const levelledLetters = levelled.slice();
for (const [char, letter] of Object.entries(lookAlikes)) {
  levelled[char.charCodeAt(0)] = letter.charCodeAt(0);
  if (/\p{L}/u.test(char)) levelledLetters[char.charCodeAt(0)] = letter.charCodeAt(0);
}
