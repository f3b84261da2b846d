import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { MarkView } from "../../../app/ui/marks/mark-view.ts";
import { MarkedText } from "../../../app/ui/marks/marked-text.tsx";

const finding: MarkView = {
  key: "f1",
  kind: "blocks",
  number: 1,
  quote: "100% baby alpaca",
  at: [],
  about: "finding 1, Contradicts a fact, Material 70% baby alpaca",
};

it("a description carries its findings in the words, with a number, and says what they are to a screen reader", () => {
  const body = "<p>Knitted from <strong>100%</strong> baby alpaca &amp; more</p>";
  const html = renderToStaticMarkup(<MarkedText body={body} html lang="en" marks={[finding]} />);
  expect(html).toMatch(/<strong><mark [^>]*aria-describedby="([^"]+)">100%<\/mark><\/strong>/);
  expect(html).toMatch(
    /baby alpaca<\/mark><span class="sw-finding-number[^"]*" aria-hidden="true">1<\/span> &amp; more/,
  );
  const id = html.match(/aria-describedby="([^"]+)"/)?.[1];
  expect(html).toContain(`<span id="${id}">finding 1, Contradicts a fact, Material 70% baby alpaca</span>`);
});

it("words that would take the place of a finding's are shown as a difference there, once", () => {
  const marks = [{ ...finding, instead: "70% baby alpaca" }];
  const html = renderToStaticMarkup(<MarkedText body="From 100% baby alpaca." html={false} lang="en" marks={marks} />);
  expect(html).toContain("<del>100% baby alpaca</del><ins>70% baby alpaca</ins>");
});

it("a fact behind words is a dotted line with the fact's name, in bullets too, and nothing to press", () => {
  const marks = [{ ...finding, kind: "backed" as const, number: null, quote: "Peru", about: "Origin: Peru" }];
  const html = renderToStaticMarkup(
    <MarkedText body={["Soft", "Made in Peru"]} html={false} lang="en" marks={marks} />,
  );
  expect(html).toMatch(/Made in <span class="sw-mark sw-mark-backed" title="Origin: Peru">Peru<\/span>/);
  expect(html).not.toContain("<mark");
});
