import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import { get, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { Target } from "../texts/target.ts";
import { join } from "./condition.ts";
import { cappedCount, countCap } from "./list-products.ts";
import { columnConditions, filterOf, hasRowSet } from "./product-filter.ts";
import { type ProductQuery, parseProductQuery } from "./product-query.ts";
import { targetPlaceOf } from "./target-place.ts";

/** `capped`: there are more than `value`. */
export interface ViewCount {
  value: number;
  capped: boolean;
}

/** Searches are counted one by one; the views behind these go without a count. */
const maxSearched = 10;
/** Views counted in one walk: 20 to 30 ms of 100,000 products, as a search takes; others get their turn in between. */
const maxTogether = 8;

/**
 * How many products each view shows, by its id. Views that only filter are counted together, in one walk over the index of
 * the list's own order. All that shops may keep would block every other request for a third of a second.
 */
export async function countViews(
  { db }: { db: Db },
  shop: ShopDomain,
  views: readonly { id: string; query: string }[],
  target?: Target,
): Promise<Map<string, ViewCount>> {
  const asked = views.map(({ id, query }) => ({
    id,
    query: { ...parseProductQuery(shop, new URLSearchParams(query)), target },
  }));
  const searched = asked.filter(({ query }) => hasRowSet(query));
  const filtered = asked.filter((one) => !searched.includes(one));
  const counts = new Map<string, ViewCount>();
  for (let i = 0; i < filtered.length; i += maxTogether) {
    for (const [id, count] of await db.do(countTogether(shop, filtered.slice(i, i + maxTogether))))
      counts.set(id, count);
    await nextTurn();
  }
  for (const { id, query } of searched.slice(0, maxSearched)) {
    counts.set(id, await db.do(countSearched(query)));
    await nextTurn();
  }
  return counts;
}

function* countSearched(query: ProductQuery): Steps<ViewCount> {
  return yield* cappedCount(yield* filterOf(query));
}

type Asked = { id: string; query: ProductQuery };

/** What all of them ask for is tested once for each product, the rest for each view. */
function* countTogether(shop: ShopDomain, views: readonly Asked[]): Steps<Map<string, ViewCount>> {
  const place = yield* targetPlaceOf(shop, views[0]?.query.target);
  const gone = views.some(({ query }) => query.includeGone);
  const shared = yield* columnConditions(parseProductQuery(shop, new URLSearchParams(gone ? "gone=1" : "")), place);
  const tests = [];
  for (const { query } of views) {
    const conditions = yield* columnConditions(query, place);
    tests.push(conditions.filter((one) => !shared.some(({ sql }) => sql === one.sql)));
  }
  const counts = tests.map((test, at) => {
    const filter = test.length === 0 ? "" : ` FILTER (WHERE ${join(test).sql})`;
    return `count(*)${filter} AS "${at}"`;
  });
  const where = join(shared);
  const row = yield* get<Record<string, number>>(
    `SELECT ${counts.join(", ")} FROM products AS p INDEXED BY products_by_update WHERE ${where.sql}`,
    [...tests.flatMap((test) => join(test).params), ...where.params],
  );
  return new Map(views.map(({ id }, at) => [id, cappedAt(row?.[at] ?? 0)]));
}

function cappedAt(found: number): ViewCount {
  return { value: Math.min(found, countCap), capped: found > countCap };
}
