import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json" with { type: "json" };
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { WarningView } from "../../app/ui/product/product-detail-view.ts";
import { WarningsList } from "../../app/ui/product/warnings-list.tsx";

const now = Date.UTC(2026, 10, 28, 12);
const origin: WarningView = {
  code: "CONTRADICTED_FACT",
  severity: "block",
  description: 'desc says "Made in Italy", but Country of origin is "Portugal"',
  id: "a1",
  quote: "Made in Italy",
  fact: { name: "Country of origin", value: "Portugal", source: "attribute" },
  fix: { quote: "Made in Italy", with: "Made in Portugal" },
};

function markup(warnings: WarningView[], { canDecide = true } = {}): string {
  const events = { busy: false, onDecide: () => undefined, onUseFix: () => undefined };
  return renderToStaticMarkup(
    <AppProvider i18n={translations}>
      <WarningsList warnings={warnings} label="Description" now={now} events={canDecide ? events : undefined} />
    </AppProvider>,
  );
}

function words(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, " ");
}

describe("a finding in the product page's list", () => {
  it("of a contradiction shows both sides by name and offers the fact's words", () => {
    const html = markup([origin]);
    expect(words(html)).toContain('The description says "Made in Italy", but Country of origin is "Portugal".');
    expect(words(html)).toContain(
      "Your text Made in Italy Country of origin, from the product’s data Portugal Use the fact’s words Keep mine",
    );
    expect(html).toContain("Use the fact’s words: “Made in Portugal” instead of “Made in Italy”");
  });

  it("of a text that is too long says the limit; of an earlier release, what was stored", () => {
    const long: WarningView = {
      ...{ code: "EXCEED_LENGTH", severity: "warn", description: "desc exceeds length by 37 characters", id: "a2" },
    };
    const details = { kind: "too_long", chars: 37, limit: 155 } as const;
    expect(words(markup([{ ...long, details }]))).toContain("Too long · 37 characters too long, the limit is 155.");
    expect(words(markup([long]))).toContain("The description exceeds length by 37 characters.");
  });

  it("without words that put it right offers to keep the text only", () => {
    const shown = words(markup([{ ...origin, fix: null }]));
    expect(shown).toContain("Keep mine");
    expect(shown).not.toContain("Use the fact’s words");
  });

  it("that is kept tells who, when and why, and offers to take that back", () => {
    const decision = { by: "you", reason: "The label says so", at: now - 60_000 };
    const shown = words(markup([{ ...origin, decision }]));
    expect(shown).toMatch(/Kept The description says .* Kept by you .*: The label says so Take back/);
    expect(shown).not.toMatch(/Blocks|Keep mine|Use the fact’s words/);
  });

  it("that nobody can decide, of an earlier release, or where findings are only shown, offers nothing", () => {
    const { id: _, ...old } = origin;
    for (const html of [markup([{ ...origin, fixed: true }]), markup([old]), markup([origin], { canDecide: false })]) {
      expect(words(html)).toContain("Made in Italy");
      expect(html).not.toContain("<button");
    }
  });

  it("that is kept comes after those that are not", () => {
    const decision = { by: "you", reason: "", at: now };
    const light: WarningView = {
      code: "ALL_CAPS",
      severity: "warn",
      description: "desc is written in capitals",
      id: "b",
    };
    const shown = words(markup([{ ...origin, decision }, light]));
    expect(shown.indexOf("written in capitals")).toBeLessThan(shown.indexOf("Made in Italy"));
  });
});
