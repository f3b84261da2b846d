import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";

/** So many shouted words in a row are not an abbreviation any more. */
const wordsInARow = 3;

/** ALL_CAPS: words in capitals that the product's data does not write that way. */
export function checkAllCaps({ contentType, text, facts }: CheckInput): Finding[] {
  if (!/\p{Lu}{4}/u.test(text)) return [];
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  let run: string[] = [];
  let shouted = 0;
  let cased = 0;
  let longest: string[] = [];
  for (const word of words) {
    if (word.toLowerCase() === word.toUpperCase()) continue;
    cased++;
    const isShouted = word.length >= 3 && word === word.toUpperCase() && !isWrittenSo(facts.facts, word);
    run = isShouted ? [...run, word] : [];
    if (isShouted) shouted++;
    if (run.length > longest.length) longest = run.slice(0, 8);
  }
  if (longest.length < wordsInARow && (shouted < 2 || shouted * 2 < cased)) return [];
  const example = longest.join(" ").slice(0, 60);
  return [{ code: "ALL_CAPS", description: `${contentType} is written in capitals: "${example}"` }];
}

function isWrittenSo(facts: CheckInput["facts"]["facts"], word: string): boolean {
  if (facts.title.includes(word) || facts.vendor.includes(word)) return true;
  return facts.attributes.some(({ value }) => value.includes(word)) || facts.descriptionText.includes(word);
}
