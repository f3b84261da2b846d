import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { WithEvidence } from "../../app/ui/evidence-text.tsx";
import { markEvidence } from "../../app/ui/mark-evidence.ts";
import { BodyView } from "../../app/ui/product/body-view.tsx";
import { WarningsList } from "../../app/ui/product/warnings-list.tsx";

const evidence = [
  { text: "240 g", fact: "Weight: 240 g" },
  { text: "24", fact: "Pieces: 24" },
  { text: "Linen", fact: "Material: 100% linen" },
];
/** Marked words in brackets. */
const marked = (text: string, known = evidence) =>
  markEvidence(known)(text)
    .map((piece) => (piece.fact === null ? piece.text : `[${piece.text}]`))
    .join("");

describe("markEvidence", () => {
  it("takes words with signs as they are", () => {
    const known = [{ text: "Off-White (matt)/A+B", fact: "Color: Off-White (matt)/A+B" }];
    expect(marked("Shirt in Off-White (matt)/A+B.", known)).toBe("Shirt in [Off-White (matt)/A+B].");
  });

  it("finds numbers and words as the text has them, and what backs them", () => {
    expect(markEvidence(evidence)("Washed linen, 240 g.")).toEqual([
      { text: "Washed ", fact: null },
      { text: "linen", fact: "Material: 100% linen" },
      { text: ", ", fact: null },
      { text: "240 g", fact: "Weight: 240 g" },
      { text: ".", fact: null },
    ]);
  });

  it("takes no part of a longer number or word", () => {
    expect(marked("240 and 1.24 and 24,5 and 24.")).toBe("240 and 1.24 and 24,5 and [24].");
    expect(marked("Linens and underlinen, linen-like")).toBe("Linens and underlinen, [linen]-like");
  });

  it("sees through the spaces that a browser does not break at", () => {
    expect(marked("240\u00a0g")).toBe("[240\u00a0g]");
  });

  it("takes words for words, whatever signs are in them", () => {
    expect(
      marked("a+b (c) $1", [
        { text: "(c)", fact: "x" },
        { text: "a+b", fact: "y" },
      ]),
    ).toBe("[a+b] [(c)] $1");
    expect(marked("nothing known", [])).toBe("nothing known");
    expect(marked("empty", [{ text: " ", fact: "x" }])).toBe("empty");
  });
});

const html = (page: React.ReactNode) => renderToStaticMarkup(<AppProvider i18n={translations}>{page}</AppProvider>);

describe("a text on the product page", () => {
  const type = { name: "desc", label: "Description", limitChars: null };
  it.each([
    ["html" as const, "<p>Made of <strong>linen</strong>, 240&nbsp;g.</p>"],
    ["bullets" as const, ["Made of linen", "Weighs 240 g"]],
    ["text" as const, "Made of linen, 240 g."],
  ])("underlines what facts support (%s)", (kind, body) => {
    const page = html(
      <WithEvidence evidence={evidence}>
        <BodyView type={{ ...type, kind }} body={body} lang="en" empty="" />
      </WithEvidence>,
    );
    expect(page.match(/Polaris-Tooltip__HasUnderline/g)).toHaveLength(2);
    const plain = html(<BodyView type={{ ...type, kind }} body={body} lang="en" empty="" />);
    expect(plain).not.toContain("Tooltip");
  });
});

describe("a warning about another product", () => {
  it("leads to that product", () => {
    const description = 'desc is the same as that of the product "Shirt"';
    const product = { id: "1001", title: "Shirt" };
    const page = html(
      <WarningsList warnings={[{ code: "DUPLICATE", description, severity: "warn", product }]} label="Description" />,
    );
    expect(page).toContain('href="/app/products/1001"');
    expect(page).toContain("Open Shirt");
    expect(page).toContain("The description is the same as that of the product");
  });
});
