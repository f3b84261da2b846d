import { describe, expect, test } from "vitest";
import { createWordTrie, hitsIn, languageSet, noLanguages } from "../../../app/quality/language/word-trie.ts";

const [first, thirtieth, thirtyFirst, last] = [languageSet(0), languageSet(29), languageSet(30), languageSet(59)];

function meaningsOf(trie: ReturnType<typeof createWordTrie<string>>, text: string, own = first): string[] {
  return hitsIn(trie, text, { own, foreign: noLanguages }).flatMap(({ meanings }) => meanings);
}

describe("phrases in a tree", () => {
  test("each of sixty languages is told from the others", () => {
    const trie = createWordTrie([
      { words: "gift", meaning: "present", languages: first },
      { words: "gift", meaning: "poison", languages: thirtyFirst },
      { words: "gift", meaning: "married", languages: last },
    ]);
    expect(meaningsOf(trie, "gift")).toEqual(["present"]);
    expect(meaningsOf(trie, "gift", thirtyFirst)).toEqual(["poison"]);
    expect(meaningsOf(trie, "gift", last)).toEqual(["married"]);
    expect(meaningsOf(trie, "gift", thirtieth)).toEqual([]);
    expect(meaningsOf(trie, "gift", languageSet(0, 59))).toEqual(["present", "married"]);
  });

  test("one phrase of two languages counts in both", () => {
    const trie = createWordTrie([
      { words: "bio", meaning: "organic", languages: first },
      { words: "bio", meaning: "organic", languages: last },
    ]);
    expect(meaningsOf(trie, "bio")).toEqual(["organic"]);
    expect(meaningsOf(trie, "bio", last)).toEqual(["organic"]);
  });

  test("the same is found in a text, whatever texts came before", () => {
    const words = ["oak", "oak veneer", "oat*", "straw** hat", "anti~slip", "crème"];
    const make = () => createWordTrie(words.map((word) => ({ words: word, meaning: word, languages: first })));
    const texts = [
      "oats",
      "oak-veneer",
      "an oak veneer",
      "oaks",
      "strawberry hat",
      "antislip, anti slip",
      "creme",
      "oak",
    ];
    const asked = make();
    const afterOthers = texts.map((text) => meaningsOf(asked, text));
    expect(afterOthers).toEqual(texts.map((text) => meaningsOf(make(), text)));
    expect(texts.toReversed().map((text) => meaningsOf(asked, text))).toEqual(afterOthers.toReversed());
    expect(afterOthers).toEqual([
      ["oat*"], ["oak veneer"], ["oak veneer"], [], ["straw** hat"], ["anti~slip", "anti~slip"], ["crème"], ["oak"],
    ]); // biome-ignore format: a table
  });

  test("a Hebrew or Arabic word is found behind the small words that are written as one with it", () => {
    const words = ["משי", "עץ", "כותנה", "ממשי", "קטן", "לבן", "قطن", "والد"];
    const trie = createWordTrie(words.map((word) => ({ words: word, meaning: word, languages: first })));
    const of = (text: string) => meaningsOf(trie, text);
    expect(of("הכותנה, מכותנה ושמלת משי")).toEqual(["כותנה", "כותנה", "משי"]);
    expect(of("القطن والقطن بالقطن")).toEqual(["قطن", "قطن", "قطن"]);
    // A word of its own goes before, two letters are too few, and nothing else is a prefix.
    expect(of("ממשי")).toEqual(["ממשי"]);
    expect(of("מעץ")).toEqual([]);
    expect(of("גכותנה")).toEqual([]);
    expect(of("والد")).toEqual(["والد"]);
  });
});
