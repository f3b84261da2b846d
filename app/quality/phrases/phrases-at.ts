import { foldCase } from "./fold-case.ts";
import { childOf, createTrie, type PhraseTrie, space } from "./phrase-trie.ts";
import { codesOf, isSpace } from "./signs.ts";

/** A tree of phrases as they are written, small and capital letters alike, a run of spaces as one. */
export function trieOfPhrases(phrases: readonly string[]): PhraseTrie {
  return createTrie(
    phrases.map((phrase, index) => ({
      index,
      signs: Array.from(codesOf(phrase.replace(/\s+/gu, " ")), (code) => (isSpace(code) ? space : foldCase(code))),
    })),
  );
}

/** A phrase that a text contains, by its index, and where it ends there. */
export interface PhraseAt {
  index: number;
  end: number;
}

/** All phrases that begin at this place of a text, in no order. @param at where a code point begins */
export function phrasesAt({ root }: PhraseTrie, text: string, at: number): readonly PhraseAt[] {
  let found = none;
  let node = root;
  for (let i = at; i < text.length; ) {
    const code = text.codePointAt(i) ?? 0;
    const isBlank = isSpace(code);
    const next = isBlank && node.isSpace ? node : childOf(node, isBlank ? space : foldCase(code));
    if (next === null) break;
    i += code > 0xffff ? 2 : 1;
    const { ends } = next;
    // A phrase that ends with spaces takes all of a run.
    if (ends !== null) {
      const others = next === node ? found.filter(({ index }) => !ends.includes(index)) : found;
      found = [...others, ...ends.map((index) => ({ index, end: i }))];
    }
    node = next;
  }
  return found;
}

const none: readonly PhraseAt[] = [];
