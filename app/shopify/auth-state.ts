import { and, eq, inArray, lt, ne } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import type { Tx } from "../db/orm.ts";
import { recordAct } from "../db/record-act.ts";
import { type PauseReason, pauses, sessions, shops } from "../db/schema/index.ts";
import { q, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";

/** Notes in the shop's log what became of its access, within the transaction. */
export type NoteAccess = (action: "shop.token_lost" | "shop.token_gained") => Steps<void>;

export function noteAccess(shop: ShopDomain, now: number): NoteAccess {
  return (action) => recordAct({ shop, at: now, by: "system", action });
}

export const reauthMessage =
  "Shopify no longer accepts this app's access to your shop. Open Shelfwright from the Shopify admin to connect it again; waiting work then goes on.";

/** Part of a transaction: the shop's tokens are dead, its work waits for a person. A shop that left stays uninstalled. */
export function* markNeedsReauth(tx: Tx, shop: ShopDomain, now: number, note: NoteAccess) {
  const lost = yield* q(
    tx
      .update(shops)
      .set({ authState: "needs_reauth" })
      .where(and(eq(shops.shop, shop), eq(shops.authState, "ok")))
      .returning({ shop: shops.shop }),
  );
  if (lost.length > 0) yield* note("shop.token_lost");
  yield* waitForVisit(tx, shop, now);
}

/**
 * Part of a transaction: no encryption key opens the shop's tokens. The next visit exchanges new ones. Whether Shopify would
 * still take the present ones is not known, so the shop counts neither as lost nor as gone.
 */
export function* markUnreadable(tx: Tx, shop: ShopDomain, now: number) {
  yield* q(tx.update(sessions).set({ expiresAt: 0 }).where(eq(sessions.shop, shop)));
  yield* waitForVisit(tx, shop, now);
}

function* waitForVisit(tx: Tx, shop: ShopDomain, now: number) {
  const row = { shop, reason: "reauth" as const, message: reauthMessage, since: now };
  yield* q(tx.insert(pauses).values(row).onConflictDoNothing());
}

/**
 * Part of a transaction: a new token, with the scopes of now, is here. The worker sees that the pauses are gone and goes on.
 * @param scopesSuffice whether the token may do all that the app does: work that lacks a scope would only be paused again
 */
export function* markAuthorised(tx: Tx, shop: ShopDomain, scopesSuffice: boolean, note: NoteAccess) {
  const again = yield* q(
    tx
      .update(shops)
      .set({ authState: "ok", uninstalledAt: null })
      .where(and(eq(shops.shop, shop), ne(shops.authState, "ok")))
      .returning({ shop: shops.shop }),
  );
  if (again.length > 0) yield* note("shop.token_gained");
  const lifted: PauseReason[] = scopesSuffice ? accessReasons : ["reauth"];
  yield* q(tx.delete(pauses).where(and(eq(pauses.shop, shop), inArray(pauses.reason, lifted))));
}

/** What a new token, or an answer to the present one, lifts. */
const accessReasons: PauseReason[] = ["reauth", "scope"];

/** Whether a shop's work waits until Shopify lets the app in again. */
export async function waitsForAccess(db: Db, shop: ShopDomain): Promise<boolean> {
  return (await db.orm.$count(pauses, and(eq(pauses.shop, shop), inArray(pauses.reason, accessReasons)))) > 0;
}

/**
 * Shopify answered the shop's present token: lifts what was noted before it was asked. The worker sees that the pauses are
 * gone and goes on.
 * @param scopesSuffice as of {@link markAuthorised}
 * @param askedAt when; a pause that was noted since tells of something newer
 */
export async function liftAfterAnswer(
  db: Db,
  shop: ShopDomain,
  { scopesSuffice, askedAt }: { scopesSuffice: boolean; askedAt: number },
): Promise<void> {
  const lifted: PauseReason[] = scopesSuffice ? accessReasons : ["reauth"];
  const noted = and(eq(pauses.shop, shop), inArray(pauses.reason, lifted), lt(pauses.since, askedAt));
  await db.transact({ shop }, (tx) => q(tx.delete(pauses).where(noted)));
}

/**
 * Part of a transaction: the shop's scopes may have changed. A token keeps those that it was exchanged with, and so may all
 * that are refreshed from it; so the next request of a page exchanges a new one. Until then the present one works.
 * @see https://github.com/Shopify/shopify-app-js/issues/1114 the library itself never compares scopes
 */
export function* markScopesUnknown(tx: Tx, shop: ShopDomain) {
  yield* q(tx.update(sessions).set({ scope: null }).where(eq(sessions.shop, shop)));
}
