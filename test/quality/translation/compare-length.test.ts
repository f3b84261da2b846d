import { describe, expect, it } from "vitest";
import { compareLength } from "../../../app/quality/translation/compare-length.ts";

const english = "A washed linen shirt with a soft collar, cut straight and sewn to last for years.";

it.each([
  ["de", "Ein gewaschenes Leinenhemd mit weichem Kragen, gerade geschnitten und für Jahre genäht."],
  ["ja", "柔らかい襟のウォッシュドリネンシャツ。ストレートカットで、何年も着られる丈夫な縫製です。"],
  ["zh-TW", "水洗亞麻襯衫，柔軟衣領，直筒剪裁，經久耐穿。"],
])("%s of usual length", (locale, text) => {
  expect(compareLength({ text: english, locale: "en" }, { text, locale })).toBeNull();
  expect(compareLength({ text, locale }, { text: english, locale: "en" })).toBeNull();
});

it("half of the text is left out, or as much again was added", () => {
  const whole = "Ein gewaschenes Leinenhemd mit weichem Kragen, gerade geschnitten und für Jahre genäht.";
  expect(compareLength({ text: english, locale: "en" }, { text: "Ein Leinenhemd.", locale: "de" })?.kind).toBe("short");
  expect(compareLength({ text: english, locale: "en" }, { text: `${whole} ${whole}`, locale: "de" })).toEqual({
    kind: "long",
    percent: 216,
  });
});

it("of a short text nothing is said", () => {
  expect(
    compareLength({ text: "Size", locale: "en" }, { text: "Konfektionsgröße des Hemdes", locale: "de" }),
  ).toBeNull();
});

it.each([
  [
    "de",
    "Ein gewaschenes Leinenhemd mit weichem Kragen, gerade geschnitten und für Jahre genäht.",
    "A washed linen shirt with a soft collar and a straight cut, sewn so that it lasts for years.",
  ],
  [
    "fr",
    "Une chemise en lin lavé au col souple, coupe droite, cousue pour durer des années.",
    "A washed linen shirt with a soft collar and a straight cut, sewn to last for years.",
  ],
])("English of a source in %s may be as long", (locale, source, text) => {
  expect(compareLength({ text: source, locale }, { text, locale: "en" })).toBeNull();
});

describe("a sentence that was dropped from a text that is then shorter than nearly all", () => {
  const three = "A washed linen shirt with a soft collar. Cut straight and sewn to last for years. Wash it cold.";
  it.each([
    ["de", "Ein gewaschenes Leinenhemd mit weichem Kragen. Gerade geschnitten und für Jahre genäht.", "lost"],
    [
      "de",
      "Ein gewaschenes Leinenhemd mit weichem Kragen. Gerade geschnitten und für Jahre genäht. Kalt waschen.",
      undefined,
    ],
    [
      "de",
      "Ein gewaschenes Leinenhemd mit weichem Kragen, gerade geschnitten und dafür genäht, viele Jahre lang zu halten. Bitte kalt waschen.",
      undefined,
    ],
    ["fr", "Une chemise en lin lavé au col souple. Coupe droite, cousue pour durer des années.", "lost"],
    ["ja", "柔らかい襟のウォッシュドリネンシャツ。", "lost"],
    ["ja", "柔らかい襟のウォッシュドリネンシャツ。ストレートカットで長持ちする縫製。水洗いしてください。", undefined],
  ])("%s: %s", (locale, text, kind) => {
    expect(compareLength({ text: three, locale: "en" }, { text, locale })?.kind).toBe(kind);
  });
});

it.each([
  ["Made for all city bikes, e.g. models by Trek and Giant.", "Passt für alle Stadträder wie Trek und Giant."],
  [
    "Made in the U.S.A. from fine cotton that was grown in Texas.",
    "In den USA aus feiner Baumwolle aus Texas gefertigt.",
  ],
  ["Soft. Warm. Light. Made for all of your winter walks.", "Weich und warm und leicht für alle Winterspaziergänge."],
  [
    "Much lighter vs. other brands of the same size and the same price.",
    "Viel leichter als andere Marken gleicher Größe.",
  ],
])('an abbreviation ends no sentence, and an "and" joins some: %s', (source, text) => {
  expect(compareLength({ text: source, locale: "en" }, { text, locale: "de" })).toBeNull();
});

it("the sentence that was dropped is told where it can be no other", () => {
  const source = {
    text: "Store in a cool, dry place. Avoid contact with the eyes and the mouth at all times. Shake it. Suitable for all 4 skin types.",
    locale: "en",
  };
  const dropped = compareLength(source, {
    text: "Kühl und trocken lagern. Schütteln. Für alle 4 Hauttypen geeignet.",
    locale: "de",
  });
  expect(dropped).toEqual({
    kind: "lost",
    sentences: 3,
    of: 4,
    words: "Avoid contact with the eyes and the mouth at all times.",
  });
  const even = { text: "It is a soft linen shirt. It is a warm linen shirt. It is a blue linen shirt.", locale: "en" };
  const two = { text: "Ein weiches Leinenhemd. Ein blaues Leinenhemd.", locale: "de" };
  expect(compareLength(even, two)).toEqual({ kind: "lost", sentences: 2, of: 3, words: null });
});
