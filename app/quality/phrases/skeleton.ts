import { isAscii, withoutPhraseSigns } from "../../texts/text-body.ts";

// Letters that look like Latin ones. @see https://www.unicode.org/reports/tr39/#Confusable_Detection
const lookAlikes: Record<string, string> = {
  а: "a", ɑ: "a", α: "a", "@": "a", "4": "a", в: "b", β: "b", "8": "b", с: "c", ϲ: "c", "¢": "c", ԁ: "d", е: "e", ё: "e", є: "e", ε: "e", "3": "e", "€": "e",
  ɡ: "g", ց: "g", һ: "h", н: "h", і: "i", ї: "i", ι: "i", ı: "i", "1": "i", "!": "i", "|": "i", l: "i", ӏ: "i", ј: "j", к: "k", κ: "k", ӎ: "m", м: "m",
  п: "n", η: "n", ո: "n", о: "o", ο: "o", σ: "o", "0": "o", օ: "o", р: "p", ρ: "p", ԛ: "q", г: "r", ѕ: "s", $: "s", "5": "s", т: "t", τ: "t", "7": "t",
  υ: "u", ս: "u", ц: "u", ν: "v", ѵ: "v", ѡ: "w", ω: "w", х: "x", χ: "x", у: "y", γ: "y", ү: "y", ʏ: "y",
}; // biome-ignore format: a table

/** What a text looks like: compatibility forms, accents, invisible signs and look-alike letters levelled. */
export function skeleton(text: string): string {
  const plain = isAscii(text)
    ? text.toLowerCase()
    : withoutPhraseSigns(text)
        .normalize("NFKD")
        .replace(/[\p{M}\p{Cf}\u115f\u1160\u3164\u2800]/gu, "")
        .toLowerCase();
  const codes = new Uint16Array(plain.length);
  for (let i = 0; i < plain.length; i++) codes[i] = levelled[plain.charCodeAt(i)] ?? 0;
  return Buffer.from(codes.buffer).toString("utf16le");
}

/** UTF-16 code → that of the letter it looks like. */
const levelled = Uint16Array.from({ length: 0x1_0000 }, (_, code) => code);
for (const [char, letter] of Object.entries(lookAlikes)) levelled[char.charCodeAt(0)] = letter.charCodeAt(0);
