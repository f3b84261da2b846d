import { namedImages } from "../catalog/image-alts.ts";
import { isBlank, missingTexts } from "../catalog/live-texts.ts";
import { readTextPlaces } from "../catalog/text-places.ts";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import type { StoredFacts } from "../db/schema/index.ts";
import type { JobId, Locale, ProductId, ShopDomain } from "../lib/brand.ts";
import { imageAlt, isImageAlt } from "../texts/slot.ts";

const chunkProducts = 500;

const waitingSql = `SELECT DISTINCT product_id AS productId, content_type AS contentType FROM versions
  WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids)) AND state IN ('draft', 'approved')
    AND locale = @locale AND market = '' AND channel = 'store' AND body NOT IN ('""', '[]')
    AND (job_id IS NOT @jobId OR item_seq IS NOT @itemSeq)`;
const lackingSql = `SELECT id, missing FROM products WHERE shop = @shop AND id IN (SELECT value FROM json_each(@ids))`;
const imagesSql = "SELECT json_extract(facts, '$.images') AS images FROM products WHERE shop = @shop AND id = @id";

/**
 * The texts of products that wait for a person, as drafts or approved, by product: they are written, though the shop lacks them.
 * @param input.except an item whose own drafts do not count: it is done again after a crash
 */
export function readWaitingTexts(
  { db }: { db: Db },
  input: {
    shop: ShopDomain;
    productIds: readonly ProductId[];
    locale: Locale;
    except?: { jobId: JobId; itemSeq: number } | undefined;
  },
): Map<string, Set<string>> {
  const { shop, productIds, locale, except = { jobId: "", itemSeq: -1 } } = input;
  const rows = prepared<object, { productId: string; contentType: string }>(db, waitingSql).all({
    shop,
    locale,
    ids: JSON.stringify(productIds),
    ...except,
  });
  const waiting = new Map<string, Set<string>>();
  for (const { productId, contentType } of rows) {
    const texts = waiting.get(productId) ?? new Set();
    waiting.set(productId, texts.add(contentType));
  }
  return waiting;
}

/**
 * Those of the products that lack at least one of these texts which nobody wrote yet, in their order.
 * @returns `waiting`: how many were left out only because drafts of what they lack wait for a person
 */
export function productsToWrite(
  deps: { db: Db },
  input: { shop: ShopDomain; productIds: readonly ProductId[]; contentTypes: readonly string[]; locale: Locale },
): { productIds: ProductId[]; waiting: number } {
  const { shop, contentTypes, locale } = input;
  const places = deps.db.runNow(readTextPlaces(shop));
  const kept: ProductId[] = [];
  let waiting = 0;
  for (let start = 0; start < input.productIds.length; start += chunkProducts) {
    const productIds = input.productIds.slice(start, start + chunkProducts);
    const ids = JSON.stringify(productIds);
    const bits = new Map(
      prepared<object, { id: string; missing: number }>(deps.db, lackingSql)
        .all({ shop, ids })
        .map(({ id, missing }) => [id, missing]),
    );
    const written = readWaitingTexts(deps, { shop, productIds, locale });
    for (const id of productIds) {
      const missing = missingTexts(bits.get(id) ?? 0, places);
      const lacking = contentTypes.filter((name) => missing.has(name));
      if (lacking.length === 0) continue;
      const texts = written.get(id) ?? new Set();
      const open = lacking.some((name) =>
        name === imageAlt ? hasOpenImage(deps, { shop, id, texts }) : !texts.has(name),
      );
      if (open) kept.push(id);
      else waiting++;
    }
  }
  return { productIds: kept, waiting };
}

/** An image without an alt text, live or waiting. */
function hasOpenImage(
  { db }: { db: Db },
  { shop, id, texts }: { shop: ShopDomain; id: ProductId; texts: ReadonlySet<string> },
): boolean {
  if (![...texts].some(isImageAlt)) return true;
  const row = prepared<object, { images: string }>(db, imagesSql).get({ shop, id });
  const images = JSON.parse(row?.images ?? "[]") as StoredFacts["images"];
  return namedImages(images).some(({ alt, contentType }) => isBlank(alt) && !texts.has(contentType));
}
