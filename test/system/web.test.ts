import { createHmac, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { tenantTableNames } from "../../app/db/forget-shop.ts";
import { jobItems, jobs, pauses, products, sessions, shopSettings, shops } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { tokenPlace } from "../../app/shopify/token-place.ts";
import type { Health } from "../../app/watch/check-health.ts";
import { sandboxApp } from "../../sandbox/defaults.ts";
import { appRegistration } from "../../sandbox/read-app-toml.ts";
import { sandboxKey } from "../../sandbox/run-app.ts";
import { holdWorker } from "../support/hold-worker.ts";
import { type Shelfwright, startShelfwright, until } from "../support/start-shelfwright.ts";
import { parseMetrics, valueFrom } from "../watch/support.ts";

const demo = shopDomainSchema.parse("demo.myshopify.com");
const second = shopDomainSchema.parse("second.myshopify.com");
const app = sandboxApp();
const formerSecret = "the-secret-of-before-its-rotation";
const sealer = createSealer([sandboxKey]);
const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

let system: Shelfwright;

beforeAll(async () => {
  system = await startShelfwright({ env: { SHOPIFY_API_SECRET: `${app.apiSecret},${formerSecret}` } });
  await Promise.all([system.install(demo), system.install(second)]);
  for (const shop of [demo, second]) {
    expect(await system.finish(shop, await startImport(system, { shop, createdBy: "test" }))).toBe("completed");
  }
});

afterAll(() => system.stop());

let deliveries = 0;

/** Sends a webhook as Shopify would. */
function webhook(topic: string, payload: unknown, options: { hmac?: string; id?: string; shop?: string } = {}) {
  const body = JSON.stringify(payload);
  const hmac = options.hmac ?? createHmac("sha256", app.apiSecret).update(body).digest("base64");
  return fetch(`${system.app.url}/webhooks`, {
    method: "POST",
    body,
    headers: {
      "Content-Type": "application/json",
      "X-Shopify-Topic": topic,
      "X-Shopify-Shop-Domain": options.shop ?? demo,
      "X-Shopify-Webhook-Id": options.id ?? `test-${++deliveries}`,
      "X-Shopify-Hmac-Sha256": hmac,
    },
  });
}

/** A session token as the admin signs it. */
function sessionToken(shop: string, overrides: { secret?: string; issuer?: string; audience?: string } = {}) {
  return new SignJWT({ dest: `https://${shop}`, sid: "s" })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(`https://${overrides.issuer ?? shop}/admin`)
    .setAudience(overrides.audience ?? app.apiKey)
    .setSubject("7")
    .setJti("j")
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("60s")
    .sign(new TextEncoder().encode(overrides.secret ?? app.apiSecret));
}

/** Asks for a page's data as the app's own pages do, with a session token. */
async function pageData(path: string, token: string) {
  return fetch(`${system.app.url}${path}`, { headers: { "User-Agent": browser, Authorization: `Bearer ${token}` } });
}

async function firstProduct(shop: string) {
  const [row] = await system.db.orm.select().from(products).where(eq(products.shop, shop)).limit(1);
  if (!row) throw new Error("the shop has no products");
  return row;
}

describe("shopify.app.toml", () => {
  const registration = appRegistration();

  it.each(registration.subscriptions)("has $topic sent to an address that takes it", async ({ topic, path }) => {
    const body = JSON.stringify({ shop_domain: "never-seen.myshopify.com" });
    const response = await fetch(`${system.app.url}${path}`, {
      method: "POST",
      body,
      headers: {
        "Content-Type": "application/json",
        "X-Shopify-Topic": topic,
        "X-Shopify-Shop-Domain": "never-seen.myshopify.com",
        "X-Shopify-Hmac-Sha256": createHmac("sha256", app.apiSecret).update(body).digest("base64"),
      },
    });
    expect([path, response.status]).toEqual([path, 200]);
  });

  it.each([registration.path || "/", ...registration.redirectPaths])(
    "names %s, which leads to a page",
    async (path) => {
      const response = await fetch(`${system.app.url}${path}`, { headers: { "User-Agent": browser } });
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining("Shelfwright")]);
    },
  );
});

