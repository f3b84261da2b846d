import { describe, expect, it } from "vitest";
import type { ProductFacts } from "../../../app/catalog/facts.ts";
import type { CheckResult } from "../../../app/quality/check-result.ts";
import type { Citation } from "../../../app/quality/evidence/citation.ts";
import type { ExaminerSays, ExaminerVerdict } from "../../../app/quality/evidence/examiner-verdict.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";
import { runChecks } from "../../../app/quality/run-checks.ts";
import type { ContentConfig } from "../../../app/rules/content-config.ts";
import { someFacts } from "../../support/content/facts.ts";

const facts = someFacts({
  attributes: [
    { name: "Material", value: "100% linen" },
    { name: "Weight", value: "240 g" },
    { name: "Country of origin", value: "Portugal" },
    { name: "Waterproof", value: "No" },
    { name: "Care", value: "Machine washable at 30 °C, do not bleach" },
    { name: "Buttons", value: "mother-of-pearl" },
  ],
});
const codes: ReadonlySet<string> = new Set(["CONTRADICTED_FACT", "UNSUPPORTED_FACT"]);

interface Setting {
  verdicts?: ExaminerVerdict[];
  citations?: Citation[];
  config?: ContentConfig;
  facts?: ProductFacts;
  locale?: string;
}

function check(sentence: string, setting: Setting = {}): CheckResult {
  const body = `<p>${sentence}</p>`;
  const result = runChecks({
    texts: new Map([["desc", { body, raw: body, citations: setting.citations }]]),
    facts: setting.facts ?? facts,
    config: setting.config ?? {},
    locale: setting.locale ?? "en",
    verdicts: setting.verdicts && new Map(setting.verdicts.map((one) => [one.sentence, one])),
  }).get("desc");
  if (!result) throw new Error("not checked");
  return result;
}

/** What the fact checks found, e.g. `block CONTRADICTED_FACT Made in Italy`. */
function found(result: CheckResult): string[] {
  return result.warnings
    .filter(({ code }) => codes.has(code))
    .map(({ severity, code, quote }) => `${severity} ${code} ${quote}`);
}

function idOf(name: string, of: ProductFacts = facts): string {
  const fact = readFacts(of).list.find((one) => one.name === name);
  if (!fact) throw new Error(`no fact ${name}`);
  return fact.id;
}

/** What an examiner says of one sentence, leaning on words of facts. */
function says(sentence: string, verdict: ExaminerSays, ...quotes: [name: string, quote: string][]): ExaminerVerdict {
  return { sentence, verdict, quotes: quotes.map(([name, quote]) => ({ fact: idOf(name), quote })) };
}

it("what must be proved is not settled by the longer words around it that are true", () => {
  for (const text of [
    "It is made of 100% organic linen.",
    "It is made of 100%organic linen.",
    "Made of 100% linen👍organic.",
  ]) {
    expect(found(check(text))).toEqual(["block UNSUPPORTED_FACT organic"]);
  }
});

describe("what the program refutes", () => {
  it("blocks as contradicted, with both sides and the fact", () => {
    const { warnings, blocked } = check("It is made in Italy.");
    expect(blocked).toBe(true);
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: "CONTRADICTED_FACT",
        severity: "block",
        description: expect.stringMatching(/^desc says "[^"]*Italy", but Country of origin is "Portugal"$/),
        fact: expect.objectContaining({
          path: "attributes.Country of origin",
          name: "Country of origin",
          value: "Portugal",
          source: "attribute",
          tier: 1,
        }),
      }),
    );
  });

  it("blocks where the fact denies the property", () => {
    expect(found(check("A waterproof shirt."))).toEqual(["block CONTRADICTED_FACT waterproof"]);
  });

  it("blocks where the value is another one", () => {
    expect(found(check("The weight is 250 g."))).toEqual(["block CONTRADICTED_FACT 250 g"]);
  });

  it("is not a number before a dash that the material stands behind", () => {
    expect(found(check("Shirt 10 – 100% linen"))).toEqual([]);
  });

  it("blocks whatever an examiner says", () => {
    const sentence = "It is made in Italy.";
    const plain = found(check(sentence));
    for (const verdict of ["entailed", "no_claim", "not_stated", "contradicted"] as const) {
      const lying = says(sentence, verdict, ["Country of origin", "Portugal"]);
      expect(found(check(sentence, { verdicts: [lying] }))).toEqual(plain);
    }
  });
});

