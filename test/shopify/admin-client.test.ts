import { setImmediate } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import type { Db } from "../../app/db/open.ts";
import { pauses, sessions, shops } from "../../app/db/schema/index.ts";
import { defineOperation } from "../../app/shopify/operations/define-operation.ts";
import { readProduct, shopOverview, updateProductTexts } from "../../app/shopify/operations/index.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import {
  installShop,
  type OpenStore,
  openAdmin,
  openStore,
  openTokens,
  shop,
  type TestClock,
  testClock,
} from "./open-store.ts";

let db: Db;
let clock: TestClock;
let store: OpenStore;
/** what the client waited for, in ms; the clock moves along */
let waits: number[];

beforeEach(async () => {
  db = openTestDatabase();
  clock = testClock();
  store = await openStore({ now: clock.now });
  waits = [];
  await installShop({ db, clock }, store);
});

async function sleep(ms: number): Promise<void> {
  waits.push(ms);
  clock.advance(ms);
  // Answers under way may come in meanwhile.
  await setImmediate();
}

function open(options: { fetch?: typeof fetch; timeoutMs?: number; maxWaitMs?: number } = {}) {
  return openAdmin({ db, clock, store, sleep, ...options })(shop);
}

function fail(rule: { kind: string; times?: number; retryAfterSeconds?: number; ms?: number; operation?: string }) {
  const { operation = "ShopOverview", ...rest } = rule;
  store.state.faults.set({ rules: [{ match: { operation }, ...rest }] });
}

const productId = () => {
  const [product] = store.state.listProducts(shop, { first: 1 }).products;
  if (!product) throw new Error("the catalogue is empty");
  return product.id;
};

describe("a call", () => {
  test("a call answers parsed data", async () => {
    const data = await open().run(shopOverview, {});
    expect(data.shop).toMatchObject({ name: "Fern & Field", myshopifyDomain: shop });
    expect(data.shopLocales.map(({ locale, primary }) => [locale, primary])).toEqual([
      ["de", false],
      ["en", true],
      ["fr", false],
    ]);
  });

  test("a call reads a whole product for one cost that is allowed", async () => {
    const { product } = await open().run(readProduct(), { id: productId() });
    expect(product?.variants.nodes.length).toBeGreaterThan(0);
    expect(product?.media.nodes.length).toBeGreaterThan(0);
  });

  test("a call sends the token to the shop only: a redirect is not followed", async () => {
    const seen: RequestInit[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      seen.push(init ?? {});
      return store.fetch(input, init);
    };
    await open({ fetch }).run(shopOverview, {});
    expect(seen[0]?.redirect).toBe("error");
  });
});

describe("an access token that dies as soon as another process refreshes it", () => {
  test("an access token that dies as soon as another process refreshes it costs a call under way one more request with the new token, and no second refresh", async () => {
    store.state.setHabits({ rotatedAccess: "dies" });
    const other = openTokens({ db, clock, store });
    const old = await other.accessToken(shop);
    let refreshes = 0;
    const fetch: typeof globalThis.fetch = async (input, init) => {
      if (String(input).endsWith("/access_token")) refreshes += 1;
      // Between our reading of the token and its use.
      else if (store.state.shop(shop).tokens.isValid(old)) await other.replaceRejected(shop, old);
      return store.fetch(input, init);
    };
    const tokens = openTokens({ db, clock, store, fetch });
    const data = await openAdmin({ db, clock, store, fetch, tokens, sleep })(shop).run(shopOverview, {});
    expect(data.shop.name).toBe("Fern & Field");
    expect(store.state.log().map(({ outcome }) => outcome)).toEqual(["unauthorized", "ok"]);
    expect(refreshes).toBe(0);
  });
});