describe("an address that pages had before", () => {
  it.each([
    ["/app/configs?shop=demo.myshopify.com&host=aG9zdA", "/app/rules?shop=demo.myshopify.com&host=aG9zdA"],
    ["/app/configs/rules?a=1", "/app/rules/assignments?a=1"],
    ["/app/configs/cfg_1/history", "/app/rules/cfg_1/history"],
    ["/app/content-types", "/app/rules/texts"],
    ["/app/acceptance?period=all", "/app/rules/results?period=all"],
  ])("%s leads to %s", async (before, now) => {
    const response = await fetch(`${system.app.url}${before}`, {
      redirect: "manual",
      headers: { "User-Agent": browser },
    });
    expect([response.status, response.headers.get("location")]).toEqual([301, now]);
  });
});

describe("what no encryption key opens", () => {
  it("is missing, and no page fails for it: the shop's tokens are exchanged anew, its model key is asked for", async () => {
    const { orm } = system.db;
    const lost = "v1.0badc0de.AAAAAAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    await orm.insert(shopSettings).values({ shop: demo, modelApiKey: lost, updatedAt: 1 });
    await orm.update(sessions).set({ accessToken: lost, refreshToken: lost }).where(eq(sessions.shop, demo));
    const { id } = await firstProduct(demo);
    const pages = ["", "/products", `/products/${id}`, "/products/counts", "/settings", "/rules", "/rules/assignments"];
    pages.push("/rules/glossary", "/rules/texts", "/rules/texts/fields", "/activity", "/rules/results");
    const token = await sessionToken(demo);
    const statuses: [string, number][] = [];
    for (const page of pages) statuses.push([page, (await pageData(`/app${page}.data`, token)).status]);
    expect(statuses.filter(([, status]) => status >= 400)).toEqual([]);
    const [row] = await orm.select().from(sessions).where(eq(sessions.shop, demo));
    expect(sealer.open(row?.accessToken ?? "", tokenPlace.access(demo))).toMatch(/^shpat_/);
    expect(await (await pageData("/app/settings.data", token)).text()).toContain("unreadable");
    await orm.delete(shopSettings).where(eq(shopSettings.shop, demo));
  });
});

describe("an access scope", () => {
  const granted = app.scopes.filter((scope) => scope !== "write_files");
  const pauseReasons = async () => {
    const rows = await system.db.orm.select().from(pauses).where(eq(pauses.shop, demo));
    return rows.map(({ reason }) => reason);
  };
  const works = async () => {
    const [row] = await system.db.orm.select().from(sessions).where(eq(sessions.shop, demo));
    const token = sealer.open(row?.accessToken ?? "", tokenPlace.access(demo)) ?? "";
    return system.sandbox.store.shop(demo).tokens.scopesOf(token)?.includes("write_files");
  };
  const pause = () =>
    system.db.orm.insert(pauses).values({ shop: demo, reason: "scope", message: "Accept them", since: Date.now() });
  const visit = async () => expect((await pageData("/app/activity.data", await sessionToken(demo))).status).toBe(200);
  /** A token of before, as long as nothing makes the app ask for another one. */
  const exchangeFor = async (scopes: string[]) => {
    system.sandbox.store.grant(demo, scopes);
    await system.sandbox.store.settled();
    await visit();
  };

  it("that the merchant grants reaches the work with the next request, and what waited for it goes on", async () => {
    await exchangeFor(granted);
    await pause();
    await visit();
    expect([await works(), await pauseReasons()]).toEqual([false, ["scope"]]);
    await exchangeFor(app.scopes);
    expect([await works(), await pauseReasons()]).toEqual([true, []]);
  });

  it("whose webhook was lost reaches the work by the banner's button", async () => {
    await exchangeFor(granted);
    await pause();
    system.sandbox.store.faults.set({ rules: [{ match: { operation: "webhook" }, kind: "webhook_lost" }] });
    await exchangeFor(app.scopes);
    system.sandbox.store.faults.clear();
    expect([await works(), await pauseReasons()]).toEqual([false, ["scope"]]);
    const pressed = await fetch(`${system.app.url}/app/pauses.data`, {
      method: "POST",
      headers: { "User-Agent": browser, Authorization: `Bearer ${await sessionToken(demo)}` },
      body: new URLSearchParams({ intent: "continue", reason: "scope", requestKey: randomUUID() }),
    });
    expect(pressed.status).toBe(200);
    expect(await pauseReasons()).toEqual(["scope"]);
    await visit();
    expect([await works(), await pauseReasons()]).toEqual([true, []]);
  });
});

