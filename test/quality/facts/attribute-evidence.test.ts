import { describe, expect, it } from "vitest";
import { fixText } from "../../../app/quality/fixes/fix-text.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import { someFacts } from "../../support/content/facts.ts";

const facts = someFacts({
  attributes: [
    { name: "Material", value: "Cork, natural rubber" },
    { name: "Style", value: "Slow flow" },
    { name: "Rolls up", value: "Yes" },
    {
      name: "Care",
      value: "Wipe with a damp cloth and let it dry in the air, away from the sun, before it is rolled up.",
    },
    { name: "Reviews", value: "Lovely grip" },
  ],
});

function evidenceOf(words: string) {
  const raw = `<p>${words}</p>`;
  const results = runChecks({
    texts: new Map([["desc", { raw, body: fixText("desc", raw) }]]),
    facts,
    config: { client: { review_attributes: ["Reviews"] } },
    locale: "en",
  });
  return results.get("desc")?.evidence.map(({ text, fact }) => ({ text, fact }));
}

describe("evidence for words of attributes", () => {
  it("names the attribute that a value or a part of its list comes from, as the text spells it", () => {
    expect(evidenceOf("A mat of cork on Natural Rubber for slow flow, also in sand.")).toEqual([
      { text: "cork", fact: "Material: Cork, natural rubber" },
      { text: "sand", fact: "Color: Black, Sand, Olive" },
      { text: "Natural Rubber", fact: "Material: Cork, natural rubber" },
      { text: "slow flow", fact: "Style: Slow flow" },
    ]);
  });

  it("takes whole words only, and the longest of those inside one another", () => {
    expect(evidenceOf("Corkscrews and sandals are no evidence.")).toEqual([]);
    expect(evidenceOf("Made of cork, natural rubber and nothing else.")).toEqual([
      { text: "cork, natural rubber", fact: "Material: Cork, natural rubber" },
    ]);
  });

  it("leaves what holds a number to the evidence of numbers", () => {
    const raw = "<p>Linen, 100% linen at 240 g.</p>";
    const results = runChecks({
      texts: new Map([["desc", { raw, body: raw }]]),
      facts: someFacts(),
      config: {},
      locale: "en",
    });
    expect(results.get("desc")?.evidence.map(({ text }) => text)).toEqual(["100% linen", "240 g"]);
  });

  it("takes no yes, no sentence of care instructions and nothing that customers wrote", () => {
    expect(evidenceOf("Yes, wipe it with a damp cloth. Lovely grip.")).toEqual([]);
  });
});
