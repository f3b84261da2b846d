/** Stands for a run of spaces in a phrase. */
export const space = -1;

/** A phrase as its signs: code points, and `space`. */
export type Signs = readonly number[];

/** Many phrases in one tree: those that begin alike share their beginning, so that a look-up costs no more for more of them. */
export interface PhraseTrie {
  root: TrieNode;
  nodes: number;
}

export interface TrieNode {
  id: number;
  /** its last sign is a run of spaces */
  isSpace: boolean;
  /** phrases that end here, by their index; null: none */
  ends: number[] | null;
  // Most nodes have one child, and a map for each would take four times the room.
  code: number;
  child: TrieNode | null;
  others: Map<number, TrieNode> | null;
}

const noCode = -2;

export function createTrie(phrases: Iterable<{ index: number; signs: Signs }>): PhraseTrie {
  let nodes = 0;
  const create = (code: number): TrieNode => ({
    id: nodes++,
    isSpace: code === space,
    ends: null,
    code: noCode,
    child: null,
    others: null,
  });
  const root = create(noCode);
  for (const { index, signs } of phrases) {
    let node = root;
    for (const sign of signs) {
      let next = childOf(node, sign);
      if (!next) {
        next = create(sign);
        if (node.child === null) {
          node.code = sign;
          node.child = next;
        } else {
          node.others ??= new Map();
          node.others.set(sign, next);
        }
      }
      node = next;
    }
    node.ends ??= [];
    node.ends.push(index);
  }
  return { root, nodes };
}

export function childOf(node: TrieNode, sign: number): TrieNode | null {
  return node.code === sign ? node.child : (node.others?.get(sign) ?? null);
}
