import type { TextBody } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";

const openSql = `SELECT id, body FROM versions WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))
  AND state IN ('draft', 'approved', 'published')`;

/** Those of some versions of a shop that are drafts, approved or published. @returns id → body */
export function* openVersions(shop: string, versionIds: readonly string[]): Steps<Map<string, TextBody>> {
  const rows = yield* all<{ id: string; body: string }>(openSql, { shop, ids: JSON.stringify(versionIds) });
  return new Map(rows.map(({ id, body }) => [id, JSON.parse(body) as TextBody]));
}
