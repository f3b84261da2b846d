import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { classifyGiven, givenClassificationSchema } from "../../app/classification/contract.ts";
import type { PickDeps } from "../../app/classification/picking/pick-category.ts";
import { loadTaxonomyFile } from "../../app/classification/taxonomies/load-file.ts";
import { testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

/** The contract's own example. */
const asked = {
  product: {
    product_name: "Generic Brand Voluminous Lash Paradise Washable Mascara",
    product_description: "Revolutionary formula with intense volume and spectacular length.",
    product_attributes: [
      { name: "product_types", value: "Mascara" },
      { name: "category", value: "Beauty" },
    ],
  },
  channel: "gpc",
};

const node = (Level: number, Code: number, Title: string, Childs: object[] = []) => ({
  Level,
  Code,
  Title,
  Active: true,
  Childs,
});
const gpc = {
  LanguageCode: "EN",
  DateUtc: "2024-06-01T00:00:00",
  Schema: [
    node(1, 53000000, "Beauty/Personal Care/Hygiene", [
      node(2, 53160000, "Cosmetics/Fragrances", [
        node(3, 53161000, "Cosmetic/MakeUp Products", [
          node(4, 10000533, "Cosmetic/MakeUp - Mascara", [
            node(5, 20000719, "If Impregnated", [node(6, 30002960, "NO"), node(6, 30002654, "YES")]),
          ]),
          node(4, 10000535, "Cosmetic/MakeUp - Lips"),
        ]),
      ]),
    ]),
  ],
};

async function deps(answer: (prompt: string) => unknown, loaded: boolean): Promise<PickDeps> {
  const db = openTestDatabase();
  if (loaded) {
    const folder = mkdtempSync(join(tmpdir(), "shelfwright-gpc-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, "gpc.json");
    writeFileSync(file, JSON.stringify(gpc));
    await loadTaxonomyFile({ db, clock: testClock() }, { file });
  }
  const usage = { model: "m", tokensIn: 1, tokensCached: 0, tokensOut: 1 };
  return {
    ...{ db, admin: null, model: "m", signal: new AbortController().signal },
    complete: async ({ messages }) => ({
      ...usage,
      kind: "json",
      json: answer(messages.map(({ content }) => content).join("\n")),
    }),
  };
}

const sure = { category: 1, confidence: 91, reason: "It is a mascara.", phrases: [] };

it("classifies the contract's own product by GPC, in the contract's own shape", async () => {
  const prompts: string[] = [];
  const world = await deps((prompt) => {
    prompts.push(prompt);
    return sure;
  }, true);
  const given = givenClassificationSchema.parse(asked);
  expect(await classifyGiven(world, given)).toEqual({
    outcome: "classified",
    result: {
      classification: {
        segment: { code: 53000000, title: "Beauty/Personal Care/Hygiene" },
        family: { code: 53160000, title: "Cosmetics/Fragrances" },
        class: { code: 53161000, title: "Cosmetic/MakeUp Products" },
        brick: { code: 10000533, title: "Cosmetic/MakeUp - Mascara" },
        attributes: [
          {
            code: 20000719,
            title: "If Impregnated",
            values: [
              { code: 30002960, title: "NO" },
              { code: 30002654, title: "YES" },
            ],
          },
        ],
      },
      channel: "gpc",
      locale: "en-GB",
      version: "2024-06-01",
      confidence: 0.91,
    },
  });
  // Bricks alone are offered, and nothing is asked of attributes that nobody fills in.
  expect(prompts).toHaveLength(1);
  expect(prompts[0]).toContain(
    "1. Beauty/Personal Care/Hygiene > Cosmetics/Fragrances > Cosmetic/MakeUp Products > Cosmetic/MakeUp - Mascara",
  );
  expect(prompts[0]).not.toMatch(/\d\. Beauty\/Personal Care\/Hygiene$/m);
});

it("says that GPC is not loaded rather than to guess", async () => {
  const world = await deps(() => sure, false);
  expect(await classifyGiven(world, givenClassificationSchema.parse(asked))).toEqual({
    outcome: "not_loaded",
    taxonomy: "gpc",
  });
});

it("takes no brick that was not offered, and tells when none fits", async () => {
  const given = givenClassificationSchema.parse(asked);
  const world = await deps(() => ({ ...sure, category: 21 }), true);
  expect(await classifyGiven(world, given)).toEqual({ outcome: "unusable", reason: "model_bad_answer" });
  const unsure = await deps(() => ({ ...sure, category: 0 }), true);
  expect(await classifyGiven(unsure, given)).toEqual({ outcome: "none_fits" });
});

it.each([
  ["a name that is too long", { product_name: "x".repeat(129) }],
  ["no attributes", { product_attributes: [] }],
  ["17 attributes", { product_attributes: Array.from({ length: 17 }, () => ({ name: "a", value: "b" })) }],
  ["a key that the contract does not know", { weight: 3 }],
])("refuses %s", (_what, change) => {
  const product = { ...asked.product, ...change };
  expect(givenClassificationSchema.safeParse({ ...asked, product }).success).toBe(false);
});

it("classifies by GPC where no channel is named, and knows no other than the contract's and Shopify's", () => {
  const { channel: _, ...unnamed } = asked;
  expect(givenClassificationSchema.parse(unnamed).channel).toBe("gpc");
  expect(givenClassificationSchema.safeParse({ ...asked, channel: "amazon" }).success).toBe(false);
});
