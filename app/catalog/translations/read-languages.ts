import { eq } from "drizzle-orm";
import type { Db } from "../../db/open.ts";
import type { Tx } from "../../db/orm.ts";
import { shops } from "../../db/schema/index.ts";
import { all, manyOf, type Params, q, run, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import type { Clock } from "../../lib/clock.ts";
import { digestOf } from "../../lib/digest.ts";
import { isOperationalError } from "../../lib/errors.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import { readShopLocales, shopOverview } from "../../shopify/operations/index.ts";
import { type ReadMarket, type ReadMarkets, readAllMarkets } from "./read-markets.ts";

interface ReadLocale {
  locale: string;
  isPrimary: boolean;
  published: boolean;
  reachable: boolean;
}

/**
 * Reads the languages and markets of a shop and keeps them. A language that Shopify no longer lists is kept as gone, with the
 * texts that were written for it. A shop that did not grant the app to read markets keeps those that are known, and each of
 * its languages counts as reachable.
 * @param input.trustsTree takes which market inherits from which as it is, although the markets changed and it did not
 * @returns `rebuilding`: Shopify has not followed a change of the markets yet; what inherits from what is to be read again
 * @throws OperationalError of the Admin API
 */
export async function readLanguages(
  { db, clock, admin }: { db: Db; clock: Clock; admin: AdminApi },
  input: { shop: ShopDomain; signal?: AbortSignal | undefined; trustsTree?: boolean | undefined },
): Promise<"settled" | "rebuilding"> {
  const { shop, signal, trustsTree = false } = input;
  const options = signal ? { signal } : {};
  const locales = await readLocales(admin, options);
  const read = await unlessDenied(() => readAllMarkets(admin, options));
  const offered = read?.offeredSomewhere;
  const shown = locales.map((one) => ({ ...one, reachable: one.reachable || (offered?.has(one.locale) ?? false) }));
  return await db.transact({ shop }, function* (tx) {
    yield* keepLocales(shop, shown, clock.now());
    if (!read) return "settled";
    yield* keepMarkets(shop, read.markets);
    return yield* keepAddress(tx, shop, read, trustsTree);
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

const knownMarketsSql = `SELECT id, handle, name, active, type, conditions, parents, countries, subdivisions, everywhere,
    locales, position
  FROM shop_markets WHERE shop = @shop`;
const putMarketSql = `INSERT INTO shop_markets (shop, id, handle, name, active, type, conditions, parents, countries,
    subdivisions, everywhere, locales, position)
  VALUES (@shop, @id, @handle, @name, @active, @type, @conditions, @parents, @countries, @subdivisions, @everywhere, @locales,
    @position)
  ON CONFLICT (shop, id) DO UPDATE SET handle = excluded.handle, name = excluded.name, active = excluded.active,
    type = excluded.type, conditions = excluded.conditions, parents = excluded.parents, countries = excluded.countries,
    subdivisions = excluded.subdivisions, everywhere = excluded.everywhere, locales = excluded.locales,
    position = excluded.position`;
const dropMarketSql = "DELETE FROM shop_markets WHERE shop = @shop AND id = @id";

function* keepMarkets(shop: ShopDomain, markets: readonly ReadMarket[]): Steps<void> {
  const known = yield* all<{ id: string }>(knownMarketsSql, { shop });
  const before = new Map(known.map((row) => [row.id, JSON.stringify(row)]));
  const rows = markets.map((one, position) => ({
    id: one.id,
    handle: one.handle,
    name: one.name,
    active: Number(one.active),
    type: one.type,
    conditions: JSON.stringify(one.conditions),
    parents: JSON.stringify(one.parents),
    countries: JSON.stringify(one.countries),
    subdivisions: JSON.stringify(one.subdivisions),
    everywhere: Number(one.everywhere),
    locales: JSON.stringify(one.locales),
    position,
  }));
  const changed = rows.filter((row) => JSON.stringify(row) !== before.get(row.id));
  yield* manyOf(putMarketSql, changed, (row): Params => ({ shop, ...row }));
  const listed = new Set(rows.map(({ id }) => id));
  for (const { id } of known) if (!listed.has(id)) yield* run(dropMarketSql, { shop, id });
}

/** Keeps what is said of all markets, if it is something else than before. */
function* keepAddress(
  tx: Tx,
  shop: ShopDomain,
  { addressLocales, tree, isMoving }: ReadMarkets,
  trustsTree: boolean,
): Steps<"settled" | "rebuilding"> {
  const known = { addressLocales: shops.addressLocales, marketTree: shops.marketTree };
  const [before] = yield* q(tx.select(known).from(shops).where(eq(shops.shop, shop)));
  const hasFollowed = tree?.version !== before?.marketTree?.version || tree?.markets === before?.marketTree?.markets;
  const isSettled = tree === null || trustsTree || (hasFollowed && !isMoving);
  // The markets of before stay beside their version: a later reading still sees that it is not the one of these.
  const now = { addressLocales, marketTree: isSettled ? tree : (before?.marketTree ?? null) };
  if (digestOf(before ?? null) !== digestOf(now)) {
    yield* q(tx.update(shops).set(now).where(eq(shops.shop, shop)));
  }
  return isSettled ? "settled" : "rebuilding";
}
