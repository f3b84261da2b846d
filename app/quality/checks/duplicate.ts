import { comparable } from "../../texts/text-body.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";

/** Bullets that share so many of their words say the same. */
const sameShare = 0.85;
const shortestSentenceChars = 30;

/** DUPLICATE: bullets that say the same, a sentence twice, a word three times in a row. */
export function checkDuplicate({ contentType, traits, parts, text, facts }: CheckInput): Finding[] {
  const found: Finding[] = [];
  if (traits.family === "bullets") {
    const sets = parts.slice(0, 50).map((part) => new Set(comparable(part).split(" ")));
    for (let i = 1; i < sets.length; i++) {
      const nearDuplicate = sets
        .slice(0, i)
        .findIndex((earlier) => overlap(earlier, sets[i] ?? new Set()) >= sameShare);
      if (nearDuplicate >= 0)
        found.push({
          code: "DUPLICATE",
          description: `${contentType} ${nearDuplicate + 1} and ${i + 1} say the same`,
          details: { kind: "same_bullets", first: nearDuplicate + 1, second: i + 1 },
          quote: parts[i] ?? "",
        });
    }
  }
  const sentences = new Set<string>();
  for (const part of parts) {
    for (const sentence of part.split(/[.!?。！？\n]+/u)) {
      const words = comparable(sentence);
      if (words.length < shortestSentenceChars) continue;
      if (sentences.has(words) && traits.family !== "bullets") {
        const quote = sentence.trim();
        found.push({
          code: "DUPLICATE",
          description: `${contentType} says twice: "${quote.slice(0, 60)}"`,
          quote,
          details: { kind: "said_twice" },
        });
      }
      sentences.add(words);
    }
  }
  for (const [words, repeated = ""] of text.matchAll(/(?<!\p{L})(\p{L}{2,30})[ ,]+\1[ ,]+\1(?!\p{L})/giu)) {
    const word = comparable(repeated);
    // The product may be called so: "Ho Ho Ho".
    if (facts.words.includes(` ${word} ${word} ${word} `)) continue;
    found.push({
      code: "DUPLICATE",
      description: `${contentType} repeats the word "${repeated}"`,
      quote: words,
      details: { kind: "word_repeated" },
    });
    break;
  }
  return found;
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(a.size, b.size, 1);
}
