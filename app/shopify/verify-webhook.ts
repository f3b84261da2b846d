import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * Whether Shopify signed this body with the app's secret. It covers the body only: shop, topic and time headers are hints.
 * Needs no session, so it answers for shops that left long ago.
 * @param input.rawBody the bytes as they came, before any parsing
 * @param input.hmac the header `X-Shopify-Hmac-Sha256`, base64
 * @see https://shopify.dev/docs/apps/build/webhooks/verify-deliveries
 */
export function verifyWebhook(input: { apiSecret: string; rawBody: string | Buffer; hmac: string | null }): boolean {
  if (input.hmac === null) return false;
  const expected = createHmac("sha256", input.apiSecret).update(input.rawBody).digest();
  const given = Buffer.from(input.hmac, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
