import { describe, expect, it } from "vitest";
import type { ProductFacts } from "../../../app/catalog/facts.ts";
import { varyTexts } from "../../../app/generation/variants/vary-texts.ts";
import type { ContentConfig } from "../../../app/rules/content-config.ts";
import { someFacts } from "../../support/content/facts.ts";

const config: ContentConfig = { client: { variant_data_fields: ["Colour", "Effect"] } };

function facts(color: string, more: { name: string; value: string }[] = [], changes: Partial<ProductFacts> = {}) {
  const attributes = [{ name: "Colour", value: color }, { name: "Material", value: "100% linen" }, ...more];
  return someFacts({ options: [], attributes, ...changes });
}

function vary(text: string, master = facts("Black"), variant = facts("Blue"), contentType = "title") {
  return varyTexts({ master, variant, config }, new Map([[contentType, text]]))?.get(contentType) ?? null;
}

describe("varying a master's texts", () => {
  it.each([
    ["Linen Shirt, Black", "Linen Shirt, Blue"],
    ["A black shirt. Black suits it, and so does BLACK-white.", "A blue shirt. Blue suits it, and so does Blue-white."],
    ["Linen Shirt", "Linen Shirt"],
  ])("puts the variant's value in: %s", (from, to) => {
    expect(vary(from)).toBe(to);
  });

  it("takes values with signs as they are", () => {
    expect(vary("Linen Shirt, Off-White (soft)", facts("Off-White (soft)"), facts("Blue/Grey"))).toBe(
      "Linen Shirt, Blue/Grey",
    );
  });

  it("replaces only between tags, where the words are escaped as HTML", () => {
    const [master, variant] = [facts("Strong"), facts("Salt & <Pepper>")];
    expect(vary("<p><strong>Color:</strong> Strong</p>", master, variant, "desc")).toBe(
      "<p><strong>Color:</strong> Salt &amp; &lt;Pepper&gt;</p>",
    );
  });

  it("replaces several fields at once, so that nothing is replaced twice", () => {
    const master = facts("Black", [{ name: "Effect", value: "Blue" }]);
    const variant = facts("Blue", [{ name: "Effect", value: "Matt" }]);
    expect(vary("Black with a Blue shine", master, variant)).toBe("Blue with a Matt shine");
  });

  it("varies each bullet and leaves the order", () => {
    const bodies = new Map([["bullets", ["Deep black", "Two pockets"]]]);
    expect(varyTexts({ master: facts("Black"), variant: facts("Red"), config }, bodies)?.get("bullets")).toEqual([
      "Deep red",
      "Two pockets",
    ]);
  });

  it.each<[string, string, ProductFacts, ProductFacts]>([
    ["the value is left in another form", "Ein schwarzes Hemd", facts("schwarz"), facts("blau")],
    [
      "the value is also part of the brand",
      "Black Diamond Shirt",
      facts("Black", [], { vendor: "Black Diamond" }),
      facts("Blue"),
    ],
    ["the variant lacks the value", "Black Shirt", facts("Black", [{ name: "Effect", value: "Matt" }]), facts("Blue")],
    ["a field has several values", "Black Shirt", facts("Black", [{ name: "Colour", value: "Grey" }]), facts("Blue")],
  ])("is left to a model when %s", (_why, text, master, variant) => {
    expect(vary(text, master, variant)).toBeNull();
  });

  it("is left to a model when no field is named", () => {
    const input = { master: facts("Black"), variant: facts("Blue"), config: {} };
    expect(varyTexts(input, new Map([["title", "Black"]]))).toBeNull();
  });
});
