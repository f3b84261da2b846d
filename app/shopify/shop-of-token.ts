import type { Clock } from "../lib/clock.ts";
import { readSessionClaims } from "./session-claims.ts";
import { isSignature } from "./verify-webhook.ts";

/** An open page may send one that has just ended, and clocks differ: it decides about turns and shares alone. */
const toleratedSeconds = 10 * 60;

/**
 * Whose a session token is, by its signature: some microseconds, without the database. Lets nobody in; whoever is let in is
 * authenticated in full.
 * @returns null for a token that the admin did not make for this app, or made long ago
 */
export function createShopOfToken({
  clock,
  apiKey,
  apiSecrets,
}: {
  clock: Clock;
  apiKey: string;
  apiSecrets: readonly string[];
}): (token: string) => string | null {
  return (token) => {
    const [header, payload, signature = ""] = token.split(".");
    const given = Buffer.from(signature, "base64url");
    if (!apiSecrets.some((secret) => isSignature(given, secret, `${header}.${payload}`))) return null;
    const claims = readSessionClaims(token, apiKey);
    const isOld = claims === null || claims.expiresAt + toleratedSeconds < clock.now() / 1_000;
    return isOld ? null : claims.shop;
  };
}
