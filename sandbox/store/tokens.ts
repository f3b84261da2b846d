import { randomBytes } from "node:crypto";

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
}
interface Refresh {
  expiresAt: number;
  /** The refresh token that this one came from: it stops working once this one is used. */
  parent: string | undefined;
}

/** Access and refresh tokens of one shop. A rotated refresh token stays usable until its successor is used. */
export interface Tokens {
  issue(scopes: string[], expiring: boolean): TokenAnswer;
  /** A new pair, or undefined when the refresh token is unknown, used up, expired or revoked. */
  refresh(refreshToken: string, scopes: string[]): TokenAnswer | undefined;
  isValid(accessToken: string): boolean;
  expireAccess(): void;
  revokeRefresh(): void;
  revokeAll(): void;
}

export function createTokens(deps: { now: () => number }, times: TokenTimes): Tokens {
  const access = new Map<string, Grant>();
  const refreshes = new Map<string, Refresh>();

  function makePair(scopes: string[], parent: string | undefined): TokenAnswer {
    const now = deps.now();
    const answer = {
      access_token: `shpat_${randomBytes(16).toString("hex")}`,
      scope: scopes.join(","),
      expires_in: times.accessSeconds,
      refresh_token: `shprt_${randomBytes(16).toString("hex")}`,
      refresh_token_expires_in: times.refreshSeconds,
    };
    access.set(answer.access_token, { expiresAt: now + times.accessSeconds * 1000 });
    refreshes.set(answer.refresh_token, { expiresAt: now + times.refreshSeconds * 1000, parent });
    return answer;
  }

  return {
    issue(scopes, expiring) {
      if (expiring) return makePair(scopes, undefined);
      const token = `shpat_${randomBytes(16).toString("hex")}`;
      access.set(token, { expiresAt: null });
      return { access_token: token, scope: scopes.join(",") };
    },
    refresh(refreshToken, scopes) {
      const found = refreshes.get(refreshToken);
      if (!found || found.expiresAt <= deps.now()) return undefined;
      if (found.parent !== undefined) {
        // The parent and the other tokens made from it (a lost answer, then a retry) end here.
        for (const [token, other] of refreshes) {
          if (token === found.parent || (other.parent === found.parent && token !== refreshToken))
            refreshes.delete(token);
        }
        found.parent = undefined;
      }
      return makePair(scopes, refreshToken);
    },
    isValid(accessToken) {
      const found = access.get(accessToken);
      return found !== undefined && (found.expiresAt === null || found.expiresAt > deps.now());
    },
    expireAccess: () => access.clear(),
    revokeRefresh: () => refreshes.clear(),
    revokeAll() {
      access.clear();
      refreshes.clear();
    },
  };
}
