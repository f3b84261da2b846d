import type { ResourceKind } from "../../db/schema/index.ts";
import { all, get, type Steps } from "../../db/steps.ts";
import { type Condition, join } from "../condition.ts";

/** Resources of a kind that have words to translate, by their titles. */
export interface ResourceQuery {
  shop: string;
  kind: ResourceKind;
  /** a part of the title; "" for all */
  search: string;
}

export interface ListedResource {
  id: string;
  title: string;
}

/** Rows of `text_resources AS p` that the lists show. */
export function presentOf(shop: string, kind: ResourceKind): Condition {
  return { sql: "p.shop = ? AND p.kind = ? AND p.gone_at IS NULL AND p.missing = 0", params: [shop, kind] };
}

function conditionOf({ shop, kind, search }: ResourceQuery, also: readonly Condition[]): Condition {
  const words = search.toLowerCase().replace(/[\\%_]/g, "\\$&");
  const named = { sql: "lower(p.title) LIKE ? ESCAPE '\\'", params: [`%${words}%`] };
  return join([presentOf(shop, kind), ...(search === "" ? [] : [named]), ...also]);
}

/** A page of them, and how many there are. @param also conditions on `text_resources AS p` */
export function* resourcePage(
  query: ResourceQuery,
  also: readonly Condition[],
  { offset, limit }: { offset: number; limit: number },
): Steps<{ rows: ListedResource[]; count: number }> {
  const { sql, params } = conditionOf(query, also);
  const rows = yield* all<ListedResource>(
    `SELECT p.id, p.title FROM text_resources AS p WHERE ${sql} ORDER BY p.title, p.id LIMIT ? OFFSET ?`,
    [...params, limit, offset],
  );
  const counted = yield* get<{ n: number }>(`SELECT count(*) AS n FROM text_resources AS p WHERE ${sql}`, params);
  return { rows, count: Number(counted?.n ?? 0) };
}

/** The ids of all of them, in the order of the list. */
export function* resourceIds(query: ResourceQuery, also: readonly Condition[]): Steps<string[]> {
  const { sql, params } = conditionOf(query, also);
  const rows = yield* all<{ id: string }>(
    `SELECT p.id FROM text_resources AS p WHERE ${sql} ORDER BY p.title, p.id`,
    params,
  );
  return rows.map(({ id }) => id);
}

/** Those of some ids that the shop has as resources with texts, be they still in the store or not, with their titles. */
export function* titlesOf(shop: string, ids: readonly string[]): Steps<ListedResource[]> {
  return yield* all<ListedResource>(
    "SELECT id, title FROM text_resources WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))",
    { shop, ids: JSON.stringify(ids) },
  );
}

/** How many there are of each kind. */
export function* countKinds(shop: string): Steps<Map<ResourceKind, number>> {
  const rows = yield* all<{ kind: ResourceKind; n: number }>(
    `SELECT kind, count(*) AS n FROM text_resources
      WHERE shop = @shop AND gone_at IS NULL AND missing = 0 GROUP BY kind`,
    { shop },
  );
  return new Map(rows.map(({ kind, n }) => [kind, Number(n)]));
}