describe("while the app's secret is rotated", () => {
  it("webhooks and session tokens signed with the one of before are taken, and a token is exchanged", async () => {
    const { store } = system.sandbox;
    store.setHabits({ formerSecret });
    store.grant(demo, app.scopes);
    await store.settled();
    expect(store.deliveries().findLast(({ topic }) => topic === "app/scopes_update")?.status).toBe("delivered");
    const scope = async () => (await system.db.orm.select().from(sessions).where(eq(sessions.shop, demo)))[0]?.scope;
    expect(await scope()).toBeNull();
    const token = await sessionToken(demo, { secret: formerSecret });
    expect((await pageData("/app/activity.data", token)).status).toBe(200);
    expect(await scope()).toBe(app.scopes.join(","));
    store.setHabits({ formerSecret: null });
    const forged = await sessionToken(demo, { secret: "neither-the-new-nor-the-old-one" });
    expect((await pageData("/app/activity.data", forged)).status).toBe(401);
  });
});

describe("webhooks", () => {
  it("are refused with 401 when the signature is wrong or missing", async () => {
    const wrong = createHmac("sha256", "another secret").update("{}").digest("base64");
    for (const hmac of [wrong, "", "AAAA"]) expect((await webhook("products/update", {}, { hmac })).status).toBe(401);
  });

  it("are done once, however often they are delivered", async () => {
    const { id } = await firstProduct(second);
    const send = async () =>
      expect((await webhook("products/update", { id: Number(id) }, { id: "repeated", shop: second })).status).toBe(200);
    const reads = () =>
      system.db.orm
        .select()
        .from(jobItems)
        .where(and(eq(jobItems.shop, second), eq(jobItems.subject, id), eq(jobItems.kind, "refresh-product")));
    await send();
    // A read that still waits would swallow a second one in any case.
    await until("the product was read", async () => (await reads())[0]?.status === "done" || undefined);
    await send();
    await send();
    expect(await reads()).toHaveLength(1);
  });

  it("lead to reading the product again: an edit in the admin shows up in the mirror", async () => {
    const { id } = await firstProduct(demo);
    expect(system.sandbox.store.patchProduct(demo, id, { title: "Renamed by a person" })).toEqual([]);
    await until("the new title", async () => {
      const where = and(eq(products.shop, demo), eq(products.id, id), eq(products.title, "Renamed by a person"));
      return (await system.db.orm.$count(products, where)) === 1 || undefined;
    });
  });

  it.each(["customers/data_request", "customers/redact", "shop/redact", "app/uninstalled"])(
    "a webhook of the topic %s is answered with 200 for a shop that nobody knows",
    async (topic) => {
      const shop = "never-seen.myshopify.com";
      expect((await webhook(topic, { shop_domain: shop, myshopify_domain: shop }, { shop })).status).toBe(200);
    },
  );

  it("app/uninstalled changes nothing while the shop's token works: it may be late, or a replay", async () => {
    expect((await webhook("app/uninstalled", { myshopify_domain: second }, { shop: second })).status).toBe(200);
    await until("the answer of the shop", async () => {
      const where = and(eq(jobs.shop, second), eq(jobs.kind, "confirm-uninstall"), eq(jobs.status, "completed"));
      return (await system.db.orm.$count(jobs, where)) === 1 || undefined;
    });
    expect(await system.db.orm.$count(sessions, eq(sessions.shop, second))).toBe(1);
  });

  it("shop/redact is refused for a shop that still has the app, and leaves no row of one that removed it", async () => {
    await webhook("shop/redact", { shop_domain: second }, { shop: second });
    await until("the refusal", async () => {
      const where = and(eq(jobs.shop, second), eq(jobs.kind, "forget-shop"), eq(jobs.status, "failed"));
      return (await system.db.orm.$count(jobs, where)) === 1 || undefined;
    });
    expect(await system.db.orm.$count(products, eq(products.shop, second))).toBeGreaterThan(0);

    system.sandbox.store.uninstall(second);
    await until("the uninstall", async () => {
      const [row] = await system.db.orm.select().from(shops).where(eq(shops.shop, second));
      return row?.authState === "uninstalled" || undefined;
    });
    expect(await system.db.orm.$count(sessions, eq(sessions.shop, second))).toBe(0);
    await webhook("shop/redact", { shop_domain: second }, { shop: demo });
    await until("an empty house", () => {
      const left = tenantTableNames().filter((table) =>
        system.db.raw.prepare(`SELECT 1 FROM ${table} WHERE shop = ? LIMIT 1`).get(second),
      );
      return left.length === 0 || undefined;
    });
    expect(await system.db.orm.$count(products, eq(products.shop, demo))).toBeGreaterThan(0);
  });
});

