import { once } from "node:events";
import net from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { openServer } from "../../app/web/open-server.ts";
import { dial, type Edge, openEdge } from "./edge.ts";

const form = { "Content-Type": "application/x-www-form-urlencoded" };
const json = { "Content-Type": "application/json" };

/** What the server says to a request written by hand. */
async function say(edge: Edge, head: string, body = ""): Promise<string> {
  const line = dial(edge.port);
  line.send(`${head}\r\nConnection: close\r\n\r\n${body}`);
  return line.closed();
}

describe("a request is refused by its head", () => {
  it.each<[string, string, RequestInit, number, string]>([
    ["an address of 10 kB", `/app?cursor=${"a".repeat(10_000)}`, {}, 414, "address_too_long"],
    ["a method that no page has", "/app", { method: "PUT" }, 405, "method_not_allowed"],
    ["another method than a webhook's", "/webhooks", { method: "GET" }, 405, "method_not_allowed"],
    ["a webhook without a signature", "/webhooks", { method: "POST", headers: json, body: "{}" }, 401, "not_signed"],
    ["a webhook that is no JSON", "/webhooks", { method: "POST", headers: { "Content-Type": "text/xml", "x-shopify-hmac-sha256": "a" }, body: "<a/>" }, 415, "wrong_content_type"],
    ["JSON for a form", "/app/settings", { method: "POST", headers: json, body: "{}" }, 415, "wrong_content_type"],
    ["a form in parts", "/app/settings", { method: "POST", headers: { "Content-Type": "multipart/form-data; boundary=a" }, body: "--a" }, 415, "wrong_content_type"],
    ["a form for JSON", "/app/products/1", { method: "POST", headers: form, body: "a=b" }, 415, "wrong_content_type"],
    ["two types at once", "/app/settings", { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded, text/html" }, body: "a=b" }, 415, "wrong_content_type"],
    ["two types, one behind a parameter", "/app/settings", { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded; a=b, text/html" }, body: "a=b" }, 415, "wrong_content_type"],
    ["a body without a type", "/app/settings", { method: "POST", body: new Uint8Array(3) }, 415, "wrong_content_type"],
    ["a compressed body", "/app/settings", { method: "POST", headers: { ...form, "Content-Encoding": "gzip" }, body: "a=b" }, 415, "compressed_body"],
    ["neither a body nor a type", "/app/pauses", { method: "POST" }, 415, "wrong_content_type"],
    ["an address with half a character", "/app/products/%ED%A0%80", {}, 400, "bad_address"],
    ["an address with half a code", "/app/products/%zz?a=%zz", {}, 400, "bad_address"],
    ["another site", "/app/settings", { method: "POST", headers: { ...form, Origin: "https://evil.example.com" }, body: "a=b" }, 403, "foreign_origin"],
    ["no site at all", "/auth/login", { method: "POST", headers: { ...form, Origin: "null" }, body: "a=b" }, 403, "foreign_origin"],
    ["an origin that is none", "/auth/login", { method: "POST", headers: { ...form, Origin: "https://[" }, body: "a=b" }, 403, "foreign_origin"],
    ["a page beside ours", "/auth/login", { method: "POST", headers: { ...form, "Sec-Fetch-Site": "same-site" }, body: "a=b" }, 403, "foreign_origin"],
    ["a page elsewhere", "/app/pauses", { method: "POST", headers: { ...form, "Sec-Fetch-Site": "cross-site" }, body: "a=b" }, 403, "foreign_origin"],
  ])("a request is refused by its head: %s", async (_what, path, init, status, code) => {
    const edge = await openEdge();
    const answer = await fetch(edge.url + path, init);
    expect([answer.status, (await answer.json()).code, answer.headers.get("cache-control")]).toEqual([status, code, "no-store"]);
    expect(edge.reached).toEqual([]);
  }); // biome-ignore format: a table

  it("a request is refused by its head with what Node takes, or the express router stumbles over", async () => {
    const edge = await openEdge();
    const headers = Array.from({ length: 120 }, (_, index) => `X-${index}: a`).join("\r\n");
    expect(await say(edge, `GET /app HTTP/1.1\r\nHost: a\r\n${headers}`)).toMatch(/^HTTP\/1.1 431 /);
    expect(await say(edge, `GET /app HTTP/1.1\r\nHost: a\r\nX-Long: ${"a".repeat(17_000)}`)).toMatch(/^HTTP\/1.1 431 /);
    expect(await say(edge, "GET http://evil.example.com/app HTTP/1.1\r\nHost: a")).toMatch(/^HTTP\/1.1 400 /);
    expect(await say(edge, "GET /app HTTP/1.1\r\nHost: a\r\nContent-Length: 3", "abc")).toMatch(/^HTTP\/1.1 413 /);
    expect(await say(edge, "TRACE /app HTTP/1.1\r\nHost: a")).toMatch(/^HTTP\/1.1 405 [\s\S]+Allow: GET, HEAD, POST, OPTIONS\r\n/);
    expect(await say(edge, "OPTIONS /webhooks HTTP/1.1\r\nHost: a")).toMatch(/^HTTP\/1.1 204 [\s\S]+Allow: POST, OPTIONS\r\n/);
    expect(edge.reached).toEqual([]);
  }); // biome-ignore format: one line a request
});

describe("a request passes", () => {
  it.each<[string, string, RequestInit]>([
    ["a form of our own page", "/app/settings", { headers: { ...form, Origin: "https://app.example.com", "Sec-Fetch-Site": "same-origin" } }],
    ["a form of a page that was reached at another address of ours", "/auth/login", { headers: { ...form, Origin: "HOST" } }],
    ["a form with a charset", "/app/settings", { headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" } }],
    ["a program", "/app/settings", { headers: form }],
    ["a webhook, however its headers are spelled", "/webhooks", { headers: { "CONTENT-TYPE": "Application/JSON", "x-shopify-HMAC-sha256": "a" } }],
    ["a webhook without a type, from wherever", "/webhooks", { headers: { "X-Shopify-Hmac-Sha256": "a", "Content-Type": "application/json; charset=utf-8" } }],
  ])("a request passes: %s", async (_what, path, { headers }) => {
    const edge = await openEdge();
    const own = Object.fromEntries(Object.entries(headers ?? {}).map(([name, value]) => [name, String(value).replace("HOST", edge.url)]));
    expect((await fetch(edge.url + path, { method: "POST", headers: own, body: "a=b" })).status).toBe(200);
  }); // biome-ignore format: a table
});

describe("what HTTP allows and some senders do passes", () => {
  it.each([
    ["a GET in chunks that are none", "GET /app HTTP/1.1\r\nTransfer-Encoding: chunked", "0\r\n\r\n", "/app"],
    ["a GET with a body in chunks, which nobody reads", "GET /app HTTP/1.1\r\nTransfer-Encoding: chunked", "3\r\nabc\r\n0\r\n\r\n", "/app"],
    ["an empty list of codings", "POST /webhooks HTTP/1.1\r\nX-Shopify-Hmac-Sha256: a\r\nContent-Encoding: \r\nContent-Length: 2", "{}", "/webhooks"],
    ["a coding that is none", "POST /webhooks HTTP/1.1\r\nX-Shopify-Hmac-Sha256: a\r\nContent-Encoding: Identity\r\nContent-Length: 2", "{}", "/webhooks"],
    ["an address joined with one slash too many", "POST //webhooks HTTP/1.1\r\nX-Shopify-Hmac-Sha256: a\r\nContent-Length: 2", "{}", "/webhooks"],
  ])("what HTTP allows and some senders do passes: %s", async (_what, head, body, path) => {
    const edge = await openEdge();
    expect(await say(edge, `${head}\r\nHost: a`, body)).toMatch(/^HTTP\/1.1 200 /);
    expect(edge.reached.map((request) => request.path)).toEqual([path]);
  }); // biome-ignore format: a table

  it("a body in chunks without an end ends with the answer", async () => {
    const edge = await openEdge();
    const line = dial(edge.port);
    line.send("GET /app HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    expect(await line.closed()).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe("a connection", () => {
  it("a connection whose head drips is cut off with 408", async () => {
    const edge = await openEdge({ headersMs: 60, lookMs: 10 });
    const silent = dial(edge.port);
    const slow = dial(edge.port);
    slow.send("GET /app HTTP/1.1\r\nHost: a\r\nX-");
    expect(await slow.closed()).toMatch(/^HTTP\/1.1 408 /);
    await silent.closed();
  });

  it("a connection that waits for nothing outlives those of the proxies that keep theirs the longest", () => {
    expect(openServer(() => {}).keepAliveTimeout).toBeGreaterThan(900_000);
  });

  it("a connection beyond their number is not taken, and idle ones make room for it", async () => {
    const edge = await openEdge({ maxConnections: 5 });
    const greet = async () => {
      const line = dial(edge.port);
      line.send("GET /app HTTP/1.1\r\nHost: a\r\n\r\n");
      await line.hears("reached");
      return line;
    };
    // All of these wait for nothing.
    for (let turn = 0; turn < 12; turn += 1) await greet();
    expect(edge.reached).toHaveLength(12);

    const full = await openEdge({ maxConnections: 2 });
    const busy = [dial(full.port), dial(full.port)];
    for (const line of busy) line.send("POST /auth/login HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\n");
    for (const line of busy) await line.hears("100 Continue");
    const third = net.connect({ port: full.port, host: "127.0.0.1" }).on("error", () => {});
    onTestFinished(() => void third.destroy());
    await once(third, "close");
  }); // biome-ignore format: one line a request
});