describe("what the program supports", () => {
  it("is evidence with its place and the fact, and no finding", () => {
    const result = check("👕 It weighs 0.24 kg.");
    expect(found(result)).toEqual([]);
    expect(result.evidence).toContainEqual({
      text: "0.24 kg",
      fact: "Weight: 240 g",
      path: "attributes.Weight",
      at: [{ start: 12, end: 19 }],
    });
  });

  it("stays so whatever an examiner says of the numbers", () => {
    const sentence = "It weighs 240 g.";
    const lying = says(sentence, "not_stated");
    expect(found(check(sentence, { verdicts: [lying] })).filter((one) => one.startsWith("block"))).toEqual([]);
  });
});

describe("what the program cannot tell", () => {
  const plain = "It is foldable.";
  const provable = "It is dermatologically tested.";

  it("without an examiner blocks where a shop must be able to prove it, and warns elsewhere", () => {
    expect(found(check(provable))).toEqual(["block UNSUPPORTED_FACT dermatologically tested"]);
    expect(found(check("It weighs 240 g and holds 3 kg of sand."))).toEqual(["warn UNSUPPORTED_FACT 3 kg"]);
  });

  it("says to the merchant what a shop must be able to prove", () => {
    expect(check(provable).warnings.map(({ description }) => description)).toContain(
      'desc says "dermatologically tested", but no fact of the product says so: a shop must be able to prove it',
    );
  });

  it("is evidence marked as examined where the examiner's quote is verified", () => {
    const sentence = "Its buttons come from the sea.";
    const verdict = says(sentence, "entailed", ["Buttons", "mother-of-pearl"]);
    const result = check(sentence, { verdicts: [verdict] });
    expect(found(result)).toEqual([]);
    expect(result.evidence).toContainEqual(
      expect.objectContaining({ text: sentence, fact: "Buttons: mother-of-pearl", examined: true }),
    );
  });

  it("blocks where the examiner finds a contradiction and its quote is verified", () => {
    const sentence = "Its buttons are of plain plastic.";
    const verdict = says(sentence, "contradicted", ["Buttons", "mother-of-pearl"]);
    expect(found(check(sentence, { verdicts: [verdict] }))).toEqual(["block CONTRADICTED_FACT plastic"]);
    const whole = "Its buttons never come from the sea.";
    const other = says(whole, "contradicted", ["Buttons", "mother-of-pearl"]);
    expect(found(check(whole, { verdicts: [other] }))).toEqual([`block CONTRADICTED_FACT ${whole}`]);
  });

  it("blocks where the examiner's fact has another amount of the same kind, whatever is said around both", () => {
    const told = "It holds 3 kg.";
    const verdict = says(told, "contradicted", ["Weight", "240 g"]);
    expect(found(check(told, { verdicts: [verdict] }))).toEqual(["block CONTRADICTED_FACT 3 kg"]);
  });

  it("blocks where the examiner's fact denies it in no word of the sentence, in another language and script too", () => {
    const given = someFacts({
      attributes: [
        { name: "Verschluss", value: "Knöpfe" },
        { name: "生産地", value: "京都" },
        { name: "Gefüttert", value: "nein" },
      ],
    });
    const told = [
      ["You close it by a zip.", "Verschluss", "Knöpfe"],
      ["Woven by hand near Osaka castle.", "生産地", "京都"],
      ["A lining keeps you warm.", "Gefüttert", "nein"],
    ] as const;
    for (const [sentence, name, quote] of told) {
      const quotes = [{ fact: idOf(name, given), quote }];
      const verdicts: ExaminerVerdict[] = [{ sentence, verdict: "contradicted", quotes }];
      const { warnings, blocked } = check(sentence, { facts: given, verdicts });
      expect({ sentence, blocked }).toEqual({ sentence, blocked: true });
      expect(warnings.map(({ code }) => code)).toContain("CONTRADICTED_FACT");
    }
  });

  it("is as without an examiner where the words that it calls a contradiction are those of the sentence", () => {
    const told = "Its mother-of-pearl buttons love the evening sun.";
    const verdict = says(told, "contradicted", ["Buttons", "mother-of-pearl"]);
    expect(found(check(told, { verdicts: [verdict] }))).toEqual(found(check(told)));
    const none = "It has no buttons of mother-of-pearl.";
    const right = says(none, "contradicted", ["Buttons", "mother-of-pearl"]);
    expect(check(none, { verdicts: [right] }).blocked).toBe(true);
  });

  it("is as without an examiner where another app's words are said to contradict it", () => {
    const filled = someFacts({ attributes: [{ name: "Badge", value: "winter only", source: "app:badges" }] });
    const told = "Your summer begins with it.";
    const verdict: ExaminerVerdict = {
      ...{ sentence: told, verdict: "contradicted" },
      quotes: [{ fact: idOf("Badge", filled), quote: "winter only" }],
    };
    expect(check(told, { facts: filled, verdicts: [verdict] }).blocked).toBe(false);
  });

  it("warns where a contradiction is seen in a fact that speaks of something else", () => {
    const told = "It is loved by sailors.";
    const verdict = says(told, "contradicted", ["Weight", "240 g"]);
    expect(found(check(told, { verdicts: [verdict] }))).toEqual([`warn UNSUPPORTED_FACT ${told}`]);
  });

  it("warns of a sentence that the examiner does not find in the facts", () => {
    expect(found(check(plain, { verdicts: [says(plain, "not_stated")] }))).toEqual([
      expect.stringMatching(/^warn UNSUPPORTED_FACT .*foldable/),
    ]);
  });

  it("is silent where the examiner sees no claim", () => {
    const sentence = "Your summer begins with it.";
    expect(found(check(sentence, { verdicts: [says(sentence, "no_claim")] }))).toEqual([]);
  });

  it("blocks what must be proved even where an examiner sees no claim in it", () => {
    expect(found(check(provable, { verdicts: [says(provable, "no_claim")] }))).toEqual(found(check(provable)));
  });
});

