import type { Db } from "../db/open.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { AdminApi } from "../shopify/admin-api.ts";
import { readLargeProduct, readProduct, readProductVariants } from "../shopify/operations/index.ts";
import { assembleProduct, type ProductRecord } from "./assemble-product.ts";
import type { ChildNode } from "./bulk-line.ts";
import { createProductWriter } from "./product-writer.ts";

export type RefreshOutcome = "added" | "changed" | "unchanged" | "gone" | "older" | "unknown";

/**
 * Reads one product again from the shop, after a webhook or a write of ours. A product that is no longer there is marked
 * gone; its texts are kept. What we hold already from a later time stays.
 * @param id the number of the Shopify gid
 */
export async function refreshProduct(
  { db, clock, admin }: { db: Db; clock: Clock; admin: AdminApi },
  { shop, id, signal }: { shop: ShopDomain; id: ProductId; signal?: AbortSignal },
): Promise<RefreshOutcome> {
  const record = await readRecord(admin, id, signal);
  const writer = createProductWriter(db, shop);
  const outrank = db.raw.prepare("UPDATE products_seen SET outranked = 1 WHERE row_id = ? AND shop = ?");
  const markGone = db.raw.prepare(
    "UPDATE products SET gone_at = ? WHERE row_id = ? AND shop = ? AND gone_at IS NULL AND shopify_id IS NOT NULL",
  );
  const touch = db.raw.prepare("UPDATE products SET synced_at = ? WHERE row_id = ? AND shop = ?");
  const store = db.raw.transaction((): RefreshOutcome => {
    const now = clock.now();
    const known = writer.known(id);
    if (!record) {
      if (!known) return "unknown";
      outrank.run(known.rowId, shop);
      return markGone.run(now, known.rowId, shop).changes > 0 ? "gone" : "unchanged";
    }
    writer.noteFacets(record, now);
    if (known === null) {
      writer.put(record, null, now);
      return "added";
    }
    if (known.goneAt === null && known.updatedAt > record.updatedAt) return "older";
    outrank.run(known.rowId, shop);
    if (known.goneAt === null && isSame(known, record)) {
      touch.run(now, known.rowId, shop);
      return "unchanged";
    }
    writer.put(record, known, now);
    return "changed";
  });
  return store.immediate();
}

function isSame(
  known: Pick<ProductRecord, "updatedAt" | "factsDigest" | "liveDigest" | "missing">,
  record: ProductRecord,
): boolean {
  return (
    known.updatedAt === record.updatedAt &&
    known.factsDigest === record.factsDigest &&
    known.liveDigest === record.liveDigest &&
    known.missing === record.missing
  );
}

async function readRecord(admin: AdminApi, id: ProductId, signal?: AbortSignal): Promise<ProductRecord | null> {
  const gid = `gid://shopify/Product/${id}`;
  let { product } = await admin.run(readProduct, { id: gid }, { signal });
  const lists = product ? [product.variants, product.media, product.metafields] : [];
  if (lists.some(({ pageInfo }) => pageInfo.hasNextPage)) {
    ({ product } = await admin.run(readLargeProduct, { id: gid }, { signal }));
  }
  if (!product) return null;
  const children: ChildNode[] = [
    ...product.variants.nodes.map((node): ChildNode => ({ kind: "variant", node })),
    ...product.media.nodes.map((node): ChildNode => ({ kind: "media", node })),
    ...product.metafields.nodes.map((node): ChildNode => ({ kind: "metafield", node })),
  ];
  for (let page = product.variants.pageInfo; page.hasNextPage && page.endCursor; ) {
    const more = await admin.run(readProductVariants, { id: gid, after: page.endCursor }, { signal });
    if (!more.product) return null;
    for (const node of more.product.variants.nodes) children.push({ kind: "variant", node });
    page = more.product.variants.pageInfo;
  }
  return assembleProduct(product, children);
}
