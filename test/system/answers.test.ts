import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import http from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { eq } from "drizzle-orm";
import { SignJWT } from "jose";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { products } from "../../app/db/schema/index.ts";
import { shopDomainSchema } from "../../app/lib/brand.ts";
import { sandboxApp } from "../../sandbox/defaults.ts";
import { sandboxKey } from "../../sandbox/run-app.ts";
import { type Shelfwright, startShelfwright } from "../support/start-shelfwright.ts";

const shop = shopDomainSchema.parse("demo.myshopify.com");
const app = sandboxApp();
const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36";

let system: Shelfwright;
let productId: string;

beforeAll(async () => {
  system = await startShelfwright({
    shops: [{ domain: shop, name: "Demo", plan: "plus", locales: ["en"], catalogue: { generate: 20 } }],
  });
  await system.install(shop);
  await system.finish(shop, await startImport(system, { shop, createdBy: "test" }));
  const [row] = await system.db.orm.select({ id: products.id }).from(products).where(eq(products.shop, shop)).limit(1);
  productId = row?.id ?? "";
});

let made = { at: 0, token: "" };
async function freshToken() {
  if (Date.now() - made.at < 30_000) return made.token;
  const token = await new SignJWT({ dest: `https://${shop}`, sid: "s" })
    .setProtectedHeader({ alg: "HS256" })
    .setIssuer(`https://${shop}/admin`)
    .setAudience(app.apiKey)
    .setSubject("7")
    .setJti("j")
    .setIssuedAt()
    .setNotBefore("0s")
    .setExpirationTime("60s")
    .sign(new TextEncoder().encode(app.apiSecret));
  made = { at: Date.now(), token };
  return token;
}

afterAll(() => system.stop());

/** The paths of all routes of the build, a parameter as `:name`. */
async function allPaths(): Promise<string[]> {
  const file = new URL("../../build/server/index.js", import.meta.url).href;
  const { routes } = (await import(file)) as ServerBuild;
  const pathOf = (id: string): string => {
    const route = routes[id];
    if (!route) return "";
    const parent = route.parentId ? pathOf(route.parentId) : "";
    return route.path ? `${parent}/${route.path}` : parent;
  };
  return [...new Set(Object.keys(routes).map((id) => pathOf(id) || "/"))];
}

interface Asked {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

/** All that is wrong with an answer, whatever was asked. */
async function complaints({ method, path, headers = {}, body }: Asked): Promise<string[]> {
  const answer = await fetch(system.app.url + path, {
    method,
    redirect: "manual",
    headers: { "User-Agent": browser, Authorization: `Bearer ${await freshToken()}`, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  const header = (name: string) => answer.headers.get(name) ?? "";
  const wrong: string[] = [];
  if (answer.status >= 500) wrong.push(`answered ${answer.status}`);
  if (/\bat .+\.(ts|js):\d+/.test(text)) wrong.push("shows a stack");
  for (const secret of secrets) if (text.includes(secret)) wrong.push(`shows ${secret.slice(0, 6)}`);
  if (!header("content-security-policy").includes("frame-ancestors")) wrong.push("may be framed");
  if (header("x-content-type-options") !== "nosniff") wrong.push("may be sniffed");
  if (answer.status !== 204 && header("cache-control") !== "no-store") wrong.push("may be kept");
  if (answer.status === 405 && header("allow") === "") wrong.push("does not say what is allowed");
  if (header("access-control-allow-origin") !== "") wrong.push("is open to other origins");
  return wrong.map((one) => `${method} ${path.slice(0, 120)} ${(body ?? "").slice(0, 80)}: ${one}`);
}

async function complaintsOf(all: Asked[]): Promise<string[]> {
  const found: string[] = [];
  const left = all.values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const asked of left) found.push(...(await complaints(asked)));
    }),
  );
  return found;
}

