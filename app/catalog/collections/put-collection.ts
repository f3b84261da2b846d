import type { Db } from "../../db/open.ts";
import { get, run, type Steps } from "../../db/steps.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { wait } from "../../lib/retry.ts";

export interface CollectionHead {
  /** the number of the Shopify gid */
  id: string;
  title: string;
  handle: string;
}

/** When a collection was read last, null when we do not hold it. */
export function* readAtOf(shop: ShopDomain, id: string): Steps<number | null> {
  const row = yield* get<{ readAt: number }>(
    "SELECT read_at AS readAt FROM collections WHERE shop = @shop AND id = @id",
    { shop, id },
  );
  return row?.readAt ?? null;
}

const putSql = `INSERT INTO collections (shop, id, title, handle, read_at) VALUES (@shop, @id, @title, @handle, @readAt)
  ON CONFLICT (shop, id) DO UPDATE SET title = excluded.title, handle = excluded.handle, read_at = excluded.read_at`;

export function* putCollection(shop: ShopDomain, head: CollectionHead, readAt: number): Steps<void> {
  const { id, title, handle } = head;
  yield* run(putSql, { shop, id, title, handle, readAt });
}

const dropMembersSql = `DELETE FROM collection_products
  WHERE shop = @shop AND collection_id = @id AND product_row IN
    (SELECT product_row FROM collection_products WHERE shop = @shop AND collection_id = @id LIMIT 1000)`;

/** Forgets a collection that is no longer in the shop. Rules that name it stay and hold for nothing. */
export async function dropCollection(db: Db, shop: ShopDomain, id: string): Promise<void> {
  while ((await db.transact({ shop }, () => run(dropMembersSql, { shop, id }))) > 0) await wait(0);
  await db.transact({ shop }, () => run("DELETE FROM collections WHERE shop = @shop AND id = @id", { shop, id }));
}
