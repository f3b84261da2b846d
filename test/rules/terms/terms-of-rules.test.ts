import { describe, expect, it } from "vitest";
import { contentConfigSchema } from "../../../app/rules/content-config.ts";
import type { LocaleTerm } from "../../../app/rules/terms/locale-term.ts";
import { termsOfRules } from "../../../app/rules/terms/terms-of-rules.ts";
import { translationRulesOf } from "../../../app/rules/terms/translation-rules-of.ts";

const config = contentConfigSchema.parse({
  translations: {
    fr_FR: { translated_keywords: { performance: "performance", laptop: "ordinateur portable" } },
    pt: { guidelines: ["Say você."], forbidden_words: ["barato"] },
    "pt-BR": { guidelines: ["Say você in Brazil."] },
  },
});
const forced = (source: string, target: string): LocaleTerm => ({ source, target, kind: "forced", note: "" });

describe("what rules say of one language", () => {
  it.each([
    ["fr", "fr_FR"],
    ["fr-FR", "fr_FR"],
    ["pt-BR", "pt-BR"],
    ["pt-PT", "pt"],
    ["pt", "pt"],
  ])("%s takes that of %s", (locale, name) => {
    expect(translationRulesOf(config, locale)).toBe(config.translations?.[name]);
  });

  it.each(["fr-CA", "de"])("%s takes none", (locale) => {
    expect(translationRulesOf(config, locale)).toEqual({});
  });

  it("makes forced terms of translated keywords, behind what the glossary says", () => {
    const glossary = [forced("Laptop", "PC portable")];
    expect(termsOfRules(glossary, config, "fr")).toEqual([...glossary, forced("performance", "performance")]);
    expect(termsOfRules(glossary, config, "fr")).toBe(termsOfRules(glossary, config, "fr"));
    expect(termsOfRules(glossary, config, "de")).toBe(glossary);
    expect(termsOfRules([], config, "pt")).toEqual([{ source: "", target: "barato", kind: "forbidden", note: "" }]);
  });
});
