import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "../../db/open.ts";
import { feedback } from "../../db/schema/index.ts";
import type { ShopDomain } from "../../lib/brand.ts";

/** Why people rejected these versions, by the version's id; the newest word of each. */
export async function readReasons(
  { db }: { db: Db },
  { shop, versionIds }: { shop: ShopDomain; versionIds: readonly string[] },
): Promise<Map<string, string>> {
  if (versionIds.length === 0) return new Map();
  const rows = await db.orm
    .select({ id: feedback.versionId, comment: feedback.comment })
    .from(feedback)
    .where(
      and(
        eq(feedback.shop, shop),
        inArray(feedback.versionId, [...versionIds]),
        eq(feedback.kind, "rejected"),
        isNotNull(feedback.comment),
      ),
    )
    .orderBy(desc(feedback.createdAt));
  const reasons = new Map<string, string>();
  for (const { id, comment } of rows) if (id && comment && !reasons.has(id)) reasons.set(id, comment);
  return reasons;
}
