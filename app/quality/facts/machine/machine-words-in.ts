import type { MachineWords } from "../../../catalog/machine-words.ts";
import { comparable } from "../../../texts/text-body.ts";
import type { FactBook } from "../fact-book.ts";
import { undisguised } from "./disguises.ts";
import { isOrder, levelled } from "./speaks-to-machine.ts";

/** Words of a text that are for no reader. */
export interface Repeated {
  /** as they stand in the text */
  quote: string;
  /** the data they come from; undefined: they speak to a machine by themselves */
  source: MachineWords | undefined;
}

/** So many words in a row are no coincidence; fewer where a machine is told to say them to the letter. */
const rowWords = 3;
/** Of scripts without spaces. */
const rowSigns = 6;
const longest = 20_000;

/**
 * The words of a part of a text that repeat what the product's data says to a machine and to nobody else, or that speak to a
 * machine themselves. One for each source.
 */
export function machineWordsIn(part: string, book: FactBook): Repeated[] {
  const text = part.slice(0, longest);
  const found: Repeated[] = [];
  for (const source of book.facts.machineWords ?? []) {
    const quote = repeatedOf(text, source.words, book.words);
    if (quote !== undefined) found.push({ quote, source });
  }
  if (found.length > 0) return found;
  for (const line of text.split("\n")) {
    if (isOrder(levelled(line)) && !book.written.includes(line.trim().toLowerCase()))
      return [{ quote: line.trim(), source: undefined }];
  }
  return [];
}

/** Quoted words, codes in capitals and rows of words that only the order holds. */
function repeatedOf(text: string, order: string, known: string): string | undefined {
  for (const words of [order, ...undisguised(order).map((undone) => undone.words)]) {
    for (const said of toTheLetter(words)) {
      const at = placeOf(text, said);
      if (at >= 0 && !known.includes(` ${comparable(said)} `)) return text.slice(at, at + said.length);
    }
    const row = rowOf(text, words, known);
    if (row !== undefined) return row;
    const sentence = sentenceOf(text, words, known);
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

function toTheLetter(order: string): string[] {
  const quoted = [...order.matchAll(/["“„«「『‘']([^"”“»」』’'\n]{3,200})["”“»」』’']/gu)].map(([, words = ""]) =>
    words.trim(),
  );
  const codes =
    order.match(/(?<![\p{L}\p{N}])(?=[\p{Lu}\p{N}_-]{4,40}(?![\p{L}\p{N}]))[\p{Lu}\p{N}_-]*\p{Lu}[\p{Lu}\p{N}_-]*/gu) ??
    [];
  return [...quoted, ...codes].filter((words) => words.length > 2);
}

function placeOf(text: string, words: string): number {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return -1;
  const isLetter = (char: string | undefined) => char !== undefined && /[a-z\p{N}]/iu.test(char);
  return isLetter(text[at - 1]) || isLetter(text[at + words.length]) ? -1 : at;
}

function rowOf(text: string, order: string, known: string): string | undefined {
  const isDense = /[\u3040-\u9fff]/u.test(order);
  const rows = isDense ? signRows(order) : wordRows(order);
  if (rows.size === 0) return undefined;
  const places = isDense ? signPlaces(text) : wordPlaces(text);
  for (const { key, start, end } of places) {
    if (rows.has(key) && !known.includes(isDense ? key : ` ${key} `)) return text.slice(start, end);
  }
  return undefined;
}

/** A sentence that is made of the words of an order, in whatever sequence: "that it comes from Italy" → "From Italy it comes". */
function sentenceOf(text: string, order: string, known: string): string | undefined {
  const said = new Set(wordsOf(order.slice(0, 4_000)));
  const ordered = ` ${wordsOf(order.slice(0, 4_000)).join(" ")} `;
  for (const sentence of text.split(/[.!?。！？\n]+/u)) {
    const words = wordsOf(sentence);
    // A short sentence that the order says whole.
    const isWhole = words.length > 1 && words.length < rowWords && ordered.includes(` ${words.join(" ")} `);
    if (isWhole && words.some((word) => word.length >= shortestTold(word) && !known.includes(` ${word} `)))
      return sentence.trim();
    const taken = words.filter((word) => said.has(word));
    if (words.length < rowWords || taken.length < words.length * mostlyTaken) continue;
    const own = taken.filter((word) => word.length >= shortestOwn(word) && !known.includes(` ${word} `));
    if (own.length > 1) return sentence.trim();
  }
  return undefined;
}

const mostlyTaken = 0.75;

function shortestOwn(word: string): number {
  return isHangul(word) ? 2 : 4;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Small words are in every order; a syllable of Hangul holds more than a letter. */
function shortestTold(word: string): number {
  return isHangul(word) ? 2 : 5;
}

function isHangul(word: string): boolean {
  return /[\uac00-\ud7af]/.test(word);
}

interface Place {
  key: string;
  start: number;
  end: number;
}

function wordPlaces(text: string): Place[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].slice(0, 4_000);
  return words.slice(rowWords - 1).map((last, i) => {
    const first = words[i];
    const between = words.slice(i, i + rowWords).map(([word]) => word.toLowerCase());
    return { key: between.join(" "), start: first?.index ?? 0, end: last.index + last[0].length };
  });
}

/** A row of small words alone is in every text. */
function wordRows(order: string): Set<string> {
  const places = wordPlaces(order.slice(0, 4_000));
  return new Set(
    places
      .map(({ key }) => key)
      .filter((key) => key.split(" ").filter((word) => word.length >= shortestOwn(word)).length > 1),
  );
}

function signPlaces(text: string): Place[] {
  const places: Place[] = [];
  for (let start = 0; start + rowSigns <= text.length; start++) {
    const key = text.slice(start, start + rowSigns);
    if (/^[\p{L}\p{N}]+$/u.test(key)) places.push({ key, start, end: start + rowSigns });
  }
  return places;
}

function signRows(order: string): Set<string> {
  return new Set(signPlaces(order.slice(0, 2_000)).map(({ key }) => key));
}
