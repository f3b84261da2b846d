import { describe, expect, it } from "vitest";
import { shopDomainSchema } from "../../../app/lib/brand.ts";
import { readGlossary } from "../../../app/rules/glossary/read-glossary.ts";
import { saveGlossary } from "../../../app/rules/glossary/save-glossary.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const other = shopDomainSchema.parse("second.myshopify.com");

function setUp() {
  const deps = { db: openTestDatabase(), clock: { now: () => 1_790_000_000_000 } };
  const save = async (terms: unknown, seen?: string) => {
    const digest = seen ?? (await deps.db.do(readGlossary(shop))).digest;
    return saveGlossary(deps, { shop, terms, digest, by: "user:1" });
  };
  return { ...deps, save };
}

describe("a shop's glossary", () => {
  it("is empty at first, kept for its shop alone, and replaced whole", async () => {
    const { save, ...deps } = setUp();
    expect((await deps.db.do(readGlossary(shop))).terms).toEqual([]);
    expect(await save([{ term: " T-shirt ", never: ["tee"] }])).toEqual({ outcome: "saved", terms: 1 });
    expect((await deps.db.do(readGlossary(shop))).terms).toEqual([{ term: "T-shirt", never: ["tee"] }]);
    expect((await deps.db.do(readGlossary(other))).terms).toEqual([]);
    expect(await save([{ term: "E-bike" }])).toEqual({ outcome: "saved", terms: 1 });
    expect((await deps.db.do(readGlossary(shop))).terms).toEqual([{ term: "E-bike", never: [] }]);
    expect(await save([])).toEqual({ outcome: "saved", terms: 0 });
    expect((await deps.db.do(readGlossary(shop))).terms).toEqual([]);
  });

  it("gives the same object while nobody saves, so that it is compiled once", async () => {
    const { save, ...deps } = setUp();
    await save([{ term: "T-shirt" }]);
    expect((await deps.db.do(readGlossary(shop))).terms).toBe((await deps.db.do(readGlossary(shop))).terms);
  });

  it("is not overwritten by somebody who had an older one before them", async () => {
    const { save, ...deps } = setUp();
    const { digest } = await deps.db.do(readGlossary(shop));
    await save([{ term: "T-shirt" }]);
    const late = await save([{ term: "E-bike" }], digest);
    expect(late).toEqual({ outcome: "stale" });
    expect((await deps.db.do(readGlossary(shop))).terms).toEqual([{ term: "T-shirt", never: [] }]);
  });

  it.each([
    ["an empty word", [{ term: "  " }], { code: "word_missing", row: 1 }],
    ["a word of signs", [{ term: "T-shirt" }, { term: "!!" }], { code: "word_without_letters", row: 2 }],
    ["a very long word", [{ term: "x".repeat(101) }], { code: "word_too_long", limit: 100, row: 1 }],
    [
      "too many spellings",
      [{ term: "a", never: Array(21).fill("b") }],
      { code: "too_many_spellings", limit: 20, row: 1 },
    ],
    [
      "too many words",
      Array.from({ length: 1_001 }, (_, i) => ({ term: `w${i}` })),
      { code: "too_many_words", limit: 1_000 },
    ],
    [
      "a word twice",
      [{ term: "T-shirt" }, { term: "t shirt" }],
      { code: "word_given_twice", word: "t shirt", rows: [1, 2] },
    ],
    [
      "rows that contradict each other",
      [{ term: "T-shirt", never: ["tee"] }, { term: "Tee" }],
      { code: "word_forbidden_and_asked_for", word: "tee", row: 1, other: 2 },
    ],
    ["something else", "words", { code: "not_glossary" }],
  ])("refuses %s", async (_what, terms, problem) => {
    const { save, ...deps } = setUp();
    expect(await save(terms)).toEqual({ outcome: "refused", problem });
    expect((await deps.db.do(readGlossary(shop))).terms).toEqual([]);
  });

  it("may list another spelling of the word itself", async () => {
    const { save } = setUp();
    expect(await save([{ term: "T-shirt", never: ["Tshirt", "t shirt"] }])).toEqual({ outcome: "saved", terms: 1 });
  });
});
