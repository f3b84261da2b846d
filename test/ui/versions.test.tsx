import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it } from "vitest";
import { createWords } from "../../app/i18n/create-words.ts";
import { loadCatalog } from "../../app/i18n/load-catalog.ts";
import { Losses } from "../../app/ui/losses.tsx";
import { ChangedElsewhere } from "../../app/ui/product/changed-elsewhere.tsx";
import { type HistoryListProps, Versions } from "../../app/ui/product/history-list.tsx";
import { LostTexts } from "../../app/ui/product/lost-texts.tsx";
import type { VersionView } from "../../app/ui/product/product-detail-view.ts";
import { VersionComparison } from "../../app/ui/product/version-comparison.tsx";
import { lostBySaving } from "../../app/ui/what-is-lost.ts";

const html = (node: ReactNode) => renderToStaticMarkup(<AppProvider i18n={en}>{node}</AppProvider>);
const words = (node: ReactNode) =>
  html(node)
    .replace(/<(del|ins)>/g, "[$1 ")
    .replace(/<\/(?:del|ins)>/g, "]")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
const nothing = () => undefined;
const now = 1_790_000_000_000;
const type = { name: "desc", label: "Description", limitChars: null, kind: "html" } as const;
const older: VersionView = {
  id: "older", state: "superseded", origin: "generated", body: "<p>Red cotton lamp.</p>", warnings: [], blocked: false,
  evidence: [], model: "small", createdAt: now - 3_600_000, publishedAt: null,
  cost: { tokensIn: 812, tokensOut: 240, costNanos: 1_200_000, texts: 5 },
}; // biome-ignore format: a row
const newer: VersionView = { ...older, id: "newer", state: "draft", body: "<p>Red linen lamp.</p>", cost: undefined };

describe("an earlier version", () => {
  const list = (changes: Partial<HistoryListProps>) => (
    <Versions type={type} versions={[newer, older]} lang="en" now={now} {...changes} />
  );

  it("shows what it cost, and can be compared, restored and edited", () => {
    const shown = words(list({ live: "<p>Lamp.</p>", onReuse: nothing, onRestore: nothing }));
    expect(shown).toContain("Cost $0.0012 together with 4 other texts (812 tokens in, 240 out)");
    expect(shown.match(/Compare/g)).toHaveLength(2);
    // The draft need not be restored.
    expect(shown.match(/Restore as a draft/g)).toHaveLength(1);
    expect(shown.match(/Edit from this version/g)).toHaveLength(2);
    expect(shown).not.toContain("Copy");
  });

  it("is shown beside the live text, with what differs by words and what it drops", () => {
    const live = '<p style="color:red">Red silk lamp.</p><img src="https://x.example/a.jpg" alt="Chart">';
    const shown = words(
      <VersionComparison type={type} version={older} versions={[newer, older]} live={live} lang="en" now={now} />,
    );
    expect(shown).toContain("The live text");
    expect(shown).toContain("Red [del silk][ins cotton] lamp.");
    expect(shown).toContain("This version drops 1 image.");
    expect(shown).toContain("Formatting of the live text is lost: 1 style.");
    expect(shown).toContain("Draft, written 1 hour ago");
  });

  it("without a place is compared with the versions beside it", () => {
    const shown = words(
      <VersionComparison type={type} version={older} versions={[newer, older]} lang="en" now={now} />,
    );
    expect(shown).not.toContain("The live text");
    expect(shown).toContain("Red [del linen][ins cotton] lamp.");
  });
});

it("kept texts can be read, compared and copied, but not restored", () => {
  const kept = { contentType: "care", label: "Care guide", locale: "de", html: true, history: [newer, older] };
  expect(words(<LostTexts texts={[kept]} now={now} />)).toMatch(/Kept texts .* Care guide 2 versions/);
  const versions = <Versions type={type} versions={kept.history} lang="de" now={now} copies />;
  expect(words(versions)).toContain("Red cotton lamp.");
  expect(words(versions)).toMatch(/Compare Copy/);
  // No other text took its place.
  expect(words(versions)).toContain("Set aside");
  expect(words(versions)).not.toMatch(/Restore as|Edit from|Replaced|Gave way/);
  expect(html(versions)).toContain('lang="de"');
});

it("whoever edits a live text is told what saving takes from it", () => {
  const live = '<p class="big" style="color:red">A lamp.</p><img src="https://x.example/a.jpg" alt="Chart">';
  const told = (edit: string) => words(<Losses change={lostBySaving(type, live, edit)} />);
  expect(told(live)).toContain("Formatting of the live text is lost: 1 class and 1 style.");
  expect(told(live)).not.toContain("drops");
  expect(told('<p class="big">A lamp.</p>')).toContain("The new text drops 1 image.");
});

it("an edit whose text was changed meanwhile is shown beside the newer one", async () => {
  const catalog = createWords("en", await loadCatalog("en"));
  const shown = (theirs: string | null) =>
    words(
      <I18nextProvider i18n={catalog}>
        <ChangedElsewhere
          {...{ type, theirs, lang: "en" }}
          mine="<p>Red silk lamp.</p>"
          onMine={nothing}
          onTheirs={nothing}
        />
      </I18nextProvider>,
    );
  expect(shown("<p>Red linen lamp.</p>")).toMatch(
    /As it is now .*Red linen lamp\..*Yours, .*Red \[del linen\]\[ins silk\] lamp\..*Use mine.*Use theirs/,
  );
  expect(shown(null)).toMatch(/rejected or removed.*Use mine.*Discard mine/);
});
