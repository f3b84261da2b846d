import { charsOf, type Desk } from "./sentence.ts";

/** Words that shoppers look for: of the product's facts, in small letters, each once. */
function wordsOf({ facts }: Desk): string[] {
  const said = [facts.title, facts.productType, ...facts.attributes.map(({ value }) => value)].join(" ").toLowerCase();
  return [...new Set(said.match(/[\p{L}\p{N}]+/gu) ?? [])];
}

/** Search terms of a marketplace: words divided by spaces, as many as fit. */
export function writeSearchTerms(desk: Desk, limitChars: number): string {
  let text = "";
  for (const word of wordsOf(desk)) {
    const longer = text === "" ? word : `${text} ${word}`;
    if (charsOf(longer) <= limitChars) text = longer;
  }
  return text;
}

/** Tags: at most `count` words, each of at most `limitChars`. */
export function writeTags(desk: Desk, count: number, limitChars: number): string[] {
  return wordsOf(desk)
    .filter((word) => charsOf(word) <= limitChars)
    .slice(0, count);
}
