/** A number or word of a text and the fact that supports it. */
export interface EvidenceView {
  text: string;
  fact: string;
}

/** A piece of a text; with the fact behind it where there is one. */
export interface MarkedPiece {
  text: string;
  fact: string | null;
}

/** More marks than this would hide the text. */
const maxMarks = 60;

/** Makes the function that cuts a text at the numbers and words that facts support; the longest are found first. */
export function markEvidence(evidence: readonly EvidenceView[]): (text: string) => MarkedPiece[] {
  const facts = new Map<string, string>();
  for (const { text, fact } of evidence) {
    const key = keyOf(text);
    if (key !== "" && !facts.has(key)) facts.set(key, fact);
  }
  const words = [...facts.keys()].sort((a, b) => b.length - a.length).slice(0, maxMarks);
  if (words.length === 0) return (text) => [{ text, fact: null }];
  // A number is no part of a longer one: 24 is not found in 240 or 1.24.
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}]|\\p{N}[.,])(?:${words.map(escaped).join("|")})(?![\\p{L}\\p{N}]|[.,]\\p{N})`,
    "giu",
  );
  return (text) => {
    const pieces: MarkedPiece[] = [];
    let from = 0;
    for (const match of text.matchAll(pattern)) {
      if (match.index > from) pieces.push({ text: text.slice(from, match.index), fact: null });
      pieces.push({ text: match[0], fact: facts.get(keyOf(match[0])) ?? null });
      from = match.index + match[0].length;
    }
    if (from < text.length) pieces.push({ text: text.slice(from), fact: null });
    return pieces;
  };
}

function keyOf(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .trim()
    .toLowerCase();
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/ /g, "[\\s\\u00a0\\u202f]+");
}
