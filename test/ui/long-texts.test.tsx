import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { InBrowserWhenLong } from "../../app/ui/product/in-browser-when-long.tsx";
import { RowsEditor } from "../../app/ui/rules/rows-editor.tsx";

const onServer = (node: React.ReactNode) => renderToStaticMarkup(<AppProvider i18n={en}>{node}</AppProvider>);

it("the server leaves long texts to the browser, and sends a notice that they come", () => {
  let made = 0;
  const text = (chars: number) => (
    <InBrowserWhenLong bodies={["a".repeat(chars), ["b".repeat(10_000)], null]}>
      {() => <p>The text itself, {++made}</p>}
    </InBrowserWhenLong>
  );
  expect(onServer(text(10_000))).toContain("The text itself");
  expect(made).toBe(1);
  expect(onServer(text(10_001))).toContain("This text is long and is being put together.");
  expect(made).toBe(1);
});

it("the server sends the first rows of a long map", () => {
  const value = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`w${i}`, "x"]));
  const texts = { label: "Word map", help: "", keyLabel: "Word", valueLabel: "Instead" };
  const page = onServer(<RowsEditor {...texts} value={value} disabled={false} onChange={() => undefined} />);
  expect(page.match(/aria-label="Remove Word/g)).toHaveLength(50);
});
