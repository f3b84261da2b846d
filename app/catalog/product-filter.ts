import { firstAddedBit, missingBit, type ProductStatus } from "../db/schema/index.ts";
import { productsMatching } from "../db/search-statements.ts";
import { get, type Steps } from "../db/steps.ts";
import { type Condition, oneOf } from "./condition.ts";
import { importJob } from "./jobs.ts";
import { outdatedProducts } from "./outdated-products.ts";
import type { MissingText, ProductQuery } from "./product-query.ts";
import { primaryTargetOf } from "./read-primary-target.ts";
import { matchExpression, searchTerms } from "./search-text.ts";
import { type TargetPlace, targetPlaceOf } from "./target-place.ts";
import { missingCondition, stateCondition } from "./target-texts.ts";
import { textRows } from "./text-filter.ts";
import { wantedMask } from "./wanted-texts.ts";

/**
 * A query's filters as conditions on `products AS p`. `candidates` are the rows that search, tags and collections leave, when
 * they are few enough to start from them; otherwise an index is walked in its order and `where` tests each entry.
 */
export interface Filter {
  where: Condition[];
  candidates: Condition | null;
  /** whose texts are asked for */
  place: TargetPlace;
}

/** Up to here fetching and sorting the candidates is quicker than walking an index of 100,000 entries; measured. */
const fewRows = 2_000;

/** Everything of the query but its order. Only fixed texts become SQL; every value is a parameter. */
export function* filterOf(query: ProductQuery): Steps<Filter> {
  const place = yield* targetPlaceOf(query.shop, query.target);
  const where = yield* columnConditions(query, place);
  const set = yield* rowSet(query, place);
  if (set === null) return { where, candidates: null, place };
  // Searched once: the page and its count both take the list, and a search costs more than reading one.
  const found = yield* get<{ count: number; rowIds: string | null }>(
    `SELECT count(*) AS count, string_agg(CAST(row_id AS text), ',') AS rowIds FROM (${set.sql}) AS found`,
    set.params,
  );
  const list = { sql: rowsOfListSql, params: [`[${found?.rowIds ?? ""}]`] };
  if ((found?.count ?? 0) <= fewRows) return { where, candidates: list, place };
  return { where: [...where, { sql: `+p.row_id IN (${list.sql})`, params: list.params }], candidates: null, place };
}

/** Row ids of a JSON list, as a table to start from. */
export const rowsOfListSql = "SELECT CAST(value AS bigint) AS row_id FROM json_each(?)";

/** The filters that the columns of a product answer. */
export function* columnConditions(query: ProductQuery, place: TargetPlace): Steps<Condition[]> {
  const where: Condition[] = [{ sql: "p.shop = ?", params: [query.shop] }];
  if (!query.includeGone) where.push({ sql: "p.gone_at IS NULL", params: [] });
  const columns = { status: query.status, vendor: query.vendor, product_type: query.productType };
  for (const [column, list] of Object.entries(columns)) {
    if (list && list.length > 0) where.push(oneOf(`p.${column}`, list));
  }
  if (query.contentState && query.contentState.length > 0) where.push(stateCondition(place, query.contentState));
  if (query.missing && query.missing.length > 0) {
    let mask = 0;
    for (const name of query.missing) mask |= yield* bitOf(query.shop, name);
    where.push(missingCondition(place, mask));
  }
  if (query.sale === "on") where.push(oneOf("p.status", onSale));
  if (query.createdSince !== undefined) {
    // Nothing was changed before it was made, and the list's own index knows of changes.
    where.push({ sql: "p.updated_at >= ? AND p.created_at >= ?", params: [query.createdSince, query.createdSince] });
  }
  const imported = query.job === undefined ? null : yield* timeOfImport(query.shop, query.job);
  if (imported !== null) where.push({ sql: "p.synced_at >= ?", params: [imported.from] });
  if (imported?.to != null) where.push({ sql: "p.synced_at <= ?", params: [imported.to] });
  return where;
}

const importSql = `SELECT coalesce(started_at, created_at) AS "from", finished_at AS "to" FROM jobs
  WHERE shop = ? AND id = ? AND kind = ?`;

/**
 * What an import added or changed was read while it ran; what was read again since is a later reading's. Null for another kind
 * of job. @returns epoch ms; `to` is null while it runs
 */
function* timeOfImport(shop: string, job: string): Steps<{ from: number; to: number | null } | null> {
  return (yield* get<{ from: number; to: number | null }>(importSql, [shop, job, importJob.kind])) ?? null;
}

/** An unlisted product is sold to whoever has its address. */
const onSale: ProductStatus[] = ["active", "unlisted"];

/** Whether {@link rowSet} leaves some rows only: such a query is counted on its own. */
export function hasRowSet(query: ProductQuery): boolean {
  const { search = "", tag = [], collection = [], texts = [], findings, job, outdated } = query;
  const lists = tag.length + collection.length + texts.length > 0;
  return search !== "" || lists || findings !== undefined || job !== undefined || outdated === true;
}

/** The rows that search, tags, collections, texts, findings, outdated ones and a job leave, null when none of them is asked for. */
export function* rowSet(query: ProductQuery, place: TargetPlace): Steps<Condition | null> {
  const { shop, search = "", tag = [], collection = [], texts = [], findings, job, outdated } = query;
  const sets: Condition[] = [];
  const match = matchExpression(shop, search, tag);
  if (match) sets.push({ sql: productsMatching("?"), params: [match] });
  if (search !== "" && searchTerms(search).length === 0) {
    // Nothing of it is in the index, e.g. one emoji: look for it to the letter, in the narrow index of titles.
    sets.push({
      sql: "SELECT row_id FROM products INDEXED BY products_by_title WHERE shop = ? AND lower(title) LIKE ? ESCAPE '\\'",
      params: [shop, `%${search.replace(/[\\%_]/g, "\\$&")}%`],
    });
  }
  if (collection.length > 0) {
    const { sql, params } = oneOf("collection_id", collection);
    sets.push({
      sql: `SELECT DISTINCT product_row AS row_id FROM collection_products WHERE shop = ? AND ${sql}`,
      params: [shop, ...params],
    });
  }
  if (texts.length > 0) sets.push(textRows(shop, place, texts));
  if (findings !== undefined) {
    sets.push({
      sql: "SELECT product_row AS row_id FROM product_findings WHERE shop = ? AND target = ? AND codes & ? <> 0",
      params: [shop, place.number ?? -1, findings],
    });
  }
  if (job !== undefined && (yield* timeOfImport(shop, job)) === null) {
    sets.push({
      sql: `SELECT row_id FROM products WHERE shop = ? AND id IN
        (SELECT subject FROM job_items WHERE shop = ? AND job_id = ?)`,
      params: [shop, shop, job],
    });
  }
  if (outdated) {
    const target = query.target ?? (yield* primaryTargetOf(shop));
    const rowIds = (yield* outdatedProducts({ shop, place, target })).map(({ rowId }) => rowId);
    sets.push({ sql: rowsOfListSql, params: [JSON.stringify(rowIds)] });
  }
  if (sets.length === 0) return null;
  return { sql: sets.map((set) => set.sql).join(" INTERSECT "), params: sets.flatMap((set) => set.params) };
}

function* bitOf(shop: string, name: MissingText): Steps<number> {
  if (name === "wanted") return yield* wantedMask(shop);
  return name in missingBit
    ? missingBit[name as keyof typeof missingBit]
    : firstAddedBit << Number(name.slice("added_".length));
}
