import { describe, expect, it } from "vitest";
import { createChecksContext } from "../../../app/quality/checks-context.ts";
import { checkTexts } from "../../../app/quality/run-checks.ts";
import { contentConfigSchema } from "../../../app/rules/content-config.ts";
import { defaultConfig } from "../../../app/rules/default-config.ts";
import { someFacts } from "../../support/content/facts.ts";

const config = contentConfigSchema.parse(defaultConfig);
/** Nothing of what the key points claim stands in the description. */
const facts = someFacts({
  title: "Holm shelf",
  descriptionText: "A shelf for the hall.",
  attributes: [],
  options: [],
  tags: [],
});

/** What one key point says of its product, and what its translation says. */
function unsupported(locale: string, source: string, body: string, contentType = "bullets") {
  const context = createChecksContext({ facts, config, locale });
  const [raw, from] = contentType === "bullets" ? [[body], [source]] : [body, source];
  const text = { raw, body: raw, source: { body: from, locale: "en" } };
  const found = checkTexts(context, { texts: new Map([[contentType, text]]) }).get(contentType)?.warnings ?? [];
  return found.filter(({ code }) => code === "UNSUPPORTED_FACT" || code === "CONTRADICTED_FACT");
}

const translated: readonly (readonly [source: string, ...translations: (readonly [locale: string, text: string])[]])[] =
  [
    [
      "Two-year warranty",
      ["de", "Zwei Jahre Garantie"],
      ["fr", "Garantie de deux ans"],
      ["ja", "2年保証"],
      ["pt-BR", "Garantia de dois anos"],
      ["zh-TW", "兩年保固"],
      ["es", "Garantía de dos años"],
    ],
    [
      "Free shipping from $50",
      ["de", "Versandkostenfrei ab 50 $"],
      ["fr", "Livraison gratuite dès 50 $"],
      ["es", "Envío gratis desde 50 $"],
    ],
    [
      "Dishwasher safe",
      ["de", "Spülmaschinenfest"],
      ["fr", "Passe au lave-vaisselle"],
      ["es", "Apto para lavavajillas"],
    ],
    ["Made in Portugal", ["de", "Hergestellt in Portugal"], ["fr", "Fabriqué au Portugal"], ["ja", "ポルトガル製"]],
    ["Legs of solid oak", ["de", "Füße aus massiver Eiche"], ["fr", "Pieds en chêne massif"]],
    ["Handmade from recycled glass", ["de", "Handgefertigt aus recyceltem Glas"], ["fr", "Fait main en verre recyclé"]],
    ["Vegan", ["de", "Vegan"], ["fr", "Végane"], ["es", "Vegano"]],
  ];

describe("a claim that stands in a text's own source", () => {
  it.each(translated.flatMap(([source, ...all]) => all.map(([locale, text]) => [source, locale, text] as const)))(
    "“%s” may be said in %s: “%s”",
    (source, locale, text) => {
      expect(unsupported(locale, source, text)).toEqual([]);
      expect(unsupported(locale, source, text, "seo_desc")).toEqual([]);
    },
  );
});

describe("a claim that no source has", () => {
  it.each([
    ["Legs of oak", "de", "Füße aus Eiche, zwei Jahre Garantie"],
    ["Legs of oak", "fr", "Pieds en chêne, livraison gratuite"],
    ["Legs of oak", "de", "Füße aus Eiche, hergestellt in Portugal"],
    ["Legs of oak", "es", "Patas de roble, vegano"],
    ["Two-year warranty", "de", "Zwei Jahre Garantie, vegan"],
    ["Dishwasher safe", "fr", "Passe au lave-vaisselle, fabriqué au Portugal"],
  ])("“%s” does not let a translator into %s say “%s”", (source, locale, text) => {
    expect(unsupported(locale, source, text)).toContainEqual(expect.objectContaining({ severity: "block" }));
  });

  it("is marked where another stands in the source", () => {
    expect(unsupported("de", "Made in Portugal", "Hergestellt in Italien")).toHaveLength(1);
    expect(unsupported("fr", "Legs of oak", "Pieds en hêtre")).toHaveLength(1);
  });

  it("is marked where the source denies what it names", () => {
    expect(unsupported("de", "Free from wheat", "Enthält Weizen")).toHaveLength(1);
    expect(unsupported("de", "Free from wheat", "Ohne Weizen")).toEqual([]);
  });
});

describe("a source that is against the facts does not excuse its translation", () => {
  const held = someFacts({
    ...{ title: "Holm shelf", descriptionText: "A shelf for the hall.", options: [], tags: [] },
    attributes: [
      { name: "Weight", value: "2 kg" },
      { name: "Depth", value: "30 cm" },
    ],
  });
  it.each([
    ["It weighs 5 kg", "Es wiegt 5 kg", "5 kg"],
    ["Weight: 5 kg", "Gewicht: 5 kg", "5 kg"],
    ["Depth: 40 cm", "Tiefe: 40 cm", "40 cm"],
    ["Price: $50", "Preis: 50 $", "50 $"],
  ])("“%s” → “%s”", (source, target, quote) => {
    const context = createChecksContext({ facts: held, config, locale: "de" });
    const text = { raw: [target], body: [target], source: { body: [source], locale: "en" } };
    const found = checkTexts(context, { texts: new Map([["bullets", text]]) }).get("bullets")?.warnings;
    expect(found).toContainEqual(expect.objectContaining({ code: "CONTRADICTED_FACT", severity: "block", quote }));
  });
});
