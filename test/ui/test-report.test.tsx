import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type ModelTestView, TestReport } from "../../app/ui/settings/test-report.tsx";

const test: ModelTestView = {
  model: "gpt-5-mini",
  ok: true,
  lines: [
    { what: "server", state: "works", says: "Answers." },
    { what: "pictures", state: "limited", says: "Takes none." },
    { what: "batches", state: "untried", says: "Not asked." },
  ],
  tookMs: 1_240,
  calls: 2,
  tokens: 1_312,
  costNanos: 2_100_000,
};

function shown(changes: Partial<ModelTestView> = {}): string {
  const report = (
    <AppProvider i18n={en}>
      <TestReport test={{ ...test, ...changes }} />
    </AppProvider>
  );
  return renderToStaticMarkup(report)
    .replace(/<style.*?<\/style>/gs, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
}

describe("the report of a test", () => {
  it("tells line by line what works, what does in another way and what was not tried", () => {
    expect(shown()).toMatch(
      /gpt-5-mini can write texts.*Works.*Server and key: .*Limited.*Pictures: .*Not tried.*Half-price runs: /,
    );
  });
  it("tells what it took and cost, and does not call an unknown cost nothing", () => {
    expect(shown()).toContain("took 1.2 s and cost $0.0021 (2 answers, 1,312 tokens)");
    expect(shown({ costNanos: null })).toContain("took 1.2 s (2 answers, 1,312 tokens).");
    expect(shown({ calls: 0, costNanos: 0 })).toContain("cost nothing");
  });
  it("tells that a model cannot be used", () => {
    expect(shown({ ok: false, lines: [{ what: "model", state: "fails", says: "No such model." }] })).toMatch(
      /gpt-5-mini cannot be used yet.*Fails.*Model: /,
    );
  });
});
