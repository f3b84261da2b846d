import { describe, expect, it } from "vitest";
import { readAppToml } from "../../sandbox/read-app-toml.ts";

const toml = (applicationUrl: string, uri: string) => `handle = "x"
application_url = "${applicationUrl}"
[access_scopes]
scopes = "read_products"
[auth]
redirect_urls = []
[webhooks]
api_version = "2026-10"
[[webhooks.subscriptions]]
topics = ["products/update"]
compliance_topics = ["shop/redact"]
uri = "${uri}"
`;

describe("the addresses that a deploy makes of shopify.app.toml", () => {
  it.each([
    ["https://a.example.com", "/webhooks", "/webhooks"],
    ["https://a.example.com/", "/webhooks", "/webhooks"],
    ["https://a.example.com/app", "/webhooks", "/app/webhooks"],
    ["https://a.example.com/app/", "/webhooks", "/app/webhooks"],
    ["https://a.example.com/app", "https://a.example.com/webhooks", "/webhooks"],
  ])("for %s and %s it is %s, for both kinds of topics", (url, uri, path) => {
    const { subscriptions } = readAppToml(toml(url, uri));
    expect(subscriptions.map((one) => [one.topic, one.path])).toEqual([
      ["products/update", path],
      ["shop/redact", path],
    ]);
  });
});
