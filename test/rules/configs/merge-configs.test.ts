import { describe, expect, it } from "vitest";
import { mergeConfigInputs } from "../../../app/rules/configs/merge-config-inputs.ts";
import { mergeConfigs } from "../../../app/rules/configs/merge-configs.ts";
import { presets } from "../../../app/rules/configs/presets.ts";
import { createConfig } from "../../../app/rules/configs/save-config.ts";
import type { ContentConfig } from "../../../app/rules/content-config.ts";
import { otherShop, shop, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

const first: ContentConfig = {
  guidelines: ["a", "b"],
  word_map: { cheap: "affordable", huge: "large" },
  tone: { Acme: { Nice: "Great" } },
  style_guide: { tone_of_voice: "calm", pitch: "low" },
  content_types: { title: { task: "Write a title", character_limit: 60, restrictions: ["no caps"] } },
};
const second: ContentConfig = {
  guidelines: ["b", "c"],
  word_map: { cheap: "fair", tiny: "small" },
  tone: { GENERIC: { Nice: "Good" } },
  style_guide: { tone_of_voice: "lively", pitch: null },
  content_types: { title: { task: "Write a title", character_limit: 80 }, howtouse: { task: "Say how to use it" } },
};

describe("merging configs", () => {
  it("unites lists in order, merges maps by key, and lets the later one win", () => {
    expect(mergeConfigs([first, second]).config).toEqual({
      guidelines: ["a", "b", "c"],
      word_map: { cheap: "fair", huge: "large", tiny: "small" },
      tone: { Acme: { Nice: "Great" }, GENERIC: { Nice: "Good" } },
      style_guide: { tone_of_voice: "lively", pitch: "low" },
      content_types: {
        title: { task: "Write a title", character_limit: 80, restrictions: ["no caps"] },
        howtouse: { task: "Say how to use it" },
      },
    });
  });

  it("reports every override, and nothing else", () => {
    expect(mergeConfigs([first, second]).warnings.map(({ field, by }) => [field, by])).toEqual([
      ["word_map.cheap", 2],
      ["style_guide.tone_of_voice", 2],
      ["content_types.title.character_limit", 2],
    ]);
    expect(mergeConfigs([first, first]).warnings).toEqual([]);
    const [, , limit] = mergeConfigs([first, second]).warnings;
    expect(limit?.description).toBe("content_types.title.character_limit: 80 of config 2 took the place of 60");
  });

  it("reports each of several overrides of one field", () => {
    const limits = [60, 80, 80, 70].map((character_limit) => ({
      content_types: { title: { task: "t", character_limit } },
    }));
    expect(mergeConfigs(limits).warnings.map(({ by }) => by)).toEqual([2, 4]);
  });

  it("leaves its inputs as they were, and takes any word as a key", () => {
    const copy = structuredClone([first, second]);
    mergeConfigs([first, second]);
    expect([first, second]).toEqual(copy);
    const odd = JSON.parse('{"word_map":{"constructor":"builder","toString":"text"}}') as ContentConfig;
    const { config, warnings } = mergeConfigs([odd, { word_map: { constructor: "maker" } }]);
    expect(config.word_map).toEqual({ constructor: "maker", toString: "text" });
    expect(warnings).toHaveLength(1);
    expect(({} as Record<string, unknown>).maker).toBeUndefined();
  });

  it("repeats nothing of a list that comes with repeats", () => {
    expect(mergeConfigs([{ guidelines: ["a", "a"] }, { guidelines: ["a"] }]).config.guidelines).toEqual(["a"]);
  });
});

describe("merging by id and by object", () => {
  it("takes presets, own configs and objects mixed, but no other shop's", async () => {
    const db = openTestDatabase();
    const made = await createConfig(
      { db, clock: testClock() },
      { shop, by: "anna", input: { name: "own", content_config: first } },
    );
    const id = made.outcome === "saved" ? made.config.id : "";
    const inputs = [presets[0]?.id, id, second];
    const merged = await mergeConfigInputs({ db }, { shop, inputs });
    expect(merged).toMatchObject({ outcome: "merged", config: { content_types: { title: { character_limit: 80 } } } });
    expect(await mergeConfigInputs({ db }, { shop: otherShop, inputs })).toEqual({
      outcome: "invalid",
      problem: { code: "rule_set_gone", place: 2 },
    });
  });

  it("takes two to five, and names what is wrong with an object", async () => {
    const db = openTestDatabase();
    for (const inputs of [[], [{}], [{}, {}, {}, {}, {}, {}], "x"]) {
      expect(await mergeConfigInputs({ db }, { shop, inputs })).toEqual({
        outcome: "invalid",
        problem: { code: "wrong_number_of_rule_sets", least: 2, most: 5 },
      });
    }
    expect(await mergeConfigInputs({ db }, { shop, inputs: [{}, { restrictions: "none" }] })).toMatchObject({
      outcome: "invalid",
      problem: { code: "rule_set_not_valid", place: 2, fields: [{ field: "restrictions" }] },
    });
  });
});
