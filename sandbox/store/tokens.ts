import { randomBytes } from "node:crypto";
import type { Habits } from "./habits.ts";

export interface TokenAnswer {
  access_token: string;
  scope: string;
  expires_in?: number;
  refresh_token?: string;
  refresh_token_expires_in?: number;
}

export interface TokenTimes {
  accessSeconds: number;
  refreshSeconds: number;
}

interface Grant {
  expiresAt: number | null;
  scopes: readonly string[];
}
interface Refresh {
  expiresAt: number;
  /** Those that the session token was exchanged with: a refresh brings no others. */
  scopes: readonly string[];
  firstUsedAt: number | undefined;
  /** The refresh token that this one came from: it stops working once this one is used. */
  parent: string | undefined;
}

/** For how long a refresh token that was used may be used again, since its successor seems to be lost. */
const retryMs = 30 * 86_400_000;

/** Access and refresh tokens of one shop. A rotated refresh token stays usable for 30 days, or until its successor is used. */
export interface Tokens {
  issue(scopes: readonly string[], expiring: boolean): TokenAnswer;
  /** A new pair, or undefined when the refresh token is unknown, used up, expired or revoked. */
  refresh(refreshToken: string): TokenAnswer | undefined;
  isValid(accessToken: string): boolean;
  /** The scopes that a living access token was issued with. */
  scopesOf(accessToken: string): readonly string[] | undefined;
  expireAccess(): void;
  revokeRefresh(): void;
  revokeAll(): void;
}

export function createTokens(
  deps: { now: () => number; habits: Pick<Habits, "rotatedAccess"> },
  times: TokenTimes,
): Tokens {
  const access = new Map<string, Grant>();
  const refreshes = new Map<string, Refresh>();

  function makePair(scopes: readonly string[], parent: string | undefined): TokenAnswer {
    const now = deps.now();
    const answer = {
      access_token: `shpat_${randomBytes(16).toString("hex")}`,
      scope: scopes.join(","),
      expires_in: times.accessSeconds,
      refresh_token: `shprt_${randomBytes(16).toString("hex")}`,
      refresh_token_expires_in: times.refreshSeconds,
    };
    access.set(answer.access_token, { expiresAt: now + times.accessSeconds * 1000, scopes });
    refreshes.set(answer.refresh_token, {
      expiresAt: now + times.refreshSeconds * 1000,
      scopes,
      parent,
      firstUsedAt: undefined,
    });
    return answer;
  }

  function living(accessToken: string): Grant | undefined {
    const found = access.get(accessToken);
    return found && (found.expiresAt === null || found.expiresAt > deps.now()) ? found : undefined;
  }

  return {
    issue(scopes, expiring) {
      if (expiring) return makePair(scopes, undefined);
      const token = `shpat_${randomBytes(16).toString("hex")}`;
      access.set(token, { expiresAt: null, scopes });
      return { access_token: token, scope: scopes.join(",") };
    },
    refresh(refreshToken) {
      const found = refreshes.get(refreshToken);
      const now = deps.now();
      if (!found || found.expiresAt <= now) return undefined;
      found.firstUsedAt ??= now;
      if (now - found.firstUsedAt >= retryMs) return undefined;
      if (found.parent !== undefined) {
        // The parent and the other tokens made from it (a lost answer, then a retry) end here.
        for (const [token, other] of refreshes) {
          if (token === found.parent || (other.parent === found.parent && token !== refreshToken))
            refreshes.delete(token);
        }
        found.parent = undefined;
      }
      if (deps.habits.rotatedAccess === "dies") access.clear();
      return makePair(found.scopes, refreshToken);
    },
    isValid: (accessToken) => living(accessToken) !== undefined,
    scopesOf: (accessToken) => living(accessToken)?.scopes,
    expireAccess: () => access.clear(),
    revokeRefresh: () => refreshes.clear(),
    revokeAll() {
      access.clear();
      refreshes.clear();
    },
  };
}
