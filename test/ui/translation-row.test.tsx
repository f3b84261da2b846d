import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { TranslationView } from "../../app/ui/languages/editor-view.ts";
import { TranslationRow } from "../../app/ui/languages/translation-row.tsx";

const draft: NonNullable<TranslationView["newest"]> = {
  ...{ id: "v1", state: "draft", origin: "generated", body: "Farbe", warnings: [], blocked: false, evidence: [] },
  ...{ model: null, createdAt: 1, publishedAt: null },
};
const text: TranslationView = {
  type: { name: "ProductOption/7.name", label: "Option “Color”", limitChars: null, kind: "line" },
  ...{ source: "Color", sourceBefore: null, live: null, newest: draft, approved: null, history: [] },
  ...{ stale: false, conflict: null },
};
const nothing = () => undefined;

function buttons(change: Partial<TranslationView> = {}): string[] {
  const html = renderToStaticMarkup(
    <AppProvider i18n={translations}>
      <TranslationRow
        text={{ ...text, ...change }}
        {...{ productId: "1", locale: "de", language: "German", dir: "ltr", sourceLocale: "en" }}
        {...{ sourceLanguage: "English", busy: false, begun: null, now: 2 }}
        {...{ onEdit: nothing, onApprove: nothing, onReject: nothing, onResolve: nothing, onFacts: nothing }}
      />
    </AppProvider>,
  );
  return [...html.matchAll(/<button[^>]*aria-label="([^"]*)"/g)].map(([, label = ""]) => label);
}

it("an option's draft is edited, approved and rejected beside its original", () => {
  expect(buttons()).toEqual(["Edit option “Color”", "Approve option “Color”", "Reject option “Color”"]);
});

it("a text whose original is gone is only rejected; one that waits for nobody has nothing to reject", () => {
  expect(buttons({ source: null })).toEqual(["Reject option “Color”"]);
  expect(buttons({ source: null, newest: null, live: "Farbe" })).toEqual([]);
  expect(buttons({ newest: null, live: "Farbe" })).toEqual(["Edit option “Color”"]);
});
