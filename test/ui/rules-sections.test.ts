import { expect, it } from "vitest";
import { generalFields } from "../../app/ui/rules/config-fields.ts";
import { countIn, fieldsOf, sectionOf, sections } from "../../app/ui/rules/rules-sections.ts";

it("each field that holds for all texts stands in one section", () => {
  const shown = sections.flatMap((section) =>
    section === "texts" || section === "languages" || section === "where"
      ? []
      : fieldsOf(section).map(({ path }) => path.join(".")),
  );
  const all = generalFields.map(({ path }) => path.join("."));
  expect([...shown, "client.skip_content_types"].sort()).toEqual([...all].sort());
});

it("an error leads to the section of its field", () => {
  expect(sectionOf("content_config.word_map.cosy")).toBe("words");
  expect(sectionOf("content_config.content_types.title.character_limit")).toBe("texts");
  expect(sectionOf("content_config.keyword_groups.omit.0")).toBe("keywords");
  expect(sectionOf("content_config.keyword_groups.verbatim_must_claims.0")).toBe("claims");
  expect(sectionOf("content_config.translations.de.guidelines")).toBe("languages");
  expect(sectionOf("label")).toBe("where");
});

it("a section's number is of what it holds", () => {
  const draft = { client: { forbidden_words: ["perfect", "", "amazing"] }, word_map: { cosy: "snug" } };
  expect(countIn("words", draft)).toBe(3);
  expect(countIn("where", draft)).toBe(0);
});