describe("pages", () => {
  it("may be framed by the shop's own admin only, on every answer", async () => {
    const ancestors = async (path: string) =>
      /frame-ancestors [^;]+/.exec(
        (await fetch(`${system.app.url}${path}`, { redirect: "manual" })).headers.get("content-security-policy") ?? "",
      )?.[0];
    const known = `frame-ancestors https://${demo} ${system.sandbox.adminUrl}`;
    expect(await ancestors(`/app?shop=${demo}`)).toBe(known);
    expect(await ancestors(`/no/such/page?shop=${demo}`)).toBe(known);
    for (const path of [
      "/",
      "/healthz",
      "/no/such/page",
      "/app?shop=evil.example.com",
      "/app?shop=x.myshopify.com.evil.com",
    ]) {
      expect([path, await ancestors(path)]).toEqual([path, "frame-ancestors 'none'"]);
    }
    // A frame that lost its shop finds back to the admin by a page with nobody's data.
    expect(await ancestors("/auth/login")).toBe(`frame-ancestors ${system.sandbox.adminUrl}`);
  });

  it("answer to a session token of Shopify's for this app, and to no other", async () => {
    expect((await pageData("/app/products.data", await sessionToken(demo))).status).toBe(200);
    const refused = [
      await sessionToken(demo, { secret: "some-other-secret-0123456789" }),
      await sessionToken(demo, { audience: "another-app" }),
      await sessionToken(demo, { issuer: "other.myshopify.com" }),
      "not.a.token",
    ];
    for (const token of refused) {
      const response = await pageData("/app/products.data", token);
      expect(response.status).not.toBe(200);
      expect(await response.text()).not.toContain("Renamed by a person");
    }
  });

  it("do not show one shop's product to another", async () => {
    const { id, title } = await firstProduct(demo);
    expect(await (await pageData(`/app/products/${id}.data`, await sessionToken(demo))).text()).toContain(title);
    await system.sandbox.store.addShop({
      domain: "other.myshopify.com",
      name: "Other",
      plan: "standard",
      locales: ["en"],
      catalogue: "empty",
    });
    const other = await pageData(`/app/products/${id}.data`, await sessionToken("other.myshopify.com"));
    expect(await other.text()).not.toContain(title);
  });
});

describe("a request that failed", () => {
  const loggedAs = (id: string) => (line: string) =>
    line.includes('"level":50') && line.includes(`"requestId":"${id}"`);

  it("has one reference in its answer, in the log and on the page, and never the sender's", async () => {
    const { id } = await firstProduct(demo);
    const variants = system.db.raw.prepare("SELECT variants FROM products WHERE shop = ? AND id = ?").pluck();
    const was = variants.get(demo, id);
    const store = system.db.raw.prepare("UPDATE products SET variants = ? WHERE shop = ? AND id = ?");
    store.run("{", demo, id);
    const host = Buffer.from("admin.shopify.com/store/demo").toString("base64url");
    const search = new URLSearchParams({ shop: demo, host, embedded: "1", id_token: await sessionToken(demo) });
    const forged = { "User-Agent": browser, "X-Request-Id": "forged-by-the-sender" };
    const page = await fetch(`${system.app.url}/app/products/${id}?${search}`, { headers: forged });
    const data = await pageData(`/app/products/${id}.data`, await sessionToken(demo));
    store.run(was, demo, id);
    const html = await page.text();
    for (const answer of [page, data]) {
      const reference = answer.headers.get("x-request-id") ?? "";
      expect([answer.status, reference]).toEqual([500, expect.stringMatching(/^[2-9a-z]{10}$/)]);
      expect(answer.headers.get("server-timing")).toBe(`request;desc="${reference}"`);
      await until("the log has it", () => system.log.some(loggedAs(reference)));
    }
    expect(html).toContain(`<code>${page.headers.get("x-request-id")}</code>`);
    expect(html + system.log.join("\n")).not.toContain("forged-by-the-sender");
  });

  it("names itself where no page of the app is there, and a page that came well names nothing", async () => {
    const missing = await fetch(`${system.app.url}/nothing-here`, { headers: { "User-Agent": browser } });
    const reference = missing.headers.get("x-request-id");
    expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining(`<code>${reference}</code>`)]);
    const well = await fetch(`${system.app.url}/auth/login`, { headers: { "User-Agent": browser } });
    expect(await well.text()).toContain('name="failed-request" content=""');
  });
});

