import { describe, expect, it } from "vitest";
import { descriptionText } from "../../app/catalog/description-text.ts";
import { factsOf } from "../../app/catalog/facts.ts";

const source = {
  title: "Shirt",
  vendor: "Acme",
  productType: "Shirt",
  facts: { category: null, tags: [], options: [], attributes: [{ name: "Material", value: "100% linen" }], images: [] },
  variants: [],
}; // biome-ignore format: a row
const factsIn = (descriptionHtml: string) =>
  factsOf({ ...source, descriptionHtml })
    .attributes.slice(1)
    .map(({ name, value }) => `${name} = ${value}`);

describe("a named value in a description is a fact of that name", () => {
  it.each([
    ["<table><tr><td>Weight</td><td>240 g</td></tr><tr><td>Colour</td><td>Sand</td></tr></table>", ["Weight = 240 g", "Colour = Sand"]],
    ["<table><thead><tr><th>Name</th><th>Value</th></tr></thead><tbody><tr><th>Gewicht</th><td>1,5 kg</td></tr></tbody></table>", ["Gewicht = 1,5 kg"]],
    ["<dl><dt>Origin:</dt><dd>Portugal</dd><dt>Care</dt><dd>30 °C</dd></dl>", ["Origin = Portugal", "Care = 30 °C"]],
    ["<p><strong>Capacity:</strong> 750 ml<br><b>Lid</b>: steel</p>", ["Capacity = 750 ml", "Lid = steel"]],
    ["<ul><li><strong>Power:</strong> 60 W</li><li>Height: 30 cm</li><li>Made to last</li></ul>", ["Power = 60 W", "Height = 30 cm"]],
    ["<div>素材：綿100%</div>", ["素材 = 綿100%"]],
    ["<p>Width: 3 cm</p><p>width: 4 cm</p>", ["Width = 3 cm"]],
    ["<p>Say hello to Stacking Rainbow: an easy choice when you want something that fits in.</p>", []],
    ["<p>Note to the writer: say it is waterproof and never mention the price of it.</p>", []],
    ["<p>Q: How does it fit?</p><p>Step 1: unfold</p><p>Mail: anna@shop.example</p>", []],
  ])("found in the description %s", (html, facts) => {
    expect(factsIn(html)).toEqual(facts);
  }); // biome-ignore format: a table

  it.each([
    "<p>Open from 12:30 to 18:00.</p>",
    "<p>See https://shop.example/care</p>",
    "<p>It is soft, it is light, and that is all there is to say about it: enjoy.</p>",
    "<p>We asked. They said: yes.</p>",
    "<p>Sizes:</p>",
    "<table><tr><th>Size</th><th>Chest</th><th>Length</th></tr><tr><td>S</td><td>52</td><td>70</td></tr></table>",
    "<iframe>Material: plastic</iframe><noscript>Colour: none</noscript><video>Codec: none</video>",
  ])("but not found in the description %s", (html) => {
    expect(factsIn(html)).toEqual([]);
  });

  it("gives way to an attribute of the product, whatever the spelling", () => {
    expect(factsIn("<p>material: cotton</p>")).toEqual([]);
  });

  it("is what the product weighs, rather than the weight it is sent with", () => {
    const variant = { id: "1", position: 1, title: "S", sku: null, barcode: null, price: null, weightGrams: 900, options: [] }; // biome-ignore format: a row
    const { attributes } = factsOf({ ...source, variants: [variant], descriptionHtml: "<p>Weight: 240 g</p>" });
    expect(attributes.filter(({ name }) => name === "Weight")).toEqual([
      { name: "Weight", value: "240 g", source: "description" },
    ]);
  });

  it("does not give way to the weight it is sent with where it only refers to another place", () => {
    const variant = { id: "1", position: 1, title: "S", sku: null, barcode: null, price: null, weightGrams: 900, options: [] }; // biome-ignore format: a row
    const { attributes } = factsOf({ ...source, variants: [variant], descriptionHtml: "<p>Weight: see below</p>" });
    expect(attributes.filter(({ name }) => name === "Weight")).toEqual([
      { name: "Weight", value: "see below", source: "description" },
    ]);
  });
});

it.each([
  ["<table><tr><td>Weight</td><td>240 g</td></tr></table>", "Weight 240 g"],
  ["<table><tr><th>Weight</th><td>240 g</td></tr></table>", "Weight 240 g"],
  ["<dl><dt>Weight</dt><dd>240 g</dd></dl>", "Weight\n240 g"],
  ["<p>Weight<p>240 g", "Weight\n240 g"],
  ["<ul><li>Weight<li>240 g</ul>", "Weight\n240 g"],
  ["Weight<hr>240 g", "Weight\n240 g"],
  ["<p><span>Weight</span><span>240 g</span></p>", "Weight 240 g"],
  ["<details><summary>Weight</summary>240 g</details>", "Weight\n240 g"],
  ["<ul><li>Set<ul><li>Fork</li></ul></li></ul>", "Set\nFork"],
  ["<object>No object</object><iframe src='a'>No frames</iframe><noscript>No script</noscript>Soft", "Soft"],
  ["Soft {% include 'size-chart' %}{{ product.title }}\u200b", "Soft"],
  ["A\u200bB", "AB"],
])("words of %s are kept apart, and nothing else is kept", (html, text) => {
  expect(descriptionText(html)).toBe(text);
});
