import type { SuperlativeStatement } from "../statement.ts";
import { isGroup, isQuestion, keyOf, type Scan } from "./scan-words.ts";

const worlds = /(?<!\p{L})(?:the\s)?world['’]s\s(?:\p{L}{3,12}est|first|best|only|most\s\p{L}{3,20})(?!\p{L})/giu;

/** "Best-selling", "No. 1", "the world's lightest": what compares a product with all others. */
export function superlativesIn(scan: Scan): SuperlativeStatement[] {
  const found: SuperlativeStatement[] = [];
  const add = (concept: string, start: number, end: number) => {
    if (isQuestion(scan, end)) return;
    const quote = scan.text.slice(start, end);
    found.push({ kind: "superlative", concept, polarity: "affirmed", provable: null, at: { start, end }, quote });
  };
  for (const hit of scan.hits) {
    if (isGroup(hit, "superlative")) add(keyOf(hit, "superlative"), hit.start, hit.end);
  }
  if (scan.lower.includes("world's ")) {
    for (const match of scan.lower.matchAll(worlds)) add(match[0], match.index, match.index + match[0].length);
  }
  return found;
}
