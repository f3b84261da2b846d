import type { TextBody } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";

// CROSS JOIN: SQLite is to take each version by its id, not to walk all of the shop's.
const openSql = `SELECT versions.id, versions.body FROM json_each(@ids) AS given CROSS JOIN versions ON versions.id = given.value
  WHERE versions.shop = @shop AND versions.state IN ('draft', 'approved', 'published')`;

/** Those of some versions of a shop that are drafts, approved or published. @returns id → body */
export function* openVersions(shop: string, versionIds: readonly string[]): Steps<Map<string, TextBody>> {
  const rows = yield* all<{ id: string; body: string }>(openSql, { shop, ids: JSON.stringify(versionIds) });
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as TextBody]));
}
