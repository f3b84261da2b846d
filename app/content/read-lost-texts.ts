import { and, desc, eq, notInArray } from "drizzle-orm";
import { configNameOf, imageAlt, isImageAlt, namedImages } from "../catalog/image-alts.ts";
import { readProduct } from "../catalog/read-product.ts";
import type { Db } from "../db/open.ts";
import { versions } from "../db/schema/index.ts";
import type { Locale, ProductId, ShopDomain } from "../lib/brand.ts";
import { labelOfName } from "./types/label-of-name.ts";
import { listContentTypes } from "./types/list-content-types.ts";
import { type VersionView, viewOf } from "./version-view.ts";

/** Texts that were written for a place which the product no longer has. */
export interface LostText {
  contentType: string;
  label: string;
  /** newest first */
  history: VersionView[];
}

const lostRows = 200;

/** The texts of content types that the shop removed and of images that are gone: written and paid, so they stay readable. */
export async function readLostTexts(
  { db }: { db: Db },
  { shop, productId, locale }: { shop: ShopDomain; productId: ProductId; locale: Locale | string },
): Promise<LostText[]> {
  const product = await readProduct({ db }, shop, productId);
  if (!product) return [];
  const alts = namedImages(product.facts.images).map(({ contentType }) => contentType);
  const places = listContentTypes({ db }, shop).flatMap(({ name }) => (name === imageAlt ? alts : [name]));
  const rows = await db.orm
    .select()
    .from(versions)
    .where(
      and(
        eq(versions.shop, shop),
        eq(versions.productId, productId),
        eq(versions.locale, locale),
        notInArray(versions.contentType, places),
      ),
    )
    .orderBy(desc(versions.createdAt), desc(versions.id))
    .limit(lostRows);
  const lost = new Map<string, LostText>();
  for (const row of rows) {
    const { contentType } = row;
    const label = isImageAlt(contentType)
      ? "Alt text of an image that is gone"
      : labelOfName(configNameOf(contentType));
    const known = lost.get(contentType) ?? { contentType, label, history: [] };
    known.history.push(viewOf(row));
    lost.set(contentType, known);
  }
  return [...lost.values()];
}
