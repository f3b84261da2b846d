import { digestOf } from "../../lib/digest.ts";
import type { AdminApi } from "../../shopify/admin-api.ts";
import {
  type AddressNode,
  type MarketNode,
  type PlaceNode,
  readAddresses,
  readMarketAddresses,
  readMarketPlaces,
  readMarketRelationships,
  readMarkets,
  readMarketTreeVersion,
} from "../../shopify/operations/index.ts";
import { numberOf } from "../bulk-line.ts";
import { lineageOf, type MarketRelationship } from "./market-lineage.ts";

type MarketOfShop = ReturnType<typeof marketOf>;
export type ReadMarket = MarketOfShop & { parents: string[] };

export interface ReadMarkets {
  markets: ReadMarket[];
  /** languages of the address that customers get whose market has none */
  addressLocales: string[];
  /** languages that any address offers */
  offeredSomewhere: ReadonlySet<string>;
  /** the building of relationships that the markets' parents are of, and a digest of these markets; null: they were not listed */
  tree: { version: string; markets: string } | null;
  /** Shopify was building the relationships anew all the while */
  isMoving: boolean;
}

type Options = { signal?: AbortSignal };

/**
 * Reads all markets of a shop with their places, addresses and those that they inherit from, each list to its end.
 * @throws OperationalError of the Admin API, `shopify_scope` where the app may not read markets
 */
export async function readAllMarkets(admin: AdminApi, options: Options): Promise<ReadMarkets> {
  const found: MarketOfShop[] = [];
  let isListed = false;
  for await (const { relationships, markets } of pages(
    (after) => admin.run(readMarkets, { after }, options),
    ({ markets }) => markets.pageInfo,
  )) {
    isListed ||= relationships != null;
    for (const node of markets.nodes) found.push(marketOf(await wholeMarket(admin, node, options)));
  }
  const addresses = await readShopAddresses(admin, options);
  const tree = isListed ? await readTree(admin, options) : null;
  const markets = found.map((market) => ({
    ...market,
    parents: lineageOf(market, found, tree?.relationships ?? null),
  }));
  return {
    ...{ markets, ...addresses },
    tree: tree && { version: tree.version, markets: digestOfAreas(found) },
    isMoving: tree?.isMoving ?? false,
  };
}

/** @param read a page after a cursor. @param infoOf where it ends */
async function* pages<Page>(
  read: (after: string | null) => Promise<Page>,
  infoOf: (page: Page) => { hasNextPage: boolean; endCursor?: string | null | undefined },
): AsyncGenerator<Page> {
  for (let after: string | null = null; ; ) {
    const page = await read(after);
    yield page;
    const { hasNextPage, endCursor } = infoOf(page);
    if (!hasNextPage || !endCursor) return;
    after = endCursor;
  }
}

/** The market with those of its places and addresses that its page had no room for. */
async function wholeMarket(admin: AdminApi, node: MarketNode, options: Options): Promise<MarketNode> {
  const { id, webPresences, conditions } = node;
  const places = conditions?.regionsCondition?.regions;
  await readOn(places, async (after) => {
    const { market } = await admin.run(readMarketPlaces, { id, after }, options);
    return market?.conditions?.regionsCondition?.regions;
  });
  await readOn(webPresences, async (after) => {
    const { market } = await admin.run(readMarketAddresses, { id, after }, options);
    return market?.webPresences;
  });
  return node;
}

interface List<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined };
}

/** Adds what comes behind a list's first page to it. @param read undefined: the list is gone meanwhile */
async function readOn<Node>(list: List<Node> | undefined, read: (after: string) => Promise<List<Node> | undefined>) {
  for (let page = list; page?.pageInfo.hasNextPage && page.pageInfo.endCursor; ) {
    page = await read(page.pageInfo.endCursor);
    list?.nodes.push(...(page?.nodes ?? []));
  }
}

function marketOf({ id, name, handle, status, type, conditions, webPresences }: MarketNode) {
  const regions = conditions?.regionsCondition;
  const places = regions?.regions.nodes ?? [];
  return {
    id: numberOf(id),
    ...{ name, handle, type },
    active: status === "ACTIVE",
    conditions: conditions?.conditionTypes ?? [],
    countries: places.flatMap(({ code }) => code ?? []),
    subdivisions: places.flatMap((place) => partOf(place) ?? []),
    everywhere: regions?.applicationLevel === "ALL",
    locales: localesOf(webPresences.nodes),
  };
}

/** The ISO 3166-2 code of a part of a country, whether Shopify writes it with its country or without. */
function partOf({ part, country }: PlaceNode): string | null {
  if (part === undefined || country === undefined) return null;
  return part.startsWith(`${country.code}-`) ? part : `${country.code}-${part}`;
}

/** Each language once, the defaults' first. */
function localesOf(addresses: readonly AddressNode[]): string[] {
  const all = addresses.map(({ defaultLocale, alternateLocales }) =>
    [defaultLocale, ...alternateLocales].map(({ locale }) => locale),
  );
  return [...new Set(all.flat())];
}

async function readShopAddresses(
  admin: AdminApi,
  options: Options,
): Promise<Pick<ReadMarkets, "addressLocales" | "offeredSomewhere">> {
  const all: (AddressNode & { isOwn: boolean; isFree: boolean })[] = [];
  for await (const { shop, webPresences } of pages(
    (after) => admin.run(readAddresses, { after }, options),
    (page) => page.webPresences.pageInfo,
  )) {
    for (const { domain, markets, ...address } of webPresences.nodes) {
      const isOwn = domain?.host === shop.primaryDomain.host;
      all.push({ ...address, isOwn, isFree: (markets?.nodes ?? []).length === 0 });
    }
  }
  const own = all.filter(({ isOwn }) => isOwn);
  const offered = own.length > 0 ? own : all.filter(({ isFree }) => isFree);
  return { addressLocales: localesOf(offered), offeredSomewhere: new Set(localesOf(all)) };
}

/** While Shopify builds it anew, its pages are of two trees: then from the beginning, a few times. */
const mostReadings = 3;

async function readTree(
  admin: AdminApi,
  options: Options,
): Promise<{ version: string; relationships: MarketRelationship[]; isMoving: boolean }> {
  const versionNow = async () =>
    (await admin.run(readMarketTreeVersion, {}, options)).marketRelationshipsStatus.version;
  let version = await versionNow();
  for (let reading = 1; ; reading++) {
    const relationships: MarketRelationship[] = [];
    for await (const { marketRelationships } of pages(
      (after) => admin.run(readMarketRelationships, { after }, options),
      (page) => page.marketRelationships.pageInfo,
    )) {
      for (const { childMarket, parentMarket } of marketRelationships.nodes) {
        relationships.push({ child: numberOf(childMarket.id), parent: parentMarket && numberOf(parentMarket.id) });
      }
    }
    const after = await versionNow();
    const isMoving = after !== version;
    version = after;
    if (!isMoving || reading === mostReadings) return { version, relationships, isMoving };
  }
}

/** Changes with what the tree is built of, and with nothing else. */
function digestOfAreas(markets: readonly MarketOfShop[]): string {
  const areas = markets.map(({ id, active, type, conditions, everywhere, countries, subdivisions }) => [
    ...[id, active, type, everywhere, conditions],
    ...[countries.toSorted(), subdivisions.toSorted()],
  ]);
  return digestOf(JSON.stringify(areas.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))));
}
