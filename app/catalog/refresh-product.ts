import type { Db } from "../db/open.ts";
import type { StoredVariant } from "../db/schema/index.ts";
import { get, run, type Steps } from "../db/steps.ts";
import type { ProductId, ShopDomain } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { AdminApi, AdminOperation } from "../shopify/admin-api.ts";
import {
  maxBarcodeVariants,
  readLargeProduct,
  readProduct,
  readProductCollections,
  readProductMedia,
  readProductMetafields,
  readProductVariants,
  readVariantBarcodes,
  type VariantNode,
} from "../shopify/operations/index.ts";
import { assembleProduct, type ProductRecord } from "./assemble-product.ts";
import { barcodesDigest } from "./barcodes.ts";
import { type ChildNode, numberOf } from "./bulk-line.ts";
import { writeCollectionsOf } from "./collections/write-members.ts";
import { facetsOf, writeFacets } from "./facets.ts";
import { markOutranking, putProduct, readKnown } from "./product-writer.ts";
import { readShop } from "./read-shop.ts";
import { createReferenceNames, referencesOf } from "./reference-names.ts";
import { readTextPlaces, type TextPlace } from "./text-places.ts";
import { outdatingTranslations } from "./translations/outdate-translations.ts";
import { keepParts, type ProductParts, partsOf } from "./translations/product-parts.ts";
import { translatedLocalesOf } from "./translations/shop-languages.ts";

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
  const held = (await readShop({ db }, shop))?.listsBarcodes ? await db.do(readHeldBarcodes(shop, id)) : null;
  const places = await db.do(readTextPlaces(shop));
  const read = await readWhole({ admin, places, held }, id, signal);
  const now = clock.now();
  return db.transact({ shop }, () =>
    outdatingTranslations({ shop, owner: id, now }, () => storeRead(shop, id, read, now)),
  );
}

function* storeRead(shop: ShopDomain, id: ProductId, read: ReadProduct | null, now: number): Steps<RefreshOutcome> {
  const known = yield* readKnown(shop, id);
  if (!read) {
    if (!known) return "unknown";
    yield* markOutranking(shop, known.rowId);
    return (yield* run(markGoneSql, [now, known.rowId, shop])) > 0 ? "gone" : "unchanged";
  }
  const { record, parts, collectionIds } = read;
  if ((yield* translatedLocalesOf(shop)).length > 0) yield* keepParts(shop, [{ owner: id, parts }], now);
  yield* writeFacets(shop, facetsOf(record), now);
  if (known === null) {
    const productRow = yield* putProduct(shop, record, null, { syncedAt: now });
    yield* writeCollectionsOf({ shop, productRow, collectionIds });
    return "added";
  }
  const { rowId } = known;
  if (known.goneAt === null && known.updatedAt > record.updatedAt) return "older";
  yield* markOutranking(shop, rowId);
  if (known.goneAt === null && isSame(known, record)) {
    yield* run(touchSql, [now, record.updatedAt, rowId, shop]);
    const moved = yield* writeCollectionsOf({ shop, productRow: rowId, collectionIds });
    return moved ? "changed" : "unchanged";
  }
  yield* putProduct(shop, record, known, { syncedAt: now });
  yield* writeCollectionsOf({ shop, productRow: rowId, collectionIds });
  yield* run(noteBarcodesSql, [barcodesDigest(record.variants), rowId, shop]);
  return "changed";
}

const noteBarcodesSql = "UPDATE products_seen SET barcodes_digest = ? WHERE row_id = ? AND shop = ?";
const markGoneSql =
  "UPDATE products SET gone_at = ? WHERE row_id = ? AND shop = ? AND gone_at IS NULL AND shopify_id IS NOT NULL";
const touchSql = "UPDATE products SET synced_at = ?, whole_at = ? WHERE row_id = ? AND shop = ?";

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

/** The barcodes that we hold of a product, and as of when. */
interface HeldBarcodes {
  updatedAt: number | null;
  children: ChildNode[];
}

