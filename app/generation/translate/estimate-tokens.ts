import { writtenOf } from "../../texts/text-body.ts";
import type { Cell } from "./choose-cells.ts";

/**
 * Tokens of a translation for each character of an English source: length by the strings of Shopify's Dawn theme, and some four
 * letters of Latin script a token, fewer of others.
 */
const perChar: Readonly<Record<string, number>> = {
  ...{ de: 0.38, fr: 0.36, es: 0.34, fi: 0.4, pl: 0.4, hu: 0.4, cs: 0.4 },
  ...{ ja: 0.6, ko: 0.55, zh: 0.4, th: 0.7, ar: 0.5, he: 0.5, fa: 0.5, hi: 0.6, ru: 0.5, uk: 0.5, bg: 0.5, el: 0.6 },
};
const usual = 0.37;
/** A source without spaces says as much in a third of the characters. */
const denseFactor = 3;
/** Of the answer's form, for each text. */
const around = 8;

/** A call's answer stays under this: longer ones take minutes, and are cut by some providers. */
export const mostTokens = 2_500;

/** About how many tokens the translation of a text takes in an answer. */
export function tokensOfCell({ locale, source }: Pick<Cell, "locale" | "source">): number {
  const text = writtenOf(source.body);
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  const chars = text.length + dense * (denseFactor - 1);
  return around + Math.ceil(chars * (perChar[locale.split("-")[0] ?? ""] ?? usual));
}

/** The texts of a product in as few calls as their answers allow: all languages of a text together as far as they go. */
export function chunkCells<T extends Pick<Cell, "locale" | "source">>(cells: readonly T[], most: number): T[][] {
  const chunks: T[][] = [];
  let left = 0;
  for (const cell of cells) {
    const tokens = tokensOfCell(cell);
    const chunk = chunks.at(-1);
    if (chunk && tokens <= left) {
      chunk.push(cell);
      left -= tokens;
    } else {
      chunks.push([cell]);
      left = most - tokens;
    }
  }
  return chunks;
}
