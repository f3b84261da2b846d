import { describe, expect, it } from "vitest";
import type { Evidence, StoredWarning } from "../../app/db/schema/index.ts";
import { createGenerationContext } from "../../app/generation/generation-context.ts";
import { takesRepair } from "../../app/generation/take-repair.ts";
import type { CheckedText } from "../../app/generation/tried-texts.ts";
import type { ContentConfig } from "../../app/rules/content-config.ts";
import { someFacts } from "../support/content/facts.ts";

const first = "Runs for 30 hours on one charge. Weighs 240 g. Made of linen.";

interface Try {
  body: string;
  warnings?: [code: StoredWarning["code"], quote?: string, severity?: "block" | "warn"][];
  evidence?: [text: string, path: string][];
  withheld?: boolean;
}

function tried({ body, warnings = [], evidence = [], withheld = false }: Try): CheckedText {
  const placesOf = (words: string) => {
    const start = body.indexOf(words);
    return start === -1 ? {} : { at: [{ start, end: start + words.length }] };
  };
  const all = warnings.map(([code, quote, severity = "block"]): StoredWarning => {
    const place = quote === undefined ? {} : { quote, ...placesOf(quote) };
    return { content_type: "seo_desc", code, description: `${code} ${quote}`, severity, ...place };
  });
  const blocking = all.filter(({ severity }) => severity === "block").length;
  return {
    raw: body,
    draft: body,
    body,
    examined: null,
    result: {
      warnings: all,
      findings: [],
      evidence: evidence.map(([text, path]): Evidence => ({ text, fact: path, path, ...placesOf(text) })),
      doubts: [],
      blocked: blocking > 0,
      withheld,
      score: (withheld ? 1_000_000 : 0) + blocking * 1_000 + all.length,
    },
  };
}

const evidence: Try["evidence"] = [
  ["240 g", "attributes.Weight"],
  ["linen", "attributes.Material"],
];
const invented: Try = { body: first, warnings: [["UNSUPPORTED_FACT", "30 hours"]], evidence };

function takes(after: Try, before: Try = invented, config: ContentConfig = {}, locale = "en"): boolean {
  const source = { facts: someFacts(), config, contentTypes: ["seo_desc"], locale, model: "m" };
  const context = createGenerationContext(source);
  const [rules] = context.texts;
  if (!rules) throw new Error("no rules");
  return takesRepair(context, rules, { before: tried(before), after: tried(after) });
}

describe("a repaired text is taken", () => {
  it("when the finding is gone and all that was true is still there", () => {
    expect(takes({ body: "Weighs 240 g. Made of linen.", evidence })).toBe(true);
  });

  it("when a fact is gone that stood in the sentence of the finding alone", () => {
    const before: Try = {
      body: "Runs for 30 hours and weighs 240 g. Made of linen.",
      warnings: [["UNSUPPORTED_FACT", "30 hours"]],
      evidence,
    };
    expect(takes({ body: "Made of linen.", evidence: [["linen", "attributes.Material"]] }, before)).toBe(true);
  });

  it("when one of two findings is gone and none came", () => {
    const before: Try = {
      body: `${first} Waterproof.`,
      warnings: [
        ["UNSUPPORTED_FACT", "30 hours"],
        ["UNSUPPORTED_FACT", "Waterproof"],
      ],
      evidence,
    };
    const after: Try = {
      body: "Weighs 240 g. Made of linen. Waterproof.",
      warnings: [["UNSUPPORTED_FACT", "Waterproof"]],
      evidence,
    };
    expect(takes(after, before)).toBe(true);
  });

  it("in the place of a text that was a refusal, in another language or withheld, whatever it says", () => {
    const after: Try = { body: "A linen shirt for warm days.", warnings: [["BELOW_LENGTH", undefined, "warn"]] };
    expect(takes(after, { body: "I cannot help with that.", warnings: [["REFUSAL"]], evidence })).toBe(true);
    expect(takes(after, { body: "Une chemise légère.", warnings: [["WRONG_LANGUAGE"]], evidence })).toBe(true);
    expect(takes(after, { body: first, warnings: [["ECHO"]], withheld: true, evidence })).toBe(true);
  });
});

