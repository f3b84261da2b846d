import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { severityOf } from "../../app/ui/rules/check-names.ts";
import { DryRunPanel } from "../../app/ui/rules/dry-run-panel.tsx";

const counts = {
  ...{ marked: 2, live: 8, blocked: 1, drafts: 4, written: 3, uncounted: [] },
  examples: { marked: [], blocked: [] },
};

function shown(state: Partial<Parameters<typeof DryRunPanel>[0]>): string {
  const given = { changed: true, counts: null, counting: false, failed: false, problem: null, onShow: () => {} };
  return renderToStaticMarkup(
    <AppProvider i18n={en}>
      <DryRunPanel {...given} {...state} />
    </AppProvider>,
  ).replace(/<style.*?<\/style>/gs, "");
}

it("a count says that it is under way before there is a figure, and once more while there are older ones", () => {
  const first = shown({ counting: true });
  expect(first).toContain('aria-busy="true"');
  expect(first).toContain('<span role="status">Counting…</span>');
  expect(first).not.toContain("–");
  expect(shown({ counting: true, counts })).toContain("Counting…");
  expect(shown({ counts })).not.toContain("Counting…");
});

it("a count that has no answer says so", () => {
  const told = shown({ failed: true, problem: "The network is away." });
  expect(told).toContain('<span role="status">This could not be counted.</span>');
  expect(told).toContain("The network is away.");
  expect(told).toContain('aria-busy="false"');
});

it("what a word that is never said does follows the check's severity in the form", () => {
  expect(severityOf({}, "FORBIDDEN_WORD")).toBe("block");
  expect(severityOf({ checks: { FORBIDDEN_WORD: "off", ALL_CAPS: "block" } }, "FORBIDDEN_WORD")).toBe("off");
  expect(severityOf({ checks: { FORBIDDEN_WORD: "loud" } }, "FORBIDDEN_WORD")).toBe("block");
});
