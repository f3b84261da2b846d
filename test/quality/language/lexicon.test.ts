import { describe, expect, it } from "vitest";
import { createLexicon, headsOf, wordsOf } from "../../../app/quality/language/lexicon.ts";

const things = {
  cotton: "cotton|baumwoll\\p{L}*|algod[óo]n",
  organic: "organic(?:ally)?|bio|biologi(?:sch\\p{L}*|que)",
  "made in": "made in \\p{L}+|(?:prodotto|fatto) in \\p{L}+",
  norm: "iso ?\\d{3,5}|en ?71",
  handmade: "hand-?made|fait(?:e|s)? main",
  waterproof: "water-?proof|étanche",
};

/** What a lexicon does, without its short cuts. */
function naively(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [thing, words] of Object.entries(things)) {
    const match = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, "iu").exec(text);
    if (match) found.set(thing, match[0]);
  }
  return found;
}

const pieces = [
  "cotton", "Baumwolle", "BAUMWOLLTUCH", "algodón", "algodon", "organic", "organically", "bio", "Biologisch", "made in", "Italy", "prodotto in",
  "Fatto in", "iso", "9001", "ISO9001", "en 71", "EN71", "end", "handmade", "hand-made", "hands", "faite main", "waterproof", "water-", "Étanche", "étanch",
  "İ", "ſ", "ﬁ", "👩‍👩‍👧", "𝒳", "日本語", "e\u0301", "ß", "1", ".", "-", "’",
]; // biome-ignore format: a table

/** Mulberry32: the same texts in every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("a lexicon", () => {
  const lexicon = createLexicon(things);

  it("finds what its patterns find one by one, in whatever text", () => {
    const random = randomFrom(7);
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    let hits = 0;
    for (let n = 0; n < 20_000; n++) {
      let text = "";
      for (let i = 0; i < 6; i++) text += one(pieces) + one([" ", " ", "", "-", ", ", "\n"]);
      const found = lexicon.in(wordsOf(text));
      hits += found.size;
      expect(Object.fromEntries(found), text).toEqual(Object.fromEntries(naively(text)));
    }
    expect(hits).toBeGreaterThan(10_000);
  });

  it("finds a thing only between what must come before and after it", () => {
    const bounded = createLexicon({ linen: "linen" }, { before: "(?<!bed )", after: "(?!-like)" });
    const named = (text: string) => [...bounded.in(wordsOf(text)).values()];
    expect(named("bed linen, linen-like, LINEN")).toEqual(["LINEN"]);
    expect(named("bed linen")).toEqual([]);
  });

  it("computes the letters that its alternatives begin with", () => {
    expect([
      ...headsOf("hand-?made|en ?71|certifi[ée]e?s?|(?:prodotto|fatto) in x|ce[- ]y|biologi(?:sch|que)"),
    ]).toEqual(["hand", "en", "certifi", "prodotto", "fatto", "ce", "biologi"]);
  });

  it("refuses words that it could never find", () => {
    expect(() => createLexicon({ any: "\\p{L}+" })).toThrow("any");
    expect(() => createLexicon({ letter: "a?b" })).toThrow("letter");
  });
});