describe("the text before stays with its finding", () => {
  it("when the repaired one has the same finding", () => {
    expect(takes({ ...invented, body: `${first} Cool.` })).toBe(false);
  });

  it("when the repaired one has a finding of its own, were it a light one", () => {
    const body = "Weighs 240 g. Made of linen. Lasts for years.";
    expect(takes({ body, warnings: [["UNSUPPORTED_FACT", "for years", "warn"]], evidence })).toBe(false);
  });

  it("when a fact of another sentence backs nothing any more", () => {
    expect(takes({ body: "Made of linen.", evidence: [["linen", "attributes.Material"]] })).toBe(false);
  });

  it("when the same quantity is there in another spelling", () => {
    expect(takes({ body: "Runs for thirty hours on one charge. Weighs 240 g. Made of linen.", evidence })).toBe(false);
    expect(takes({ body: "Runs for 30h on one charge. Weighs 240 g. Made of linen.", evidence })).toBe(false);
  });

  it("when the same name is there in another spelling", () => {
    const before: Try = { body: "Linen. OEKO-TEX tested.", warnings: [["UNSUPPORTED_FACT", "OEKO-TEX"]] };
    expect(takes({ body: "Linen. Oeko Tex tested." }, before)).toBe(false);
    expect(takes({ body: "Linen." }, before)).toBe(true);
  });

  it("when a keyword or a claim is gone that it had", () => {
    const config: ContentConfig = { keyword_groups: { should: ["a"] }, keywords: { a: ["one charge"] } };
    expect(takes({ body: "Weighs 240 g. Made of linen.", evidence }, invented, config)).toBe(false);
    expect(takes({ body: "One charge. Weighs 240 g. Made of linen.", evidence }, invented, config)).toBe(true);
  });

  it("when nothing came in its place", () => {
    expect(takes({ body: "", warnings: [["BELOW_LENGTH"]] })).toBe(false);
  });
});

describe("what the writer cited rightly", () => {
  const source = {
    facts: someFacts({
      attributes: [
        { name: "Disc diameter", value: "288 mm" },
        { name: "Not for", value: "models with 312 mm discs" },
        { name: "Lugs", value: "5 mm" },
      ],
    }),
    ...{ config: {}, contentTypes: ["seo_desc"], locale: "en", model: "m" },
  };
  const context = createGenerationContext(source);
  const idOf = (path: string) => context.checks.facts.byPath(path)?.id ?? "";
  const cites = [{ quote: "Not for models with 312 mm discs", fact: idOf("attributes.Not for") }];
  const before = {
    ...tried({
      body: "Fits discs of 288 mm. Not for models with 312 mm discs, tool free.",
      warnings: [["UNSUPPORTED_FACT", "tool free"]],
    }),
    citations: cites,
  };
  const isTaken = (body: string) => {
    const [rules] = context.texts;
    return rules !== undefined && takesRepair(context, rules, { before, after: tried({ body }) });
  };

  it("must still be said after a repair, with the same amount and meant the same way", () => {
    expect(isTaken("Fits discs of 288 mm. Not for models with 312 mm discs.")).toBe(true);
    expect(isTaken("Fits discs of 288 mm. Not for models with 288 mm discs.")).toBe(false);
    expect(isTaken("Fits discs of 288 mm.")).toBe(false);
  });

  it("is lost as well where an amount that a fact holds becomes another one", () => {
    const wrong = tried({ body: "Drop of 8 mm, studs of 5 mm.", warnings: [["CONTRADICTED_FACT", "5 mm"]] });
    const [rules] = context.texts;
    if (!rules) throw new Error("no rules");
    expect(takesRepair(context, rules, { before: wrong, after: tried({ body: "Drop of 8 mm, studs of 8 mm." }) })).toBe(
      false,
    );
  });
});
