import { createHmac } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { listen, type RunningServer, readBody } from "../../../sandbox/shared/http.ts";
import { subscribe } from "../../../sandbox/store/sandbox-app.ts";
import { defaultApp } from "../../../sandbox/store/start.ts";
import { topicName } from "../../../sandbox/store/webhooks.ts";
import { domain, startTestStore, type TestStore } from "./test-store.ts";

interface Received {
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  path: string | undefined;
}

describe("webhooks", () => {
  let store: TestStore;
  let app: RunningServer;
  afterEach(async () => {
    await store.close();
    await app.close();
  });

  /** A store with an app that answers its webhooks with the given statuses in turn, then with 200. */
  async function start(statuses: number[] = [], topics = defaultApp.subscriptions.map(({ topic }) => topic)) {
    const received: Received[] = [];
    app = await listen(async (req, res) => {
      received.push({ headers: req.headers, body: await readBody(req), path: req.url });
      res.statusCode = statuses.shift() ?? 200;
      res.end();
    });
    store = await startTestStore({
      catalogue: "sample",
      app: { ...defaultApp, url: app.url, subscriptions: subscribe(topics) },
    });
    return received;
  }
  const id = "8000000000000";

  it("are signed over the raw body with the app's secret, with all headers", async () => {
    const received = await start();
    store.state.patchProduct(domain, id, { title: "Größe – 日本" });
    await store.state.settled();
    const [hook] = received;
    const signature = createHmac("sha256", defaultApp.apiSecret)
      .update(hook?.body ?? "")
      .digest("base64");
    expect(hook?.path).toBe("/webhooks");
    expect(hook?.headers).toMatchObject({
      "x-shopify-topic": "products/update",
      "x-shopify-hmac-sha256": signature,
      "x-shopify-shop-domain": domain,
      "x-shopify-api-version": "2026-10",
      "x-shopify-triggered-at": "2026-11-01T12:00:00.000Z",
    });
    expect(hook?.headers["x-shopify-webhook-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(hook?.headers["x-shopify-event-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(hook?.body.toString() ?? "")).toMatchObject({
      id: Number(id),
      title: "Größe – 日本",
      body_html: expect.any(String),
    });
  });

  it("follow mutations of the API: create, update, delete, and the end of a bulk operation", async () => {
    const received = await start();
    await store.admin('mutation { productCreate(product: { title: "X" }) { product { id } } }');
    await store.admin(
      `mutation { tagsAdd(id: "gid://shopify/Product/${id}", tags: ["x"]) { userErrors { message } } }`,
    );
    await store.admin(`mutation { productDelete(input: { id: "gid://shopify/Product/${id}" }) { deletedProductId } }`);
    await store.admin(
      'mutation { bulkOperationRunQuery(query: "{ products { edges { node { id } } } }") { bulkOperation { id } } }',
    );
    await store.state.settled();
    expect(received.map((r) => r.headers["x-shopify-topic"]).sort()).toEqual([
      "bulk_operations/finish",
      "products/create",
      "products/delete",
      "products/update",
    ]);
    const finish = received.find((r) => r.headers["x-shopify-topic"] === "bulk_operations/finish");
    expect(JSON.parse(finish?.body.toString() ?? "")).toMatchObject({
      status: "completed",
      type: "query",
      error_code: null,
    });
  });

  it("are sent only for the app's topics", async () => {
    const received = await start([], ["PRODUCTS_DELETE"]);
    store.state.patchProduct(domain, id, { title: "x" });
    store.state.deleteProduct(domain, id);
    await store.state.settled();
    expect(received.map((r) => r.headers["x-shopify-topic"])).toEqual(["products/delete"]);
  });

  it("are tried again with the same id until the app answers 2xx", async () => {
    const received = await start([500, 404, 302]);
    store.state.patchProduct(domain, id, { title: "x" });
    await store.state.settled();
    expect(received).toHaveLength(4);
    expect(new Set(received.map((r) => r.headers["x-shopify-webhook-id"])).size).toBe(1);
    const [delivery] = store.state.deliveries();
    expect(delivery?.status).toBe("delivered");
    expect(delivery?.attempts.map((a) => a.status)).toEqual([500, 404, 302, 200]);
  });

  it("are given up after eight tries", async () => {
    const received = await start(Array.from({ length: 20 }, () => 500));
    store.state.patchProduct(domain, id, { title: "x" });
    await store.state.settled();
    expect(received).toHaveLength(8);
    expect(store.state.deliveries()[0]?.status).toBe("failed");
  });

  it("survive an app that does not listen", async () => {
    await start();
    store.state.setAppUrl("http://127.0.0.1:1");
    store.state.patchProduct(domain, id, { title: "x" });
    await store.state.settled();
    expect(store.state.deliveries()[0]).toMatchObject({ status: "failed" });
    expect(store.state.deliveries()[0]?.attempts[0]?.error).toBeTruthy();
  });

  it("come twice, out of order or not at all on demand", async () => {
    const received = await start();
    await store.control("POST", `/shops/${domain}/webhooks`, { topic: "products/update", copies: 3 });
    await store.state.settled();
    expect(received).toHaveLength(3);
    expect(new Set(received.map((r) => r.headers["x-shopify-webhook-id"])).size).toBe(1);
    const payload = Array.from({ length: 8 }, (_, i) => ({ id: i }));
    await store.control("POST", `/shops/${domain}/webhooks`, { topic: "products/update", payload, shuffle: true });
    await store.state.settled();
    const order = store.state
      .deliveries()
      .slice(3)
      .map((d) => (d.payload as { id: number }).id);
    expect(order).not.toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    store.state.faults.set({
      rules: [{ kind: "webhook_lost", match: { operation: "webhook:products/update" }, times: 1 }],
    });
    store.state.patchProduct(domain, id, { title: "lost" });
    store.state.patchProduct(domain, id, { title: "found" });
    await store.state.settled();
    expect(
      store.state
        .deliveries()
        .slice(-2)
        .map((d) => d.status),
    ).toEqual(["lost", "delivered"]);
  });

  it.each(["customers/data_request", "customers/redact", "shop/redact"])("send %s on demand", async (topic) => {
    const received = await start([], [topic]);
    await store.control("POST", `/shops/${domain}/webhooks`, { topic });
    await store.state.settled();
    expect(received[0]?.headers["x-shopify-topic"]).toBe(topic);
    expect(JSON.parse(received[0]?.body.toString() ?? "")).toMatchObject({ shop_domain: domain });
  });

  it("tell of an uninstall, and of nothing afterwards", async () => {
    const received = await start();
    await store.control("POST", `/shops/${domain}/uninstall`);
    store.state.patchProduct(domain, id, { title: "x" });
    await store.state.settled();
    expect(received.map((r) => r.headers["x-shopify-topic"])).toEqual(["app/uninstalled"]);
  });

  it("go to subscriptions made through the API too", async () => {
    const received = await start([], []);
    const made = await store.admin(
      "mutation($w: WebhookSubscriptionInput!) { webhookSubscriptionCreate(topic: PRODUCTS_UPDATE, webhookSubscription: $w) { webhookSubscription { id topic uri } userErrors { message } } }",
      { w: { uri: `${app.url}/other` } },
    );
    expect(made.data?.webhookSubscriptionCreate).toMatchObject({
      userErrors: [],
      webhookSubscription: { topic: "PRODUCTS_UPDATE" },
    });
    store.state.patchProduct(domain, id, { title: "x" });
    await store.state.settled();
    expect(received.map((r) => r.path)).toEqual(["/other"]);
    const list = await store.admin("{ webhookSubscriptions(first: 5) { nodes { uri } } }");
    expect(list.data?.webhookSubscriptions).toEqual({ nodes: [{ uri: `${app.url}/other` }] });
  });
});

describe("webhook topics", () => {
  it.each([
    ["PRODUCTS_UPDATE", "products/update"],
    ["BULK_OPERATIONS_FINISH", "bulk_operations/finish"],
    ["APP_SCOPES_UPDATE", "app/scopes_update"],
    ["CUSTOMERS_DATA_REQUEST", "customers/data_request"],
    ["shop/redact", "shop/redact"],
  ])("are named %s or %s", (enumName, name) => {
    expect(topicName(enumName)).toBe(name);
  });
});
