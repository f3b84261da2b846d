import type { i18n } from "i18next";
import { readShop } from "../../catalog/read-shop.ts";
import { shopLocalesOf, shopMarketsOf } from "../../catalog/translations/shop-languages.ts";
import type { AppContext } from "../../context.server.ts";
import { type Feed, type FeedRun, listFeedRuns, listFeeds } from "../../feeds/feed.ts";
import { addressKeyOf } from "../../feeds/feed-address.ts";
import { findTemplate, listOwnTemplates } from "../../feeds/own-templates.ts";
import { problemCodes } from "../../feeds/row.ts";
import { jobOfFeed } from "../../feeds/start-feed.ts";
import { shippedTemplates } from "../../feeds/templates/all-templates.ts";
import { english } from "../../i18n/words-of.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { FeedTemplateView, FeedView } from "../../ui/feeds/feed-view.ts";
import { readShopNotices } from "../shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock" | "sealer" | "config">;

/** All that the page of feeds shows. @param words in the reader's language; English where nobody said */
export async function readFeedsPage(deps: Deps, shop: ShopDomain, words?: i18n) {
  const { db, clock } = deps;
  const { t } = words ?? (await english());
  const row = await readShop(deps, shop);
  const locales = (await db.do(shopLocalesOf(shop)))
    .filter(({ state }) => state !== "gone")
    .map(({ locale }) => locale);
  const markets = (await db.do(shopMarketsOf(shop))).filter(({ active }) => active);
  const feeds: FeedView[] = [];
  for (const feed of await db.do(listFeeds(shop))) feeds.push(await viewOf(deps, shop, feed, t));
  return {
    feeds,
    templates: await templatesOf(deps, shop),
    locales: locales.length > 0 ? locales : [row?.primaryLocale ?? "en"],
    markets: markets.map(({ id, name, countries }) => ({ id, name, countries })),
    currency: row?.currency ?? "",
    now: clock.now(),
    notices: await readShopNotices(deps, shop),
  };
}

async function viewOf({ db, sealer, config }: Deps, shop: ShopDomain, feed: Feed, t: i18n["t"]): Promise<FeedView> {
  const template = await db.do(findTemplate(shop, feed.template));
  const run = (await db.do(listFeedRuns(shop, feed.id))).find(({ finishedAt }) => finishedAt !== null);
  const key = addressKeyOf(sealer, feed);
  const extension = feed.file?.name.slice(feed.file.name.indexOf(".") + 1);
  const plain = feed.name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .toLowerCase();
  return {
    id: feed.id,
    name: feed.name,
    template: feed.template,
    templateName: template?.name ?? null,
    choices: feed.choices,
    dailyAt: feed.dailyAt,
    address: key === null ? null : `${config.SHOPIFY_APP_URL}/feeds/${key}`,
    fetchedAt: feed.fetchedAt,
    isMaking: (await db.do(jobOfFeed(shop, feed.id))) !== null,
    run: run ? runView(run, t) : null,
    fileName: extension === undefined ? null : `${plain || "feed"}.${extension}`,
  };
}

function runView(run: FeedRun, t: i18n["t"]): FeedView["run"] {
  const reasons = Object.entries(run.reasons).sort(([, a], [, b]) => b - a);
  return {
    id: run.id,
    at: run.finishedAt ?? run.startedAt,
    rows: run.rows,
    leftOut: run.leftOut,
    untranslated: run.untranslated,
    reasons: reasons.map(([code, count]) => ({ code, words: reasonWords(t, code), count })),
  };
}

/** Why rows are left out, with what to do about it. */
function reasonWords(t: i18n["t"], code: string): string {
  const known = problemCodes.find((one) => one === code);
  return known ? t(`answers:feeds.reason.${known}`) : code;
}

async function templatesOf({ db }: Pick<Deps, "db">, shop: ShopDomain): Promise<FeedTemplateView[]> {
  const shipped = [...shippedTemplates].map(([id, { name, settings }]) => ({ id, name, settings }));
  const own: FeedTemplateView[] = [];
  for (const { id, name } of await db.do(listOwnTemplates(shop))) {
    const template = await db.do(findTemplate(shop, id));
    if (template) own.push({ id, name, settings: template.settings });
  }
  return [...shipped, ...own];
}
