import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json" with { type: "json" };
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { HomeData } from "../../app/ui/home/home-view.ts";
import { NextCard } from "../../app/ui/home/next-card.tsx";
import { SetupCard } from "../../app/ui/home/setup-card.tsx";
import type { SetupView } from "../../app/ui/home/setup-view.ts";
import { WeekCard } from "../../app/ui/home/week-card.tsx";

const none = {
  missing: 0, review: 0, approved: 0, thin: 0, live: 0, outdated: 0, duplicate: 0, contradicted: 0, found: 0,
}; // biome-ignore format: a table
const states = { needs_review: 0, warned: 0, blocked: 0, conflict: 0, approved: 0, published: 0 };
const gap = { text: "description", label: null, counts: { ...none, missing: 422 } };
const now = Date.UTC(2026, 10, 29, 12);
const nothing = () => undefined;

function home(given: Partial<HomeData> = {}, some: Partial<typeof states> = {}): HomeData {
  return {
    imported: true, importedAt: now, importing: null, newWithoutTexts: 0, failed: 0, waitingItems: 0, stopped: null, pace: null, running: [],
    perProduct: { credits: 1, ms: 400 }, paused: null, onTop: { pauses: [], outages: [], workerAlive: true, now }, observation: null, now,
    week: { published: 312, undone: 2, unchanged: 313, reviewed: 344, spentNanos: 4_100_000_000, capNanos: 20_000_000_000, credits: 2_814, granted: 5_000 },
    catalogue: { onSale: 1_000, texts: [gap], anyText: none, states: { ...states, ...some }, checking: false }, setup: null, canSetUp: false,
    ...given,
  }; // biome-ignore format: a table
}

function words(card: ReactNode): string {
  const html = renderToStaticMarkup(<AppProvider i18n={translations}>{card}</AppProvider>);
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

const next = (data: HomeData) => words(<NextCard data={data} onImport={nothing} busy={false} problem={null} />);

it.each([
  ["nothing is imported", home({ imported: false }), "Import your catalogue", "Import catalogue"],
  ["the import runs", home({ imported: false, importing: { runId: "1", done: 3_120, total: 5_071, stopped: null } }), "3,120 of about 5,071. You can leave this page.", "Reading your products"],
  ["the import stopped", home({ importing: { runId: "1", done: 3_120, total: 5_071, stopped: { again: now } } }), "The import stopped at 3,120 products.", "Try now"],
  ["descriptions are missing", home(), "422 products have no description", "422 credits, about 3 min. Write 422 descriptions…"],
  ["a review was left", home({ stopped: { at: 11, of: 128, when: now - 86_400_000 }, pace: 10_000 }, { needs_review: 77, warned: 40 }), "117 products are left to review", "You stopped yesterday at 11 of 128. 77 have no findings. About 20 minutes at your pace. Continue reviewing"],
  ["texts are approved", home({}, { approved: 93 }), "93 products are ready to publish", "Publish 93…"],
  ["writing is paused", home({ paused: "model_key", waitingItems: 212 }), "Writing is paused: the key of your model was refused", "212 products wait. Nothing is lost. Check the key"],
  ["nothing waits", home({ catalogue: { ...home().catalogue, texts: [] } }), "Nothing waits for you", "New products appear here."],
])("when %s Home says so, with what to press", (_when, data, heading, rest) => {
  expect(next(data)).toContain(heading);
  expect(next(data)).toContain(rest);
}); // biome-ignore format: a table

it("what else waits stands below, each in a sentence with its button", () => {
  const said = next(home({ failed: 1, newWithoutTexts: 34 }, { needs_review: 1, conflict: 4, approved: 93 }));
  expect(said).toContain(
    "4 products changed in Shopify after yours were written. Nothing was overwritten. Decide 4 conflicts",
  );
  expect(said).toContain("1 product could not be done and can be tried again. Show why");
  expect(said).toContain("93 products are approved and not published yet. Publish 93…");
  expect(said).toContain("34 new products came in during the last week without a description.");
});

it("the last week is told in figures with their units", () => {
  const said = words(<WeekCard week={home().week} />);
  for (const figure of [
    "312 products, 2 undone",
    "91% of 344 texts reviewed",
    "$4.10 cap $20.00 a day",
    "2,814 of 5,000",
  ]) {
    expect(said).toContain(figure);
  }
});

it("the steps of a first run tick themselves off, and the first open one has the dark button", () => {
  const setup: SetupView = {
    imported: true, connected: false, seen: false, started: false, products: 5_071, model: null, creditsEach: 1, samples: [], others: 0,
  }; // biome-ignore format: a table
  const card = (given: Partial<SetupView>) => (
    <SetupCard
      setup={{ ...setup, ...given }}
      data={home()}
      busy={false}
      problem={null}
      onImport={nothing}
      onSamples={nothing}
      onHide={nothing}
    />
  );
  expect(words(card({}))).toContain("1 of 4 done");
  expect(words(card({}))).toContain("5,071 products. Nothing in your store was changed.");
  const dark = (given: Partial<SetupView>) =>
    renderToStaticMarkup(<AppProvider i18n={translations}>{card(given)}</AppProvider>).match(/variantPrimary/g) ?? [];
  expect(dark({})).toHaveLength(1);
  expect(dark({ imported: false })).toHaveLength(1);
  expect(dark({ connected: true, seen: true })).toHaveLength(1);
  expect(words(card({ connected: true, seen: true }))).toContain("Write 422 descriptions…");
});
