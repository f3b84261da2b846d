import { describe, expect, it } from "vitest";
import { presetWords } from "../../app/rules/configs/presets/words-by-language.ts";
import { presets } from "../../app/rules/configs/presets.ts";
import { forbiddenWordsOf } from "../../app/rules/forbidden-words.ts";
import { codesOf } from "../quality/checks/surface.ts";

const presetOf = (name: string) => presets.find((one) => one.name === name)?.config ?? {};
const languages = ["de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "ja", "zh", "ko"];

describe("the words that presets forbid", () => {
  it.each([
    ["apparel", "de", "Ein umweltfreundliches Hemd aus Leinen.", "Ein Hemd aus Leinen für jede Umwelt."],
    ["apparel", "fr", "Une chemise écoresponsable en lin.", "Une chemise en lin et coton écologique."],
    ["food", "es", "Un superalimento de la huerta.", "Un alimento de la huerta."],
    ["food", "pt", "Um lanche sem culpa.", "Um lanche sem açúcar."],
    ["beauty", "it", "Una crema antietà miracolosa.", "Una crema per la cura della pelle."],
    ["beauty", "pl", "Krem, który odmładza skórę.", "Krem z młodego lnu."],
    ["electronics", "nl", "Een revolutionaire lader.", "Een lader met twee poorten."],
    ["electronics", "sv", "En revolutionerande laddare.", "En laddare med två portar."],
    ["electronics", "da", "En revolutionerende oplader.", "En oplader med to porte."],
    ["home", "nb", "Et vedlikeholdsfri bord.", "Et bord av eik, lett å vaske."],
    ["apparel", "ja", "環境にやさしいリネンのシャツ。", "リネンのシャツ。"],
    ["food", "zh", "排毒茶", "绿茶"],
    ["beauty", "ko", "부작용 없는 크림", "부드러운 크림"],
  ])("hold in the language of the text: %s, %s", (name, locale, forbidden, allowed) => {
    expect(codesOf(forbidden, { locale, config: presetOf(name) })).toContain("FORBIDDEN_WORD");
    expect(codesOf(allowed, { locale, config: presetOf(name) })).not.toContain("FORBIDDEN_WORD");
  });

  it("are known in thirteen languages, all but a few of each", () => {
    const all = new Set(presets.flatMap(({ config }) => config.client?.forbidden_words ?? []));
    for (const language of languages) {
      const known = [...all].filter((word) => presetWords[language]?.[word.toLowerCase()]);
      expect(known.length, language).toBeGreaterThan(all.size - 4);
    }
  });

  it("hold as they are as well, and a merchant's own words only as they are", () => {
    expect(forbiddenWordsOf(presetOf("apparel"), "de-AT")).toEqual(
      expect.arrayContaining(["must-have", "klimaneutral"]),
    );
    expect(forbiddenWordsOf({ client: { forbidden_words: ["billig"] } }, "de")).toEqual(["billig"]);
    expect(forbiddenWordsOf({}, "de")).toEqual([]);
    expect(forbiddenWordsOf(presetOf("apparel"), "en")).toEqual(presetOf("apparel").client?.forbidden_words);
  });
});