const secrets = [app.apiSecret, sandboxKey, "shpat_", "SQLITE_"];
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const form = { "Content-Type": "application/x-www-form-urlencoded" };
const json = { "Content-Type": "application/json" };
/** As they stand in an address. */
const hostile = ["", "0", "-1", "1e309", "NaN", "%00", "%ED%A0%80", "%zz", "__proto__", "constructor", "..%2f..%2f", "%27%22%3B--", "a".repeat(230), "%F0%9F%92%A9".repeat(15), "2026-13-45", "%5B%7B%7D%5D"]; // biome-ignore format: a list
const parameters = ["after", "back", "collection", "cursor", "dir", "exitIframe", "gone", "limit", "merge", "missing", "outcome", "page", "period", "q", "shop", "sort", "state", "status", "tab", "tag", "preview", "type", "vendor", "view", "shopify-reload", "host", "embedded", "_routes", "__proto__"]; // biome-ignore format: a list
const fields = ["agentModel", "all", "allImages", "assignments", "config", "contentType", "contentTypes", "digest", "except", "id", "ids", "input", "json", "lane", "name", "onlyMissing", "query", "requestKey", "revision", "rows", "sample", "shown", "skipGrouping", "reason", "filter", "__proto__"]; // biome-ignore format: a list
const intents = ["", "save", "cancel", "duplicate", "retry", "add", "change", "delete", "publish", "undo", "restore", "want", "remove", "import", "generate", "approve", "losses", "plan", "edit", "attributes", "keywords", "reject", "resolve", "merge", "test", "view-create", "view-delete", "view-rename", "view-save"]; // biome-ignore format: a list

const hasId = /:id|\*/;
const filled = (path: string, id: string) => path.replace(hasId, id);
/** A page, and its data as the app's own pages ask for it. */
const bothKinds = (path: string) => (path === "/" ? ["/", "/_root.data"] : [path, `${path}.data`]);
const dataOf = (path: string) => bothKinds(path)[1] ?? path;
const plain = (value: string) => decodeURIComponent(value.replace(/%(zz|ED%A0%80)/, "\u{fffd}"));

