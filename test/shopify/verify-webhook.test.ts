import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { verifyWebhook } from "../../app/shopify/verify-webhook.ts";

const apiSecret = "a-secret-of-this-test";
const rawBody = '{"id":1,"title":"Teapot – 茶"}';
const hmac = createHmac("sha256", apiSecret).update(rawBody).digest("base64");

describe("a webhook's signature", () => {
  test("a webhook's signature made by Shopify over the raw body is accepted, as text and as bytes", () => {
    expect(verifyWebhook({ apiSecrets: [apiSecret], rawBody, hmac })).toBe(true);
    expect(verifyWebhook({ apiSecrets: [apiSecret], rawBody: Buffer.from(rawBody), hmac })).toBe(true);
    expect(verifyWebhook({ apiSecrets: ["the-new-secret", apiSecret], rawBody, hmac })).toBe(true);
  });

  test.each([
    ["a missing header", { hmac: null }],
    ["an empty header", { hmac: "" }],
    ["a signature of another length", { hmac: hmac.slice(0, 20) }],
    ["another secret", { apiSecrets: ["another-secret", "a-third-one"] }],
    ["a body changed by one character", { rawBody: rawBody.replace("1", "2") }],
    ["a body written anew", { rawBody: JSON.stringify(JSON.parse(rawBody), null, 1) }],
    ["a hexadecimal signature", { hmac: Buffer.from(hmac, "base64").toString("hex") }],
  ])("a webhook's signature is refused: %s", (_what, change) => {
    expect(verifyWebhook({ apiSecrets: [apiSecret], rawBody, hmac, ...change })).toBe(false);
  });
});
