import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../db/open.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { countCap, countStatement } from "./list-products.ts";
import { columnConditions, filterOf, join, rowSet } from "./product-filter.ts";
import { type ProductQuery, parseProductQuery } from "./product-query.ts";

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
): Promise<Map<string, ViewCount>> {
  const asked = views.map(({ id, query }) => ({ id, query: parseProductQuery(shop, new URLSearchParams(query)) }));
  const searched = asked.filter(({ query }) => rowSet(query) !== null);
  const filtered = asked.filter((one) => !searched.includes(one));
  const counts = new Map<string, ViewCount>();
  for (let i = 0; i < filtered.length; i += maxTogether) {
    for (const [id, count] of countTogether(db, shop, filtered.slice(i, i + maxTogether))) counts.set(id, count);
    await nextTurn();
  }
  for (const { id, query } of searched.slice(0, maxSearched)) {
    const { sql, params } = countStatement(filterOf(db, query), countCap + 1);
    counts.set(
      id,
      cappedAt(
        db.raw
          .prepare(sql)
          .pluck()
          .get(...params) as number,
      ),
    );
    await nextTurn();
  }
  return counts;
}

type Asked = { id: string; query: ProductQuery };

/** What all of them ask for is tested once for each product, the rest for each view. */
function countTogether(db: Db, shop: ShopDomain, views: Asked[]): Map<string, ViewCount> {
  const gone = views.some(({ query }) => query.includeGone);
  const shared = columnConditions(db, parseProductQuery(shop, new URLSearchParams(gone ? "gone=1" : "")));
  const tests = views.map(({ query }) =>
    columnConditions(db, query).filter((one) => !shared.some(({ sql }) => sql === one.sql)),
  );
  const counts = tests.map((test) => (test.length === 0 ? "count(*)" : `count(*) FILTER (WHERE ${join(test).sql})`));
  const where = join(shared);
  const sql = `SELECT ${counts.join(", ")} FROM products AS p INDEXED BY products_by_update WHERE ${where.sql}`;
  const row = db.raw
    .prepare(sql)
    .raw()
    .get(...tests.flatMap((test) => join(test).params), ...where.params) as number[];
  return new Map(views.map(({ id }, at) => [id, cappedAt(row[at] ?? 0)]));
}

function cappedAt(found: number): ViewCount {
  return { value: Math.min(found, countCap), capped: found > countCap };
}
