import type { CollectionRuleSet } from "../store/records.ts";

interface SmartCollection {
  title: string;
  ruleSet: CollectionRuleSet;
}

const english: readonly SmartCollection[] = [
  {
    title: "Everything outdoor",
    ruleSet: { appliedDisjunctively: true, rules: [{ column: "TAG", relation: "EQUALS", condition: "outdoor" }] },
  },
  {
    title: "Under €40",
    ruleSet: {
      appliedDisjunctively: false,
      rules: [{ column: "VARIANT_PRICE", relation: "LESS_THAN", condition: "40" }],
    },
  },
  {
    title: "Wool and merino",
    ruleSet: {
      appliedDisjunctively: true,
      rules: [
        { column: "TAG", relation: "EQUALS", condition: "merino" },
        { column: "TITLE", relation: "CONTAINS", condition: "wool" },
      ],
    },
  },
];

const german: readonly SmartCollection[] = [
  {
    title: "Unter 40 €",
    ruleSet: {
      appliedDisjunctively: false,
      rules: [{ column: "VARIANT_PRICE", relation: "LESS_THAN", condition: "40" }],
    },
  },
];

/** Collections of the hand-written catalogue that fill themselves by rules. */
export function smartCollections(locale: string): readonly SmartCollection[] {
  return locale === "de" ? german : english;
}
