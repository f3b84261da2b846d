import { setImmediate as nextTurn } from "node:timers/promises";
import type { Db } from "../../db/open.ts";
import { all, manyOf, run, type Steps } from "../../db/steps.ts";
import { storeTarget } from "../../texts/target.ts";
import { targetPlaceOf } from "../target-place.ts";
import { textsAt, withTextsAt } from "../target-texts.ts";
import { type HeldTarget, heldTargets } from "./held-targets.ts";
import { allMissing } from "./held-texts.ts";
import { existingTargets } from "./translation-targets.ts";

const chunkRows = 200;

const ownersSql = `SELECT owner FROM shop_translations
  WHERE shop = @shop AND locale = @locale AND market = @market ORDER BY owner LIMIT ${chunkRows}`;
const productsSql = `SELECT id, row_id AS rowId, content_state AS contentState, missing, other_targets AS otherTargets
  FROM products WHERE shop = ? AND id IN (SELECT value FROM json_each(?))`;
const dropSql = `DELETE FROM shop_translations
  WHERE shop = @shop AND owner = @owner AND locale = @locale AND market = @market`;
const resourcesSql = `SELECT id, content_state AS contentState, missing, other_targets AS otherTargets
  FROM text_resources WHERE shop = ? AND id IN (SELECT value FROM json_each(?))`;
const missingOfResourceSql = "UPDATE text_resources SET other_targets = @otherTargets WHERE shop = @shop AND id = @id";
const missingSql = "UPDATE products SET other_targets = @otherTargets WHERE row_id = @rowId AND shop = @shop";
const goneSql = `SELECT DISTINCT t.owner FROM products AS p INDEXED BY products_gone
    JOIN shop_translations AS t ON t.shop = p.shop AND t.owner = p.id
  WHERE p.gone_at IS NOT NULL AND p.shop = @shop LIMIT ${chunkRows}`;
const dropOwnerSql = "DELETE FROM shop_translations WHERE shop = @shop AND owner = @owner";

/**
 * Drops what the mirror holds for languages and markets that the shop no longer has: Shopify removed those texts with them. Texts
 * of a market that offers their language no more are still there, and stay. What was written here stays in any case.
 * @returns how many rows were dropped
 */
export async function sweepTargets(
  { db }: { db: Db },
  { shop, signal }: { shop: string; signal?: AbortSignal | undefined },
): Promise<number> {
  const isThere = await db.do(existingTargets(shop));
  const held = await db.do(heldTargets(shop));
  let dropped = 0;
  for (const place of held.filter((one) => !isThere(one))) {
    for (let count = chunkRows; count === chunkRows; await nextTurn()) {
      signal?.throwIfAborted();
      count = await db.transact({ shop }, () => dropChunk(shop, place));
      dropped += count;
    }
  }
  return dropped;
}

function* dropChunk(shop: string, { locale, market }: HeldTarget): Steps<number> {
  const owners = yield* all<{ owner: string }>(ownersSql, { shop, locale, market });
  yield* manyOf(dropSql, owners, ({ owner }) => ({ shop, owner, locale, market }));
  if (market === "") yield* markMissing(shop, locale, owners);
  return owners.length;
}

function* markMissing(shop: string, locale: string, owners: readonly { owner: string }[]): Steps<void> {
  const { number, isPrimary } = yield* targetPlaceOf(shop, storeTarget(locale));
  if (number === null || isPrimary) return;
  const ids = JSON.stringify(owners.map(({ owner }) => owner));
  const rows = yield* all<ProductRow>(productsSql, [shop, ids]);
  const lacking = (row: Omit<ProductRow, "rowId">) => {
    const { contentState } = textsAt({ number, isPrimary }, row);
    return withTextsAt(row.otherTargets, number, { contentState, missing: allMissing });
  };
  yield* manyOf(missingSql, rows, (row) => ({ shop, rowId: row.rowId, otherTargets: lacking(row) }));
  const resources = yield* all<Omit<ProductRow, "rowId"> & { id: string }>(resourcesSql, [shop, ids]);
  yield* manyOf(missingOfResourceSql, resources, (row) => ({ shop, id: row.id, otherTargets: lacking(row) }));
}

interface ProductRow {
  rowId: number;
  contentState: "none";
  missing: number;
  otherTargets: string;
}

/** Drops what the mirror holds of products that are no longer in the shop. @returns of how many */
export async function sweepGoneOwners(
  { db }: { db: Db },
  { shop, signal }: { shop: string; signal?: AbortSignal | undefined },
): Promise<number> {
  let dropped = 0;
  for (let count = chunkRows; count === chunkRows; await nextTurn()) {
    signal?.throwIfAborted();
    count = await db.transact({ shop }, () => dropGone(shop));
    dropped += count;
  }
  return dropped;
}

function* dropGone(shop: string): Steps<number> {
  const owners = yield* all<{ owner: string }>(goneSql, { shop });
  for (const { owner } of owners) yield* run(dropOwnerSql, { shop, owner });
  return owners.length;
}