describe("failures have one code each", () => {
  test.each([
    ["http_500", "shopify_unavailable", true],
    ["http_503", "shopify_unavailable", true],
    ["reset", "shopify_unavailable", true],
    ["lost_answer", "shopify_unavailable", true],
    ["html_answer", "shopify_bad_answer", true],
    ["http_430", "shopify_throttled", true],
    ["http_200_words", "shopify_unavailable", true],
    ["http_400_html", "shopify_unavailable", true],
    ["http_402", "shopify_unavailable", true],
    ["http_403", "shopify_unavailable", true],
    ["http_403_html", "shopify_unavailable", true],
    ["http_404", "shopify_unavailable", true],
    ["http_404_html", "shopify_unavailable", true],
    ["http_406", "shopify_unavailable", true],
    ["http_408", "shopify_unavailable", true],
    ["http_409", "shopify_unavailable", true],
    ["http_423", "shopify_unavailable", true],
  ])("%s → %s, sent once", async (kind, code, retryable) => {
    fail({ kind });
    await expect(open().run(shopOverview, {})).rejects.toMatchObject({ name: "OperationalError", code, retryable });
    expect(store.state.log()).toHaveLength(1);
  });

  test("no answer within the time-out → shopify_timeout", async () => {
    fail({ kind: "stall" });
    await expect(open({ timeoutMs: 60 }).run(shopOverview, {})).rejects.toMatchObject({ code: "shopify_timeout" });
  });

  test("a document that the schema refuses → shopify_bad_request, not retryable", async () => {
    const wrong = defineOperation<Record<string, never>>()({
      name: "Wrong",
      document: "query Wrong { shop { nickname } }",
      data: z.unknown(),
    });
    await expect(open().run(wrong, {})).rejects.toMatchObject({ code: "shopify_bad_request", retryable: false });
  });

  test("an answer of another shape → shopify_bad_answer", async () => {
    const strange = { ...shopOverview, data: z.object({ shop: z.object({ name: z.number() }) }) };
    await expect(open().run(strange, {})).rejects.toMatchObject({ code: "shopify_bad_answer" });
  });

  test("a rejection by Shopify's security layer → a wait of a minute before it is tried again", async () => {
    fail({ kind: "http_430" });
    await expect(open().run(shopOverview, {})).rejects.toMatchObject({ retryAfterMs: 60_000 });
  });

  test("a missing access scope → shopify_scope", async () => {
    await installShop({ db, clock }, store, { scopes: ["read_locales"] });
    await expect(open().run(readProduct(), { id: "gid://shopify/Product/1" })).rejects.toMatchObject({
      code: "shopify_scope",
      retryable: false,
    });
  });

  test("a cancelled call rejects with the signal's own reason", async () => {
    fail({ kind: "stall" });
    const controller = new AbortController();
    const reason = new Error("the job was cancelled");
    const running = open().run(shopOverview, {}, { signal: controller.signal });
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
  });
});

