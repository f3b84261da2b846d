import { type Glossary, type GlossaryTerm, spellingKey } from "../../rules/glossary/glossary.ts";
import { undivided } from "../../texts/undivided.ts";
import type { CheckInput } from "../check-input.ts";
import type { Finding } from "../finding.ts";

interface Entry {
  term: GlossaryTerm;
  /** how many words its own spelling has */
  words: number;
  /** true for a word that must not be used, however it is written */
  forbidden: boolean;
}

interface Compiled {
  /** spelling key → what it means */
  entries: Map<string, Entry>;
  /** words of the longest entry, and one more: `Tshirt` may be written as two */
  mostWords: number;
  /** languages without spaces: looked for anywhere */
  anywhere: { spelling: string; entry: Entry }[];
}

const compiled = new WeakMap<Glossary, Compiled>();
const words = /[\p{L}\p{N}\p{M}]+/gu;
/** Shorter words are not looked for in pieces: `A4` is not meant by "a 4 kg bag". */
const shortestInPieces = 5;
/** Between two words of one term: spaces, hyphens, an apostrophe, a dot. */
const joint = /^(?:[\s\u00a0]{1,3}|[-‐‑–'’.&/]|\s?[-–&/]\s?)$/u;

/** GLOSSARY: words of the shop's glossary in another spelling, or a word that it forbids. */
export function checkGlossary({ contentType, text, glossary }: CheckInput): Finding[] {
  if (glossary.length === 0) return [];
  const { entries, mostWords, anywhere } = compile(glossary);
  const found = new Map<string, Finding>();
  const tokens = [...text.matchAll(words)].map(({ 0: token, index }) => ({
    key: spellingKey(token),
    start: index,
    end: index + token.length,
  }));
  for (let at = 0; at < tokens.length; at++) {
    const hit = longestAt(text, tokens, at, entries, mostWords);
    if (!hit) continue;
    const written = text.slice(tokens[at]?.start, tokens[hit.last]?.end);
    if (hit.entry.forbidden || !isSpelled(written, hit.entry.term.term)) {
      found.set(written, finding(contentType, written, hit.entry.term.term));
    }
    at = hit.last;
  }
  for (const { spelling, entry } of anywhere) {
    const rest = entry.term.term.includes(spelling) ? text.replaceAll(entry.term.term, " ") : text;
    if (entry.forbidden && rest.includes(spelling))
      found.set(spelling, finding(contentType, spelling, entry.term.term));
  }
  return [...found.values()];
}

function longestAt(
  text: string,
  tokens: readonly { key: string; start: number; end: number }[],
  at: number,
  entries: ReadonlyMap<string, Entry>,
  mostWords: number,
): { entry: Entry; last: number } | undefined {
  let key = "";
  let longest: { entry: Entry; last: number } | undefined;
  for (let last = at; last < Math.min(tokens.length, at + mostWords); last++) {
    const token = tokens[last];
    const before = tokens[last - 1];
    if (!token || (last > at && before && !joint.test(text.slice(before.end, token.start)))) break;
    key += token.key;
    const entry = entries.get(key);
    if (entry && (last - at < entry.words || key.length >= shortestInPieces)) longest = { entry, last };
  }
  return longest;
}

/**
 * A term with capitals is written to the letter; one without may be written with them, as titles do. The first letter may
 * be a capital where a sentence begins.
 */
function isSpelled(written: string, term: string): boolean {
  const plain = written.replace(/\s+/gu, " ");
  if (plain === term) return true;
  if (term === term.toLowerCase()) return plain.toLowerCase() === term;
  const [first = ""] = term;
  return plain === first.toUpperCase() + term.slice(first.length);
}

function finding(contentType: string, written: string, term: string): Finding {
  return {
    code: "GLOSSARY",
    description: `${contentType} writes "${written.slice(0, 60)}", the glossary asks for "${term}"`,
    details: { kind: "term", term },
    quote: written,
  };
}

function compile(glossary: Glossary): Compiled {
  const known = compiled.get(glossary);
  if (known) return known;
  const entries = new Map<string, Entry>();
  const anywhere: Compiled["anywhere"] = [];
  let mostWords = 1;
  for (const term of glossary) {
    const own = spellingKey(term.term);
    for (const spelling of [term.term, ...term.never]) {
      const key = spellingKey(spelling);
      const entry = { term, forbidden: key !== own, words: (spelling.match(words) ?? []).length };
      if (undivided.test(spelling)) anywhere.push({ spelling, entry });
      else if (!entries.has(key)) entries.set(key, entry);
      mostWords = Math.max(mostWords, entry.words + 1);
    }
  }
  const fresh = { entries, mostWords, anywhere };
  compiled.set(glossary, fresh);
  return fresh;
}