describe("no answer is a failure, tells a secret or may be kept or framed", () => {
  let paths: string[];
  const own = (path: string) => filled(path, path.includes("products") ? productId : "a");

  beforeAll(async () => {
    paths = await allPaths();
    expect(paths.length).toBeGreaterThan(20);
  });

  afterEach(() => {
    const errors = system.log.splice(0).filter((line) => /"level":(50|60)/.test(line) || !line.startsWith("{"));
    expect(errors.filter((line) => !line.includes("REMIX FUTURE"))).toEqual([]);
  });

  it("whatever method is used, with and without a known person", async () => {
    const strangers = [{ Authorization: "Bearer a.b.c" }, { Authorization: "" }];
    const asked = paths
      .map(own)
      .flatMap(bothKinds)
      .flatMap((path) => [
        ...methods.map((method) => ({ method, path })),
        ...strangers.flatMap((headers) => [
          { method: "GET", path, headers },
          { method: "POST", path, headers: { ...headers, ...form }, body: "a=b" },
        ]),
        { method: "POST", path, headers: { ...form, Origin: "https://evil.example.com" }, body: "a=b" },
      ]);
    expect(await complaintsOf(asked)).toEqual([]);
  });

  it("whatever id is asked for", async () => {
    const ids = [...hostile.filter(Boolean), "a".repeat(3_000)];
    const asked = paths
      .filter((path) => hasId.test(path))
      .flatMap((path) => ids.map((id) => filled(path, id)))
      .flatMap((path) => [
        { method: "GET", path: dataOf(path) },
        { method: "GET", path },
        { method: "POST", path: dataOf(path), headers: form, body: "intent=undo" },
        { method: "POST", path: dataOf(path), headers: json, body: '{"intent":"undo"}' },
      ]);
    expect(await complaintsOf(asked)).toEqual([]);
  });

  it("whatever is in an address", async () => {
    const query = (value: string) => parameters.map((name) => `${name}=${value}`).join("&");
    const asked = paths
      .map(own)
      .flatMap((path) => [
        ...hostile.map((value) => ({ method: "GET", path: `${dataOf(path)}?${query(value)}` })),
        { method: "GET", path: `${dataOf(path)}?cursor=${"a".repeat(7_000)}` },
        { method: "GET", path: `${dataOf(path)}?cursor=${"a".repeat(10_000)}` },
      ]);
    expect(await complaintsOf(asked)).toEqual([]);
  });

  it("whatever is sent", async () => {
    const bodies = ["null", "[]", '"a"', "1e999", "{", "", "[".repeat(100_000)];
    const asked = paths
      .filter((path) => !/^\/(webhooks|auth\/\*)/.test(path))
      .map(own)
      .flatMap((path) => [
        ...intents.flatMap((intent, index) => {
          const value = plain(hostile[index % hostile.length] ?? "");
          const pairs = [["intent", intent], ...fields.map((name) => [name, value])];
          const entries = { method: "POST", path: dataOf(path) };
          return [
            { ...entries, headers: form, body: new URLSearchParams(pairs).toString() },
            { ...entries, headers: json, body: JSON.stringify(Object.fromEntries(pairs)) },
          ];
        }),
        ...bodies.map((body) => ({ method: "POST", path: dataOf(path), headers: json, body })),
      ]);
    expect(await complaintsOf(asked)).toEqual([]);
  });

  it("and who leaves in the middle is no failure", async () => {
    const leave = async (path: string, init: http.RequestOptions) => {
      const headers = { "User-Agent": browser, Authorization: `Bearer ${await freshToken()}`, ...init.headers };
      const request = http.request(`${system.app.url}${path}`, { ...init, headers }).on("error", () => {});
      const gone = new Promise((resolve) => request.once("close", resolve));
      request.once("response", () => request.destroy());
      if (init.method !== "POST") request.end();
      else {
        request.write("intent=save");
        setImmediate(() => request.destroy());
      }
      await gone;
    };
    const post = { method: "POST", headers: { ...form, "Content-Length": "9000" } };
    for (const path of ["/app/products", "/app/products.data", "/app/settings.data", "/assets/none.js"])
      await Promise.all([leave(path, {}), leave(path, {}), leave(path, post)]);
    expect((await fetch(`${system.app.url}/auth/login`)).status).toBe(200);
  });

  it("whatever a webhook that Shopify signed has in it", async () => {
    const bodies = ["", "null", "[]", "{", "{}", '{"id":{}}', '{"id":1e309}', '{"id":-1,"updated_at":"never"}', '\ufeff{"id":1}', '{"myshopify_domain":"a b"}', "[".repeat(1_000_000), `{"a":${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}}`]; // biome-ignore format: a list
    const topics = ["products/update", "app/uninstalled", "", "a".repeat(3_000), "__proto__"];
    const asked = bodies.flatMap((body) =>
      topics.map((topic) => ({
        method: "POST",
        path: "/webhooks",
        headers: {
          ...json,
          "X-Shopify-Topic": topic,
          "X-Shopify-Shop-Domain": "never-seen.myshopify.com",
          "X-Shopify-Hmac-Sha256": createHmac("sha256", app.apiSecret).update(body).digest("base64"),
        },
        body,
      })),
    );
    expect(await complaintsOf(asked)).toEqual([]);
  });
});

describe.runIf(process.platform === "linux")("the web process", () => {
  const peakMb = () => {
    const status = readFileSync(`/proc/${system.app.web.pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1_024;
  };

  it("does not grow by what strangers send: five bodies of 40 MB, without a length", async () => {
    const before = peakMb();
    const flood = () =>
      new Promise<number>((resolve) => {
        const headers = { ...json, "X-Shopify-Hmac-Sha256": "AAAA" };
        const request = http.request(`${system.app.url}/webhooks`, { method: "POST", headers });
        request.on("response", (response) => resolve(response.resume().statusCode ?? 0)).on("error", () => {});
        const block = Buffer.alloc(1_000_000, "a");
        for (let sent = 0; sent < 40; sent += 1) request.write(block);
        request.end();
      });
    // Too large, or no room while another one is looked at.
    const refused = await Promise.all(Array.from({ length: 5 }, flood));
    expect(refused.filter((status) => status !== 413 && status !== 503)).toEqual([]);
    expect(peakMb() - before).toBeLessThan(60);
  });
});
