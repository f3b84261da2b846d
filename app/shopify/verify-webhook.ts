import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether Shopify signed this body with one of the app's secrets: during a rotation the oldest that is not revoked signs, and
 * for up to an hour longer. It covers the body only: shop, topic and time headers are hints.
 * Needs no session, so it answers for shops that left long ago.
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/client-secrets/rotate-revoke-client-credentials
 * @param input.rawBody the bytes as they came, before any parsing
 * @param input.hmac the header `X-Shopify-Hmac-Sha256`, base64
 * @see https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
 */
export function verifyWebhook(input: {
  apiSecrets: readonly string[];
  rawBody: string | Buffer;
  hmac: string | null;
}): boolean {
  if (input.hmac === null) return false;
  const given = Buffer.from(input.hmac, "base64");
  return input.apiSecrets.some((secret) => isSignature(given, secret, input.rawBody));
}

/** Whether this is the HMAC-SHA256 of the text by the secret; takes the same time whatever differs. */
export function isSignature(given: Buffer, secret: string, text: string | Buffer): boolean {
  const expected = createHmac("sha256", secret).update(text).digest();
  return given.length === expected.length && timingSafeEqual(given, expected);
}
