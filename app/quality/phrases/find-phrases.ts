import { childOf, type PhraseTrie, space, type TrieNode } from "./phrase-trie.ts";
import { isWordSign } from "./signs.ts";

/** How a text may be written and still hold a phrase. */
export interface Spelling {
  /** a sign that may come between two of the phrase, at most `mostGaps` in a row */
  isGap(code: number): boolean;
  mostGaps: number;
  /** a sign that counts as a space of the phrase */
  isSpace(code: number): boolean;
}

export interface PhraseQuery {
  spelling: Spelling;
  /** true: a phrase neither follows a letter or digit nor is followed by one */
  wholeWords: boolean;
}

/**
 * By node and the gaps behind it: the last step that came there. Shared by all searches, which never run at the same time; the
 * steps are counted on, so that nothing has to be cleared.
 */
let seen = new Float64Array(0);
let step = 0;

/**
 * Which phrases a text contains, added to `found` by their index. One pass over the text, however many phrases there are: from
 * each place where a phrase may begin, all that begin so far are followed at once (a set of states, since a sign may be a gap
 * as well as a sign of a phrase).
 * @returns how many states were looked at: what a search costs, whatever the machine
 */
export function findPhrases(
  { root, nodes }: PhraseTrie,
  codes: Uint32Array,
  { spelling, wholeWords }: PhraseQuery,
  found: Set<number>,
): number {
  if (nodes === 1 && root.ends === null) return 0;
  const { isGap, mostGaps, isSpace } = spelling;
  const perNode = mostGaps + 1;
  if (seen.length < nodes * perNode) seen = new Float64Array(nodes * perNode);
  let looked = 0;
  let states: TrieNode[] = [];
  let gaps: number[] = [];
  let nextStates: TrieNode[] = [];
  let nextGaps: number[] = [];

  const go = (node: TrieNode, gap: number) => {
    const key = node.id * perNode + gap;
    if (seen[key] === step) return;
    seen[key] = step;
    nextStates.push(node);
    nextGaps.push(gap);
  };
  const accept = ({ ends }: TrieNode, to: number) => {
    if (ends === null || (wholeWords && to < codes.length && isWordSign(codes[to] ?? 0))) return;
    for (const index of ends) found.add(index);
  };

  for (let from = 0; from <= codes.length; from++) {
    if (wholeWords && from > 0 && isWordSign(codes[from - 1] ?? 0)) continue;
    if (root.ends !== null) accept(root, from);
    looked++;
    // Few places of a text begin like a phrase.
    const first = codes[from] ?? 0;
    if (childOf(root, first) === null && !(isSpace(first) && childOf(root, space))) continue;
    states.length = 0;
    gaps.length = 0;
    states.push(root);
    gaps.push(0);
    for (let at = from; at < codes.length && states.length > 0; at++) {
      const code = codes[at] ?? 0;
      const mayBeSpace = isSpace(code);
      const mayBeGap = isGap(code);
      step++;
      looked += states.length;
      nextStates.length = 0;
      nextGaps.length = 0;
      for (let i = 0; i < states.length; i++) {
        const node = states[i] ?? root;
        const gap = gaps[i] ?? 0;
        if (mayBeSpace && node.isSpace && gap === 0) {
          go(node, 0);
          accept(node, at + 1);
        }
        if (mayBeGap && gap < mostGaps && node !== root) go(node, gap + 1);
        const letter = childOf(node, code);
        if (letter !== null) {
          go(letter, 0);
          accept(letter, at + 1);
        }
        const between = mayBeSpace ? childOf(node, space) : null;
        if (between !== null) {
          go(between, 0);
          accept(between, at + 1);
        }
      }
      [states, nextStates] = [nextStates, states];
      [gaps, nextGaps] = [nextGaps, gaps];
    }
  }
  return looked;
}