describe("/healthz", () => {
  it("is well while work moves on, and 503 when it has waited for over two minutes although the process is up", async () => {
    const health = async () => {
      const response = await fetch(`${system.app.url}/healthz`);
      return { status: response.status, body: (await response.json()) as Health };
    };
    expect(await health()).toMatchObject({ status: 200 });
    const goOn = await holdWorker(system);
    try {
      const jobId = await startImport(system, { shop: demo, createdBy: "test" });
      const longAgo = Date.now() - 121_000;
      system.db.raw.prepare("UPDATE job_items SET run_at = ? WHERE shop = ? AND job_id = ?").run(longAgo, demo, jobId);
      system.db.raw
        .prepare("UPDATE jobs SET next_run_at = ?, created_at = ? WHERE shop = ? AND id = ?")
        .run(longAgo, longAgo, demo, jobId);
      system.db.raw.prepare("UPDATE jobs SET claimed_at = NULL WHERE shop = ?").run(demo);
      expect(await health()).toMatchObject({ status: 503, body: { status: "fail" } });
      expect((await fetch(`${system.app.url}/readyz`)).status).toBe(200);
      expect((await fetch(`${system.app.url}/workz`)).status).toBe(503);
    } finally {
      goOn();
    }
    await until("work to move on", async () => ((await health()).status === 200 ? true : undefined));
  });
});

describe("/metrics", () => {
  it("tells this machine of both processes, by patterns of addresses and no shop's name", async () => {
    await fetch(`${system.app.url}/app/activity/no-such-job`);
    const ask = async () => {
      const response = await fetch(`${system.app.url}/metrics`);
      expect(response.headers.get("content-type")).toContain("text/plain; version=0.0.4");
      return response.text();
    };
    await until(
      "the worker's figures",
      async () => (await ask()).includes('memory_bytes{process="worker"}') || undefined,
    );
    const text = await ask();
    const { series } = parseMetrics(text);
    expect(valueFrom(series, "items_total", { outcome: "done" })).toBeGreaterThan(0);
    expect(valueFrom(series, "process_resident_memory_bytes", { process: "web" })).toBeGreaterThan(1e7);
    expect(valueFrom(series, "webhooks_total", { outcome: "wrong_signature" })).toBeGreaterThan(0);
    expect(text).not.toMatch(/myshopify|no-such-job/);
    // A request is counted when its answer has left, which its client may see first.
    await until("the request's duration", async () => {
      const at = { route: "/app/activity/:id" };
      return valueFrom(parseMetrics(await ask()).series, "http_request_duration_seconds_count", at) ? true : undefined;
    });
    await until("the worker's Admin API calls", async () => {
      return valueFrom(parseMetrics(await ask()).series, "shopify_calls_total", { outcome: "data" }) ? true : undefined;
    });
  });

  it("is no page to whoever comes through a proxy, however the address is spelled", async () => {
    for (const path of [
      "/metrics",
      "/METRICS",
      "/%6Detrics",
      "/metrics/",
      "/metrics.data",
      "/metrics?_data=routes%2Fmetrics",
    ]) {
      const response = await fetch(`${system.app.url}${path}`, { headers: { "X-Forwarded-For": "203.0.113.9" } });
      expect(await response.text(), path).not.toContain("shelfwright_");
    }
  });
});

describe("logs", () => {
  it("hold no secret", () => {
    const text = system.log.join("\n");
    expect(text).not.toMatch(/shp(at|rt|ua)_|sandbox-api-secret|eyJ[\w-]+\.[\w-]+\./);
  });
});
