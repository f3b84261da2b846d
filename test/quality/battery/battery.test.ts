import { describe, expect, it } from "vitest";
import { additionCases } from "./additions.ts";
import { claimCases } from "./claims.ts";
import { factCases } from "./facts.ts";
import { keywordCases } from "./keywords.ts";
import { type Case, runCase } from "./run-case.ts";
import { severityCases } from "./severities.ts";
import { wordMapCases } from "./word-map.ts";

const batteries: Record<string, Case[]> = {
  "word map": wordMapCases,
  claims: claimCases,
  additions: additionCases,
  keywords: keywordCases,
  facts: factCases,
  severities: severityCases,
};

describe.each(Object.entries(batteries))("%s", (_name, cases) => {
  it.each(cases.map((one) => [one[0], one] as const))(
    "%s",
    async (_what, [, contentType, raw, text, codes, setting]) => {
      const outcome = await runCase(contentType, raw, setting);
      expect({ text: outcome.body, codes: outcome.codes }).toEqual({ text, codes: [...codes].sort() });
    },
  );
});

it("the battery holds what it promises", () => {
  expect(Object.values(batteries).flat().length).toBeGreaterThanOrEqual(300);
});
