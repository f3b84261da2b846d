import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Rules that divide a page: what they say must not wait for a part that a browser has not read yet. */
const divides = /(?:^|[\s;{])(?:grid-template(?:-columns|-rows|-areas)?|flex-direction|float)\s*:/;

/** It asks for the first cell of its own row, which is there with the row. */
const firstCell = ".sw-list thead tr:has(.Polaris-IndexTable__TableHeading--first)";

/** The rules of a style sheet, innermost blocks only. */
function dividingRulesThatWait(css: string): string[] {
  const rules = css.replaceAll(/\/\*[\s\S]*?\*\//g, "").matchAll(/([^{}]+)\{([^{}]*)\}/g);
  return [...rules]
    .filter(
      ([, selector = "", body = ""]) => /:has\(|:only-child|:last-child|:nth-last/.test(selector) && divides.test(body),
    )
    .map(([, selector = ""]) => selector.trim());
}

it("no page is divided by what comes later in its document: a page is drawn while it arrives, and would move", () => {
  const sheets = globSync("app/**/*.css");
  expect(sheets.length).toBeGreaterThan(10);
  expect(sheets.flatMap((file) => dividingRulesThatWait(readFileSync(file, "utf8")))).toEqual([firstCell]);
});

it("a rule that waits is known by its selector, and one that only colours is not", () => {
  const css = `
    @media (min-width: 10rem) { .a:has(.b) { grid-template-columns: 1fr 2fr; } }
    .c > li:last-child { color: red; }
    .d:has(:checked) { background: blue; }
    .e { grid-template-columns: 1fr; }
  `;
  expect(dividingRulesThatWait(css)).toEqual([".a:has(.b)"]);
});
