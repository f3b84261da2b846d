import type { VersionOrigin } from "../db/schema/index.ts";
import { all, type Steps } from "../db/steps.ts";

/** Who wrote a version, and whether anything was found in it. */
export interface OriginOfVersion {
  id: string;
  origin: VersionOrigin;
  isClean: boolean;
  /** digest of the rules by which it was written or checked last */
  rules: string;
}

const originsSql = `SELECT id, origin, warnings, config_digest AS rules FROM versions
  WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))`;

export function* readOrigins(shop: string, ids: readonly string[]): Steps<OriginOfVersion[]> {
  const rows = yield* all<{ id: string; origin: VersionOrigin; warnings: string; rules: string }>(originsSql, {
    shop,
    ids: JSON.stringify(ids),
  });
  return rows.map(({ id, origin, warnings, rules }) => ({
    ...{ id, origin, rules },
    isClean: (JSON.parse(warnings) as unknown[]).length === 0,
  }));
}
