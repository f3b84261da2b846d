import { describe, expect, it } from "vitest";
import type { ContentConfig } from "../../../app/rules/content-config.ts";
import { type Glossary, glossarySchema } from "../../../app/rules/glossary/glossary.ts";
import { someFacts } from "../../support/content/facts.ts";
import { warningsOf } from "../../support/content/warnings-of.ts";
import { requestFor, writeTexts } from "../../support/content/write-texts.ts";

const glossary: Glossary = [
  { term: "T-shirt", never: ["tee shirt", "tee"] },
  { term: "iPad", never: [] },
  { term: "linen blend", never: ["flax mix"] },
  { term: "E-bike", never: ["electric bike"] },
  { term: "A4", never: [] },
  { term: "Tシャツ", never: ["シャツ"] },
];

function found(text: string, words: Glossary = glossary): string[] {
  return warningsOf("GLOSSARY", "desc", text, { glossary: words }).map(({ description }) => description);
}

describe("words of the glossary", () => {
  it.each([
    ["as the glossary spells it", "A soft T-shirt for summer."],
    ["in the plural, which is another word", "Soft T-shirts for summer."],
    ["with a capital where a sentence begins", "Linen blend keeps its shape."],
    ["in title case, where the term has no capitals", "Linen Blend Shirt"],
    ["with the first letter as a capital", "IPad sleeve of felt"],
    ["inside a longer word", "A committee sees steel in tees."],
    ["over the end of a sentence", "It is linen. Blend it with wool."],
    ["a short term in pieces by chance", "It weighs a 4 kg less."],
    ["a forbidden word inside the term itself", "夏のTシャツです"],
    ["over a line", "Soft linen\n\nblend of colours"],
  ])("passes %s", (_what, text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ["other capitals", "A soft T-Shirt for summer.", '"T-Shirt"', '"T-shirt"'],
    ["no hyphen", "A soft T shirt for summer.", '"T shirt"', '"T-shirt"'],
    ["one word", "A soft Tshirt for summer.", '"Tshirt"', '"T-shirt"'],
    ["all capitals", "A soft T-SHIRT for summer.", '"T-SHIRT"', '"T-shirt"'],
    ["a hyphen where there is none", "A linen-blend shirt", '"linen-blend"', '"linen blend"'],
    ["a no-break hyphen", "A soft t\u2011shirt", '"t\u2011shirt"', '"T-shirt"'],
    ["a name in small letters", "For your ipad.", '"ipad"', '"iPad"'],
    ["a forbidden word", "A soft tee for summer.", '"tee"', '"T-shirt"'],
    ["a forbidden phrase in capitals", "A soft TEE SHIRT for summer.", '"TEE SHIRT"', '"T-shirt"'],
    ["a forbidden phrase with a hyphen", "An electric-bike bag", '"electric-bike"', '"E-bike"'],
    ["a short term, joined as it stands", "For a4 paper", '"a4"', '"A4"'],
    ["a forbidden word where words are not divided", "夏のシャツです", '"シャツ"', '"Tシャツ"'],
  ])("marks %s", (_what, text, written, wanted) => {
    expect(found(text)).toEqual([`desc writes ${written}, the glossary asks for ${wanted}`]);
  });

  it("takes the longest word that fits", () => {
    const words: Glossary = [
      { term: "bag", never: [] },
      { term: "messenger bag", never: ["bicycle bag"] },
    ];
    expect(found("A bicycle bag and a BAG", words)).toHaveLength(1);
    expect(found("A bicycle bag", words)).toEqual(['desc writes "bicycle bag", the glossary asks for "messenger bag"']);
  });

  it("reports each spelling once", () => {
    expect(found("A tee, a tee and a tee.")).toHaveLength(1);
  });

  it("looks into each bullet", () => {
    const warnings = warningsOf("GLOSSARY", "bullets", ["Soft linen", "Feels like a tee"], { glossary });
    expect(warnings).toEqual([
      {
        content_type: "bullets",
        code: "GLOSSARY",
        description: 'bullets writes "tee", the glossary asks for "T-shirt"',
        severity: "warn",
        details: { kind: "term", term: "T-shirt" },
        id: expect.any(String),
        quote: "tee",
        at: [{ start: 24, end: 27 }],
      },
    ]);
  });

  it("can block, by content type", () => {
    const config = { content_types: { title: { task: "Write.", checks: { GLOSSARY: "block" as const } } } };
    expect(warningsOf("GLOSSARY", "title", "Linen tee", { glossary, config })[0]?.severity).toBe("block");
    expect(warningsOf("GLOSSARY", "desc", "Linen tee", { glossary, config })[0]?.severity).toBe("warn");
  });

  it("is checked in milliseconds with a thousand words and 20,000 characters", () => {
    const many = glossarySchema.parse(
      Array.from({ length: 1_000 }, (_, i) => ({ term: `Word-${i}x`, never: [`wordy ${i}`, `verb ${i}`] })),
    );
    const text = "A word after wordy 999 and another verb 998 ".repeat(450);
    // What a machine with other work makes of it is not the check's time: the fewest of three counts.
    const times = [1, 2, 3].map(() => {
      const before = process.threadCpuUsage();
      expect(found(text, many)).toHaveLength(2);
      const { user, system } = process.threadCpuUsage(before);
      return (user + system) / 1_000;
    });
    expect(Math.min(...times)).toBeLessThan(250);
  });
});

describe("the pipeline", () => {
  const input = {
    facts: someFacts({ descriptionText: "A tee shirt of linen." }),
    config: {},
    contentTypes: ["title"],
    locale: "en",
    model: "m",
    glossary,
  };

  async function written(config: ContentConfig) {
    const answers = ["Linen tee", "Linen T-shirt"];
    const asked: string[] = [];
    const generated = await writeTexts(
      {
        complete: async ({ messages }) => {
          asked.push(String(messages.at(-1)?.content));
          const title = answers[asked.length - 1];
          return { kind: "json", json: { title }, model: "m", tokensIn: 1, tokensCached: 0, tokensOut: 1 };
        },
      },
      { ...input, config, signal: AbortSignal.timeout(10_000) },
    );
    return [asked, generated] as const;
  }

  it("gives the model the words that concern the product, and no others", () => {
    const { messages } = requestFor(input);
    const data = JSON.parse(String(messages.at(-1)?.content)) as { glossary?: unknown };
    expect(data.glossary).toEqual([{ write: "T-shirt", never: ["tee shirt", "tee"] }]);
  });

  it("asks again for a text that breaks the glossary where that blocks, and not where it only warns", async () => {
    const config = { content_types: { title: { task: "Write.", checks: { GLOSSARY: "block" as const } } } };
    const [asked, mended] = await written(config);
    expect(mended).toMatchObject({ outcome: "written", texts: [{ body: "Linen T-shirt", warnings: [] }] });
    expect(asked[1]).toContain("the glossary asks for");
    const [askedOnce, marked] = await written({});
    expect(marked).toMatchObject({ texts: [{ body: "Linen tee", blocked: false, warnings: [{ code: "GLOSSARY" }] }] });
    expect(askedOnce).toHaveLength(1);
  });
});
