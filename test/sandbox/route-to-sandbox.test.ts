import "@shopify/shopify-api/adapters/node";
import { type ApiVersion, RequestedTokenType, shopifyApi } from "@shopify/shopify-api";
import { getGlobalDispatcher, setGlobalDispatcher } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routeToSandbox } from "../../sandbox/route-to-sandbox.ts";
import { defaultApp } from "../../sandbox/store/start.ts";
import { domain, rootField, sessionToken, startTestStore, type TestStore } from "./store/test-store.ts";

describe("routing to the sandbox", () => {
  let store: TestStore;
  const before = getGlobalDispatcher();
  beforeAll(async () => {
    store = await startTestStore({ catalogue: "sample", now: Date.now });
    routeToSandbox(store.port);
  });
  afterAll(async () => {
    setGlobalDispatcher(before);
    await store.close();
  });

  it("lets Shopify's own library exchange, refresh and query as if it spoke to Shopify", async () => {
    const shopify = shopifyApi({
      apiKey: defaultApp.apiKey,
      apiSecretKey: defaultApp.apiSecret,
      scopes: defaultApp.scopes,
      hostName: "localhost",
      apiVersion: "2026-10" as ApiVersion,
      isEmbeddedApp: true,
      logger: { log: () => undefined },
    });
    const token = await sessionToken({ issuedAt: Date.now() });
    const { session } = await shopify.auth.tokenExchange({
      shop: domain,
      sessionToken: token,
      requestedTokenType: RequestedTokenType.OfflineAccessToken,
      expiring: true,
    });
    expect(session.refreshToken).toMatch(/^shprt_/);
    const refreshed = await shopify.auth.refreshToken({ shop: domain, refreshToken: session.refreshToken ?? "" });
    const client = new shopify.clients.Graphql({ session: refreshed.session });
    const answer = await client.request("{ shop { name } productsCount { count } }");
    expect(answer.data).toEqual({ shop: { name: "A" }, productsCount: { count: 71 } });
  });

  it("reaches results of bulk operations under their own host", async () => {
    await store.admin(
      'mutation { bulkOperationRunQuery(query: "{ products { edges { node { id } } } }") { bulkOperation { id } } }',
    );
    await store.state.settled();
    const answer = await store.admin("{ bulkOperations(first: 1) { nodes { url } } }");
    const url = rootField<{ nodes: { url: string }[] }>(answer, "bulkOperations").nodes[0]?.url ?? "";
    expect(url).toMatch(/^https:\/\/storage\.googleapis\.com\//);
    const text = await (await fetch(url)).text();
    expect(text.trim().split("\n")).toHaveLength(71);
  });

  it("leaves other hosts alone", async () => {
    const answer = await fetch(`${store.url}/__sandbox/shops`);
    expect(answer.status).toBe(200);
    await expect(fetch("https://localhost:1/")).rejects.toThrow();
  });
});
