import { phrasesAboutWriting, type WritingWords, writingWords } from "./writing-words.ts";

/** Patterns as in `Orders`, of one language. */
interface OrdersAboutWriting {
  strong: readonly string[];
  /** what makes nothing of the words before it, and is followed by others for a machine */
  disregard: readonly string[];
}

/** Orders about how a text is written, to whoever writes it, by language. */
export function ordersAboutWriting(): Record<string, OrdersAboutWriting> {
  const spaced = Object.entries(writingWords).map(([language, words]) => [language, ordersOf(words)] as const);
  const dense = Object.entries(phrasesAboutWriting).map(
    ([language, { orders, disregard }]) => [language, { strong: [...orders, ...disregard], disregard }] as const,
  );
  return Object.fromEntries([...spaced, ...dense]);
}

function ordersOf(words: WritingWords): OrdersAboutWriting {
  const { text, must, say, tell, put, into, when, note, to, dear, machine, role, is } = words;
  const noShopper = `(?![^\\n]{0,90}?(?<![a-zß-ԯ])(?:${words.shopper}|${withoutAccents(words.shopper)}))`;
  const ends = "_ ?(?:[:,!.]|[–—]|- |$)";
  const disregard = [disregardOf(words)];
  return {
    disregard,
    strong: [
      `(?:${text})_(?=[^\\n]{0,30}?[ ,](?:${must})_[^\\n]{0,45}?[ ,](?:${say})_)${noShopper}`,
      `(?:${must})_(?=[^\\n]{0,25}? (?:(?:${say})_[^\\n]{0,15}? (?:${into})(?:${text})_|(?:${into})(?:${text}) (?:${say})_))${noShopper}`,
      `^(?:${put})_(?=[^\\n]{0,60}? (?:${into})(?:${text})_)${noShopper}`,
      `(?:${when})_(?=[^\\n]{0,50}?[ ,](?:${tell})_)${noShopper}`,
      `^(?:${tell})_[^\\n]{0,20}? (?:${when})_${noShopper}`,
      `(?:${note})[,:!]? (?:${to})(?:${machine})${ends}`,
      `^(?:${dear}) (?:${machine})_ ?(?:[:,!]|[–—]|- )`,
      `^(?:${machine}) ?[,!] ?(?:\\p{L}+ ){0,2}(?:${tell})_${noShopper}`,
      `^(?:${role}) ?: ?(?:${is})_`,
      ...disregard,
      ...(words.phrases ?? []),
    ],
  };
}

/** "Disregard the above." and nothing else, or the other way round as in Turkish. */
function disregardOf({ disregard, above }: WritingWords): string {
  const ends = "_ ?(?:[.!,;:]|[–—]|$)";
  return `^(?:(?:${disregard}) (?:${above})|(?:${above}) (?:${disregard}))${ends}`;
}

/** Words are read without their accents as well, in case somebody disguised others by them. */
function withoutAccents(words: string): string {
  return words.normalize("NFKD").replace(/\p{M}+/gu, "");
}