describe("throttling", () => {
  test("THROTTLED in a 200 is waited out for as long as the bucket needs, then done", async () => {
    fail({ kind: "throttled", times: 1 });
    await expect(open().run(shopOverview, {})).resolves.toBeDefined();
    expect(waits.length).toBeGreaterThan(0);
    expect(store.state.log().map((entry) => entry.outcome)).toEqual(["throttled", "ok"]);
  });

  test("Retry-After of a 429 is in seconds", async () => {
    fail({ kind: "http_429", times: 1, retryAfterSeconds: 3 });
    await open().run(shopOverview, {});
    expect(waits).toEqual([3_000]);
  });

  test("throttling that does not end becomes an error with when to come back", async () => {
    fail({ kind: "http_429", retryAfterSeconds: 20 });
    await expect(open({ maxWaitMs: 30_000 }).run(shopOverview, {})).rejects.toMatchObject({
      code: "shopify_throttled",
      retryable: true,
      retryAfterMs: 20_000,
    });
    expect(waits).toEqual([20_000]);
  });

  test("throttling of days is cut to ten minutes", async () => {
    fail({ kind: "http_429", retryAfterSeconds: 400_000 });
    await expect(open().run(shopOverview, {})).rejects.toMatchObject({
      code: "shopify_throttled",
      retryAfterMs: 600_000,
    });
  });

  test("throttling is avoided: calls wait for the bucket before they are sent", async () => {
    const admin = open({ maxWaitMs: Number.POSITIVE_INFINITY });
    const id = productId();
    await admin.run(readProduct(), { id });
    const { requestedCost = 0, actualCost } = store.state.log()[0] ?? {};
    expect(requestedCost).toBeGreaterThan(20);
    // The bucket holds 2,000 points and gets 100 back a second.
    const calls = Math.ceil(2_600 / (actualCost ?? 1));
    await Promise.all(Array.from({ length: calls }, () => admin.run(readProduct(), { id })));
    expect(store.state.log().filter((entry) => entry.outcome === "throttled")).toEqual([]);
    expect(waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(0);
  });

  test("throttling of one shop does not hold another's calls", async () => {
    const second = openAdmin({ db, clock, store, sleep: () => new Promise(() => {}) });
    fail({ kind: "throttled", times: 1 });
    const held = second(shop).run(shopOverview, {});
    held.catch(() => {});
    await expect.poll(() => store.state.log().length).toBe(1);
    await db.orm.insert(shops).values({ shop: "other.myshopify.com", installedAt: 1 });
    const failed = second("other.myshopify.com" as typeof shop).run(shopOverview, {});
    await expect(failed).rejects.toMatchObject({ code: "shopify_needs_reauth" });
  });
});

describe("a token that Shopify refuses", () => {
  test("a token that Shopify refuses is replaced once, and the call is done with the new one", async () => {
    store.state.shop(shop).tokens.expireAccess();
    await expect(open().run(shopOverview, {})).resolves.toBeDefined();
    expect(store.state.log().map((entry) => entry.outcome)).toEqual(["unauthorized", "ok"]);
  });

  test("a token that Shopify refuses by ten calls at once is replaced once", async () => {
    store.state.shop(shop).tokens.expireAccess();
    let refreshes = 0;
    const counting: OpenStore = {
      ...store,
      fetch: (input, init) => {
        if (String(input).endsWith("/access_token")) refreshes += 1;
        return store.fetch(input, init);
      },
    };
    const admin = openAdmin({ db, clock, store: counting, sleep })(shop);
    await Promise.all(Array.from({ length: 10 }, () => admin.run(shopOverview, {})));
    expect(refreshes).toBe(1);
  });

  test("when Shopify refuses a new token too, the merchant is needed and the shop's work is paused", async () => {
    const fetch: typeof globalThis.fetch = (input, init) => {
      store.state.shop(shop).tokens.expireAccess();
      return store.fetch(input, init);
    };
    await expect(open({ fetch }).run(shopOverview, {})).rejects.toMatchObject({ code: "shopify_needs_reauth" });
    expect(await db.orm.select().from(shops).where(eq(shops.shop, shop))).toMatchObject([
      { authState: "needs_reauth" },
    ]);
    expect(await db.orm.select().from(pauses).where(eq(pauses.shop, shop))).toMatchObject([{ reason: "reauth" }]);
    expect(await db.orm.select().from(sessions).where(eq(sessions.shop, shop))).toMatchObject([{ expiresAt: 0 }]);
  });

  test("a token that Shopify refuses after an uninstall is not replaced", async () => {
    store.state.uninstall(shop);
    await expect(open().run(shopOverview, {})).rejects.toMatchObject({ code: "shopify_needs_reauth" });
  });
});

test("userErrors of a write are an answer, not an error", async () => {
  const { productUpdate } = await open().run(updateProductTexts, { product: { id: productId(), title: "" } });
  expect(productUpdate).toMatchObject({ product: null, userErrors: [{ message: expect.stringContaining("blank") }] });
});

test("a call waiting for the bucket can be cancelled", async () => {
  fail({ kind: "http_429", retryAfterSeconds: 5 });
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  const admin = openAdmin({ db, clock, store })(shop);
  const running = admin.run(shopOverview, {}, { signal: controller.signal });
  const reason = new Error("the worker stops");
  await expect.poll(() => store.state.log().length).toBe(1);
  controller.abort(reason);
  await expect(running).rejects.toBe(reason);
});
