import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { createShopOfToken } from "../../app/shopify/shop-of-token.ts";
import { testClock } from "../support/content/shop.ts";

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

function tokenOf(clock: { now(): number }, secret: string, change: Record<string, unknown> = {}): string {
  const now = Math.floor(clock.now() / 1_000);
  const url = "https://one.myshopify.com";
  const claims = { iss: `${url}/admin`, dest: url, aud: "key", sub: "1", nbf: now, exp: now + 60, ...change };
  const text = `${part({ alg: "HS256" })}.${part(claims)}`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}

it("a request's shop is believed of a token that one of the app's secrets signed a short while ago", () => {
  const clock = testClock();
  const shopOf = createShopOfToken({ clock, apiKey: "key", apiSecrets: ["new", "old"] });
  const token = tokenOf(clock, "old");
  expect([token, tokenOf(clock, "new")].map(shopOf)).toEqual(["one.myshopify.com", "one.myshopify.com"]);
  const others = [tokenOf(clock, "wrong"), tokenOf(clock, "new", { aud: "other" }), `${token}x`, "a.b.c", "x", ""];
  expect(others.map(shopOf)).toEqual(others.map(() => null));
  clock.advance(11 * 60_000 + 1_000);
  expect(shopOf(token)).toBeNull();
});
