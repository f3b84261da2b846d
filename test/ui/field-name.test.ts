import { describe, expect, it } from "vitest";
import { english } from "../../app/i18n/words-of.server.ts";
import { fieldName, fieldValue } from "../../app/ui/rules/field-name.ts";

const types = [
  { name: "title", label: "Title" },
  { name: "desc", label: "Description" },
  { name: "care", label: "Pflege" },
];

const reader = { t: (await english()).t, types };

describe("a field of the rules", () => {
  it.each([
    ["content_config.guidelines.2", "Guidelines, line 3"],
    ["content_types.desc.character_limit", "Description: Character limit"],
    ["content_config.content_types.care.keyword_groups.must.0", "Pflege: Must appear, line 1"],
    ["content_types.care_guide.task", "Care guide: Task"],
    ["client.forbidden_words", "Forbidden words"],
    ["client.content_type_family_map.desc", "Description: Kind of text"],
    ["content_config.word_map.grey", "Replacements, grey"],
    ["checks.UNSUPPORTED_FACT", "Severities, Unsupported facts"],
    ["label", "Name"],
    ["content_config.guideline", "guideline"],
    ["style_guide.tone_of_voice", "Tone of voice"],
  ])("at the path %s is called %s", (address, name) => {
    expect(fieldName(address, reader)).toBe(name);
  });

  it("shows content types by their labels, and other values as they are", () => {
    expect(fieldValue("client.skip_content_types", "desc\ncare_guide", reader)).toBe("Description\nCare guide");
    expect(fieldValue("client.content_type_family_map.desc", "string", reader)).toBe("Longer text");
    expect(fieldValue("guidelines", "desc", reader)).toBe("desc");
  });
});
