import { and, desc, eq, inArray, isNotNull, ne, notInArray, or } from "drizzle-orm";
import { namedImages } from "../catalog/image-alts.ts";
import { readProduct } from "../catalog/read-product.ts";
import type { Db } from "../db/open.ts";
import { type AddedType, shopContentTypes, shopTargets, versions, writeBacks } from "../db/schema/index.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import { labelOfName } from "../rules/content-types/label-of-name.ts";
import { listContentTypes, type ShopContentType } from "../rules/content-types/list-content-types.ts";
import { configNameOf, imageAlt, isImageAlt, nameOfRow, ofProduct, slotColumns } from "../texts/slot.ts";
import { sameTarget, type Target } from "../texts/target.ts";
import { type VersionView, viewOf } from "./version-view.ts";

/** Texts that were written for a place which the product no longer has. */
export interface LostText {
  contentType: string;
  /** of its content type */
  label: string;
  /** of an alt text: whether its image is still there */
  image: "there" | "gone" | null;
  /** in a language that was the shop's own before */
  former: boolean;
  /** BCP-47 */
  locale: string;
  /** they are HTML */
  html: boolean;
  /** newest first */
  history: VersionView[];
}

const lostRows = 200;

/**
 * The texts of content types that the shop removed, of images that are gone, and in a language that the shop wrote in before:
 * written and paid, so they stay readable. Translations are none of them: they have their own place.
 */
export async function readLostTexts(
  { db }: { db: Db },
  { shop, productId, target }: { shop: ShopDomain; productId: ProductId; target: Target },
): Promise<LostText[]> {
  const product = await readProduct({ db }, shop, productId);
  if (!product) return [];
  const alts = namedImages(product.facts.images).map(({ contentType }) => contentType);
  const types = await db.do(listContentTypes(shop));
  const names = types.map(({ name }) => name).filter((name) => name !== imageAlt);
  const images = alts.map((name) => slotColumns(name).resource);
  const there = new Set([...names, ...alts]);
  const former = await formerLocales({ db }, { shop, productId, target });
  const rows = await db.orm
    .select()
    .from(versions)
    .where(
      and(
        eq(versions.shop, shop),
        eq(versions.productId, productId),
        eq(versions.market, target.market),
        eq(versions.channel, target.channel),
        or(
          and(
            eq(versions.locale, target.locale),
            or(
              and(eq(versions.resource, ofProduct), notInArray(versions.contentType, names)),
              and(ne(versions.resource, ofProduct), notInArray(versions.resource, images)),
            ),
          ),
          and(
            ne(versions.locale, target.locale),
            or(inArray(versions.locale, former), and(isNotNull(versions.base), ne(versions.origin, "undo"))),
          ),
        ),
      ),
    )
    .orderBy(desc(versions.createdAt), desc(versions.id))
    .limit(lostRows);
  const removed = rows.length === 0 ? new Map<string, AddedType>() : await removedTypes({ db }, shop);
  const lost = new Map<string, LostText>();
  for (const row of rows) {
    const contentType = nameOfRow(row);
    const key = `${row.locale} ${contentType}`;
    const text = { contentType, locale: row.locale };
    const known = lost.get(key) ?? lostText(text, types, { removed, there, locale: target.locale });
    known.history.push(viewOf(row));
    lost.set(key, known);
  }
  return [...lost.values()];
}

/**
 * The languages in which the shop's own pages showed texts of the product: the one that was the shop's own when its first text
 * was written, and those that texts were published in with the product. Beside them a version tells by its base that it was made
 * from a text of these pages; that of an undo is the text that was undone.
 */
async function formerLocales(
  { db }: { db: Db },
  { shop, productId, target }: { shop: ShopDomain; productId: ProductId; target: Target },
): Promise<string[]> {
  const first = await db.orm
    .select({ locale: shopTargets.locale })
    .from(shopTargets)
    .where(and(eq(shopTargets.shop, shop), eq(shopTargets.number, 0)));
  const published = await db.orm
    .select({ fields: writeBacks.fields })
    .from(writeBacks)
    .where(and(eq(writeBacks.shop, shop), eq(writeBacks.productId, productId), eq(writeBacks.writer, "product")));
  const targets = published.flatMap(({ fields }) => fields.map((field) => field.target));
  const own = targets.filter((one) => sameTarget(one, { ...target, locale: one.locale }));
  return [...new Set([...first, ...own].map(({ locale }) => locale))];
}

async function removedTypes({ db }: { db: Db }, shop: ShopDomain): Promise<Map<string, AddedType>> {
  const rows = await db.orm
    .select({ name: shopContentTypes.name, added: shopContentTypes.added })
    .from(shopContentTypes)
    .where(and(eq(shopContentTypes.shop, shop), isNotNull(shopContentTypes.removedAt)));
  return new Map(rows.flatMap(({ name, added }) => (added ? [[name, added]] : [])));
}

function lostText(
  row: { contentType: string; locale: string },
  types: readonly ShopContentType[],
  { removed, there, locale }: { removed: Map<string, AddedType>; there: Set<string>; locale: string },
): LostText {
  const name = configNameOf(row.contentType);
  const type = types.find((one) => one.name === name);
  const added = removed.get(name);
  const label = type?.label ?? added?.label ?? labelOfName(name);
  const image = isImageAlt(row.contentType) ? (there.has(row.contentType) ? "there" : "gone") : null;
  const former = row.locale !== locale;
  const html = type?.html ?? added?.metafieldType === "rich_text_field";
  return { contentType: row.contentType, label, image, former, locale: row.locale, html, history: [] };
}
