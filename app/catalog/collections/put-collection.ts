import type { Db } from "../../db/open.ts";
import { prepared } from "../../db/prepared.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { wait } from "../../lib/retry.ts";

export interface CollectionHead {
  /** the number of the Shopify gid */
  id: string;
  title: string;
  handle: string;
}

/** When a collection was read last, null when we do not hold it. */
export function readAtOf(db: Db, shop: ShopDomain, id: string): number | null {
  const row = prepared<object, { readAt: number }>(
    db,
    "SELECT read_at AS readAt FROM collections WHERE shop = @shop AND id = @id",
  ).get({ shop, id });
  return row?.readAt ?? null;
}

export function putCollection(db: Db, shop: ShopDomain, { id, title, handle }: CollectionHead, readAt: number): void {
  prepared<object>(
    db,
    `INSERT INTO collections (shop, id, title, handle, read_at) VALUES (@shop, @id, @title, @handle, @readAt)
     ON CONFLICT (shop, id) DO UPDATE SET title = excluded.title, handle = excluded.handle, read_at = excluded.read_at`,
  ).run({ shop, id, title, handle, readAt });
}

/** Forgets a collection that is no longer in the shop. Rules that name it stay and hold for nothing. */
export async function dropCollection(db: Db, shop: ShopDomain, id: string): Promise<void> {
  const members = db.raw.prepare(
    `DELETE FROM collection_products WHERE rowid IN
     (SELECT rowid FROM collection_products WHERE shop = ? AND collection_id = ? LIMIT 1000)`,
  );
  while (members.run(shop, id).changes > 0) await wait(0);
  prepared<object>(db, "DELETE FROM collections WHERE shop = @shop AND id = @id").run({ shop, id });
}
