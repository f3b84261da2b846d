import { factsOf, type ProductFacts } from "../catalog/facts.ts";
import { imageAltOf } from "../catalog/image-alts.ts";
import type { Product } from "../catalog/product.ts";
import type { Db } from "../db/open.ts";
import type { StoredFacts, TextBody, WrittenField } from "../db/schema/index.ts";
import { all } from "../db/steps.ts";
import { sourceOf } from "./source-text.ts";

type Image = StoredFacts["images"][number];

const shopSql = "SELECT currency, primary_locale AS locale, primary_domain AS domain FROM shops WHERE shop = @shop";
const writtenSql = `SELECT fields FROM write_backs
  WHERE shop = @shop AND product_id = @productId AND writer = 'product' AND undoes IS NULL
    AND state IN ('verified', 'undone')
  ORDER BY created_at DESC, id DESC`;

interface ShopRow {
  currency: string | null;
  locale: string;
  domain: string | null;
}

/**
 * The facts of a product, prices in the shop's currency and data in its language, with title, description and alt texts as people outside of this app last wrote them. A text that we
 * published is no evidence for the next one: else a number that somebody let pass once would count as a fact for ever, and
 * each rewrite would be made from a rewrite.
 */
export async function readSourceFacts({ db }: { db: Db }, product: Product): Promise<ProductFacts> {
  const rows = await db.do(all<{ fields: string }>(writtenSql, { shop: product.shop, productId: product.id }));
  const [known] = await db.do(all<ShopRow>(shopSql, { shop: product.shop }));
  const written = rows.flatMap(({ fields }) => JSON.parse(fields) as WrittenField[]);
  const facts = factsOf({
    ...product,
    title: textOf("title", product.live.title ?? null, written) || product.title,
    descriptionHtml: textOf("desc", product.live.desc ?? null, written),
    facts: { ...product.facts, images: product.facts.images.map((image) => imageBefore(image, written)) },
  });
  if (!known) return facts;
  const ownHosts = [product.shop, ...(known.domain ? [known.domain.toLowerCase()] : [])];
  return { ...facts, locale: known.locale, ownHosts, ...(known.currency ? { currency: known.currency } : {}) };
}

function imageBefore(image: Image, written: readonly WrittenField[]): Image {
  const name = imageAltOf(image);
  return name === null || !image.alt ? image : { ...image, alt: textOf(name, image.alt, written) || null };
}

function textOf(contentType: string, live: TextBody | null, written: readonly WrittenField[]): string {
  const text = sourceOf(contentType, live, written);
  return typeof text === "string" ? text : "";
}
