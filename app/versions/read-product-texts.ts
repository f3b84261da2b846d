import { and, desc, eq, isNotNull, ne } from "drizzle-orm";
import { namedImages } from "../catalog/image-alts.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import { readOwner } from "../catalog/read-product.ts";
import type { Db } from "../db/open.ts";
import { type TextBody, versions } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { listContentTypes } from "../rules/content-types/list-content-types.ts";
import { imageAlt, isImageAlt } from "../texts/slot.ts";
import { sameTarget, type Target } from "../texts/target.ts";
import { isForTarget, isOfOtherResource, isOfSlot } from "./conditions.ts";
import { madeFrom } from "./made-from.ts";
import { type VersionView, viewOf } from "./version-view.ts";

/** One content type of a product: the live text and the versions written for it. */
export interface ProductText {
  contentType: string;
  /** the live text now, null = none, or a target whose live texts are not mirrored */
  live: TextBody | null;
  /** the newest draft, or else the newest approved or published version */
  newest: VersionView | null;
  /** approved and not yet published */
  approved: VersionView | null;
  /** all versions, newest first, at most 200; of an image also what was published for it from other products that show it */
  history: VersionView[];
  /** what a new version is made from: see `madeFrom` */
  source: string;
  /** the newest version was written from facts, or of a translation from a source, that have changed since */
  stale: boolean;
}

/** More than any text has: what was paid for stays in reach. */
const historyRows = 200;

/**
 * The texts of a product in reading order, with one for each of its images; null when the shop has no such product.
 * @param input.also names of slots that are no content types of the shop, e.g. `ProductOption/7.name`: they come last
 */
export async function readProductTexts(
  { db }: { db: Db },
  input: { shop: ShopDomain; productId: ProductId; target: Target; also?: readonly string[] },
): Promise<ProductText[] | null> {
  const { shop, productId, target, also = [] } = input;
  const product = await readOwner({ db }, shop, productId);
  if (!product) return null;
  const isOwn = sameTarget(target, await readPrimaryTarget({ db }, shop));
  const sourceOf = await db.do(madeFrom({ product, target }));
  const texts: ProductText[] = [];
  const alts = namedImages(product.facts.images).map(({ contentType }) => contentType);
  const names = (await db.do(listContentTypes(shop))).flatMap(({ name }) => (name === imageAlt ? alts : [name]));
  for (const contentType of new Set([...names, ...also])) {
    const rows = await db.orm
      .select()
      .from(versions)
      .where(
        and(
          eq(versions.shop, shop),
          eq(versions.productId, productId),
          isOfSlot(versions, contentType),
          isForTarget(versions, target),
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
      live: isOwn ? (product.live[contentType] ?? null) : null,
      newest,
      approved: own.find(({ state }) => state === "approved") ?? null,
      history: isImageAlt(contentType)
        ? withOthers(own, await publishedElsewhere({ db }, { shop, productId, contentType, target }))
        : own,
      source: sourceOf(contentType),
      stale: newest !== null && newest.factsDigest !== sourceOf(contentType),
    });
  }
  return texts;
}

/** An image has one alt text, and one history of it, whichever products show it. */
async function publishedElsewhere(
  { db }: { db: Db },
  { shop, productId, contentType, target }: { shop: ShopDomain; productId: ProductId; contentType: string; target: Target }, // biome-ignore format: one line
): Promise<VersionView[]> {
  const rows = await db.orm
    .select()
    .from(versions)
    .where(
      and(
        eq(versions.shop, shop),
        isOfOtherResource,
        isOfSlot(versions, contentType),
        ne(versions.productId, productId),
        isForTarget(versions, target),
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
