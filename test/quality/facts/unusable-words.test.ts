import { describe, expect, it } from "vitest";
import { unusableWords, usableWords } from "../../../app/quality/facts/unusable-words.ts";

describe("words that are evidence for nothing", () => {
  it.each([
    ["Soft {{ product.metafields.custom.material }} weave", "Soft  weave"],
    ["{% include 'size-chart' %}Soft", "Soft"],
    ["See https://shop.example/100-percent-linen for more", "See  for more"],
    ["See www.shop.example/vegan", "See "],
    ["Ask anna.12@shop.example now", "Ask  now"],
    ["Call +49 30 1234 5678", "Call "],
    ["Tel. 030 / 123 45 67", "Tel. "],
    ["Call (212) 555-01234", "Call "],
  ])("become spaces in %s", (value, rest) => {
    const words = usableWords(value);
    expect(words).toHaveLength(value.length);
    expect(words.replace(/ {2,}/g, (spaces) => (spaces.length > 3 ? "  " : spaces)).trim()).toBe(
      rest.replace(/ {2,}/g, "  ").trim(),
    );
  });

  it.each([
    "{{ product.description }}", "https://shop.example/vegan", "anna@shop.example", "+49 30 1234 5678",
  ])("leave nothing of %s", (value) => {
    expect(unusableWords({ name: "Note", value, kind: "attribute" })).toBe("encoded");
  }); // biome-ignore format: a list
});

describe("words that are evidence", () => {
  it.each([
    "30 x 40 x 50 cm", "(44) 460-480", "0.5 l", "05-12-2025", "−20 to +60 °C", "2026-03-01 (1 March 2026)", "1920x1080 @ 60 Hz",
    "4006381333931", "{a}", "A+ (2021)", "+5 cm",
  ])("stay in %s", (value) => {
    expect(usableWords(value)).toBe(value);
    expect(unusableWords({ name: "Size", value, kind: "attribute" })).toBeUndefined();
  }); // biome-ignore format: a list
});