describe("a verdict counts for nothing", () => {
  it("that proves what must be proved by another app's words alone", () => {
    const filled = someFacts({
      attributes: [{ name: "Badge", value: "proved safe for babies", source: "app:badges" }],
    });
    const sentence = "It is proved safe for babies.";
    const verdict: ExaminerVerdict = {
      ...{ sentence, verdict: "entailed" },
      quotes: [{ fact: idOf("Badge", filled), quote: "proved safe for babies" }],
    };
    const result = check(sentence, { facts: filled, verdicts: [verdict] });
    expect(found(result)).toEqual(found(check(sentence, { facts: filled })));
    const own = someFacts({ attributes: [{ name: "Badge", value: "proved safe for babies" }] });
    expect(found(check(sentence, { facts: own, verdicts: [verdict] }))).toEqual([]);
    expect(found(result)).not.toEqual([]);
  });

  const sentence = "Its buttons hold 3 kg.";
  const off = ["warn UNSUPPORTED_FACT 3 kg"];

  it("when its quote does not stand in the fact to the letter", () => {
    const verdict = says(sentence, "entailed", ["Buttons", "3 kg"]);
    expect(found(check(sentence, { verdicts: [verdict] }))).toEqual(off);
  });

  it("when the fact is none of the product's", () => {
    const verdict: ExaminerVerdict = { sentence, verdict: "entailed", quotes: [{ fact: "f999", quote: "3 kg" }] };
    expect(found(check(sentence, { verdicts: [verdict] }))).toEqual(off);
  });

  it("when it leans on no fact, or on an empty quote", () => {
    expect(found(check(sentence, { verdicts: [says(sentence, "entailed")] }))).toEqual(off);
    expect(found(check(sentence, { verdicts: [says(sentence, "entailed", ["Buttons", "  "])] }))).toEqual(off);
    expect(found(check(sentence, { verdicts: [says(sentence, "contradicted")] }))).toEqual(off);
  });

  it("when one of several quotes is false", () => {
    const told = "It has pearl buttons and a lining of coral silk.";
    const good = says(told, "entailed", ["Buttons", "mother-of-pearl"]);
    const half = says(told, "entailed", ["Buttons", "mother-of-pearl"], ["Material", "coral silk"]);
    expect(check(told, { verdicts: [good] }).evidence.filter(({ examined }) => examined)).not.toEqual([]);
    expect(check(told, { verdicts: [half] }).evidence.filter(({ examined }) => examined)).toEqual([]);
  });

  it("when its numbers are not those of the sentence", () => {
    const told = "Its belt is 45 cm long.";
    const verdict = says(told, "entailed", ["Care", "Machine washable at 30 °C"]);
    expect(found(check(told, { verdicts: [verdict] }))).toEqual(["warn UNSUPPORTED_FACT 45 cm"]);
  });

  it("when it says of what must be proved that facts of another kind prove it", () => {
    const told = "It is dermatologically tested.";
    const verdict = says(told, "entailed", ["Material", "100% linen"]);
    expect(found(check(told, { verdicts: [verdict] }))).toEqual(["block UNSUPPORTED_FACT dermatologically tested"]);
  });

  it("when it says of what must be proved that a fact proves it which shares one of its words", () => {
    const told = "It is free of harmful substances.";
    const given = someFacts({ attributes: [{ name: "Hint", value: "Substances of daily use may stain it" }] });
    const quotes = [{ fact: idOf("Hint", given), quote: "Substances of daily use" }];
    const asked = { facts: given, verdicts: [{ sentence: told, verdict: "entailed" as const, quotes }] };
    expect(found(check(told, asked))).toEqual(found(check(told, { facts: given })));
    expect(check(told, asked).blocked).toBe(true);
  });

  it("when a sentence in another script leans on an amount, which says no words of it", () => {
    const told = "プラスチック製です。";
    const verdict = says(told, "entailed", ["Weight", "240 g"]);
    const asked = { verdicts: [verdict], locale: "ja" };
    expect(found(check(told, asked))).toEqual(found(check(told, { locale: "ja" })));
    expect(found(check(told, { locale: "ja" }))).not.toEqual([]);
  });

  it("when an entailment leans on a fact that shares a word with the sentence and none with its statement", () => {
    const told = "Its buttons are of plain plastic.";
    const verdict = says(told, "entailed", ["Buttons", "mother-of-pearl"]);
    expect(found(check(told, { verdicts: [verdict] }))).toEqual(found(check(told)));
    expect(found(check(told))).not.toEqual([]);
  });

  it("when the quoted words are evidence for nothing", () => {
    const withLink = someFacts({ attributes: [{ name: "Shop", value: "https://sea.example.com" }] });
    const told = "Its buttons come from the sea.";
    const quotes = [{ fact: idOf("Shop", withLink), quote: "https://sea.example.com" }];
    const verdict: ExaminerVerdict = { sentence: told, verdict: "entailed", quotes };
    const { evidence } = check(told, { verdicts: [verdict], facts: withLink });
    expect(evidence.filter(({ examined }) => examined)).toEqual([]);
  });

  it("and does not mark a sentence in which the program reads nothing, as without an examiner", () => {
    const told = "Your summer begins with it.";
    const verdict = says(told, "entailed", ["Buttons", "of the finest summer"]);
    expect(found(check(told, { verdicts: [verdict] }))).toEqual(found(check(told)));
  });
});

