import { describe, expect, it } from "vitest";
import { english } from "../../app/i18n/words-of.server.ts";
import { configurableCodes, rules } from "../../app/rules/check-codes.ts";
import { presets } from "../../app/rules/configs/presets.ts";
import { contentConfigSchema } from "../../app/rules/content-config.ts";
import { checkNames } from "../../app/ui/rules/check-names.ts";
import { tidyDraft, valueAt, withValueAt } from "../../app/ui/rules/config-draft.ts";
import { contentTypeFields, generalFields, translationFields, wordsOfField } from "../../app/ui/rules/config-fields.ts";
import { importProblem } from "../../app/ui/rules/import-problem.ts";

const words = await english();
const { t } = words;
const rulesWords = words.getFixedT("en", "rules");

it("a file that is too large is told before it is read or sent, and no shorter one is", () => {
  const told = expect.stringContaining("at most 500,000 characters");
  expect(importProblem(rulesWords, { bytes: 2_000_000_000 }, 500_000)).toEqual(told);
  expect(importProblem(rulesWords, { chars: 500_001 }, 500_000)).toEqual(told);
  expect(importProblem(rulesWords, { bytes: 1_500_000 }, 500_000), "Chinese takes three bytes a character").toBeNull();
  expect(importProblem(rulesWords, { chars: 500_000 }, 500_000)).toBeNull();
});

describe("a draft of a config", () => {
  it("changes one field and leaves all others as they are", () => {
    const draft = { guidelines: ["a"], client: { forbidden_words: ["x"] } };
    const next = withValueAt(draft, ["client", "field_map", "brand"], "Maker");
    expect(next).toEqual({ guidelines: ["a"], client: { forbidden_words: ["x"], field_map: { brand: "Maker" } } });
    expect(draft.client).toEqual({ forbidden_words: ["x"] });
    expect(withValueAt(next, ["guidelines"], undefined)).not.toHaveProperty("guidelines");
    expect(valueAt(next, ["client", "field_map", "brand"])).toBe("Maker");
    expect(valueAt(next, ["client", "toString"])).toBeUndefined();
  });

  it("is saved without blank lines and empty parts, but with words that are replaced by nothing", () => {
    const draft = {
      guidelines: ["a", "", "  "],
      restrictions: [""],
      client: { field_map: {} },
      word_map: { very: "" },
    };
    expect(tidyDraft(draft)).toEqual({ guidelines: ["a"], word_map: { very: "" } });
  });

  it("of a preset is saved as it was", () => {
    for (const { config } of presets) expect(tidyDraft(config)).toEqual(config);
  });
});

describe("the editor's fields", () => {
  const fields = [...generalFields, ...contentTypeFields("title"), ...translationFields("de")];

  it("are all there are: every field of the contract can be edited", () => {
    const edited = new Set(fields.map(({ path }) => path.join(".")));
    const inner = { keyword_groups: true, client: true, style_guide: true } as Record<string, boolean>;
    const missing: string[] = [];
    const walk = (shape: Record<string, unknown>, path: string[]) => {
      for (const [key, schema] of Object.entries(shape)) {
        const here = [...path, key];
        if (inner[key]) walk(shapeOf(schema), here);
        else if (key === "content_types") walk(titleShape, [...here, "title"]);
        else if (key === "translations") walk(languageShape, [...here, "de"]);
        // Each added content type has its kind of text beside its fields.
        else if (key !== "content_type_family_map" && !edited.has(here.join("."))) missing.push(here.join("."));
      }
    };
    const titleShape = shapeOf(valueTypeOf(contentConfigSchema.shape.content_types));
    const languageShape = shapeOf(valueTypeOf(contentConfigSchema.shape.translations));
    walk(contentConfigSchema.shape, []);
    expect(missing).toEqual([]);
  });

  it("name every check that can be set, with what it does where nothing is set", () => {
    expect(new Map<string, string>(checkNames(t).map(({ code, usual }) => [code, usual]))).toEqual(
      new Map(configurableCodes.filter((code) => !besideSource.has(code)).map((code) => [code, rules[code].severity])),
    );
    for (const { label, help } of checkNames(t)) expect([label.length > 3, help.endsWith(".")]).toEqual([true, true]);
  });

  it("are described", () => {
    for (const { label, help } of fields.map((field) => wordsOfField(t, field)))
      expect([label.length > 3, help.length > 8]).toEqual([true, true]);
    expect(new Set(fields.map(({ path }) => path.join("."))).size).toBe(fields.length);
  });
});

/** Of translations beside their source: no shop has any that the app wrote. */
const besideSource: ReadonlySet<string> = new Set([
  "NUMBERS_DIFFER",
  "TOKENS_DIFFER",
  "MEANING_DIFFERS",
  "MARKUP_DIFFERS",
  "LENGTH_DIFFERS",
  "CONVENTIONS",
]);

/** The object's fields under `.nullish()`. */
function shapeOf(schema: unknown): Record<string, unknown> {
  const { shape } = unwrapped(schema) as { shape?: Record<string, unknown> };
  if (!shape) throw new Error("not an object");
  return shape;
}

function valueTypeOf(schema: unknown): unknown {
  return (unwrapped(schema) as { valueType: unknown }).valueType;
}

function unwrapped(schema: unknown): unknown {
  const { unwrap } = schema as { unwrap?: () => unknown };
  return unwrap ? unwrapped(unwrap.call(schema)) : schema;
}
