import { expect, it } from "vitest";
import {
  dropWords,
  keepWords,
  ownWords,
  takeKeptWords,
  type WordStore,
  wordsBelongTo,
} from "../../../app/ui/editor/kept-words.ts";

function store(): WordStore {
  const kept = new Map<string, string>();
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

const words = (body: string, at: number) => ({ body, seen: "v1", continues: false, at });
const take = (kept: WordStore | null, tab: string, alive: string[]) => {
  const found = takeKeptWords(kept, { tab, alive: new Set(alive), within: "7 en " });
  return Object.fromEntries([...found].map(([place, { body }]) => [place, body]));
};

it("a window finds its own words again, and those of windows that are closed, the newest of each text", () => {
  const kept = store();
  keepWords(kept, "a", "7 en desc", words("mine", 2));
  keepWords(kept, "b", "7 en desc", words("of a closed window", 1));
  keepWords(kept, "b", "7 en title", words("a title", 1));
  keepWords(kept, "c", "7 en seo_title", words("of an open window", 3));
  keepWords(kept, "a", "70 en desc", words("of another product", 3));
  expect(take(kept, "a", ["a", "c"])).toEqual({ "7 en desc": "mine", "7 en title": "a title" });
  // They are its own by now: nobody else takes them up.
  expect(take(kept, "d", ["a", "c", "d"])).toEqual({});
  dropWords(kept, "a", "7 en desc");
  expect(take(kept, "a", ["a", "c"])).toEqual({ "7 en title": "a title" });
});

it("what cannot be read, and a store that is full or switched off, keep nobody from writing", () => {
  const kept = store();
  kept.setItem("shelfwright-words a 7 en desc", "{}");
  kept.setItem("something else", "1");
  expect(take(kept, "a", ["a"])).toEqual({});
  expect(take(null, "a", [])).toEqual({});
  const full = { ...store(), setItem: () => { throw new Error("full"); } }; // biome-ignore format: short
  keepWords(full, "a", "7 en desc", words("mine", 1));
});

it("what the person saw is kept with them, and nothing else in its place", () => {
  const kept = store();
  const shown = { source: "a", live: "b" };
  keepWords(kept, "a", "7 en desc", { ...words("mine", 1), shown });
  expect(ownWords(kept, "a", "7 en desc")?.shown).toEqual(shown);
  kept.setItem("shelfwright-words a  7 en title", JSON.stringify({ ...words("mine", 1), shown: { source: 1 } }));
  expect(ownWords(kept, "a", "7 en title")).toBeUndefined();
});

it("another person at the same browser finds nothing of them, and the first one does again", () => {
  const kept = store();
  wordsBelongTo("anna");
  keepWords(kept, "a", "7 en desc", words("Anna's", 2));
  wordsBelongTo("ben");
  expect(take(kept, "b", ["b"])).toEqual({});
  expect(ownWords(kept, "a", "7 en desc")).toBeUndefined();
  wordsBelongTo("anna");
  expect(take(kept, "c", ["c"])).toEqual({ "7 en desc": "Anna's" });
  expect(ownWords(kept, "c", "7 en desc")?.body).toBe("Anna's");
  wordsBelongTo("");
});
