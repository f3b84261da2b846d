import { expect, it } from "vitest";
import { type ComparedProduct, compareRules } from "../../app/quality/compare-rules.ts";
import { runChecks } from "../../app/quality/run-checks.ts";
import { codesChanged } from "../../app/rules/configs/codes-changed.ts";
import { contentConfigSchema } from "../../app/rules/content-config.ts";
import { goodTexts, someFacts } from "../support/content/facts.ts";
import { cpuMs } from "../support/cpu-ms.ts";

const before = contentConfigSchema.parse({ client: { forbidden_words: ["perfect"] } });
const now = contentConfigSchema.parse({ client: { forbidden_words: ["perfect", "must-have"] } });
const target = { locale: "en", market: "", channel: "store" };
const { checked, weighed } = codesChanged(before, now);

function productOf(n: number): ComparedProduct {
  const { vendor, productType } = someFacts();
  return {
    ...{
      id: `${n}`,
      title: `Linen shirt no. ${n}`,
      vendor,
      productType,
      descriptionHtml: `<p>No. ${n}</p>${goodTexts.desc}`,
    },
    ...{
      seoTitle: goodTexts.seo_title,
      seoDescription: goodTexts.seo_desc,
      bullets: JSON.stringify(goodTexts.bullets),
    },
    ...{ addedTexts: null, facts: null, variants: null, keywords: null },
    ...{ ownKeywords: [], ownAttributes: [], kept: [], drafts: [] },
  };
}

/** A product's live texts under all checks, as the check of a catalogue reads them. */
function checkAll(n: number): void {
  const { title, descriptionHtml } = productOf(n);
  const bodies = { ...goodTexts, title, desc: descriptionHtml };
  const texts = new Map(
    Object.entries(bodies).map(([name, body]) => [name, { body, raw: body, by: "person" as const }]),
  );
  runChecks({ texts, live: bodies, ...target, facts: someFacts({ title }), config: now });
}

it("a thousand products are compared for less than a hundred are checked", async () => {
  const products = Array.from({ length: 1_000 }, (_, n) => productOf(n));
  const compare = () =>
    compareRules({ before, now, checked: [...checked], weighed: [...weighed], target, glossary: [], products });
  // Tables are made at the first text.
  checkAll(0);
  compare();
  const compared = await cpuMs(compare);
  const all = await cpuMs(() => {
    for (let n = 0; n < 100; n++) checkAll(n);
  });
  expect(compared / all).toBeLessThan(1);
});
