import "@shopify/shopify-app-remix/adapters/node";
import { type ApiVersion, AppDistribution, LogSeverity, shopifyApp } from "@shopify/shopify-app-remix/server";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { eq } from "drizzle-orm";
import type { Db } from "../db/open.ts";
import { recordAct } from "../db/record-act.ts";
import { shops } from "../db/schema/index.ts";
import { q } from "../db/steps.ts";
import { type ShopDomain, shopDomainSchema } from "../lib/brand.ts";
import type { Clock } from "../lib/clock.ts";
import { describeError, type Logger } from "../lib/logger.ts";
import type { ClockWatch } from "./clock-watch.ts";
import { completeAnswer } from "./complete-answer.ts";
import { readSessionClaims } from "./session-claims.ts";
import { isSignature } from "./verify-webhook.ts";

/** Who asks, by a verified session token of Shopify's. */
export interface AdminUser {
  shop: ShopDomain;
  /** `user:<Shopify user id>`: kept with what the person decides */
  by: string;
}

/**
 * Authenticates a request from inside the Shopify admin and makes sure that the shop is installed (token exchange).
 * @throws a Response that re-authorises the request; pass it on
 */
export type AuthenticateAdmin = (request: Request) => Promise<AdminUser>;

export interface AuthenticateDeps {
  db: Db;
  clock: Clock;
  logger: Logger;
  config: {
    SHOPIFY_API_KEY: string;
    SHOPIFY_API_SECRET: readonly [string, ...string[]];
    SHOPIFY_APP_URL: string;
    SHOPIFY_ADMIN_ORIGIN: string;
    SHOPIFY_ADMIN_API_VERSION: string;
    SCOPES: string[];
  };
  sessionStorage: SessionStorage;
  clockWatch: ClockWatch;
}

export function createAuthenticateAdmin(deps: AuthenticateDeps): AuthenticateAdmin {
  // The library knows one secret only. The one of before a rotation asks for tokens as well, until it is revoked.
  const [first, ...others] = deps.config.SHOPIFY_API_SECRET;
  const main = { secret: first, library: openLibrary(deps, first) };
  const former = others.map((secret) => ({ secret, library: openLibrary(deps, secret) }));
  return async (given) => {
    const request = withPlainBearer(given);
    const token = sessionTokenOf(request);
    const signer = [main, ...former].find(({ secret }) => isSignedWith(token, secret));
    const { library } = signer ?? main;
    const claims = readSessionClaims(token, deps.config.SHOPIFY_API_KEY);
    if (signer && claims) deps.clockWatch.look(claims);
    const asked = claims ? request : withUnreadableToken(request);
    const { session, sessionToken } = await library.authenticate.admin(asked).catch((thrown: unknown) => {
      throw thrown instanceof Response
        ? completeAnswer(deps, { request, isSigned: signer !== undefined }, thrown)
        : thrown;
    });
    const shop = shopDomainSchema.parse(session.shop);
    assertSameHost(sessionToken, shop);
    return { shop, by: `user:${sessionToken?.sub ?? "unknown"}` };
  };
}

/** The library knows one spelling of the scheme. @see https://www.rfc-editor.org/rfc/rfc9110#section-11.1 any case is right */
function withPlainBearer(request: Request): Request {
  const { url, headers, method } = request;
  const [, token] = /^bearer +(.+)$/i.exec(headers.get("authorization") ?? "") ?? [];
  if (token === undefined) return request;
  const plain = new Request(url, { headers, method });
  plain.headers.set("authorization", `Bearer ${token}`);
  return plain;
}

/** What the library then answers is right for a token that it would take and we do not: a new one is asked for. */
function withUnreadableToken({ url, headers, method }: Request): Request {
  const asked = new Request(url, { headers, method });
  if (asked.headers.has("authorization")) asked.headers.set("authorization", "Bearer none");
  const address = new URL(url);
  if (!address.searchParams.has("id_token")) return asked;
  address.searchParams.set("id_token", "none");
  return new Request(address, asked);
}

function openLibrary(deps: AuthenticateDeps, apiSecretKey: string) {
  const { config, logger } = deps;
  return shopifyApp({
    apiKey: config.SHOPIFY_API_KEY,
    apiSecretKey,
    appUrl: config.SHOPIFY_APP_URL,
    scopes: config.SCOPES,
    apiVersion: config.SHOPIFY_ADMIN_API_VERSION as ApiVersion,
    sessionStorage: deps.sessionStorage,
    distribution: AppDistribution.AppStore,
    isEmbeddedApp: true,
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    hooks: { afterAuth: ({ session }) => markInstalled(deps, session.shop) },
    logger: {
      level: LogSeverity.Error,
      // The library's own messages can hold a whole token: only their fact is logged, their words never.
      log: async (severity) => {
        if (severity === LogSeverity.Error)
          logger.warn({ reason: "shopify library" }, "authentication reported an error");
      },
    },
  });
}

/** The one that the library will take: what was looked at here has to be what it lets in. */
function sessionTokenOf(request: Request): string {
  const header = request.headers.get("authorization")?.replace("Bearer ", "");
  return header || (new URL(request.url).searchParams.get("id_token") ?? "");
}

/** Chooses who verifies the token in full; does not check its claims. */
function isSignedWith(token: string, secret: string): boolean {
  const [header, payload, signature = ""] = token.split(".");
  return isSignature(Buffer.from(signature, "base64url"), secret, `${header}.${payload}`);
}

/** What {@link readSessionClaims} looked at in the text, once more in what the library verified. */
function assertSameHost(token: { iss: string; dest: string } | undefined, shop: string): void {
  if (token && new URL(token.iss).hostname === new URL(token.dest).hostname && new URL(token.dest).hostname === shop)
    return;
  throw new Response("The session token names two shops. Open the app again from the Shopify admin.", { status: 401 });
}

/** Runs at every token exchange, so at least hourly: changes nothing when the shop is known. */
async function markInstalled({ db, clock, logger }: AuthenticateDeps, domain: string): Promise<void> {
  const shop = shopDomainSchema.parse(domain);
  const now = clock.now();
  try {
    await db.transact({ shop }, function* (tx) {
      const fresh = yield* q(
        tx.insert(shops).values({ shop, installedAt: now }).onConflictDoNothing().returning({ shop: shops.shop }),
      );
      if (fresh.length > 0) yield* recordAct({ shop, at: now, by: "system", action: "shop.installed" });
      yield* q(tx.update(shops).set({ authState: "ok", uninstalledAt: null }).where(eq(shops.shop, shop)));
    });
  } catch (error) {
    logger.error({ shop, error: describeError(error) }, "could not note the installation");
    throw error;
  }
}
