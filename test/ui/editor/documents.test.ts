import { getSchema } from "@tiptap/react";
import { describe, expect, it } from "vitest";
import { bodyOfDoc, docOfBody } from "../../../app/ui/editor/doc-of-body.ts";
import { extensionsFor } from "../../../app/ui/editor/extensions.ts";
import { htmlOfDoc } from "../../../app/ui/editor/html-of-doc.ts";
import { hrefOf } from "../../../app/ui/editor/link-field.tsx";
import { placeMarks } from "../../../app/ui/editor/place-marks.ts";
import { spread } from "../../../app/ui/editor/source-editor.tsx";
import type { MarkView } from "../../../app/ui/marks/mark-view.ts";

const schema = getSchema(extensionsFor("html"));
const strong = (as = "strong") => schema.mark("bold", { as });
const p = (bare: boolean, ...words: Parameters<typeof schema.text>[]) =>
  schema.node(
    "paragraph",
    { bare },
    words.map(([text, marks]) => schema.text(text, marks)),
  );

describe("a document as HTML", () => {
  it("has each mark once around all that has it, and the tags that it came with", () => {
    const italic = schema.mark("italic");
    const doc = schema.node("doc", null, [
      p(false, ["Warm "], ["and ", [strong("b")]], ["soft", [strong("b"), italic]], [" & light"]),
      schema.node("heading", { level: 3 }, [schema.text("Care")]),
      schema.node("bulletList", null, [
        schema.node("listItem", null, [p(true, ["One"])]),
        schema.node("listItem", null, [p(false, ["Two"])]),
        schema.node("listItem", null, [
          p(true, ["Three"]),
          schema.node("orderedList", null, [schema.node("listItem", null, [p(true, ["in"])])]),
        ]),
      ]),
    ]);
    expect(htmlOfDoc(doc)).toBe(
      "<p>Warm <b>and <em>soft</em></b> &amp; light</p><h3>Care</h3><ul><li>One</li><li><p>Two</p></li><li>Three<ol><li>in</li></ol></li></ul>",
    );
  });

  it("leaves words alone that stood alone, and writes breaks and links", () => {
    expect(htmlOfDoc(schema.node("doc", null, [p(true, ["Only words"])]))).toBe("Only words");
    const link = schema.mark("link", { href: "/pages/care" });
    const doc = schema.node("doc", null, [
      schema.node("paragraph", { bare: false }, [
        schema.text("See", [link]),
        schema.node("hardBreak"),
        schema.text("it"),
      ]),
    ]);
    expect(htmlOfDoc(doc)).toBe('<p><a href="/pages/care">See</a><br>it</p>');
  });
});

it("a line and bullets come out as they went in, without empty bullets and line breaks", () => {
  const line = getSchema(extensionsFor("line"));
  expect(bodyOfDoc(docOfBody(line, "line", " A lamp "), "line", "")).toBe(" A lamp ");
  const bullets = getSchema(extensionsFor("bullets"));
  expect(bodyOfDoc(docOfBody(bullets, "bullets", ["One", "", " Two"]), "bullets", [])).toEqual(["One", "Two"]);
  expect(docOfBody(bullets, "bullets", []).childCount).toBe(1);
});

describe("marks in a document", () => {
  const mark = (quote: string, at: MarkView["at"] = []): MarkView => ({
    ...{ key: quote, kind: "warns", number: 1, about: "", quote, at },
  });
  const doc = schema.node("doc", null, [
    p(false, ["😀 Soft wool. Softer. "], ["Soft", [strong()]]),
    p(false, ["soft jar"]),
  ]);
  const found = (one: MarkView) => placeMarks(doc, [one]).map(({ from, to }) => [from, doc.textBetween(from, to)]);

  it("stand at whole words, wherever they occur", () => {
    expect(found(mark("Soft"))).toEqual([[4, "Soft"], [23, "Soft"]]); // biome-ignore format: pairs
    expect(found(mark("SOFT JAR"))).toEqual([[29, "soft jar"]]);
    expect(found(mark("silk"))).toEqual([]);
  });

  it("stand nearest to where they were found, in code points", () => {
    expect(found(mark("Soft", [{ start: 2, end: 6 }]))).toEqual([[4, "Soft"]]);
    expect(found(mark("Soft", [{ start: 20, end: 24 }]))).toEqual([[23, "Soft"]]);
  });
});

it("an address is taken as it is meant, and nothing that runs is", () => {
  expect(hrefOf("example.com/care")).toBe("https://example.com/care");
  expect(hrefOf(" /pages/care ")).toBe("/pages/care");
  expect(hrefOf("mailto:a@example.com")).toBe("mailto:a@example.com");
  expect(hrefOf("javascript:alert(1)")).toBe("");
});

it("HTML is spread out for editing, one block a line", () => {
  expect(spread("html", "<p>One</p><ul><li>a</li><li>b</li></ul><p>Two</p>")).toBe(
    "<p>One</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<p>Two</p>",
  );
});
