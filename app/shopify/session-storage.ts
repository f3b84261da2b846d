import { Session } from "@shopify/shopify-api";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { and, eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { sessions } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import { type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import type { Sealer } from "../lib/seal.ts";
import { markAuthorised, noteAccess, waitsForAccess } from "./auth-state.ts";
import { scopesSuffice } from "./scopes.ts";
import { tokenPlace } from "./token-place.ts";

export interface SessionStorageDeps {
  db: Db;
  clock: Clock;
  sealer: Sealer;
  /** the access scopes that the app needs */
  neededScopes: readonly string[];
}

/** A token that lacks something is exchanged anew, but not at every request: the merchant may not have granted it yet. */
const lackingRetryMs = 60_000;

/** The one session a shop has here: Shopify's own naming of offline sessions. */
export function offlineSessionId(shop: ShopDomain): string {
  return `offline_${shop}`;
}

/**
 * Keeps offline sessions with both tokens sealed. Storing one means that the shop granted access: its auth state becomes
 * `ok` and the work that waited for it runs again.
 * One whose scopes are not known or lack a needed one, and one of a shop whose work waits for access, is handed out as
 * expired: the library then exchanges a new token.
 * @throws on storing an online session, or one without expiry or refresh token: the library would take it for a token that
 *   never expires and stop refreshing this shop for good
 */
export function createSessionStorage(deps: SessionStorageDeps): SessionStorage {
  const { db, clock, sealer, neededScopes } = deps;

  async function storeSession(session: Session): Promise<boolean> {
    const shop = shopDomainSchema.parse(session.shop);
    if (session.isOnline || session.id !== offlineSessionId(shop)) {
      throw new Error("only a shop's offline session is kept");
    }
    if (!session.accessToken) return expireSession(shop);
    const { expires, refreshToken, refreshTokenExpires } = session;
    if (!expires || !refreshToken || !refreshTokenExpires) {
      throw new Error("Shopify answered a token without expiry or refresh token; it is not kept");
    }
    const row = {
      id: session.id,
      shop,
      state: session.state,
      isOnline: false,
      scope: session.scope ?? "",
      accessToken: sealer.seal(session.accessToken, tokenPlace.access(shop)),
      expiresAt: expires.getTime(),
      refreshToken: sealer.seal(refreshToken, tokenPlace.refresh(shop)),
      refreshTokenExpiresAt: refreshTokenExpires.getTime(),
      // A refresh under way loses its lease, so that its older pair cannot replace this one.
      refreshLease: null,
      refreshLeaseUntil: null,
      updatedAt: clock.now(),
    };
    await db.transact({ shop }, function* (tx) {
      yield* q(tx.insert(sessions).values(row).onConflictDoUpdate({ target: sessions.id, set: row }));
      yield* markAuthorised(tx, shop, scopesSuffice(row.scope, neededScopes), noteAccess(shop, clock.now()));
    });
    return true;
  }

  /** The library stores a session without its access token when Shopify refused it: the next request exchanges a new one. */
  async function expireSession(shop: ShopDomain): Promise<boolean> {
    const own = and(eq(sessions.shop, shop), eq(sessions.id, offlineSessionId(shop)));
    await db.transact({ shop }, (tx) => q(tx.update(sessions).set({ expiresAt: 0 }).where(own)));
    return true;
  }

  async function loadSession(id: string): Promise<Session | undefined> {
    const shop = shopDomainSchema.safeParse(id.replace(/^offline_/, ""));
    if (!shop.success || id !== offlineSessionId(shop.data)) return undefined;
    const [row] = await db.orm
      .select()
      .from(sessions)
      .where(and(eq(sessions.shop, shop.data), eq(sessions.id, id)));
    if (!row) return undefined;
    const rested = clock.now() - row.updatedAt >= lackingRetryMs;
    const lacking = !scopesSuffice(row.scope, neededScopes) || (rested && (await waitsForAccess(db, shop.data)));
    const due = lacking && (row.scope === null || rested);
    return toSession(due ? { ...row, expiresAt: 0 } : row, sealer);
  }

  async function deleteSession(id: string): Promise<boolean> {
    const { data: shop } = shopDomainSchema.safeParse(id.replace(/^offline_/, ""));
    if (shop === undefined) return true;
    const own = and(eq(sessions.shop, shop), eq(sessions.id, id));
    await db.transact({ shop }, (tx) => q(tx.delete(sessions).where(own)));
    return true;
  }

  return {
    storeSession,
    loadSession,
    deleteSession,
    async deleteSessions(ids) {
      for (const id of ids) await deleteSession(id);
      return true;
    },
    async findSessionsByShop(domain) {
      const shop = shopDomainSchema.safeParse(domain);
      const session = shop.success ? await loadSession(offlineSessionId(shop.data)) : undefined;
      return session ? [session] : [];
    },
  };
}

/** A row whose key is gone reads as no session: the next visit exchanges a new token instead of failing for ever. */
function toSession(row: typeof sessions.$inferSelect, sealer: Sealer): Session | undefined {
  const accessToken = sealer.open(row.accessToken, tokenPlace.access(row.shop));
  const refreshToken = sealer.open(row.refreshToken, tokenPlace.refresh(row.shop));
  if (accessToken === null || refreshToken === null) return undefined;
  return new Session({
    id: row.id,
    shop: row.shop,
    state: row.state,
    isOnline: false,
    ...(row.scope === null ? {} : { scope: row.scope }),
    accessToken,
    expires: new Date(row.expiresAt),
    refreshToken,
    refreshTokenExpires: new Date(row.refreshTokenExpiresAt),
  });
}
