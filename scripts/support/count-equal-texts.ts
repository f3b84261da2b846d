import { isDeepStrictEqual } from "node:util";
import { and, eq } from "drizzle-orm";
import type { Db } from "../../app/db/open.ts";
import { versions } from "../../app/db/schema/index.ts";
import type { ShopDomain } from "../../app/lib/brand.ts";
import { nameOfRow } from "../../app/texts/slot.ts";
import { type LiveTexts, readLiveTexts } from "../../sandbox/read-live-texts.ts";
import type { Sandbox } from "../../sandbox/start.ts";
import { readSavedForms } from "./saved-forms.ts";

/** How many of the shop's published texts are live in the store, character for character or as Shopify answered that it saved them. */
export async function countEqualTexts(
  { db, sandbox }: { db: Db; sandbox: Pick<Sandbox, "store"> },
  shop: ShopDomain,
): Promise<number> {
  const published = await db.orm
    .select()
    .from(versions)
    .where(and(eq(versions.shop, shop), eq(versions.state, "published")));
  const formsOf = await readSavedForms({ db }, shop);
  return published.filter((version) => {
    const live = readLiveTexts(sandbox, shop, version.productId);
    const stands = live?.[nameOfRow(version) as keyof LiveTexts] ?? null;
    return live !== undefined && formsOf(version).some((form) => isDeepStrictEqual(stands, form));
  }).length;
}
