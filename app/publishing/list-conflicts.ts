import { and, asc, desc, eq, gt } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { type ConflictReason, conflicts, type TextBody } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { nameOfRow } from "../texts/slot.ts";
import { type Target, targetSchema } from "../texts/target.ts";
import { isForTarget } from "../versions/conditions.ts";
import { ownTextOfImage, type SharesImage } from "./own-texts-of-image.ts";

/** A text that was not written, because it was changed in the shop since or did not show: shown three-way, decided by a person. */
export interface ConflictView {
  productId: string;
  /** the name of the slot */
  contentType: string;
  locale: string;
  market: string;
  channel: string;
  versionId: string;
  /** the live text when ours was written */
  base: TextBody | null;
  /** the live text now */
  theirs: TextBody | null;
  ours: TextBody;
  detectedAt: number;
  /** null = the live text changed since ours was written */
  reason: ConflictReason | null;
  /** the live text is our own, published with this other product that shows the same image */
  ofOther: SharesImage | null;
}

export interface ConflictPage {
  rows: ConflictView[];
  /** the next page begins after this product */
  nextCursor: string | null;
}

/**
 * The conflicts of a shop by product, or of one product; of all targets, or of one.
 * @param input.limit default 100. A product's conflicts are never split over two pages.
 */
export async function listConflicts(
  { db }: { db: Db },
  input: { shop: ShopDomain; productId?: ProductId; target?: Target; cursor?: string | null; limit?: number },
): Promise<ConflictPage> {
  const { shop, productId, cursor, limit = 100 } = input;
  // Its texts, and the alt texts of up to 250 images.
  const mostOfOneProduct = 300;
  const rows = await db.orm
    .select({
      productId: conflicts.productId,
      resource: conflicts.resource,
      contentType: conflicts.contentType,
      locale: conflicts.locale,
      market: conflicts.market,
      channel: conflicts.channel,
      versionId: conflicts.versionId,
      base: conflicts.base,
      theirs: conflicts.theirs,
      ours: conflicts.ours,
      detectedAt: conflicts.detectedAt,
      reason: conflicts.reason,
    })
    .from(conflicts)
    .where(
      and(
        eq(conflicts.shop, shop),
        productId === undefined ? undefined : eq(conflicts.productId, productId),
        cursor ? gt(conflicts.productId, cursor) : undefined,
        input.target && isForTarget(conflicts, input.target),
      ),
    )
    .orderBy(asc(conflicts.productId), desc(conflicts.detectedAt), asc(conflicts.contentType), asc(conflicts.resource))
    .limit(limit + mostOfOneProduct);
  const last = rows[limit - 1]?.productId;
  const page = last === undefined ? rows : rows.filter((row, i) => i < limit || row.productId === last);
  const views = await Promise.all(
    page.map(async ({ resource, ...row }) => {
      const contentType = nameOfRow({ resource, contentType: row.contentType });
      return {
        ...row,
        contentType,
        ofOther: await ownTextOfImage({ db }, { shop, ...row, contentType, target: targetSchema.parse(row) }),
      };
    }),
  );
  return { rows: views, nextCursor: page.length < rows.length ? (last ?? null) : null };
}
