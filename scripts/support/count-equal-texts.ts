import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import type { Db } from "../../app/db/open.ts";
import { versions } from "../../app/db/schema/index.ts";
import type { ShopDomain } from "../../app/lib/brand.ts";
import { type LiveTexts, readLiveTexts } from "../../sandbox/read-live-texts.ts";
import type { Sandbox } from "../../sandbox/start.ts";

/** How many of the shop's published texts stand in the store to the letter. */
export async function countEqualTexts(
  { db, sandbox }: { db: Db; sandbox: Pick<Sandbox, "store"> },
  shop: ShopDomain,
): Promise<number> {
  const published = await db.orm
    .select({ productId: versions.productId, contentType: versions.contentType, body: versions.body })
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.state, "published")));
  return published.filter(({ productId, contentType, body }) => {
    const live = readLiveTexts(sandbox, shop, productId);
    return live !== undefined && isDeepStrictEqual(live[contentType as keyof LiveTexts], body);
  }).length;
}
