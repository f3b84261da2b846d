import type { Evidence } from "../../db/schema/index.ts";
import type { AttributeTable } from "../../rules/attribute-table.ts";

/** Longer values are sentences: what a text takes of them is found word by word elsewhere. */
const maxPieceChars = 60;
const minPieceChars = 3;
const maxPieces = 200;

interface Piece {
  /** lower case */
  words: string;
  fact: string;
}

const piecesOf = new WeakMap<AttributeTable, Piece[]>();

/**
 * The words of a text that are values of the product's attributes or options, e.g. a material, colour or style, each with
 * the attribute it comes from. Of values inside one another only the longest counts.
 */
export function attributeEvidence(text: string, table: AttributeTable): Evidence[] {
  const lower = text.toLowerCase();
  // Some letters change their length in lower case: places would be off.
  if (lower.length !== text.length) return [];
  const found: { from: number; to: number; evidence: Evidence }[] = [];
  for (const { words, fact } of pieces(table)) {
    const from = placeOf(lower, words);
    if (from === -1) continue;
    const to = from + words.length;
    if (found.some((other) => from < other.to && to > other.from)) continue;
    found.push({ from, to, evidence: { text: text.slice(from, to), fact } });
  }
  return found.sort((a, b) => a.from - b.from).map(({ evidence }) => evidence);
}

/** The first place where it occurs as whole words; -1 when there is none. */
function placeOf(text: string, words: string): number {
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + words.length])) return at;
  }
  return -1;
}

function isLetter(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}\p{M}]/u.test(char);
}

/** Values and the parts of their lists, the longest first. */
function pieces(table: AttributeTable): Piece[] {
  const kept = piecesOf.get(table);
  if (kept) return kept;
  const fresh = new Map<string, Piece>();
  for (const { label, values } of table.attributes) {
    for (const value of values) {
      if (value.length > maxPieceChars * 10) continue;
      for (const part of [value, ...value.split(/\s*[,;/|·\n]\s*/)]) {
        const words = part.trim().toLowerCase();
        // What holds a number has evidence of its own, with its unit.
        if (words === "yes" || /\p{N}/u.test(words) || !/\p{L}{3}/u.test(words)) continue;
        if (words.length < minPieceChars || words.length > maxPieceChars) continue;
        if (!fresh.has(words)) fresh.set(words, { words, fact: `${label}: ${value.slice(0, maxPieceChars * 2)}` });
      }
    }
  }
  const sorted = [...fresh.values()].sort((a, b) => b.words.length - a.words.length).slice(0, maxPieces);
  piecesOf.set(table, sorted);
  return sorted;
}
