import { AppProvider } from "@shopify/polaris";
import translations from "@shopify/polaris/locales/en.json" with { type: "json" };
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ContentTypesPage } from "../../app/ui/content-types/content-types-page.tsx";
import { nameOfLabel, type TypeRowView } from "../../app/ui/content-types/type-view.ts";
import type { VersionView } from "../../app/ui/product/product-detail-view.ts";
import { TextCard } from "../../app/ui/product/text-card.tsx";

const nothing = () => undefined;

function html(page: ReactNode): string {
  return renderToStaticMarkup(<AppProvider i18n={translations}>{page}</AppProvider>);
}

describe("the page of content types", () => {
  const title: TypeRowView = {
    name: "title",
    label: "Title",
    kind: "title",
    place: "Title of the product",
    added: null,
    published: true,
    wanted: true,
  };
  const care: TypeRowView = {
    name: "care",
    label: "Care",
    kind: "rich",
    place: "Metafield custom.care",
    added: { task: "", limitChars: null },
    published: false,
    wanted: false,
  };
  const shown = html(
    <ContentTypesPage
      types={[title, care]}
      notices={null}
      choices={null}
      busy={false}
      problem="not shown before a dialog was sent"
      errors={{}}
      onFields={nothing}
      onAdd={nothing}
      onChange={nothing}
      onPublished={nothing}
      onRemove={nothing}
      onWanted={nothing}
    />,
  );

  it("shows where each text is kept, and lets only what the shop added be changed or removed", () => {
    expect(shown).toContain("One line · Title of the product");
    expect(shown).toContain("Text with formatting · Metafield custom.care");
    expect(shown.match(/aria-label="(Edit|Remove) [^"]+"/g)).toEqual([
      'aria-label="Edit Care"',
      'aria-label="Remove Care"',
    ]);
    expect(shown).not.toContain("not shown before");
  });

  it("ticks what is wanted, and what is published", () => {
    const ticks = [...shown.matchAll(/aria-checked="(true|false)"/g)].map(([, tick]) => tick);
    expect(ticks).toEqual(["true", "true", "false", "false"]);
  });
});

it("a name is made of a label as a metafield's key can be", () => {
  expect(["How to use", "Pflege & Wäsche", "3 steps", "Größe", "使い方"].map(nameOfLabel)).toEqual([
    "how_to_use",
    "pflege_wasche",
    "steps",
    "grosse",
    "",
  ]);
});

it("an approved text of a type that is not published stays here, and is marked so", () => {
  const version: VersionView = {
    id: "v",
    state: "approved",
    origin: "generated",
    body: "Wash cold.",
    warnings: [],
    blocked: false,
    evidence: [],
    model: "m",
    createdAt: 1,
    publishedAt: null,
  };
  const card = (published: boolean) =>
    html(
      <TextCard
        productId="1"
        onFacts={nothing}
        text={{
          type: { name: "care", label: "Care", limitChars: null, kind: "text", published },
          live: null,
          newest: version,
          approved: version,
          history: [version],
          stale: false,
          conflict: null,
        }}
        lang="en"
        now={2}
        editing={null}
        locks={{ all: false, generate: false, publish: false }}
        events={{
          onEdit: nothing,
          onGenerate: nothing,
          onApprove: nothing,
          onReject: nothing,
          onDecide: nothing,
          onUseFix: nothing,
          onChoose: nothing,
          onPublish: nothing,
          onRestore: nothing,
          onResolve: nothing,
        }}
      />,
    );
  expect(card(true)).toContain('aria-label="Publish care"');
  expect(card(true)).not.toContain("stays here");
  expect(card(false)).not.toContain('aria-label="Publish care"');
  expect(card(false)).toContain("The approved text stays here");
});
