import { describe, expect, it } from "vitest";
import { storeEnvironment } from "../../scripts/support/store-environment.ts";

describe("the environment of a development store", () => {
  it("takes the tunnel's address of Shopify's CLI for the app's own", () => {
    const env = storeEnvironment({ HOST: "https://some-words.trycloudflare.com", PORT: "50123" });
    expect(env).toEqual({ SHOPIFY_APP_URL: "https://some-words.trycloudflare.com", PORT: "50123" });
  });

  it("leaves an address to listen on, and an address of one's own, as they are", () => {
    expect(storeEnvironment({ HOST: "0.0.0.0" })).toEqual({ HOST: "0.0.0.0" });
    expect(storeEnvironment({ HOST: "https://tunnel.example", SHOPIFY_APP_URL: "https://own.example" })).toEqual({
      SHOPIFY_APP_URL: "https://own.example",
    });
  });
});
