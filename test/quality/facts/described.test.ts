import { describe, expect, it } from "vitest";
import { factsOf } from "../../../app/catalog/facts.ts";
import { readFacts } from "../../../app/quality/facts/fact-book.ts";

function factsIn(descriptionHtml: string): string[] {
  const product = factsOf({
    title: "Thing",
    descriptionHtml,
    vendor: "",
    productType: "",
    facts: { category: null, tags: [], options: [], attributes: [], images: [] },
    variants: [],
  });
  return readFacts(product).list.flatMap(({ path, name, value }) => (path === "title" ? [] : [`${name} = ${value}`]));
}

describe("a name and its value in a description are one fact, and never run together", () => {
  it.each([
    "<table><tr><td>Weight</td><td>240 g</td></tr></table>",
    "<table><tr><th>Weight</th><td>240 g</td></tr></table>",
    "<table><thead><tr><th>Property</th><th>Value</th></tr></thead><tr><th>Weight</th><td>240 g</td></tr></table>",
    "<table><tbody><tr><td><b>Weight</b></td><td><span>240</span> g</td></tr></tbody></table>",
    "<table><tr><td>Weight<td>240 g</table>",
    "<table><tr><td><p>Weight</p></td><td><p>240 g</p></td></tr></table>",
    "<table><tr><td>Weight:</td><td>240 g</td></tr></table>",
    "<dl><dt>Weight</dt><dd>240 g</dd></dl>",
    "<dl><dt>Weight:<dd>240 g</dl>",
    "<dl><div><dt>Weight</dt><dd>240 g</dd></div></dl>",
    "<p>Weight: 240 g</p>",
    "<p><strong>Weight:</strong> 240 g</p>",
    "<p><strong>Weight</strong>: 240 g</p>",
    "<p>Weight : 240 g</p>",
    "<p>Weight: 240 g",
    "Weight: 240 g<br>",
    "<ul><li>Weight: 240 g</li></ul>",
    "<ul><li>Weight: 240 g",
    "<ul><li><b>Weight:</b>&nbsp;240 g</li></ul>",
    "<ol><li><p>Weight: 240 g</p></li></ol>",
    "<div><div>Weight: 240 g</div></div>",
    "<section><h3>Weight: 240 g</h3></section>",
    "<details><summary>Weight: 240 g</summary></details>",
    "<blockquote>Weight: 240 g</blockquote>",
    "<figure><figcaption>Weight: 240 g</figcaption></figure>",
    "<center>Weight: 240 g</center>",
    "<p><span>Weight:</span><span>240 g</span></p>",
    "<pre>Weight: 240 g</pre>",
    "<p>Weight： 240 g</p>",
  ])("in %s", (html) => {
    const found = factsIn(html);
    expect(found).toContain("Weight = 240 g");
    expect(found.filter((fact) => /weight|240/i.test(fact))).toHaveLength(1);
  });
});

describe("other lines of a description are facts without a name, one a sentence", () => {
  it.each([
    ["<p>Soft.<p>Light.", ["Soft.", "Light."]],
    ["<ul><li>Set<ul><li>Fork</li></ul></li></ul>", ["Set", "Fork"]],
    ["Soft<hr>Light", ["Soft", "Light"]],
    ["<p>It weighs approx. 5 kg and folds flat in no time at all. Made by J. Smith in our workshop. Ready to hang!</p>", ["It weighs approx. 5 kg and folds flat in no time at all.", "Made by J. Smith in our workshop.", "Ready to hang!"]],
    ["<p>Der Korb ist ca. 30 cm hoch, z. B. für Wäsche. Er besteht aus Weide.</p>", ["Der Korb ist ca. 30 cm hoch, z. B. für Wäsche.", "Er besteht aus Weide."]],
    ["<p>綿100%です。日本製。</p>", ["綿100%です。", "日本製。"]],
  ])("in %s", (html, lines) => {
    expect(factsIn(html)).toEqual(lines.map((line) => `Description = ${line}`));
  }); // biome-ignore format: a table
});

it("what a description says under the name of an attribute is still said", () => {
  const product = factsOf({
    title: "Thing",
    descriptionHtml: "<p>Material: cotton</p>",
    vendor: "",
    productType: "",
    facts: { category: null, tags: [], options: [], attributes: [{ name: "Material", value: "linen" }], images: [] },
    variants: [],
  });
  expect(readFacts(product).list.map(({ value }) => value)).toEqual(["Thing", "linen", "Material: cotton"]);
});
