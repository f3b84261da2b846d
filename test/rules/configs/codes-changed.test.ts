import { expect, it } from "vitest";
import { codesChanged } from "../../../app/rules/configs/codes-changed.ts";
import { type ContentConfig, contentConfigSchema } from "../../../app/rules/content-config.ts";

const before = contentConfigSchema.parse({
  guidelines: ["Be brief."],
  client: { forbidden_words: ["perfect"], prompt_attributes: ["Material"] },
  content_types: { desc: { task: "Describe it", character_limit: 200, checks: { ECHO: "off" } } },
});
const desc = { task: "Describe it", character_limit: 200, checks: { ECHO: "off" } };

const changed = (rules: object, from: ContentConfig = before) => {
  const { checked, weighed, uncounted } = codesChanged(from, contentConfigSchema.parse({ ...from, ...rules }));
  return { checked: [...checked], weighed: [...weighed], uncounted: [...uncounted] };
};
const nothing = { checked: [], weighed: [], uncounted: [] };

it("what a model is told alone changes nothing about texts that are there", () => {
  expect(changed({})).toEqual(nothing);
  expect(changed({ guidelines: ["Be long."], restrictions: ["No puns."], style_guide: { pitch: "use" } })).toEqual(
    nothing,
  );
  expect(changed({ client: { ...before.client, prompt_attributes: [], variant_data_fields: null } })).toEqual(nothing);
  expect(changed({ content_types: { desc: { ...desc, task: "Tell it", additions: {} } } })).toEqual(nothing);
});

it.each<[string, object, string[]]>([
  ["a forbidden word", { client: { forbidden_words: ["perfect", "must-have"] } }, ["FORBIDDEN_WORD"]],
  ["a limit", { content_types: { desc: { ...desc, character_limit: 100 } } }, ["EXCEED_LENGTH", "CHANNEL_RULE"]],
  [
    "a keyword",
    { keywords: { season: ["summer"] } },
    ["MISSING_KEYWORD", "OMITTED_KEYWORD_USED", "MISSING_CLAIM", "MISSING_DISCLAIMER"],
  ],
  ["words that must be backed", { client: { ...before.client, validation_entities: ["COLOR"] } }, ["UNSUPPORTED_FACT"]],
  ["the severity of a quick check", { checks: { ALL_CAPS: "block" } }, ["ALL_CAPS"]],
])("%s asks for its own checks anew and for no others", (_what, rules, checked) => {
  expect(changed(rules)).toEqual({ ...nothing, checked });
});

it("a slow check that becomes graver weighs what it found, and one that was off is said not to be counted", () => {
  expect(changed({ checks: { WRONG_LANGUAGE: "warn" } })).toEqual({ ...nothing, weighed: ["WRONG_LANGUAGE"] });
  const echo = { content_types: { desc: { task: "Describe it", character_limit: 200 } } };
  expect(changed(echo)).toEqual({ ...nothing, weighed: ["ECHO"], uncounted: ["ECHO"] });
  const off = contentConfigSchema.parse({ checks: { CONTRADICTED_FACT: "off" } });
  expect(changed({ checks: {} }, off)).toEqual({
    ...nothing,
    weighed: ["CONTRADICTED_FACT"],
    uncounted: ["CONTRADICTED_FACT"],
  });
  expect(changed({ checks: { CONTRADICTED_FACT: "off" } }).uncounted).toEqual([]);
});
