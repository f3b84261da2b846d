import { describe, expect, it } from "vitest";
import { storeEnvironment } from "../../scripts/support/store-environment.ts";

describe("the environment of a development store", () => {
  it("takes the tunnel's address of Shopify's CLI for the app's own", () => {
    const changes = storeEnvironment({ HOST: "https://some-words.trycloudflare.com", PORT: "50123" });
    expect(changes).toEqual({ HOST: undefined, SHOPIFY_APP_URL: "https://some-words.trycloudflare.com" });
  });

  it("leaves an address to listen on, and an address of one's own, as they are", () => {
    expect(storeEnvironment({ HOST: "0.0.0.0" })).toEqual({});
    const own = storeEnvironment({ HOST: "https://tunnel.example", SHOPIFY_APP_URL: "https://own.example" });
    expect(own).toEqual({ HOST: undefined, SHOPIFY_APP_URL: "https://own.example" });
  });
});
