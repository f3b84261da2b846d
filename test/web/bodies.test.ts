import { once } from "node:events";
import http from "node:http";
import { describe, expect, it } from "vitest";
import { dial, openEdge, sha256 } from "./edge.ts";

const known = { Authorization: "Bearer of-a" };
const form = { ...known, "Content-Type": "application/x-www-form-urlencoded" };
const json = { ...known, "Content-Type": "application/json" };
const signed = { ...json, "X-Shopify-Hmac-Sha256": "AAAA" };

const post = (url: string, headers: Record<string, string>, body: BodyInit) =>
  fetch(url, { method: "POST", headers, body, ...(body instanceof ReadableStream ? { duplex: "half" } : {}) });

/** So many bytes in chunks, without a length. */
function streamed(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(left, 50_000)).fill(97));
      left -= 50_000;
    },
  });
}

describe("a body", () => {
  it.each([
    ["a form with too many fields", "/app/products", form, "a&".repeat(3_000), "too_many_fields"],
    ["one with as many as the largest page", "/app/products", form, "a&".repeat(2_999), null],
    ["JSON that is nested for ever", "/app/products/1", json, "[".repeat(1_000_000), "too_deep"],
    ["JSON of a million values", "/app/rules/texts", json, `[${"1,".repeat(1_100_000)}1]`, "too_many_values"],
    ["what is long but plain", "/app/products/1", json, JSON.stringify({ a: "[,&".repeat(500_000) }), null],
  ])(
    "a body that is %s is told from others before anything is made of it",
    async (_name, path, headers, body, code) => {
      const edge = await openEdge();
      const answer = await post(edge.url + path, headers, body);
      expect(answer.status).toBe(code === null ? 200 : 400);
      if (code !== null)
        expect(await answer.json()).toMatchObject({ status: "error", code, message: expect.any(String) });
      expect(edge.reached).toHaveLength(code === null ? 1 : 0);
    },
  );

  it.each([
    ["/webhooks", signed, 4_000_000],
    ["/app/settings", form, 4_600_000],
    ["/app/rules", form, 4_600_000],
    ["/app/products/123", json, 4_600_000],
    ["/app/products/123.data", json, 4_600_000],
    ["/auth/login", form, 16_000],
    ["/no/such/page", form, 16_000],
    // Spelled otherwise, a path gets no more than what nobody named.
    ["/%77ebhooks", form, 16_000],
    ["/APP/configs", form, 16_000],
  ])(
    "a body to %s is refused beyond its limit, with a length or without, and reaches nobody",
    async (path, headers, limit) => {
      const edge = await openEdge();
      expect((await post(edge.url + path, headers, Buffer.alloc(limit, "a"))).status).toBe(200);
      for (const body of [Buffer.alloc(limit + 1, "a"), streamed(limit + 1)]) {
        const answer = await post(edge.url + path, headers, body);
        expect([answer.status, answer.headers.get("connection"), await answer.json()]).toEqual([
          413,
          "close",
          {
            status: "error",
            code: "body_too_large",
            message: `At most ${limit.toLocaleString("en")} bytes are taken.`,
          },
        ]);
      }
      expect(edge.reached).toHaveLength(1);
      expect(edge.budget.taken).toBe(0);
    },
  );

  it("a body arrives byte by byte as it was sent: no encoding is read into it", async () => {
    const edge = await openEdge();
    const bodies = ["\ufeff{}", '{"a":\r\n1}', "", "a\0b"].map((text) => Buffer.from(text));
    bodies.push(Buffer.from([0xff, 0xfe, 0xc3, 0x28, 0x80, 0xed, 0xa0, 0x80]));
    for (const body of bodies) expect((await post(`${edge.url}/webhooks`, signed, body)).status).toBe(200);
    expect(edge.reached.map(({ digest }) => digest)).toEqual(bodies.map(sha256));
  });

  it("a body that drips is cut off with 408, while one that comes slowly but steadily is taken", async () => {
    const edge = await openEdge({ graceMs: 40, bytesPerSecond: 1_000 });
    const head = (bytes: number) =>
      `POST /auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: ${form["Content-Type"]}\r\nContent-Length: ${bytes}\r\n\r\n`;
    // 11,999 bytes give it 12 s.
    const steady = dial(edge.port);
    steady.send(head(12_000) + "a".repeat(11_999));
    while (edge.budget.taken < 11_999) await new Promise(setImmediate);
    const slow = dial(edge.port);
    slow.send(`${head(1_000)}a`);
    expect(await slow.closed()).toMatch(/^HTTP\/1.1 408 [\s\S]+body_too_slow/);
    expect(edge.reached).toEqual([]);
    steady.send("a");
    await steady.hears("reached");
    while (edge.budget.taken > 0) await new Promise(setImmediate);
  });

  it("a body of a sender that leaves in the middle reaches nobody and holds no room", async () => {
    const edge = await openEdge();
    const request = http.request(`${edge.url}/webhooks`, { method: "POST", headers: signed });
    request.on("error", () => {});
    request.write(Buffer.alloc(100_000));
    while (edge.budget.taken < 100_000) await new Promise(setImmediate);
    request.destroy();
    while (edge.budget.taken > 0) await new Promise(setImmediate);
    expect(edge.reached).toEqual([]);
  });

  it("a body waits for room when too many come at once", async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const edge = await openEdge({ budgetBytes: 2_500_000, answer: answered });
    const one = () => post(`${edge.url}/webhooks`, signed, Buffer.alloc(1_000_000));
    const first = [one(), one()];
    while (edge.reached.length < 2) await new Promise(setImmediate);
    const third = await one();
    expect([third.status, third.headers.get("retry-after")]).toEqual([503, "2"]);
    answer();
    expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
    while (edge.budget.taken > 0) await new Promise(setImmediate);
    expect((await one()).status).toBe(200);
  });

  it("a body of a stranger takes no room of shops and of webhooks, nor that of one shop all of the others'", async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const rooms = { strangers: 20_000, pages: 400_000, webhooks: 50_000, largeWebhooks: 100_000 };
    const edge = await openEdge({ rooms, answer: answered });
    const send = (path: string, headers: Record<string, string>, bytes: number) =>
      post(edge.url + path, headers, Buffer.alloc(bytes, "a"));
    const { Authorization: _none, ...stranger } = form;
    const held = [
      send("/auth/login", stranger, 15_000),
      send("/app/settings", form, 200_000),
      send("/webhooks", signed, 90_000),
    ];
    while (edge.reached.length < 3) await new Promise(setImmediate);
    const refused = [
      send("/auth/login", stranger, 15_000),
      send("/app/settings", form, 15_000),
      send("/webhooks", signed, 90_000),
    ];
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual([503, 503, 503]);
    held.push(send("/app/settings", { ...form, Authorization: "Bearer of-b" }, 200_000));
    held.push(send("/webhooks", signed, 40_000));
    while (edge.reached.length < 5) await new Promise(setImmediate);
    answer();
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it("a body above 16 kB is taken from whom a header makes known, and from nobody else", async () => {
    const edge = await openEdge();
    const { Authorization: _none, ...stranger } = form;
    for (const headers of [stranger, { ...form, Authorization: "Bearer forged" }]) {
      for (const body of [Buffer.alloc(16_001, "a"), streamed(50_000)]) {
        const answer = await post(`${edge.url}/app/settings?id_token=of-a`, headers, body);
        expect([answer.status, answer.headers.get("x-shopify-retry-invalid-session-request")]).toEqual([401, "1"]);
        expect(await answer.json()).toMatchObject({ code: "not_signed_in" });
      }
    }
    expect(edge.reached).toEqual([]);
    expect((await post(`${edge.url}/app/settings`, form, Buffer.alloc(16_001, "a"))).status).toBe(200);
  });

  it("a body is not even sent by who asks first, when its head is refused", async () => {
    const edge = await openEdge();
    const ask = async (bytes: number) => {
      const request = http.request(`${edge.url}/webhooks`, {
        method: "POST",
        headers: { ...signed, "Content-Length": String(bytes), Expect: "100-continue" },
      });
      let continued = false;
      request.on("continue", () => {
        continued = true;
        request.end(Buffer.alloc(bytes));
      });
      request.flushHeaders();
      const [response] = (await once(request, "response")) as [http.IncomingMessage];
      response.resume();
      request.destroy();
      return [response.statusCode, continued];
    };
    expect(await ask(10_000)).toEqual([200, true]);
    expect(await ask(5_000_000)).toEqual([413, false]);
  });
});
