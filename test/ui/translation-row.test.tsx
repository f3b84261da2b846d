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

function row(change: Partial<TranslationView> = {}, market: { id: string; name: string } | null = null): string {
  return renderToStaticMarkup(
    <AppProvider i18n={translations}>
      <TranslationRow
        text={{ ...text, ...change }}
        market={market}
        {...{ productId: "1", locale: "de", language: "German", dir: "ltr", sourceLocale: "en" }}
        {...{ sourceLanguage: "English", busy: false, begun: null, now: 2 }}
        {...{ onEdit: nothing, onApprove: nothing, onReject: nothing, onResolve: nothing, onFacts: nothing }}
      />
    </AppProvider>,
  );
}

function buttons(...of: Parameters<typeof row>): string[] {
  const html = row(...of);
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

const swiss = { id: "31", name: "Switzerland" };
const general = { body: "Farbe", from: "locale" as const, market: "" };
const inMarket = { reads: general, otherwise: general, general: "Farbe", isBehind: false };

it("in a market a text of its own can give way to the general one, and where there is none that one is read", () => {
  const own = {
    newest: null,
    live: "Farbton",
    inMarket: { ...inMarket, reads: { ...general, from: "market" as const } },
  };
  expect(buttons(own, swiss)).toEqual(["Edit option “Color”", "Use the general text option “Color”"]);
  const without = { newest: null, live: null, inMarket };
  expect(buttons(without, swiss)).toEqual(["Write one for Switzerland option “Color”"]);
  expect(row(without, swiss)).toContain("Shoppers in Switzerland read the general text.");
  expect(row(without, swiss)).toContain("As everywhere");
  expect(row(without, swiss)).toContain(">Farbe<");
});

it("a draft that says the same as the general text is told to be kept nowhere", () => {
  expect(row({ inMarket }, swiss)).toContain("Same as the general text: nothing to keep for Switzerland.");
  expect(row({ newest: { ...draft, body: "Farbton" }, inMarket }, swiss)).not.toContain("nothing to keep");
  const above = { body: "Farbe", from: "parent" as const, market: "Europe" };
  const below = { inMarket: { reads: above, otherwise: above, general: "Kolorit", isBehind: false } };
  expect(row(below, swiss)).toContain("Same as the text for Europe: nothing to keep for Switzerland.");
});

it("a draft that a check blocks can be approved anyway", () => {
  expect(buttons({ newest: { ...draft, blocked: true } })).toContain("Approve anyway option “Color”");
});

it("a market's own text says that the general one has changed since", () => {
  const own = { newest: null, live: "Farbton", inMarket: { ...inMarket, isBehind: true } };
  expect(row(own, swiss)).toContain("General text changed");
  expect(row({ ...own, inMarket }, swiss)).not.toContain("General text changed");
});

it("an original in another language than the shop's says so", () => {
  expect(row({ writtenIn: "Dutch" })).toContain("This original seems to be in Dutch, not in English.");
  expect(row()).not.toContain("seems to be in");
});

it("what is not translated can stay the same, everywhere and not in a market alone", () => {
  const missing = { newest: null, live: null };
  expect(buttons(missing)).toEqual(["Translate by hand option “Color”", "Stays the same option “Color”"]);
  expect(buttons({ ...missing, inMarket }, swiss).join()).not.toContain("Stays the same");
  expect(buttons({ newest: null, live: "Farbe" }).join()).not.toContain("Stays the same");
});

it("what every language writes alike is not missing", () => {
  const missing = { newest: null, live: null, source: "183 × 61 cm" };
  expect(row(missing)).toContain('data-state="missing"');
  const alike = row({ ...missing, isAlike: true });
  expect(alike).toContain('data-state="alike"');
  expect(alike).toContain("Needs no translation.");
  expect(alike).not.toContain("Missing");
});
