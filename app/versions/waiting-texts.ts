import { namedImages } from "../catalog/image-alts.ts";
import { isBlank, missingTexts } from "../catalog/live-texts.ts";
import { targetPlaceOf } from "../catalog/target-place.ts";
import { type TargetTextColumns, targetTextColumns, textsAt } from "../catalog/target-texts.ts";
import { readTextPlaces } from "../catalog/text-places.ts";
import type { Db } from "../db/open.ts";
import type { StoredFacts } from "../db/schema/index.ts";
import { all, get, type Steps } from "../db/steps.ts";
import type { JobId, ProductId, ShopDomain } from "../lib/brand.ts";
import { imageAlt, isImageAlt, nameOfRow } from "../texts/slot.ts";
import type { Target } from "../texts/target.ts";
import { imagesFor } from "./published-texts.ts";

const chunkProducts = 500;

interface WaitingRow {
  productId: string;
  resource: string;
  contentType: string;
}

const waitingSql = `SELECT DISTINCT product_id AS productId, resource, content_type AS contentType FROM versions
  WHERE shop = @shop AND product_id IN (SELECT value FROM json_each(@ids)) AND state IN ('draft', 'approved')
    AND locale = @locale AND market = @market AND channel = @channel AND body NOT IN ('""', '[]')
    AND (job_id IS NULL OR item_seq IS NULL OR job_id <> @jobId OR item_seq <> @itemSeq)`;
const lackingSql = `SELECT p.id, ${targetTextColumns} FROM products AS p
  WHERE p.shop = @shop AND p.id IN (SELECT value FROM json_each(@ids))`;
const imagesSql = "SELECT json_extract(facts, '$.images') AS images FROM products WHERE shop = @shop AND id = @id";

/**
 * The texts of products that wait for a person, as drafts or approved, by product: they are written, though the shop lacks them.
 * @param input.except an item whose own drafts do not count: it is done again after a crash
 */
export function* readWaitingTexts(input: {
  shop: ShopDomain;
  productIds: readonly ProductId[];
  target: Target;
  except?: { jobId: JobId; itemSeq: number } | undefined;
}): Steps<Map<string, Set<string>>> {
  const { shop, productIds, target, except = { jobId: "", itemSeq: -1 } } = input;
  const { locale, market, channel } = target;
  const ids = JSON.stringify(productIds);
  const rows = yield* all<WaitingRow>(waitingSql, { shop, locale, market, channel, ids, ...except });
  const waiting = new Map<string, Set<string>>();
  for (const row of rows) {
    const texts = waiting.get(row.productId) ?? new Set();
    waiting.set(row.productId, texts.add(nameOfRow(row)));
  }
  return waiting;
}

/** What could be written for a product. */
export interface OpenTexts {
  productId: ProductId;
  /** content types of which the shop shows no text and nobody wrote one yet */
  open: string[];
  /** content types that the shop shows no text of, though one waits for a person */
  written: string[];
  /** content types of which a text waits for a person */
  waits: string[];
}

/** For each of some products what it lacks of these content types, in the products' order. */
export function* openTexts(input: {
  shop: ShopDomain;
  productIds: readonly ProductId[];
  contentTypes: readonly string[];
  target: Target;
}): Steps<OpenTexts[]> {
  const { shop, productIds, contentTypes, target } = input;
  const places = yield* readTextPlaces(shop);
  const place = yield* targetPlaceOf(shop, target);
  const rows = yield* all<{ id: string } & TargetTextColumns>(lackingSql, { shop, ids: JSON.stringify(productIds) });
  const bits = new Map(rows.map(({ id, ...columns }) => [id, textsAt(place, columns).missing]));
  const waiting = yield* readWaitingTexts({ shop, productIds, target });
  const found: OpenTexts[] = [];
  for (const productId of productIds) {
    const missing = missingTexts(bits.get(productId) ?? 0, places);
    const texts = waiting.get(productId) ?? new Set<string>();
    const entry: OpenTexts = { productId, open: [], written: [], waits: [] };
    for (const name of contentTypes) {
      const waits = name === imageAlt ? [...texts].some(isImageAlt) : texts.has(name);
      if (waits) entry.waits.push(name);
      if (!missing.has(name)) continue;
      const isOpen = name === imageAlt ? yield* hasOpenImage({ shop, id: productId, target, texts }) : !waits;
      entry[isOpen ? "open" : "written"].push(name);
    }
    found.push(entry);
  }
  return found;
}

/**
 * Those of the products that lack at least one of these texts of the target which nobody wrote yet, in their order.
 * @returns `waiting`: how many were left out only because drafts of what they lack wait for a person
 */
export async function productsToWrite(
  { db }: { db: Db },
  input: { shop: ShopDomain; productIds: readonly ProductId[]; contentTypes: readonly string[]; target: Target },
): Promise<{ productIds: ProductId[]; waiting: number }> {
  const kept: ProductId[] = [];
  let waiting = 0;
  for (let start = 0; start < input.productIds.length; start += chunkProducts) {
    const productIds = input.productIds.slice(start, start + chunkProducts);
    for (const { productId, open, written } of await db.do(openTexts({ ...input, productIds }))) {
      if (open.length > 0) kept.push(productId);
      else if (written.length > 0) waiting++;
    }
  }
  return { productIds: kept, waiting };
}

/** Those of the products of which no text of these content types waits for a person. @returns `waiting`: how many were left out */
export async function productsWithoutWaiting(
  { db }: { db: Db },
  input: { shop: ShopDomain; productIds: readonly ProductId[]; contentTypes: readonly string[]; target: Target },
): Promise<{ productIds: ProductId[]; waiting: number }> {
  const kept: ProductId[] = [];
  for (let start = 0; start < input.productIds.length; start += chunkProducts) {
    const productIds = input.productIds.slice(start, start + chunkProducts);
    const texts = await db.do(openTexts({ ...input, productIds }));
    kept.push(...texts.filter(({ waits }) => waits.length === 0).map(({ productId }) => productId));
  }
  return { productIds: kept, waiting: input.productIds.length - kept.length };
}

/** An image without an alt text of the target, live or waiting. */
function* hasOpenImage({
  shop,
  id,
  target,
  texts,
}: {
  shop: ShopDomain;
  id: ProductId;
  target: Target;
  texts: ReadonlySet<string>;
}): Steps<boolean> {
  if (![...texts].some(isImageAlt)) return true;
  const row = yield* get<{ images: string }>(imagesSql, { shop, id });
  const images = JSON.parse(row?.images ?? "[]") as StoredFacts["images"];
  const shown = yield* imagesFor({ shop, productId: id, target, images });
  return namedImages(shown).some(({ alt, contentType }) => isBlank(alt) && !texts.has(contentType));
}