describe("severities that a config sets", () => {
  const both = "It is dermatologically tested and holds 3 kg of sand.";

  it("warn: nothing that no fact says blocks", () => {
    const config = { checks: { UNSUPPORTED_FACT: "warn" } } as const;
    expect(found(check(both, { config }))).toEqual([
      "warn UNSUPPORTED_FACT dermatologically tested",
      "warn UNSUPPORTED_FACT 3 kg",
    ]);
    expect(check(both, { config }).blocked).toBe(false);
  });

  it("block: everything that no fact says blocks", () => {
    const config = { checks: { UNSUPPORTED_FACT: "block" } } as const;
    expect(found(check(both, { config })).map((one) => one.split(" ")[0])).toEqual(["block", "block"]);
  });

  it("off: nothing is said of it, while contradictions still block", () => {
    const config = { checks: { UNSUPPORTED_FACT: "off" } } as const;
    expect(found(check(both, { config }))).toEqual([]);
    expect(check("It is made in Italy.", { config }).blocked).toBe(true);
  });

  it("hold for contradictions by their own name, for one content type too", () => {
    const desc = { task: "Describe it.", checks: { CONTRADICTED_FACT: "warn" } } as const;
    const result = check("It is made in Italy.", { config: { content_types: { desc } } });
    expect(found(result)).toEqual([expect.stringMatching(/^warn CONTRADICTED_FACT .*Italy/)]);
  });
});

