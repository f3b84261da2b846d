import { describe, expect, it } from "vitest";
import { indexFacts } from "../../../app/quality/facts/fact-index.ts";
import { readQuantities } from "../../../app/quality/quantities/read-quantities.ts";
import { someFacts } from "../../support/content/facts.ts";

describe("a variant's barcodes", () => {
  const [variant] = someFacts().variants;
  if (!variant) throw new Error("the facts have no variant");
  const barcodes = ["4006381333931", "B08N5WRWNW", "36", "1500 g"].map((value) => ({ value, type: null }));
  const index = indexFacts(someFacts({ attributes: [], variants: [{ ...variant, weightGrams: null, barcodes }] }));
  const backed = (text: string) => readQuantities(text).map((quantity) => index.backing(quantity));

  it.each([
    ["EAN 4006381333931", "Barcode: 4006381333931"],
    ["ASIN B08N5WRWNW", "Barcode: B08N5WRWNW"],
  ])("back themselves: %s", (text, fact) => {
    expect(backed(text)).toEqual([fact]);
  });

  it.each(["36 pockets", "A set of 36", "4006381333931 pieces", "Weighs 1500 g", "1.5 kg of linen"])(
    "back no number that their digits happen to be: %s",
    (text) => {
      expect(backed(text)).toEqual([undefined]);
    },
  );
});
