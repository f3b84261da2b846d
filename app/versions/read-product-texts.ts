import { and, desc, eq, isNotNull, ne, sql } from "drizzle-orm";
import { namedImages } from "../catalog/image-alts.ts";
import { readProduct } from "../catalog/read-product.ts";
import type { Db } from "../db/open.ts";
import { type TextBody, versions } from "../db/schema/index.ts";
import type { Locale, ProductId, ShopDomain } from "../lib/brand.ts";
import { listContentTypes } from "../rules/content-types/list-content-types.ts";
import { imageAlt, isImageAlt } from "../texts/slot.ts";
import { type VersionView, viewOf } from "./version-view.ts";

/** One content type of a product: what stands in the shop and what was written for it. */
export interface ProductText {
  contentType: string;
  /** what stands in the shop now, null = nothing */
  live: TextBody | null;
  /** the newest draft, or else the newest approved or published version */
  newest: VersionView | null;
  /** approved and not yet published */
  approved: VersionView | null;
  /** all versions, newest first, at most 200; of an image also what was published for it from other products that show it */
  history: VersionView[];
  /** the newest version was written from facts that have changed since */
  stale: boolean;
}

/** More than any text has: what was paid for stays in reach. */
const historyRows = 200;

/** The texts of a product in reading order, with one for each of its images; null when the shop has no such product. */
export async function readProductTexts(
  { db }: { db: Db },
  { shop, productId, locale }: { shop: ShopDomain; productId: ProductId; locale: Locale | string },
): Promise<ProductText[] | null> {
  const product = await readProduct({ db }, shop, productId);
  if (!product) return null;
  const texts: ProductText[] = [];
  const alts = namedImages(product.facts.images).map(({ contentType }) => contentType);
  const names = (await db.do(listContentTypes(shop))).flatMap(({ name }) => (name === imageAlt ? alts : [name]));
  for (const contentType of names) {
    const target = { shop, productId, contentType, locale };
    const rows = await db.orm
      .select()
      .from(versions)
      .where(
        and(
          eq(versions.shop, shop),
          eq(versions.productId, productId),
          eq(versions.contentType, contentType),
          eq(versions.locale, locale),
          eq(versions.market, ""),
          eq(versions.channel, "store"),
        ),
      )
      .orderBy(desc(versions.createdAt), desc(versions.id))
      .limit(historyRows);
    const own = rows.map(viewOf);
    const newest =
      own.find(({ state }) => state === "draft") ??
      own.find(({ state }) => state === "approved" || state === "published") ??
      null;
    texts.push({
      contentType,
      live: product.live[contentType] ?? null,
      newest,
      approved: own.find(({ state }) => state === "approved") ?? null,
      history: isImageAlt(contentType) ? withOthers(own, await publishedElsewhere({ db }, target)) : own,
      stale: newest !== null && newest.factsDigest !== product.factsDigest,
    });
  }
  return texts;
}

/** An image has one alt text, and one history of it, whichever products show it. */
async function publishedElsewhere(
  { db }: { db: Db },
  target: { shop: ShopDomain; productId: ProductId; contentType: string; locale: string },
): Promise<VersionView[]> {
  const rows = await db.orm
    .select()
    .from(versions)
    .where(
      and(
        eq(versions.shop, target.shop),
        // As the partial index of alt texts has it.
        sql`content_type LIKE 'image_alt%'`,
        eq(versions.contentType, target.contentType),
        ne(versions.productId, target.productId),
        eq(versions.locale, target.locale),
        eq(versions.market, ""),
        eq(versions.channel, "store"),
        isNotNull(versions.publishedAt),
      ),
    )
    .orderBy(desc(versions.createdAt), desc(versions.id))
    .limit(historyRows);
  return rows.map((row) => ({ ...viewOf(row), productId: row.productId }));
}

function withOthers(own: readonly VersionView[], others: readonly VersionView[]): VersionView[] {
  return [...own, ...others].sort((a, b) => b.createdAt - a.createdAt).slice(0, historyRows);
}
