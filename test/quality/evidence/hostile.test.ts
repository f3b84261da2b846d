import { describe, expect, it } from "vitest";
import { deniedBySentences } from "../../../app/quality/evidence/denying-sentences.ts";
import { otherValueIn } from "../../../app/quality/evidence/exclusive-fields.ts";
import { ingredientListAgainst } from "../../../app/quality/evidence/listed-ingredients.ts";
import { namedDenialIn } from "../../../app/quality/evidence/named-denials.ts";
import { byWholeProduct } from "../../../app/quality/evidence/whole-materials.ts";
import { type FactBook, readFacts } from "../../../app/quality/facts/fact-book.ts";
import { readWordStatements } from "../../../app/quality/statements/read-words.ts";
import type { MaterialStatement } from "../../../app/quality/statements/statement.ts";
import { someFacts } from "../../support/content/facts.ts";
import { fewestCpuMs } from "../../support/cpu-ms.ts";

const size = 100_000;
const mostMs = 50;
const repeated = (words: string) => words.repeat(Math.ceil(size / words.length)).slice(0, size);

const attributes = [
  { name: "Material", value: "linen" },
  { name: "Sleeves", value: "short" },
  { name: "Care", value: "hand wash only" },
  { name: "Pre-shrunk", value: "no" },
  { name: "Lid", value: "not included" },
  { name: "Ingredients", value: "cocoa, sugar, hazelnuts, salt" },
  { name: "Note", value: "Not suitable for induction hobs. Comes without a stand." },
];

function bookOf(descriptionText = "", locale = "en"): FactBook {
  return readFacts({ ...someFacts({ title: "Ravello shirt", descriptionText, attributes }), locale });
}

const fewestMs = (work: () => unknown) => fewestCpuMs(work, { below: mostMs });

const material: MaterialStatement = {
  kind: "material",
  material: "cotton",
  polarity: "affirmed",
  form: null,
  percent: null,
  whole: true,
  provable: null,
  at: { start: 0, end: 6 },
  quote: "cotton",
};

/** Each reader of a text's sentence, with words that lead far into it. */
const readers: Record<string, { read: (book: FactBook, sentence: string) => unknown; words: readonly string[] }> = {
  "other values of fields": {
    read: (book, sentence) => otherValueIn(book, sentence, "en"),
    words: ["long sleeves ", "sleeves ", "machine washable ", "short sleeves, ", "not long ", "a "],
  },
  "denials by names": {
    read: (book, sentence) => namedDenialIn(book, sentence, "en"),
    words: ["pre-shrunk ", "comes with a lid ", "not pre-shrunk ", "induction hobs ", "stand ", "includes ", "a, "],
  },
  "lists of ingredients": {
    read: (book, sentence) => ingredientListAgainst(book, sentence, "en"),
    words: ["contains milk ", "made with almonds ", "with ", "milk, ", "contains ", "free from gluten "],
  },
  "materials of the whole": {
    read: (book, sentence) => byWholeProduct(book, { statement: material, sentence, at: 0 }, "en"),
    words: ["cotton ", "cotton shirt ", "shirt is made of cotton ", "the shirt ", "made of "],
  },
  "materials of the whole, at the end": {
    read: (book, sentence) =>
      byWholeProduct(book, { statement: material, sentence: `${sentence}cotton`, at: sentence.length }, "en"),
    words: ["the shirt is ", "shirt ", "of ", "made of "],
  },
};

describe.each(Object.entries(readers))("100 kB in one sentence: %s", (_name, { read, words }) => {
  it.each(words)("of nothing but %j take less than 50 ms", async (word) => {
    const book = bookOf();
    read(book, word);
    const sentence = repeated(word);
    expect(await fewestMs(() => read(book, sentence))).toBeLessThan(mostMs);
  });
});

describe("100 kB of facts: sentences that deny", () => {
  it.each(["Comes without a lid. ", "Not suitable for induction. ", "no ", "without a, ", "not in the box; "])(
    "of nothing but %j take less than 50 ms",
    async (words) => {
      deniedBySentences(bookOf(words), "en");
      const books = Array.from({ length: 5 }, () => bookOf(repeated(words)));
      for (const book of books) book.statements("content");
      expect(await fewestMs(() => deniedBySentences(books.pop() ?? bookOf(), "en"))).toBeLessThan(mostMs);
    },
  );
});

describe("100 kB of a text: words of claims, places and options", () => {
  const phrases: Record<string, readonly string[]> = {
    en: [
      "relieves pain ", "pain ", "relieves ", "award winner ", "lab tested ", "rated by 1", "no ", "voted of the ", "made by hand in ", "from the Alps ",
      "a tradition of ", "not only in red ", "choose red or ", "also in ", "protects the planet ", "free from ", "passed the ", "in Italy made ",
    ], // biome-ignore format: a table
    de: ["lindert Schmerzen ", "Testsieger ", "von Hand in ", "aus Italien ", "erhältlich in Rot ", "nicht "],
    ja: ["痛み", "受賞", "イタリア製", "赤", "で作られた", "ない"],
    ar: ["الألم ", "جائزة ", "و", "صنع في "],
  };
  it.each(Object.entries(phrases).flatMap(([locale, all]) => all.map((words) => [locale, words] as const)))(
    "%s: of nothing but %j take less than 50 ms",
    async (locale, words) => {
      const text = repeated(words);
      const read = (one: string) => readWordStatements(one, { locale });
      read(repeated(words).slice(0, 2_000));
      expect(
        await fewestMs(() => {
          // The reader keeps the last text that it read.
          read("cotton");
          return read(text);
        }),
      ).toBeLessThan(mostMs);
    },
  );
});
