import { createHmac, randomUUID } from "node:crypto";
import { SignJWT } from "jose";

export interface LaunchDeps {
  apiKey: string;
  apiSecret: string;
  /** Epoch milliseconds. */
  now: () => number;
}

const lifetimeSeconds = 60;

/**
 * A session token as the admin gives it to an embedded app: HS256 by the app's secret, valid for a minute.
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/session-tokens
 */
export function signIdToken(deps: LaunchDeps, shop: string, sessionId: string): Promise<string> {
  const at = Math.floor(deps.now() / 1_000);
  return new SignJWT({ dest: `https://${shop}`, sid: sessionId })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(`https://${shop}/admin`)
    .setAudience(deps.apiKey)
    .setSubject("1")
    .setJti(randomUUID())
    .setIssuedAt(at)
    .setNotBefore(at)
    .setExpirationTime(at + lifetimeSeconds)
    .sign(new TextEncoder().encode(deps.apiSecret));
}

/** The `host` parameter: the admin's address of the shop in base64, as real shops have it. */
export function hostOf(handle: string): string {
  return Buffer.from(`admin.shopify.com/store/${handle}`).toString("base64").replace(/=+$/, "");
}

/** The address the app is opened at in its frame: the wanted path and query, and what Shopify adds, signed. */
export async function launchUrl(
  deps: LaunchDeps,
  target: { appUrl: string; path: string; query: URLSearchParams; shop: string; handle: string; sessionId: string },
): Promise<string> {
  const url = new URL(target.path, target.appUrl);
  for (const [key, value] of target.query) url.searchParams.append(key, value);
  const added = {
    embedded: "1",
    shop: target.shop,
    host: hostOf(target.handle),
    id_token: await signIdToken(deps, target.shop, target.sessionId),
    // The language of a person's own account; here whoever opens the admin names it in the address.
    locale: target.query.get("locale") ?? "en",
    session: target.sessionId,
    timestamp: String(Math.floor(deps.now() / 1_000)),
  };
  for (const [key, value] of Object.entries(added)) url.searchParams.set(key, value);
  url.searchParams.set("hmac", hmacOf(deps.apiSecret, url.searchParams));
  return url.href;
}

/**
 * HMAC-SHA256 in hex over the sorted query without `hmac` and `signature`.
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 */
function hmacOf(secret: string, query: URLSearchParams): string {
  const signed = new URLSearchParams(
    [...query].filter(([key]) => key !== "hmac" && key !== "signature").sort(([a], [b]) => a.localeCompare(b)),
  );
  // The query is percent-encoded, with %20 for a space, as the libraries that check it do.
  return createHmac("sha256", secret).update(signed.toString().replace(/\+/g, "%20")).digest("hex");
}
