import type { WordStore } from "../../app/ui/editor/kept-words.ts";

/** The part of a browser's storage that pages use, over a map that outlives them. */
export function storeOf(kept: Map<string, string>): WordStore {
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
}