describe("what is worth a repair", () => {
  it("is what blocks, with what the fact says, and no warning", () => {
    const { findings } = check("It is made in Italy and holds 3 kg of sand.");
    expect(findings.filter((one) => /Italy|sand|3 kg/.test(one))).toEqual([expect.stringMatching(/Italy.*Portugal/)]);
  });
});

describe("doubts: sentences that the program cannot settle", () => {
  it("are not those whose statements facts support, in words of the facts", () => {
    expect(check("A shirt of 100% linen. It weighs 240 g.").doubts).toEqual([]);
  });

  it("are those that say what no fact speaks of, each once and to the letter", () => {
    expect(check("It dries overnight. It weighs 240 g. It dries overnight.").doubts).toEqual(["It dries overnight."]);
  });

  it("are those with a statement that the program cannot tell", () => {
    expect(check("It weighs 240 g and holds 3 kg.").doubts).toEqual(["It weighs 240 g and holds 3 kg."]);
  });

  it("are not invitations", () => {
    expect(check("Discover your new shirt today.").doubts).toEqual([]);
  });
});

describe("a citation of the writer", () => {
  it("is evidence where the program finds the fact to say so", () => {
    const citations = [{ quote: "buttons of mother-of-pearl", fact: idOf("Buttons") }];
    expect(check("It has buttons of mother-of-pearl.", { citations }).evidence).toContainEqual({
      text: "buttons of mother-of-pearl",
      fact: "Buttons: mother-of-pearl",
      path: "attributes.Buttons",
      at: [{ start: 7, end: 33 }],
      cited: true,
    });
  });

  it("frees nothing that the program refutes", () => {
    const citations = [{ quote: "made in Italy", fact: idOf("Country of origin") }];
    expect(found(check("It is made in Italy.", { citations }))).toEqual(found(check("It is made in Italy.")));
  });

  it("that is false is no evidence and makes its sentence doubtful", () => {
    const sentence = "A shirt of 100% linen.";
    const citations = [{ quote: "100% linen", fact: idOf("Weight") }];
    const result = check(sentence, { citations });
    expect(result.doubts).toEqual([sentence]);
    expect(result.evidence.filter(({ cited }) => cited)).toEqual([]);
  });

  it("whose words the text does not hold counts for nothing", () => {
    const citations = [{ quote: "made in Portugal", fact: idOf("Country of origin") }];
    const result = check("A shirt of 100% linen.", { citations });
    expect(result.evidence.filter(({ cited }) => cited)).toEqual([]);
    expect(result.doubts).toEqual([]);
  });
});

describe("a fix", () => {
  it("is offered where the fact's words in the text's place leave nothing found", () => {
    const { warnings } = check("The weight is 250 g.");
    expect(warnings.find(({ code }) => code === "CONTRADICTED_FACT")?.fix).toEqual({ quote: "250 g", with: "240 g" });
  });

  it("is not offered where another check would then find something", () => {
    const config = { client: { forbidden_words: ["240 g"] } };
    const { warnings } = check("The weight is 250 g.", { config });
    const finding = warnings.find(({ code }) => code === "CONTRADICTED_FACT");
    expect(finding).toBeDefined();
    expect(finding?.fix).toBeUndefined();
  });
});
