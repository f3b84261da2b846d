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
    expect(late).toEqual({
      outcome: "refused",
      message: expect.stringContaining("Nothing was overwritten"),
      stale: true,
    });
    expect((await deps.db.do(readGlossary(shop))).terms).toEqual([{ term: "T-shirt", never: [] }]);
  });

  it.each([
    ["an empty word", [{ term: "  " }], "Row 1: Enter a word."],
    ["a word of signs", [{ term: "T-shirt" }, { term: "!!" }], "Row 2: Enter a word with letters or digits."],
    ["a very long word", [{ term: "x".repeat(101) }], "Row 1: Use at most 100 characters for one word."],
    ["too many spellings", [{ term: "a", never: Array(21).fill("b") }], "Row 1: List at most 20 spellings"],
    ["too many words", Array.from({ length: 1_001 }, (_, i) => ({ term: `w${i}` })), "at most 1,000 words"],
    [
      "a word twice",
      [{ term: "T-shirt" }, { term: "t shirt" }],
      '"t shirt" stands in the glossary twice: rows 1 and 2.',
    ],
    [
      "rows that contradict each other",
      [{ term: "T-shirt", never: ["tee"] }, { term: "Tee" }],
      'Row 1 forbids "tee", which row 2 asks for.',
    ],
    ["something else", "words", "expected array"],
  ])("refuses %s with a message what to do", async (_what, terms, message) => {
    const { save, ...deps } = setUp();
    expect(await save(terms)).toEqual({ outcome: "refused", message: expect.stringContaining(message) });
    expect((await deps.db.do(readGlossary(shop))).terms).toEqual([]);
  });

  it("may list another spelling of the word itself", async () => {
    const { save } = setUp();
    expect(await save([{ term: "T-shirt", never: ["Tshirt", "t shirt"] }])).toEqual({ outcome: "saved", terms: 1 });
  });
});
