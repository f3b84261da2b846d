import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { versions } from "../db/schema/index.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** Whether these versions were all decided so already, e.g. by a request whose answer was lost. */
export async function allInState(
  { db }: { db: Db },
  { shop, versionIds, state }: { shop: ShopDomain; versionIds: readonly string[]; state: "approved" | "rejected" },
): Promise<boolean> {
  const ids = [...new Set(versionIds)];
  const found = await db.orm
    .select({ id: versions.id })
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.state, state), inArray(versions.id, ids)));
  return found.length === ids.length;
}
