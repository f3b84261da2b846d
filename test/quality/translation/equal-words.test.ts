import { describe, expect, it } from "vitest";
import { stillSource } from "../../../app/quality/translation/still-source.ts";
import { echoed, trulyEqual } from "./pairs/equal-words.ts";

const casesOf = (rows: typeof echoed) =>
  rows.flatMap(([text, from, into]) => into.map((to) => [from, to, text] as const));

const verdict = (text: string, from: string, to: string) => stillSource({ text, locale: from }, { text, locale: to });

describe("a translation that is its source word for word", () => {
  it("is tried both ways with more than sixty each", () => {
    expect(casesOf(trulyEqual).length).toBeGreaterThan(60);
    expect(casesOf(echoed).length).toBeGreaterThan(60);
  });

  it.each(casesOf(trulyEqual))("%s → %s: “%s” is right so, and never blocked", (from, to, text) => {
    expect(verdict(text, from, to)?.certain ?? false).toBe(false);
  });

  it.each(casesOf(echoed))("%s → %s: “%s” is not translated", (from, to, text) => {
    expect(verdict(text, from, to)).toEqual({ kind: "equal", certain: true });
  });

  it("says nothing at all of sizes, amounts, and words in the same language", () => {
    const unmarked = casesOf(trulyEqual).filter(([from, to, text]) => verdict(text, from, to) === null);
    const texts = new Set(unmarked.map(([, , text]) => text));
    for (const text of [
      "XL",
      "500 ml",
      "183 × 61 cm",
      "T-Shirt",
      "Baju linen dengan dua saku",
      "Chemise en lin lavé",
    ]) {
      expect(texts).toContain(text);
    }
  });

  it("is worth a look where neighbours share a line, and untranslated where a long text is of one of them alone", () => {
    const danish = "Denne hvide skjorte er lavet af hør og har to lommer foran";
    expect(verdict("Skjorte i lin med to lommer", "nb", "da")).toMatchObject({ certain: false });
    expect(verdict(danish, "da", "sv")).toMatchObject({ certain: true });
  });
});
