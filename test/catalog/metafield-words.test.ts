import { describe, expect, it } from "vitest";
import { measurementWords } from "../../app/catalog/measurement.ts";
import { metafieldWords } from "../../app/catalog/metafield-words.ts";
import type { Quantity } from "../../app/quality/quantities/quantity.ts";
import { readQuantityStatements } from "../../app/quality/quantities/read-quantity-statements.ts";
import { measurementUnits, metafieldTypes } from "../../sandbox/store/metafield-types.ts";
import { numberVerdicts } from "../support/content/verdicts.ts";

const units = Object.entries(measurementUnits).flatMap(([type, names]) => names.map((unit) => [type, unit] as const));
const named = (gid: string) => (gid === "gid://shopify/Metaobject/1" ? "Moss" : null);
const words = (type: string, value: string, declared = true) =>
  metafieldWords({ type, value, definition: declared ? { name: "Field" } : null }, named);

describe("a measurement", () => {
  it.each(units)("of the type %s in %s is written so that it is read back as one", (_type, unit) => {
    const written = measurementWords({ value: 12.5, unit: unit.toUpperCase() }) ?? "";
    expect(written).not.toContain("_");
    const [quantity, ...more] = quantitiesIn(written);
    expect(more).toEqual([]);
    expect(quantity?.values).toEqual([12.5]);
    expect(quantity?.units[0], written).not.toBeNull();
    expect(quantity?.text, "nothing is left over").toBe(written);
  });

  it.each([
    [5000, "MILLIAMP_HOURS", "5000 mAh"], [12, "VOLTS", "12 V"], [12, "US_FLUID_OUNCES", "12 fl oz"],
    [30, "SQUARE_FEET", "30 sq ft"], [2, "SQUARE_METERS", "2 m²"], [1, "HOURS", "1 hour"], [30, "MINUTES", "30 minutes"],
    [0.5, "CUBIC_METERS_PER_HOUR", "0.5 m³/h"], [10, "MICROFARADS", "10 µF"], [4.7, "KILOOHMS", "4.7 kΩ"],
    [25, "cm", "25 cm"], [5, "FORTNIGHTS_PER_FURLONG", "5 fortnights/furlong"],
  ])("of %d %s is written as %s", (value, unit, text) => {
    expect(measurementWords({ value, unit })).toBe(text);
  }); // biome-ignore format: a table

  it.each([
    ["12 fl oz", "12 fluid ounces"], ["12 fl oz", "12 US fl oz"], ["12 fl oz", "355 ml"], ["12 imp fl oz", "12 fl oz"],
    ["30 sq ft", "30 ft²"], ["30 sq ft", "30 square feet"], ["2 m²", "2 square metres"], ["2 m²", "2 sqm"], ["30 Nm", "30 Nm"],
    ["0.5 m³", "500 litres"], ["60 mph", "60 miles/h"], ["2700 K", "2700 kelvin"], ["480 Mbps", "480 Mbit/s"],
  ])("written %s backs %s", (fact, text) => {
    expect(backs(fact, text)).toBe(true);
  }); // biome-ignore format: a table

  it.each([
    ["5000 mAh", "6000 mAh"], ["12 US fl oz", "12 imp fl oz"], ["30 sq ft", "30 m²"], ["480 Mbps", "480 GB"],
    ["32 Ω", "32 kΩ"], ["650 lm", "650 lx"], ["2 m²", "2 m³"],
  ])("written %s does not back %s", (fact, text) => {
    expect(backs(fact, text)).toBe(false);
  }); // biome-ignore format: a table

  it.each(["a 4K screen", "code 12F", "model 7H"])("glued to a letter it may be a code: %s", (text) => {
    const said = quantitiesIn(text);
    expect(said).not.toEqual([]);
    expect(said.map(({ code }) => code)).not.toContain(undefined);
  });
});

function quantitiesIn(text: string): Quantity[] {
  return readQuantityStatements(text).flatMap((one) => (one.kind === "quantity" ? [one.quantity] : []));
}

function backs(fact: string, text: string): boolean {
  const verdicts = numberVerdicts(text, { attributes: [{ name: "Field", value: fact }] });
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === "supported");
}

describe("a metafield in words", () => {
  it.each([
    ["boolean", "false", "No"],
    ["color", "#fff123", "#fff123"],
    ["date", "2026-03-01", "2026-03-01 (1 March 2026)"],
    ["date_time", "2026-03-01T09:30:00+00:00", "2026-03-01T09:30:00+00:00 (1 March 2026)"],
    ["list.date", '["2026-03-01","2026-04-02"]', "2026-03-01 (1 March 2026), 2026-04-02 (2 April 2026)"],
    ["id", "L-2210", "L-2210"],
    ["language", "it", "Italian"],
    ["link", '{"text":"Setting up","url":"https://a.example/2210"}', "Setting up"],
    ["list.link", '[{"text":"One","url":"https://a.example"},{"text":"Two","url":"https://b.example"}]', "One, Two"],
    ["money", '{"amount":"5.99","currency_code":"CAD"}', "5.99 CAD"],
    ["rating", '{"value":"4.5","scale_min":"1.0","scale_max":"5.0"}', "4.5 of 5"],
    ["list.rating", '[{"value":"4","scale_min":"1","scale_max":"5"}]', "4 of 5"],
    ["json", '{"fibre":"wool","parts":[{"share":0.3,"organic":false}]}', "fibre: wool, share: 0.3, organic: No"],
    ["list.weight", '[{"value":1.0,"unit":"KILOGRAMS"},{"value":2.5,"unit":"kg"}]', "1 kg, 2.5 kg"],
    ["list.number_decimal", '["1.5", 2]', "1.5, 2"],
    ["list.metaobject_reference", '["gid://shopify/Metaobject/1","gid://shopify/Metaobject/2"]', "Moss"],
    ["mixed_reference", "gid://shopify/Metaobject/1", "Moss"],
    ["file_reference", "gid://shopify/MediaImage/1", null],
    ["url", "https://a.example/2210", null],
    ["voltage", "twelve", null],
    ["json", "{", null],
    ["boolean", "true", "Yes"],
  ])("of type %s: %s", (type, value, expected) => {
    expect(words(type, value)).toBe(expected);
  });

  it("of JSON that no definition declares is what an app keeps for itself", () => {
    expect(words("json", '{"widget":7}', false)).toBeNull();
  });

  it.each([...metafieldTypes])("of type %s never shows what is no value of it", (type) => {
    expect(words(type, "[") ?? "").not.toMatch(/undefined|NaN|null/);
  });

  it("keeps the blocks of rich text apart, a list inside an entry too", () => {
    const text = (value: string) => ({ type: "text", value });
    const item = (...children: object[]) => ({ type: "list-item", children });
    const list = (...children: object[]) => ({ type: "list", children });
    const link = { type: "link", url: "https://a.example", children: [text("page")] };
    const tree = {
      type: "root",
      children: [
        list(item(text("Set"), list(item(text("Fork"))))),
        { type: "paragraph", children: [text("See the "), link, text(", please")] },
      ],
    };
    expect(words("rich_text_field", JSON.stringify(tree))).toBe("Set Fork See the page, please");
  });
});
