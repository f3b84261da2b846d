import { and, eq, gt, inArray, lt, or } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { sessions, shops } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import { type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { isOperationalError } from "../lib/errors.ts";
import { newId } from "../lib/id.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import { wait } from "../lib/retry.ts";
import type { Sealer } from "../lib/seal.ts";
import { adminError } from "./admin-errors.ts";
import { markNeedsReauth, markUnreadable, noteAccess } from "./auth-state.ts";
import { requestTokens, type TokenPair } from "./request-tokens.ts";
import { offlineSessionId } from "./session-storage.ts";
import { tokenPlace } from "./token-place.ts";

/** The shops' access tokens. Every call of the app takes its token here; the library's own refresh is never used. */
export interface Tokens {
  /**
   * A token that works for at least some minutes, refreshed first when needed.
   * @throws OperationalError `shopify_needs_reauth` when only a visit of the merchant helps, `shopify_token_unreadable` when
   *   that is so because no encryption key opens what is kept; the transient codes of {@link requestTokens}
   */
  accessToken(shop: ShopDomain): Promise<string>;
  /** A token other than the one that Shopify refused with 401. @throws as accessToken */
  replaceRejected(shop: ShopDomain, rejected: string): Promise<string>;
  /** Shopify refused even a new token: the shop's work is paused until the merchant opens the app. */
  giveUp(shop: ShopDomain, rejected: string): Promise<void>;
  /** Refreshes the shops whose refresh token is older than 75 days, so that none dies of idleness. @returns how many */
  refreshIdle(): Promise<number>;
}

export interface TokensDeps {
  db: Db;
  clock: Clock;
  fetch: typeof fetch;
  sealer: Sealer;
  apiKey: string;
  apiSecret: string;
  logger: Logger;
  /** real time by default; how this process waits for another one's refresh */
  sleep?: (ms: number) => Promise<void>;
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** The same margin as Shopify's library, so that it never finds a session of ours expired that we think alive. */
const marginMs = 5 * minuteMs;
/** Outlives the request's time-out of 15 s. */
const leaseMs = 30_000;
const pollMs = 50;
/** Refresh tokens live 90 days and are refreshed before day 76. */
const idleAfterDays = 75;
const refreshTokenLifeDays = 90;

type Row = typeof sessions.$inferSelect;

export function createTokens(deps: TokensDeps): Tokens {
  const { db, clock, sealer, logger, sleep = wait } = deps;
  const underWay = new Map<ShopDomain, Promise<string>>();

  async function readRow(shop: ShopDomain): Promise<Row> {
    const [row] = await db.orm
      .select()
      .from(sessions)
      .where(and(eq(sessions.shop, shop), eq(sessions.id, offlineSessionId(shop))));
    if (row) return row;
    await loseAccess(shop);
    throw adminError("shopify_needs_reauth", `there is no session of ${shop}`);
  }

  /** One refresh at a time in this process: everybody who asks meanwhile gets its result. */
  function refreshOnce(shop: ShopDomain, isStale: (row: Row) => boolean): Promise<string> {
    const running = underWay.get(shop);
    if (running) return running;
    const promise = refreshUnderLease(shop, isStale).finally(() => underWay.delete(shop));
    underWay.set(shop, promise);
    return promise;
  }

  /** One refresh at a time over all processes: who holds the row's lease asks Shopify, the others wait for the new row. */
  async function refreshUnderLease(shop: ShopDomain, isStale: (row: Row) => boolean): Promise<string> {
    await openRefresh(await readRow(shop));
    // Asking again with a dead refresh token helps nobody: the next token exchange puts the state back to ok.
    if (await isLost(shop)) throw adminError("shopify_needs_reauth", `${shop} has to be authorised again`);
    const lease = newId("lease", clock.now());
    for (let waitedMs = 0; waitedMs <= leaseMs; waitedMs += pollMs) {
      const row = await readRow(shop);
      if (!isStale(row)) return needAccess(row);
      if (await takeLease(row, lease)) return refreshHolding(row, shop, lease);
      await sleep(pollMs);
    }
    throw adminError("shopify_unavailable", "another process's token refresh does not end");
  }

  async function takeLease(row: Row, lease: string): Promise<boolean> {
    const now = clock.now();
    return db.transact({ shop: row.shop }, function* (tx) {
      const [current] = yield* q(
        tx
          .select({ until: sessions.refreshLeaseUntil, refreshToken: sessions.refreshToken })
          .from(sessions)
          .where(and(eq(sessions.shop, row.shop), eq(sessions.id, row.id))),
      );
      // A lease that would last longer was taken before the clock was set back.
      const held = current?.until != null && current.until > now && current.until <= now + leaseMs;
      if (!current || held || current.refreshToken !== row.refreshToken) return false;
      yield* q(
        tx
          .update(sessions)
          .set({ refreshLease: lease, refreshLeaseUntil: now + leaseMs })
          .where(and(eq(sessions.shop, row.shop), eq(sessions.id, row.id))),
      );
      return true;
    });
  }

  async function refreshHolding(row: Row, shop: ShopDomain, lease: string): Promise<string> {
    try {
      const refreshToken = await openRefresh(row);
      const pair = await requestTokens({ ...deps, now: clock.now }, shop, refreshToken);
      // Written before its first use: Shopify keeps the previous refresh token until the successor is used.
      if (await storePair(row, pair, lease)) {
        logger.info({ shop }, "access token refreshed");
        return pair.accessToken;
      }
    } catch (error) {
      if (isOperationalError(error) && error.code === "shopify_needs_reauth") {
        const given = await giveUpLease(row, shop, lease);
        if (given) throw error;
      } else {
        await releaseLease(row, lease);
        logger.warn({ shop, error: describeError(error) }, "a token refresh failed");
        // Still good for a while: an outage of the token endpoint alone stops nothing.
        if (isOperationalError(error) && error.retryable && row.expiresAt > clock.now() + minuteMs)
          return needAccess(row);
        throw error;
      }
    }
    // The lease was lost to a newer session, whose tokens count.
    return needAccess(await readRow(shop));
  }

  async function storePair(row: Row, pair: TokenPair, lease: string): Promise<boolean> {
    const { shop } = row;
    const kept = {
      accessToken: sealer.seal(pair.accessToken, tokenPlace.access(shop)),
      expiresAt: pair.expiresAt,
      refreshToken: sealer.seal(pair.refreshToken, tokenPlace.refresh(shop)),
      refreshTokenExpiresAt: pair.refreshTokenExpiresAt,
      refreshLease: null,
      refreshLeaseUntil: null,
      updatedAt: clock.now(),
    };
    const stored = await db.transact({ shop }, (tx) =>
      q(tx.update(sessions).set(kept).where(holding(row, lease)).returning({ id: sessions.id })),
    );
    return stored.length > 0;
  }

  async function releaseLease(row: Row, lease: string): Promise<void> {
    const none = { refreshLease: null, refreshLeaseUntil: null };
    await db.transact({ shop: row.shop }, (tx) => q(tx.update(sessions).set(none).where(holding(row, lease))));
  }

  /** Expires the session, so that the merchant's next visit exchanges a new token. */
  async function giveUpLease(row: Row, shop: ShopDomain, lease: string): Promise<boolean> {
    const now = clock.now();
    return db.transact({ shop }, function* (tx) {
      const expired = yield* q(
        tx
          .update(sessions)
          .set({ expiresAt: 0, refreshLease: null, refreshLeaseUntil: null })
          .where(holding(row, lease))
          .returning({ id: sessions.id }),
      );
      if (expired.length === 0) return false;
      yield* markNeedsReauth(tx, shop, now, noteAccess(shop, now));
      return true;
    });
  }

  async function isLost(shop: ShopDomain): Promise<boolean> {
    const [row] = await db.orm.select({ authState: shops.authState }).from(shops).where(eq(shops.shop, shop));
    return row?.authState === "needs_reauth";
  }

  async function loseAccess(shop: ShopDomain): Promise<void> {
    const now = clock.now();
    await db.transact({ shop }, function* (tx) {
      const known = yield* q(tx.select({ shop: shops.shop }).from(shops).where(eq(shops.shop, shop)));
      if (known.length > 0) yield* markNeedsReauth(tx, shop, now, noteAccess(shop, now));
    });
  }

  function openAccess(row: Row): string | null {
    return sealer.open(row.accessToken, tokenPlace.access(row.shop));
  }

  function needAccess(row: Row): string {
    const token = openAccess(row);
    if (token === null) throw unreadable();
    return token;
  }

  /** Without it only a visit of the merchant brings a new pair, unless the operator brings the key back before. */
  async function openRefresh(row: Row): Promise<string> {
    const token = sealer.open(row.refreshToken, tokenPlace.refresh(row.shop));
    if (token !== null) return token;
    const shop = shopDomainSchema.parse(row.shop);
    await db.transact({ shop }, (tx) => markUnreadable(tx, shop, clock.now()));
    throw unreadable();
  }

  /** An access token that no key opens is as good as one that has expired. */
  const isSpent = (row: Row) => row.expiresAt <= clock.now() + marginMs || openAccess(row) === null;

  return {
    async accessToken(shop) {
      const row = await readRow(shop);
      return isSpent(row) ? refreshOnce(shop, isSpent) : needAccess(row);
    },

    replaceRejected(shop, rejected) {
      return refreshOnce(shop, (row) => isSpent(row) || openAccess(row) === rejected);
    },

    async giveUp(shop, rejected) {
      const row = await readRow(shop);
      if (openAccess(row) !== rejected) return;
      const lease = newId("lease", clock.now());
      if (await takeLease(row, lease)) await giveUpLease(row, shop, lease);
    },

    async refreshIdle() {
      const before = clock.now() + (refreshTokenLifeDays - idleAfterDays) * dayMs;
      // What ends later than any token can was got while the clock was ahead: nobody knows when it really ends.
      const after = clock.now() + (refreshTokenLifeDays + 1) * dayMs;
      const idle = await db.orm
        .select({ shop: sessions.shop, refreshTokenExpiresAt: sessions.refreshTokenExpiresAt })
        .from(sessions)
        .innerJoin(shops, eq(shops.shop, sessions.shop))
        .where(
          and(
            or(lt(sessions.refreshTokenExpiresAt, before), gt(sessions.refreshTokenExpiresAt, after)),
            inArray(shops.authState, ["ok"]),
          ),
        );
      let refreshed = 0;
      for (const { shop: domain } of idle) {
        const shop = shopDomainSchema.parse(domain);
        try {
          await refreshOnce(shop, ({ refreshTokenExpiresAt: at }) => at < before || at > after);
          refreshed += 1;
        } catch (error) {
          logger.warn({ shop, error: describeError(error) }, "an idle shop's token could not be refreshed");
        }
      }
      return refreshed;
    },
  };
}

function unreadable() {
  return adminError("shopify_token_unreadable", "a stored token opens with none of ENCRYPTION_KEYS");
}

function holding(row: Row, lease: string) {
  return and(eq(sessions.shop, row.shop), eq(sessions.id, row.id), eq(sessions.refreshLease, lease));
}
