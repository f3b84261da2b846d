import type { ClaimRows, Rows } from "./claim-rows.ts";
import { hr } from "./claims.hr.ts";

const pairs: readonly (readonly [string, string])[] = [
  ["dž", "џ"], ["lj", "љ"], ["nj", "њ"], ["a", "а"], ["b", "б"], ["v", "в"], ["g", "г"], ["d", "д"], ["đ", "ђ"], ["e", "е"], ["ž", "ж"], ["z", "з"],
  ["i", "и"], ["j", "ј"], ["k", "к"], ["l", "л"], ["m", "м"], ["n", "н"], ["o", "о"], ["p", "п"], ["r", "р"], ["s", "с"], ["t", "т"], ["ć", "ћ"],
  ["u", "у"], ["f", "ф"], ["h", "х"], ["c", "ц"], ["č", "ч"], ["š", "ш"],
]; // biome-ignore format: a table
const cyrillicOf = new Map(pairs);

/** Serbian words as they are spelled in Cyrillic, letter by letter; what is no letter stays. */
function inCyrillic(words: string): string {
  return words.replace(/dž|lj|nj|\p{Ll}/gu, (letter) => cyrillicOf.get(letter) ?? letter);
}

function allInCyrillic(rows: Rows): Rows {
  return Object.fromEntries(Object.entries(rows).map(([key, words]) => [key, inCyrillic(words)]));
}

/** Serbian in Cyrillic letters: the words of `hr`, which hold those of both, in the other script. */
export const sr: ClaimRows = {
  ...hr,
  ...Object.fromEntries(Object.entries(hr).map(([group, rows]) => [group, allInCyrillic(rows)])),
};
