import { and, eq, inArray } from "drizzle-orm";
import { parks, shops } from "../db/schema/index.ts";
import { q, type Tx } from "../db/transact.ts";
import type { ShopDomain } from "../lib/brand.ts";

export const reauthMessage =
  "Shopify no longer accepts this app's access to your shop. Open Shelfwright from the Shopify admin to connect it again; waiting work then goes on.";

/** Part of a transaction: the shop's tokens are dead, its work waits for a person. A shop that left stays uninstalled. */
export function* markNeedsReauth(tx: Tx, shop: ShopDomain, now: number) {
  yield* q(
    tx
      .update(shops)
      .set({ authState: "needs_reauth" })
      .where(and(eq(shops.shop, shop), eq(shops.authState, "ok"))),
  );
  yield* q(
    tx.insert(parks).values({ shop, reason: "reauth", message: reauthMessage, since: now }).onConflictDoNothing(),
  );
}

/** Part of a transaction: a new token, with the scopes of now, is here. The worker sees that the parks are gone and goes on. */
export function* markAuthorised(tx: Tx, shop: ShopDomain) {
  yield* q(tx.update(shops).set({ authState: "ok", uninstalledAt: null }).where(eq(shops.shop, shop)));
  yield* q(tx.delete(parks).where(and(eq(parks.shop, shop), inArray(parks.reason, ["reauth", "scope"]))));
}
