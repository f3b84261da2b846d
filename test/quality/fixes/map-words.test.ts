import { describe, expect, it } from "vitest";
import { mapWords } from "../../../app/quality/fixes/map-words.ts";

const wordMap = {
  grey: "gray",
  shirt: "top",
  matte: "dull",
  men: "women",
  "fine knit": "jersey",
  Grau: "Silber",
  щит: "экран",
};
const map = (text: string, html = false, kept: string[] = []) => mapWords(text, { wordMap, html, kept });

describe("the word map changes words", () => {
  it.each([
    ["A grey scarf", "A gray scarf"], ["Grey scarf", "Gray scarf"], ["GREY SCARF", "GRAY SCARF"], ["grey.", "gray."],
    ["(grey)", "(gray)"], ["grey/blue", "gray/blue"], ["“grey”", "“gray”"], ["grey–blue", "gray–blue"], ["Fine\u00a0knit", "Jersey"],
    ["fine\u202fknit", "jersey"], ["Grau", "Silber"], ["Щит", "Экран"], ["warm days.Grey", "warm days.Gray"], ["grey, GREY, Grey", "gray, GRAY, Gray"],
  ])("%s → %s", (text, expected) => {
    expect(map(text)).toBe(expected);
  });

  it.each([
    "Model GREY-01", "01-grey", "GREY/01", "GREY_2", "grey2", "T-shirt", "semi-matte", "men's", "men’s", "grey-green", "grey‑green",
    "https://fern.example/grey/shirt?c=grey", "www.grey.example", "grey@fern.example", "hello@grey.example", "grey.com", "hello.grey.de", "@grey", "#grey",
    "grey.jpg", "fern.example/grey", "greyish", "grau", "GRAU", "12.grey",
  ])("and not a part of %s", (text) => {
    expect(map(`See ${text} now`)).toBe(`See ${text} now`);
  });

  it("in HTML only what a reader sees, and never what is kept to the letter", () => {
    expect(map('<p class="grey">grey <b>Shirt</b></p>', true)).toBe('<p class="grey">gray <b>Top</b></p>');
    expect(map("Grey shirt tested grey, grey", false, ["tested grey"])).toBe("Gray top tested grey, gray");
  });

  it("takes no time for a long text of signs", () => {
    const before = process.threadCpuUsage();
    for (const piece of ["a.", "grey-", "@a", "http://", "grey ", "grey @a "]) map(piece.repeat(100_000 / piece.length));
    expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(400);
  });
}); // biome-ignore format: tables
