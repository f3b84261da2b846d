import { AppProvider } from "@shopify/polaris";
import en from "@shopify/polaris/locales/en.json" with { type: "json" };
import { expect, it } from "vitest";
import { LiveCard } from "../../app/ui/product/live-card.tsx";
import type { TextView, VersionView } from "../../app/ui/product/product-detail-view.ts";
import type { ContentTypeView } from "../../app/ui/text-body.ts";
import { markupIn, wordsOfMarkup } from "./dock/in-words.tsx";

const now = 1_790_000_000_000;
const hour = 3_600_000;
const version: VersionView = {
  id: "v", state: "published", origin: "generated", body: "A lamp", warnings: [], blocked: false, evidence: [], model: null,
  createdAt: now - 3 * hour, publishedAt: now - 2 * hour, decidedAt: now - 3 * hour,
}; // biome-ignore format: a row

function aText(name: string, more: Partial<TextView> = {}, type: Partial<ContentTypeView> = {}): TextView {
  return {
    type: { name, label: name, limitChars: null, kind: "line", published: true, wanted: true, ...type },
    ...{ live: "A lamp", newest: null, approved: null, history: [], stale: false, conflict: null },
    ...more,
  };
}

async function words(texts: TextView[]): Promise<string> {
  const card = (
    <AppProvider i18n={en}>
      <LiveCard texts={texts} now={now} />
    </AppProvider>
  );
  return wordsOfMarkup(await markupIn("en", card));
}

it("of a product's texts those count that the shop wants", async () => {
  const texts = [aText("title"), aText("desc", { live: null }), aText("bullets", { live: null }, { wanted: false })];
  const said = await words([...texts, aText("faq", {}, { published: false })]);
  expect(said).toContain("Online store: 1 of 2 texts");
  expect(said).toContain("Missing: desc");
});

it("what was put back is not called published", async () => {
  expect(await words([aText("desc", { history: [version] })])).toContain("Last published 2 hours ago");
  const undone = { ...version, state: "superseded", decidedAt: now - hour } as const;
  const back = { ...version, id: "u", origin: "undo", publishedAt: now - hour } as const;
  expect(await words([aText("desc", { history: [back, undone] })])).toContain("Put back 1 hour ago");
  // Nothing stood there before: the undo left nothing that could be a version.
  expect(await words([aText("desc", { live: null, history: [undone] })])).toContain("Put back 1 hour ago");
  // Published over an older one of its own.
  const older = { ...version, id: "o", state: "superseded", publishedAt: now - 5 * hour } as const;
  expect(await words([aText("desc", { history: [version, older] })])).toContain("Last published 2 hours ago");
});
