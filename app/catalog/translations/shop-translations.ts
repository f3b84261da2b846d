import type { ShopTranslation } from "../../db/schema/index.ts";
import { all, get, run, type Steps } from "../../db/steps.ts";
import type { TargetColumns } from "../../texts/target.ts";

/** The texts of one language and market that the shop holds, by the name of the slot, as Shopify stores them. */
export type ShopTranslations = Readonly<Record<string, ShopTranslation>>;

type Place = Pick<TargetColumns, "locale" | "market">;

const oneSql = `SELECT texts FROM shop_translations
  WHERE shop = @shop AND owner = @owner AND locale = @locale AND market = @market`;
const allSql = `SELECT locale, market, texts FROM shop_translations WHERE shop = @shop AND owner = @owner
  ORDER BY locale, market`;
const keepSql = `INSERT INTO shop_translations (shop, owner, locale, market, texts, read_at)
  VALUES (@shop, @owner, @locale, @market, @texts, @readAt)
  ON CONFLICT (shop, owner, locale, market) DO UPDATE SET texts = excluded.texts, read_at = excluded.read_at
    WHERE excluded.read_at >= shop_translations.read_at`;

/** What the shop held of a product (or another resource) for one language and market when it was last read. */
export function* shopTranslationsOf(input: { shop: string; owner: string; target: Place }): Steps<ShopTranslations> {
  const { shop, owner, target } = input;
  const { locale, market } = target;
  const row = yield* get<{ texts: string }>(oneSql, { shop, owner, locale, market });
  return row ? (JSON.parse(row.texts) as ShopTranslations) : {};
}

const manySql = `SELECT owner, texts FROM shop_translations WHERE shop = @shop AND locale = @locale AND market = @market
  AND owner IN (SELECT value FROM json_each(@owners))`;

/** The same of several products for one language and market, by their ids; one that the shop holds nothing for is not in it. */
export function* translationsOfProducts(input: {
  shop: string;
  owners: readonly string[];
  locale: string;
  /** default: everywhere */
  market?: string | undefined;
}): Steps<Map<string, ShopTranslations>> {
  const { shop, owners, locale, market = "" } = input;
  const rows = yield* all<{ owner: string; texts: string }>(manySql, {
    shop,
    locale,
    market,
    owners: JSON.stringify(owners),
  });
  return new Map(rows.map(({ owner, texts }) => [owner, JSON.parse(texts) as ShopTranslations]));
}

/** The same for all languages and markets of which it holds a text. */
export function* allShopTranslations(input: {
  shop: string;
  owner: string;
}): Steps<(Place & { texts: ShopTranslations })[]> {
  const { shop, owner } = input;
  const rows = yield* all<Place & { texts: string }>(allSql, { shop, owner });
  return rows
    .map(({ texts, ...place }) => ({ ...place, texts: JSON.parse(texts) as ShopTranslations }))
    .filter(({ texts }) => Object.keys(texts).length > 0);
}

/**
 * Keeps what was read, unless a reading that began later was kept already; no texts are kept as well, so that an earlier reading
 * does not bring them back.
 * @param input.readAt before Shopify was asked, in epoch ms
 */
export function* keepShopTranslations(input: {
  shop: string;
  owner: string;
  target: Place;
  texts: ShopTranslations;
  readAt: number;
}): Steps<void> {
  const { shop, owner, target, texts, readAt } = input;
  const { locale, market } = target;
  yield* run(keepSql, { shop, owner, locale, market, texts: JSON.stringify(texts), readAt });
}
