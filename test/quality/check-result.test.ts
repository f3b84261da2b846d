import { describe, expect, it } from "vitest";
import { type CheckSettings, checkResultOf, isSound } from "../../app/quality/check-result.ts";
import { contradictedFinding } from "../../app/quality/evidence/fact-findings.ts";
import type { Finding } from "../../app/quality/finding.ts";
import { warningText } from "../../app/ui/product/warning-text.ts";

const light = (n: number): Finding[] =>
  Array.from({ length: n }, (_, i) => ({ code: "GLOSSARY", description: `title writes "word ${i}"` }));
const block: Finding = { code: "FORBIDDEN_WORD", description: 'title contains the forbidden word "x"' };

describe("the check result of one text", () => {
  it("lists all findings in their order as long as they are few", () => {
    const { warnings, findings } = checkResultOf("title", [...light(24), block]);
    expect(warnings.map(({ description }) => description)).toEqual([...light(24), block].map((f) => f.description));
    expect(findings).toEqual([block.description]);
  });

  it("tells the model of what blocks alone, whatever a shop's settings make block", () => {
    const told = (settings: CheckSettings) => checkResultOf("title", [...light(1), block], { settings }).findings;
    expect(told({ GLOSSARY: "block" })).toEqual(['title writes "word 0"', block.description]);
    expect(told({ FORBIDDEN_WORD: "warn" })).toEqual([]);
  });

  it("tells the model the sentence, and the fact with its very words", () => {
    const text = "A quiet fan. It runs for 30 hours on one charge. It folds flat.";
    const start = text.indexOf("30 hours");
    const fact = {
      id: "f2",
      path: "attributes.Battery life",
      name: "Battery life",
      value: "20 h",
      kind: "attribute",
      tier: 1,
    } as const;
    const contradicted = contradictedFinding("desc", {
      quote: "30 hours",
      at: { start, end: start + 8 },
      fact,
      fix: null,
    });
    const { findings } = checkResultOf("desc", [contradicted], { text });
    expect(findings).toEqual([
      'In "It runs for 30 hours on one charge.": "30 hours" is not true: Battery life is "20 h" (say it in these words, or leave the statement out)',
    ]);
  });

  it.each([25, 26, 4_000])("blocks a text whose block was found after %i light findings, and lists it first", (n) => {
    const { warnings, blocked, findings } = checkResultOf("title", [...light(n), block]);
    expect(blocked).toBe(true);
    expect([warnings[0]?.description, warnings.length]).toEqual([block.description, 26]);
    expect(warnings.at(-1)?.description).toBe(
      n === 25 ? "1 more finding is not listed" : `${n - 24} more findings are not listed`,
    );
    expect(findings[0]).toBe(block.description);
  });

  it("counts how many of the findings that it leaves out block", () => {
    const blocks = Array.from({ length: 30 }, (_, i) => ({ ...block, description: `title contains ${i}` }));
    const { warnings } = checkResultOf("title", [...light(3), ...blocks]);
    expect(warnings.at(-1)).toMatchObject({
      severity: "block",
      description: "8 more findings are not listed, 5 of them blocking",
    });
  });

  it("a text with one block is worse than one with any number of light findings", () => {
    const scores = [light(5_000), [block], [{ ...block, withhold: true }]].map(
      (found) => checkResultOf("title", found).score,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(new Set(scores).size).toBe(3);
  });

  it("a finding that was made light first and heavy later blocks", () => {
    const twice: Finding[] = [{ ...block, severity: "warn" }, block];
    expect(checkResultOf("title", twice)).toMatchObject({ blocked: true, warnings: [{ severity: "block" }] });
  });

  it("names no product in the finding that counts those left out", () => {
    const alike = light(30).map((finding, i) => ({ ...finding, product: { id: String(i), title: "Other" } }));
    expect(checkResultOf("title", alike).warnings.at(-1)).not.toHaveProperty("product");
    expect(warningText("8 more findings are not listed", "Title")).toContain("8 more findings are not listed");
  });

  describe("a finding that a person kept", () => {
    const decision = { by: "user:7", kind: "keep", reason: "We say so on the label", at: 5 } as const;
    const quoted: Finding = { ...block, quote: "x" };
    const keptOf = (contentType: string, quote: string) => [
      { contentType, code: "FORBIDDEN_WORD", quote, fact: null, decision },
    ];

    it("blocks nothing and is told to no model, but stays on show with the decision", () => {
      const result = checkResultOf("title", [quoted], { text: "an x", kept: keptOf("title", "x") });
      expect(result).toMatchObject({ blocked: false, findings: [] });
      expect(result.warnings).toMatchObject([{ severity: "block", quote: "x", at: [{ start: 3, end: 4 }], decision }]);
      expect(isSound(result.warnings)).toBe(true);
    });

    it("blocks where other words, another text or another fact is meant", () => {
      expect(checkResultOf("title", [quoted], { kept: keptOf("title", "y") }).blocked).toBe(true);
      expect(checkResultOf("title", [quoted], { kept: keptOf("desc", "x") }).blocked).toBe(true);
      const fact = { id: "f1", path: "attributes.A", name: "A", value: "1", kind: "attribute", tier: 1 } as const;
      expect(checkResultOf("title", [{ ...quoted, fact }], { kept: keptOf("title", "x") }).blocked).toBe(true);
    });
  });

  it("a finding has the same id whenever the same words are found", () => {
    const idOf = (finding: Finding) => checkResultOf("title", [finding]).warnings[0]?.id;
    expect(idOf({ ...block, quote: "x" })).toBe(idOf({ ...block, quote: "x", description: "said otherwise" }));
    expect(idOf({ ...block, quote: "x" })).not.toBe(idOf({ ...block, quote: "y" }));
  });
});
