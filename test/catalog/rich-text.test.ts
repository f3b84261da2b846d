import { describe, expect, it } from "vitest";
import { metafieldValueOf, storedForm, type TextFieldType, textOfMetafield } from "../../app/catalog/metafield-text.ts";
import { htmlOfRichText, richTextOf } from "../../app/catalog/rich-text.ts";

const text = (value: string, look: object = {}) => ({ type: "text", value, ...look });
const tree = (...children: object[]) => ({ type: "root", children });

/** What Shopify's own editor makes. */
const made = tree(
  { type: "heading", level: 3, children: [text("Care & washing")] },
  {
    type: "paragraph",
    children: [
      text("Wash at "),
      text("40 °C", { bold: true }),
      text(", never <hotter>.\nDry "),
      text("flat", { bold: true, italic: true }),
    ],
  },
  {
    listType: "ordered",
    type: "list",
    children: [
      { type: "list-item", children: [text("Rinse")] },
      {
        type: "list-item",
        children: [
          text("Read "),
          {
            type: "link",
            url: "https://example.com/care?a=1&b=2",
            title: 'the "guide"',
            target: "_blank",
            children: [text("on")],
          },
        ],
      },
    ],
  },
);

describe("rich text", () => {
  it("comes back as the tree that Shopify's editor made", () => {
    const html = htmlOfRichText(JSON.stringify(made));
    expect(html).toBe(
      "<h3>Care &amp; washing</h3><p>Wash at <strong>40 °C</strong>, never &lt;hotter&gt;.<br />Dry <strong><em>flat</em></strong></p>" +
        '<ol><li>Rinse</li><li>Read <a href="https://example.com/care?a=1&amp;b=2" title="the &quot;guide&quot;" target="_blank">on</a></li></ol>',
    );
    expect(JSON.parse(richTextOf(html ?? ""))).toEqual(made);
  });

  it.each([
    ["plain words", "Wash cold.", tree({ type: "paragraph", children: [text("Wash cold.")] })],
    [
      "a block in a list's item, whose words stay",
      "<ul><li><p>One</p><p>Two</p></li></ul>",
      tree({ listType: "unordered", type: "list", children: [{ type: "list-item", children: [text("One\nTwo")] }] }),
    ],
    [
      "a list in a list, made flat",
      "<ul><li>One<ul><li>Two</li></ul></li></ul>",
      tree({
        listType: "unordered",
        type: "list",
        children: [
          { type: "list-item", children: [text("One\n")] },
          { type: "list-item", children: [text("Two")] },
        ],
      }),
    ],
    [
      "tags of another kind, and script",
      "<div><b>Bold</b><script>alert(1)</script><table><tr><td>cell</td></tr></table></div>",
      tree(
        { type: "paragraph", children: [text("Bold", { bold: true })] },
        { type: "paragraph", children: [text("cell")] },
      ),
    ],
    [
      "a table, whose cells stay apart",
      "<table><tr><td>Weight</td><td>240 g</td></tr><tr><td>Fit</td><td>Loose</td></tr></table>",
      tree(
        { type: "paragraph", children: [text("Weight 240 g")] },
        { type: "paragraph", children: [text("Fit Loose")] },
      ),
    ],
    [
      "a list with an unclosed list in it",
      "<ul><li>Set<ul><li>Fork<li>Knife</ul></ul>",
      tree({
        listType: "unordered",
        type: "list",
        children: ["Set", "Fork", "Knife"].map((word) => ({ type: "list-item", children: [text(word)] })),
      }),
    ],
    [
      "a link around a heading",
      '<a href=" /pages/care\n"><h2>Care</h2></a>',
      tree({ type: "heading", level: 2, children: [{ type: "link", url: "/pages/care", children: [text("Care")] }] }),
    ],
    [
      "a link to a script, which is only its words",
      '<p><a href="javascript:alert(1)">here</a></p>',
      tree({ type: "paragraph", children: [text("here")] }),
    ],
  ])("is made of %s", (_what, html, wanted) => {
    const value = richTextOf(html);
    const trimmed = JSON.parse(value.replaceAll('"One\\n"', '"One"'));
    expect(trimmed).toEqual(JSON.parse(JSON.stringify(wanted).replaceAll('"One\\n"', '"One"')));
  });

  it("without a word is no text", () => {
    expect(htmlOfRichText(JSON.stringify(tree({ type: "paragraph", children: [text("")] })))).toBeNull();
    expect(htmlOfRichText("no tree")).toBeNull();
  });
});

describe("a text in a metafield", () => {
  it.each<[TextFieldType, string | string[], string, string | string[] | null]>([
    ["single_line_text_field", "Two\nlines ", "Two lines", "Two lines"],
    ["multi_line_text_field", "Two\nlines", "Two\nlines", "Two\nlines"],
    ["list.single_line_text_field", ["One\nline", " ", "Two"], '["One line","Two"]', ["One line", "Two"]],
    ["list.single_line_text_field", [], "[]", null],
    ["single_line_text_field", "", "", null],
  ])("of the type %s is stored in the metafield's own form", (type, body, value, stored) => {
    expect(metafieldValueOf(type, body)).toBe(value);
    expect(storedForm(type, body)).toEqual(stored);
  });

  it("of another type than expected is read, never lost", () => {
    expect(textOfMetafield("list.single_line_text_field", { type: "multi_line_text_field", value: "a\nb" })).toEqual([
      "a\nb",
    ]);
    expect(textOfMetafield("multi_line_text_field", { type: "list.single_line_text_field", value: '["a","b"]' })).toBe(
      "a\nb",
    );
    expect(textOfMetafield("rich_text_field", { type: "rich_text_field", value: "broken" })).toBe("broken");
  });
});
