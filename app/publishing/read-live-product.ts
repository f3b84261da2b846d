import { readMetafieldPlaces } from "../catalog/text-places.ts";
import type { Db } from "../db/open.ts";
import { prepared } from "../db/prepared.ts";
import type { ShopDomain } from "../lib/brand.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { readImageAlts } from "../shopify/operations/index.ts";
import { imageGidOf } from "../texts/slot.ts";
import { type LiveProduct, readLiveTexts } from "./read-live-texts.ts";

const maxIds = 250;

// Those that may be written now, and those of writes that are open or are to be undone.
const altsSql = `SELECT content_type AS name FROM versions
    WHERE shop = @shop AND product_id = @productId AND state = 'approved' AND content_type LIKE 'image\\_alt\\_%' ESCAPE '\\'
  UNION SELECT json_extract(field.value, '$.contentType') FROM write_backs AS write, json_each(write.fields) AS field
    WHERE write.shop = @shop AND write.product_id = @productId AND (write.state = 'writing' OR write.id = @writeBackId)
      AND json_extract(field.value, '$.contentType') LIKE 'image\\_alt\\_%' ESCAPE '\\'`;

export interface LiveProductInput {
  shop: ShopDomain;
  productId: string;
  /** the product's Shopify id */
  gid: string;
  /** a write-back that is about to be undone */
  writeBackId?: string | undefined;
}

/**
 * What stands in the shop at this moment, of all texts of a product that are or may be written. The alt texts of its other
 * images are not read. @returns null when the product is gone. @throws OperationalError as AdminApi
 */
export async function readLiveProduct(
  deps: { db: Db },
  admin: AdminApi,
  { shop, productId, gid, writeBackId = "" }: LiveProductInput,
  options: { signal?: AbortSignal } = {},
): Promise<LiveProduct | null> {
  const names = prepared<object, { name: string }>(deps.db, altsSql).all({ shop, productId, writeBackId });
  const live = await readLiveTexts(admin, gid, await deps.db.do(readMetafieldPlaces(shop)), options);
  if (live === null || names.length === 0) return live;
  const texts: Record<string, string | null> = {};
  const goneImages = new Set<string>();
  for (let from = 0; from < names.length; from += maxIds) {
    const chunk = names.slice(from, from + maxIds).map(({ name }) => ({ name, id: imageGidOf(name) }));
    const { nodes } = await admin.run(readImageAlts, { ids: chunk.map(({ id }) => id) }, options);
    const found = new Map(nodes.flatMap((node) => (node === null ? [] : [[node.id, node.alt || null]])));
    for (const { name, id } of chunk) {
      texts[name] = found.get(id) ?? null;
      if (!found.has(id)) goneImages.add(name);
    }
  }
  return { ...live, texts: { ...live.texts, ...texts }, goneImages };
}
