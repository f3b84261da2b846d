import { and, eq, sql } from "drizzle-orm";
import type { Orm, Tx } from "../db/orm.ts";
import { versions } from "../db/schema/index.ts";
import { keptGet, type Steps } from "../db/steps.ts";
import type { VersionRow } from "./version-view.ts";

/** One version of a shop, undefined when there is none of this id. */
export function* readVersion(shop: string, id: string): Steps<VersionRow | undefined> {
  return yield* keptGet(selectVersion, { shop, id });
}

function selectVersion(orm: Orm | Tx) {
  return orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, sql.placeholder("shop")), eq(versions.id, sql.placeholder("id"))))
    .prepare();
}
