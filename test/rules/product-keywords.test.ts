import { describe, expect, it } from "vitest";
import { writeOwnKeywords } from "../../app/catalog/own-keywords.ts";
import type { ModelRequest } from "../../app/model/port.ts";
import { finishText } from "../../app/quality/fixes/finish-text.ts";
import { attributeTable } from "../../app/rules/attribute-table.ts";
import { readAssignments, saveAssignments } from "../../app/rules/configs/assignment-rules.ts";
import { createConfig } from "../../app/rules/configs/save-config.ts";
import type { ContentConfig } from "../../app/rules/content-config.ts";
import { defaultConfig } from "../../app/rules/default-config.ts";
import { keywordUseOf } from "../../app/rules/keyword-use.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { readProductTexts } from "../../app/versions/read-product-texts.ts";
import { goodTexts, someFacts } from "../support/content/facts.ts";
import { productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { writeTexts } from "../support/content/write-texts.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { inEnglish } from "../support/places.ts";

const config: ContentConfig = {
  ...defaultConfig,
  keyword_groups: { omit: ["banned"] },
  content_types: {
    ...defaultConfig.content_types,
    title: { task: "Write the title.", keyword_groups: { must: ["Primary Terms"] } },
  },
};

async function write(keywords: Record<string, string[]>, title: string) {
  const requests: ModelRequest[] = [];
  const generated = await writeTexts(
    {
      async complete(request) {
        requests.push(request);
        return { kind: "json", json: { title }, model: "m", tokensIn: 1, tokensCached: 0, tokensOut: 1 };
      },
    },
    {
      facts: { ...someFacts(), keywords },
      config,
      contentTypes: ["title"],
      locale: "en",
      model: "m",
      signal: AbortSignal.timeout(5_000),
    },
  );
  if (generated.outcome !== "written") throw new Error(generated.reason);
  const codes = generated.texts.flatMap(({ warnings }) => warnings.map(({ code }) => code));
  return { codes, first: JSON.parse(String(requests[0]?.messages.at(-1)?.content)) as Record<string, unknown> };
}

describe("keywords among a product's facts", () => {
  it("reach the prompt of the content types whose rules name their group, in any spelling", async () => {
    const { first } = await write({ primary_terms: ["linen shirt"], other: ["unused"] }, goodTexts.title);
    expect(first.keywords).toEqual({ title: { must_use: ["linen shirt"] } });
  });

  it("must be in the text, and the omitted ones must not", async () => {
    const missing = await write({ primary_terms: ["tunic"], banned: ["ravello"] }, goodTexts.title);
    expect(missing.codes).toEqual(expect.arrayContaining(["MISSING_KEYWORD", "OMITTED_KEYWORD_USED"]));
    const { codes } = await write({ primary_terms: ["linen shirt"] }, goodTexts.title);
    expect(codes).toEqual([]);
  });

  it("are no evidence for themselves where the rules do not use them", async () => {
    const { codes } = await write({ other: ["waterproof to 20 m"] }, "Linen Shirt Ravello, waterproof to 20 m");
    expect(codes).toContain("UNSUPPORTED_FACT");
  });

  it("are wishes for alt texts where all texts must use them, unless the rules ask it of alt texts themselves", () => {
    const keywords = { all: ["linen shirt"], alts: ["front view"] };
    const asked = (own: object) => keywordUseOf({ keyword_groups: { must: ["all"] }, ...own }, "image_alt_7", keywords);
    expect(asked({})).toMatchObject({ must: [], should: ["linen shirt"] });
    const image_alt = { task: "Describe it.", keyword_groups: { must: ["alts"] } };
    expect(asked({ content_types: { image_alt } })).toMatchObject({ must: ["front view"], should: ["linen shirt"] });
    expect(keywordUseOf({ keyword_groups: { must: ["all"] } }, "title", keywords).must).toEqual(["linen shirt"]);
  });

  it("are text when a claim of theirs is put in to the letter, never markup", () => {
    const claim = 'Best <img src=x onerror="alert(1)"> shirt';
    const use = keywordUseOf({ keyword_groups: { verbatim_must_claims: ["c"] } }, "desc", { c: [claim] });
    const table = attributeTable(someFacts(), {});
    expect(finishText("desc", "<p>A shirt.</p>", { config: {}, table, use }).body).toBe(
      '<p>A shirt.</p><p>Best &lt;img src=x onerror="alert(1)"&gt; shirt</p>',
    );
  });

  it("are asked of a person's edit too, and a change of them makes the text stale", async () => {
    const db = openTestDatabase();
    const clock = testClock();
    await storeProduct(db);
    const input = { name: "keyworded", content_config: config };
    const created = await createConfig({ db, clock }, { shop, input, by: "anna" });
    if (created.outcome !== "saved") throw new Error("not saved");
    const { digest } = await readAssignments({ db }, shop);
    await saveAssignments({ db }, { shop, assignments: { rules: [], otherwise: created.config.id }, digest });
    const groups = [{ name: "primary_terms", terms: ["tunic"] }];
    await writeOwnKeywords({ db, clock }, { shop, productId, groups, by: "anna" });
    const target = { shop, productId, contentType: "title", target: inEnglish, by: "anna" } as const;
    const edited = await editVersion({ db, clock }, { ...target, body: "Linen Shirt Ravello with chest pockets" });
    if (edited.outcome !== "saved") throw new Error(edited.outcome);
    expect(edited.version.warnings.map(({ code }) => code)).toContain("MISSING_KEYWORD");
    const isStale = async () =>
      (await readProductTexts({ db }, { shop, productId, target: inEnglish }))?.find(
        (text) => text.contentType === "title",
      )?.stale;
    expect(await isStale()).toBe(false);
    await writeOwnKeywords({ db, clock }, { shop, productId, groups: [], by: "anna" });
    expect(await isStale()).toBe(true);
  });
});