function* readHeldBarcodes(shop: ShopDomain, id: ProductId): Steps<HeldBarcodes> {
  const row = yield* get<{ updatedAt: number; variants: string }>(
    "SELECT updated_at AS updatedAt, variants FROM products WHERE shop = ? AND id = ?",
    [shop, id],
  );
  const variants = row ? (JSON.parse(row.variants) as StoredVariant[]) : [];
  const children = variants.flatMap(({ id: variantId, barcodes = [] }) =>
    barcodes.map((node): ChildNode => ({ kind: "barcode", variantId, node })),
  );
  return { updatedAt: row?.updatedAt ?? null, children };
}

interface ReadProduct {
  record: ProductRecord;
  parts: ProductParts;
  /**
   * Read with the product: Shopify tells of no change to a collection when the product's own change moves it into one or
   * out of it.
   */
  collectionIds: string[];
}

async function readWhole(
  { admin, places, held }: { admin: AdminApi; places: readonly TextPlace[]; held: HeldBarcodes | null },
  id: ProductId,
  signal?: AbortSignal,
): Promise<ReadProduct | null> {
  const gid = `gid://shopify/Product/${id}`;
  let { product } = await admin.run(readProduct(places), { id: gid }, { signal });
  const lists = product ? [product.variants, product.media, product.metafields, product.collections] : [];
  if (lists.some(({ pageInfo }) => pageInfo.hasNextPage)) {
    ({ product } = await admin.run(readLargeProduct(places), { id: gid }, { signal }));
  }
  if (!product) return null;
  const more = async <Data>(operation: AdminOperation<Data, { id: string; after: string }>, after: string) =>
    admin.run(operation, { id: gid, after }, { signal });
  const variants = await allNodes(
    product.variants,
    async (after) => (await more(readProductVariants, after)).product?.variants,
  );
  const media = await allNodes(product.media, async (after) => (await more(readProductMedia, after)).product?.media);
  const metafields = await allNodes(
    product.metafields,
    async (after) => (await more(readProductMetafields, after)).product?.metafields,
  );
  const collections = await allNodes(
    product.collections,
    async (after) => (await more(readProductCollections, after)).product?.collections,
  );
  // Deleted while it was read.
  if (!variants || !media || !metafields || !collections) return null;
  const children: ChildNode[] = [
    ...variants.map((node): ChildNode => ({ kind: "variant", node })),
    ...media.map((node): ChildNode => ({ kind: "media", node })),
    ...metafields.map((node): ChildNode => ({ kind: "metafield", node })),
  ];
  // Most readings follow a write of ours, which changes no barcode: what we hold is then as new as what the shop has.
  if (held?.updatedAt === Date.parse(product.updatedAt)) children.push(...held.children);
  else if (held) children.push(...(await readBarcodes(admin, variants, signal)));
  const names = createReferenceNames(admin);
  await names.ensure(referencesOf(children), signal);
  return {
    record: assembleProduct(product, children, places, names.nameOf),
    parts: partsOf(product, children),
    collectionIds: collections.map(({ id: of }) => numberOf(of)),
  };
}

/** All barcodes of variants, from a shop whose API lists them. */
async function readBarcodes(
  admin: AdminApi,
  variants: readonly VariantNode[],
  signal?: AbortSignal,
): Promise<ChildNode[]> {
  const children: ChildNode[] = [];
  for (let at = 0; at < variants.length; at += maxBarcodeVariants) {
    const ids = variants.slice(at, at + maxBarcodeVariants).map(({ id }) => id);
    const { nodes } = await admin.run(readVariantBarcodes, { ids }, { signal });
    for (const variant of nodes) {
      const variantId = numberOf(variant?.id ?? "");
      for (const node of variant?.barcodes.nodes ?? []) children.push({ kind: "barcode", variantId, node });
    }
  }
  return children;
}

interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null | undefined };
}

/** All nodes of a list that is read page by page, or null when a page is not there any more. */
async function allNodes<Node>(
  first: Page<Node>,
  next: (after: string) => Promise<Page<Node> | undefined>,
): Promise<Node[] | null> {
  const nodes = [...first.nodes];
  for (let { pageInfo } = first; pageInfo.hasNextPage && pageInfo.endCursor; ) {
    const page = await next(pageInfo.endCursor);
    if (!page) return null;
    nodes.push(...page.nodes);
    ({ pageInfo } = page);
  }
  return nodes;
}
