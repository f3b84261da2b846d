import { AppProvider } from "@shopify/polaris";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, it } from "vitest";
import { createWords } from "../../app/i18n/create-words.ts";
import { loadCatalog } from "../../app/i18n/load-catalog.ts";
import { uiLocales } from "../../app/i18n/locales.ts";
import {
  ContentStateBadge,
  contentStates,
  ItemStatusBadge,
  JobStatusBadge,
  ProductStatusBadge,
  VersionStateBadge,
} from "../../app/ui/badges.tsx";
import { Moment } from "../../app/ui/moment.tsx";

async function said(badges: ReactNode, locale: (typeof uiLocales)[number]): Promise<string> {
  const words = createWords(locale, await loadCatalog(locale));
  const page = <I18nextProvider i18n={words}>{badges}</I18nextProvider>;
  return renderToStaticMarkup(<AppProvider i18n={{}}>{page}</AppProvider>)
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const some = (
  <>
    <ContentStateBadge state="needs_review" />
    <ContentStateBadge state="published" />
    <VersionStateBadge version={{ state: "published", origin: "undo" }} />
    <ProductStatusBadge status="active" gone />
    <ItemStatusBadge status="paused" />
    <Moment at={0} now={3 * 3_600_000} />
  </>
);

it("states are said in the reader's language", async () => {
  expect(await said(some, "en")).toBe("To review Live Put back Deleted in Shopify Paused 3 hours ago");
  expect(await said(some, "de")).toBe("Zu prüfen Live Zurückgesetzt In Shopify gelöscht Pausiert vor 3 Stunden");
  expect(await said(some, "ja")).toBe("確認待ち 公開中 元に戻し済み Shopifyで削除済み 一時停止中 3 時間前");
});

it("no two states of a product's texts look and read alike", async () => {
  for (const locale of uiLocales) {
    const all = await Promise.all(contentStates.map((state) => said(<ContentStateBadge state={state} />, locale)));
    expect(new Set(all).size).toBe(contentStates.length);
  }
});

it("a run that met nothing but conflicts asks for decisions", async () => {
  const job = { status: "failed", failed: 0, conflict: 2 } as const;
  expect(await said(<JobStatusBadge job={job} />, "en")).toContain("Conflict");
  expect(await said(<JobStatusBadge job={{ ...job, failed: 1 }} />, "en")).toContain("Failed");
});
