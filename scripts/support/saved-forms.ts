import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import type { Db } from "../../app/db/open.ts";
import { type versions, writeBacks } from "../../app/db/schema/index.ts";
import type { ShopDomain } from "../../app/lib/brand.ts";

type Version = Pick<typeof versions.$inferSelect, "id" | "productId" | "resource" | "contentType" | "body">;

/**
 * How a version may stand in the store: as it is, or in the form in which Shopify answered when just this text was sent.
 * @returns a function that lists the forms of a version of the shop
 */
export async function readSavedForms(
  { db }: { db: Db },
  shop: ShopDomain | string,
): Promise<(version: Version) => unknown[]> {
  const rows = await db.orm.select().from(writeBacks).where(eq(writeBacks.shop, shop));
  const verified = Map.groupBy(
    rows.filter(({ state }) => state === "verified"),
    ({ productId }) => productId,
  );
  return ({ id, productId, resource, contentType, body }) => {
    const written = (verified.get(productId) ?? []).flatMap(({ fields }) => fields);
    const own = written.filter(
      ({ slot, ...field }) =>
        slot.resource === resource &&
        slot.field === contentType &&
        (field.versionId === id || isDeepStrictEqual(field.sent, body)),
    );
    return [body, ...own.map(({ answered }) => answered)];
  };
}
