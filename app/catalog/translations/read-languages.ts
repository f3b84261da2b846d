import type { Db } from "../../db/open.ts";
import { all, manyOf, type Params, run, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { isOperationalError } from "../../lib/errors.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { type MarketNode, readMarkets, readShopLocales, shopOverview } from "../../shopify/operations/index.ts";
import { numberOf } from "../bulk-line.ts";
import { parentsOf } from "./inherited-markets.ts";

interface ReadLocale {
  locale: string;
  isPrimary: boolean;
  published: boolean;
  reachable: boolean;
}

type ReadMarket = ReturnType<typeof marketOf> & { parents: string[] };

/**
 * Reads the languages and markets of a shop and keeps them. A language that Shopify no longer lists is kept as gone, with the
 * texts that were written for it. A shop that did not grant the app to read markets keeps those that are known, and each of
 * its languages counts as reachable.
 * @throws OperationalError of the Admin API
 */
export async function readLanguages(
  { db, clock, admin }: { db: Db; clock: Clock; admin: AdminApi },
  { shop, signal }: { shop: ShopDomain; signal?: AbortSignal | undefined },
): Promise<void> {
  const options = signal ? { signal } : {};
  const locales = await readLocales(admin, options);
  const markets = await unlessDenied(() => readAllMarkets(admin, options));
  await db.transact({ shop }, function* () {
    yield* keepLocales(shop, locales, clock.now());
    if (markets) yield* keepMarkets(shop, markets);
  });
}

async function readLocales(admin: AdminApi, options: { signal?: AbortSignal }): Promise<ReadLocale[]> {
  const read = await unlessDenied(() => admin.run(readShopLocales, {}, options));
  const { shopLocales } = read ?? (await admin.run(shopOverview, {}, options));
  return shopLocales.map((one) => ({
    locale: one.locale,
    isPrimary: one.primary,
    published: one.published,
    reachable:
      "marketWebPresences" in one && Array.isArray(one.marketWebPresences) ? one.marketWebPresences.length > 0 : true,
  }));
}

/** @returns null when a scope is missing */
async function unlessDenied<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (isOperationalError(error) && error.code === "shopify_scope") return null;
    throw error;
  }
}

async function readAllMarkets(admin: AdminApi, options: { signal?: AbortSignal }): Promise<ReadMarket[]> {
  const found: ReturnType<typeof marketOf>[] = [];
  for (let after: string | null = null; ; ) {
    const variables: { after: string | null } = { after };
    const { markets } = await admin.run(readMarkets, variables, options);
    found.push(...markets.nodes.map(marketOf));
    const { hasNextPage, endCursor } = markets.pageInfo;
    if (!hasNextPage || !endCursor) break;
    after = endCursor;
  }
  return found.map((market) => ({ ...market, parents: parentsOf(market, found) }));
}

function marketOf({ id, name, handle, status, conditions, webPresences }: MarketNode) {
  const addresses = webPresences.nodes.map(({ defaultLocale, alternateLocales }) =>
    [defaultLocale, ...alternateLocales].map(({ locale }) => locale),
  );
  return {
    id: numberOf(id),
    name,
    handle,
    active: status === "ACTIVE",
    countries: (conditions?.regionsCondition?.regions.nodes ?? []).flatMap(({ code }) => code ?? []),
    locales: [...new Set(addresses.flat())],
  };
}

const knownLocalesSql = `SELECT locale, is_primary AS isPrimary, published, reachable, position, gone_at AS goneAt
  FROM shop_locales WHERE shop = @shop`;
const putLocaleSql = `INSERT INTO shop_locales (shop, locale, is_primary, published, reachable, position)
  VALUES (@shop, @locale, @isPrimary, @published, @reachable, @position)
  ON CONFLICT (shop, locale) DO UPDATE SET is_primary = excluded.is_primary, published = excluded.published,
    reachable = excluded.reachable, position = excluded.position, gone_at = NULL`;
const goneSql = `UPDATE shop_locales SET is_primary = 0, gone_at = @now
  WHERE shop = @shop AND locale = @locale AND gone_at IS NULL`;

function* keepLocales(shop: ShopDomain, locales: readonly ReadLocale[], now: number): Steps<void> {
  const known = yield* all<{ locale: string; goneAt: number | null }>(knownLocalesSql, { shop });
  const before = new Map(known.map(({ goneAt, ...row }) => [row.locale, goneAt === null ? JSON.stringify(row) : ""]));
  // The primary one first, the others in Shopify's order.
  const ordered = [...locales].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
  const rows = ordered.map((one, position) => ({
    locale: one.locale,
    isPrimary: Number(one.isPrimary),
    published: Number(one.published),
    reachable: Number(one.reachable),
    position,
  }));
  const changed = rows.filter((row) => JSON.stringify(row) !== before.get(row.locale));
  yield* manyOf(putLocaleSql, changed, (row): Params => ({ shop, ...row }));
  const listed = new Set(locales.map(({ locale }) => locale));
  for (const { locale } of known) if (!listed.has(locale)) yield* run(goneSql, { shop, locale, now });
}

const knownMarketsSql = `SELECT id, handle, name, active, parents, countries, locales, position
  FROM shop_markets WHERE shop = @shop`;
const putMarketSql = `INSERT INTO shop_markets (shop, id, handle, name, active, parents, countries, locales, position)
  VALUES (@shop, @id, @handle, @name, @active, @parents, @countries, @locales, @position)
  ON CONFLICT (shop, id) DO UPDATE SET handle = excluded.handle, name = excluded.name, active = excluded.active,
    parents = excluded.parents, countries = excluded.countries, locales = excluded.locales, position = excluded.position`;
const dropMarketSql = "DELETE FROM shop_markets WHERE shop = @shop AND id = @id";

function* keepMarkets(shop: ShopDomain, markets: readonly ReadMarket[]): Steps<void> {
  const known = yield* all<{ id: string }>(knownMarketsSql, { shop });
  const before = new Map(known.map((row) => [row.id, JSON.stringify(row)]));
  const rows = markets.map((one, position) => ({
    id: one.id,
    handle: one.handle,
    name: one.name,
    active: Number(one.active),
    parents: JSON.stringify(one.parents),
    countries: JSON.stringify(one.countries),
    locales: JSON.stringify(one.locales),
    position,
  }));
  const changed = rows.filter((row) => JSON.stringify(row) !== before.get(row.id));
  yield* manyOf(putMarketSql, changed, (row): Params => ({ shop, ...row }));
  const listed = new Set(rows.map(({ id }) => id));
  for (const { id } of known) if (!listed.has(id)) yield* run(dropMarketSql, { shop, id });
}
