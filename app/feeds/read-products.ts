import { liveTexts } from "../catalog/live-texts.ts";
import { heldTextsOf } from "../catalog/translations/held-texts.ts";
import { parentMarketsOf } from "../catalog/translations/shop-languages.ts";
import type { ProductStatus, StoredFacts, StoredVariant, TextBody } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";
import { saysSame } from "../versions/says-same.ts";
import { type WrittenText, writtenForFeeds } from "../versions/written-for-feeds.ts";
import { pageOf } from "./page-of.ts";
import type { FeedProduct, FeedText } from "./row.ts";

/** What of a shop and a feed decides which texts its products have. */
export interface TextsWanted {
  shop: string;
  locale: string;
  /** number of the market, "" for none */
  market: string;
  channel: string;
  /** the shop's own language */
  primaryLocale: string;
  primaryDomain: string | null;
  contentTypes: readonly string[];
}

interface ProductRow {
  id: string;
  title: string;
  vendor: string;
  productType: string;
  handle: string;
  status: ProductStatus;
  descriptionHtml: string;
  bullets: string | null;
  seoTitle: string | null;
  seoDescription: string | null;
  addedTexts: string | null;
  facts: string;
  variants: string;
}

// What customers can buy: drafts and archived products are no offers.
const pageSql = `SELECT id, title, vendor, product_type AS "productType", handle, status, description_html AS "descriptionHtml",
    bullets, seo_title AS "seoTitle", seo_description AS "seoDescription", added_texts AS "addedTexts", facts, variants
  FROM products WHERE shop = @shop AND id > @after AND gone_at IS NULL AND status IN ('active', 'unlisted')
  ORDER BY id LIMIT @limit`;

/**
 * A page of a shop's products as a feed needs them, by id. A text is the channel's own one that was approved or published, else
 * what shoppers of the feed's language and market read, else the original.
 * @param page.after the last product of the page before, "" for the first one
 */
export function* readProducts(wanted: TextsWanted, page: { after: string; limit: number }): Steps<FeedProduct[]> {
  const { shop, locale, market, channel, primaryLocale } = wanted;
  const rows = yield* all<ProductRow>(pageSql, { shop, ...page });
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const held = yield* heldTextsOf({ shop, owners: ids });
  const written = yield* writtenForFeeds({ shop, productIds: ids, locale, market, channel });
  const parents = market === "" ? [] : ((yield* parentMarketsOf(shop)).get(market) ?? []);
  const markets = market === "" ? [""] : [market, ...parents, ""];
  const isPrimary = locale === primaryLocale;
  return rows.map((row) => {
    const facts = JSON.parse(row.facts) as StoredFacts;
    const live = liveTexts({ ...row, bullets: parsed(row.bullets), addedTexts: parsed(row.addedTexts), facts });
    const translated = markets.map((one) => held(row.id, { locale, market: one }));
    const ofProduct = written.get(row.id) ?? [];
    const texts = new Map<string, FeedText>();
    for (const contentType of wanted.contentTypes) {
      const own = ofProduct.find(
        (one) => one.channel === channel && channel !== "store" && one.contentType === contentType,
      );
      const translation = translated.find((one) => one.has(contentType))?.get(contentType);
      const original = live[contentType] ?? null;
      const text = own
        ? { body: own.body, by: own.by, from: "channel" as const }
        : readByShoppers({ translation, original, isPrimary });
      if (text !== null)
        texts.set(contentType, own ? (text as FeedText) : { ...text, by: authorOf(text.body, contentType, ofProduct) });
    }
    const handle = translated.find((one) => one.has("handle"))?.get("handle");
    return {
      id: row.id,
      title: row.title,
      vendor: row.vendor,
      productType: row.productType,
      handle: row.handle,
      status: row.status,
      category: facts.category,
      tags: facts.tags,
      attributes: facts.attributes.map(({ name, value }) => ({ name, value })),
      images: facts.images,
      url: pageOf({ facts, handle: typeof handle === "string" ? handle : row.handle }, wanted),
      variants: JSON.parse(row.variants) as StoredVariant[],
      texts,
    };
  });
}

function readByShoppers({
  translation,
  original,
  isPrimary,
}: {
  translation: TextBody | undefined;
  original: TextBody | null;
  isPrimary: boolean;
}): Omit<FeedText, "by"> | null {
  if (translation !== undefined) return { body: translation, from: "translation" };
  if (original === null) return null;
  return { body: original, from: isPrimary ? "live" : "source" };
}

/** A live text is the model's while it says what a version of the model's says; whatever else stands there a person wrote. */
function authorOf(body: TextBody, contentType: string, written: readonly WrittenText[]): FeedText["by"] {
  const isModels = written.some(
    (one) =>
      one.channel === "store" && one.by === "model" && one.contentType === contentType && saysSame(one.body, body),
  );
  return isModels ? "model" : "person";
}

function parsed<T>(json: string | null): T | null {
  return json === null ? null : (JSON.parse(json) as T);
}
