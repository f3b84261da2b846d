import { describe, expect, it } from "vitest";
import { english } from "../../app/i18n/words-of.server.ts";
import { comparable, type DiffPart, describeDiff, diffBodies, diffWords } from "../../app/ui/diff-words.ts";

const t = (await english()).getFixedT("en", "texts");

const without = (parts: DiffPart[], kind: DiffPart["kind"]) =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.value)
    .join("");

describe("a diff by words", () => {
  it.each([
    ["Linen shirt with a collar", "Linen shirt with a small collar"],
    ["", "All new"],
    ["All gone", ""],
    ["Same", "Same"],
    ["one\ntwo\nthree", "one\n2\nthree\nfour"],
    ["Grün & schön – 240 g/m²", "Grün und schön – 250 g/m²"],
    ["قميص كتان أبيض", "قميص كتان أزرق طويل"],
    ["有田焼の湯呑みです。青海波の模様。", "有田焼の湯呑み。青海波の古い模様。"],
    ["Birthday 🎂 box", "Birthday 🎉 box"],
    ["It is a shirt of linen for men", "There was one dress in silk for women"],
  ])("gives back both texts: %j and %j", (before, after) => {
    const parts = diffWords(before, after);
    expect(without(parts, "added")).toBe(before);
    expect(without(parts, "removed")).toBe(after);
  });

  it("marks only the word that changed", () => {
    expect(diffWords("A white linen shirt", "A white cotton shirt")).toEqual([
      { kind: "same", value: "A white " },
      { kind: "removed", value: "linen" },
      { kind: "added", value: "cotton" },
      { kind: "same", value: " shirt" },
    ]);
  });

  it("marks only what changed in a text of 100 kB, and gives back both texts", () => {
    const words = Array.from({ length: 15_000 }, (_, i) => `word${i % 7}`);
    const changed = words.map((word, i) => (i > 9_000 && i < 9_004 ? "other" : word));
    const [before, after] = [words.join(" "), changed.join(" ")];
    const parts = diffWords(before, after);
    expect(without(parts, "added")).toBe(before);
    expect(without(parts, "removed")).toBe(after);
    expect(parts.filter((part) => part.kind === "added").map((part) => part.value.trim())).toEqual([
      "other other other",
    ]);
  });

  it("shows long texts that share little as one replacing the other instead of comparing for seconds", () => {
    const before = `Linen ${"a ".repeat(50_000)}shirt`;
    const after = `Linen ${"b ".repeat(50_000)}shirt`;
    expect(diffWords(before, after).map((part) => part.kind)).toEqual(["same", "removed", "added", "same"]);
  });

  it("finds the changed word where a script has no spaces", () => {
    const parts = diffWords("青い湯呑みです", "赤い湯呑みです");
    expect(parts.filter((part) => part.kind === "same").map((part) => part.value)).toEqual(["湯呑みです"]);
  });

  it("shows a sentence that was written anew as one replacing the other", () => {
    const parts = diffWords("Soft on your skin", "Made to last longer");
    expect(parts.map((part) => part.kind)).toEqual(["removed", "added"]);
  });

  it("does not carry a change over a line break", () => {
    const parts = diffWords("red\nlong line", "blue\nshort line");
    expect(parts).toContainEqual({ kind: "same", value: "\n" });
  });

  it("gives up on texts that have nothing in common instead of computing for ever", () => {
    const before = Array.from({ length: 6_000 }, (_, i) => `a${i}`).join(" ");
    const after = Array.from({ length: 6_000 }, (_, i) => `b${i}`).join(" ");
    expect(diffWords(before, after)).toEqual([
      { kind: "removed", value: before },
      { kind: "added", value: after },
    ]);
  });
});

describe("a diff of bodies", () => {
  it("compares HTML by what is read, not by its tags", () => {
    const parts = diffBodies({ kind: "html" }, "<p>Soft <b>linen</b></p>", "<div>Soft linen</div>");
    expect(parts).toEqual([{ kind: "same", value: "Soft linen" }]);
  });

  it("compares bullets line by line", () => {
    expect(comparable({ kind: "bullets" }, ["One", "Two"])).toBe("• One\n• Two");
    const parts = diffBodies({ kind: "bullets" }, ["One", "Two"], ["One", "Two", "Three"]);
    expect(parts.filter((part) => part.kind === "added").map((part) => part.value.trim())).toEqual(["• Three"]);
  });

  it("takes a text that is not there for an empty one", () => {
    expect(diffBodies({ kind: "line" }, null, "New")).toEqual([{ kind: "added", value: "New" }]);
  });
});

describe("a diff in words", () => {
  it("counts what was added and removed", () => {
    expect(describeDiff(t, diffWords("A white linen shirt", "A white cotton shirt"))).toBe(
      "1 word added, 1 word removed.",
    );
    expect(describeDiff(t, diffWords("A", "A"))).toBe("The texts are the same.");
    expect(describeDiff(t, diffWords("A  b", "A b"))).toBe("Only spaces or line breaks differ.");
  });
});
