import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect as connectTcp } from "node:net";
import { pipeline, Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import type { buildConnector } from "undici";
import { describe, expect, it, onTestFinished } from "vitest";
import { createSafeFetch, isPublic, publicAddressOf } from "../../app/lib/safe-fetch.ts";

const publicAddress = "93.184.216.34";

/** A server on loopback that stands in for the internet: every checked connection ends here, and is noted. */
async function internet(answer: RequestListener) {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const connections: { hostname: string; servername: string | undefined }[] = [];
  const connect: buildConnector.connector = (options, callback) => {
    connections.push({ hostname: options.hostname, servername: options.servername });
    const socket = connectTcp(port, "127.0.0.1");
    socket.once("connect", () => callback(null, socket)).once("error", (error) => callback(error, null));
  };
  return { connect, connections };
}

function* zeros() {
  for (;;) yield Buffer.alloc(1_000);
}

/** A head that comes letter by letter and has no end. */
function dripHead({ socket }: ServerResponse): void {
  socket?.write("HTTP/1.1 200 OK\r\nx-slow: ");
  const drip = setInterval(() => socket?.write("x"), 20);
  socket?.on("close", () => clearInterval(drip));
}

async function fetching(
  answer: RequestListener,
  options: { timeoutMs?: number; maxBytes?: number; addresses?: string[] } = {},
) {
  const { connect, connections } = await internet(answer);
  const { timeoutMs = 2_000, maxBytes = 1_000, addresses = [publicAddress] } = options;
  const safeFetch = createSafeFetch({ timeoutMs, maxBytes, connect, resolve: async () => addresses });
  return { safeFetch, connections };
}

describe("addresses", () => {
  it.each([
    "127.0.0.1", "127.8.9.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "2001::1",
    "::127.0.0.1", "::7f00:1", "::a00:1", "64:ff9b:1::7f00:1", "::ffff:0:7f00:1", "fec0::1", "3fff::1", "5f00::1", "4000::1", "c000::1",
    "fe80::1%eth0", "192.88.99.1", "not an address",
  ])("the address %s is not public", (address) => {
    expect(isPublic(address)).toBe(false);
  }); // biome-ignore format: a list
  it.each(["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])("the address %s is public", (address) => {
    expect(isPublic(address)).toBe(true);
  });
  it.each([
    ["http://example.com", "only https"],
    ["ftp://example.com", "only https"],
    ["https://user:pass@example.com", "user name"],
    ["https://127.0.0.1/v1", "public internet"],
    ["https://[::1]/v1", "public internet"],
    ["https://2130706433/v1", "public internet"],
    ["https://0x7f.1/v1", "public internet"],
    ["https://017700000001/v1", "public internet"],
    ["https://127.1./v1", "public internet"],
    ["https://[::127.0.0.1]/v1", "public internet"],
    ["https://[::ffff:a00:1]/v1", "public internet"],
    ["https://①②⑦.⓪.⓪.①/v1", "public internet"],
  ])("the address %s is refused", async (url, reason) => {
    await expect(publicAddressOf(new URL(url), async () => [publicAddress])).rejects.toThrow(reason);
  });
  it("a host is refused when only one of its addresses is private", async () => {
    const resolve = async () => [publicAddress, "10.0.0.7"];
    await expect(publicAddressOf(new URL("https://example.com"), resolve)).rejects.toMatchObject({
      code: "address_refused",
    });
  });
  it("a host without an address is refused", async () => {
    await expect(publicAddressOf(new URL("https://example.com"), async () => [])).rejects.toThrow("no address");
  });
});

describe("createSafeFetch", () => {
  it("createSafeFetch connects to the address that was checked, under the host's own name", async () => {
    const { safeFetch, connections } = await fetching((req, res) => res.end(`hello ${req.headers.host} ${req.method}`));
    const answer = await safeFetch("https://models.example/v1", { method: "POST", body: "{}" });
    expect(await answer.text()).toBe("hello models.example POST");
    expect(connections).toEqual([{ hostname: publicAddress, servername: "models.example" }]);
  });

  it("createSafeFetch sends body and headers", async () => {
    const { safeFetch } = await fetching((req, res) => {
      let body = "";
      req.on("data", (part) => {
        body += part;
      });
      req.on("end", () => res.end(`${req.headers.authorization} ${body}`));
    });
    const answer = await safeFetch("https://models.example/v1", {
      method: "POST",
      body: '{"a":1}',
      headers: { authorization: "Bearer x" },
    });
    expect(await answer.text()).toBe('Bearer x {"a":1}');
  });

  it("createSafeFetch checks anew at each call, so a name that moves to a private address is refused", async () => {
    const { connect, connections } = await internet((_req, res) => res.end("ok"));
    const answers = [[publicAddress], ["127.0.0.1"]];
    const safeFetch = createSafeFetch({
      timeoutMs: 2_000,
      maxBytes: 100,
      connect,
      resolve: async () => answers.shift() ?? [],
    });
    expect((await safeFetch("https://models.example")).status).toBe(200);
    await expect(safeFetch("https://models.example")).rejects.toMatchObject({ code: "address_refused" });
    expect(connections).toHaveLength(1);
  });

  it("createSafeFetch never follows a redirect", async () => {
    const { safeFetch, connections } = await fetching((_req, res) =>
      res.writeHead(302, { location: "http://169.254.169.254/latest" }).end(),
    );
    await expect(safeFetch("https://models.example")).rejects.toMatchObject({ code: "address_refused" });
    expect(connections).toHaveLength(1);
  });

  it("createSafeFetch stops at the size limit, counted after decompression", async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    const { safeFetch } = await fetching((_req, res) => res.writeHead(200, { "content-encoding": "gzip" }).end(bomb));
    await expect(safeFetch("https://models.example")).rejects.toMatchObject({ code: "answer_too_large" });
  });

  it("createSafeFetch gives up when the answer takes too long as a whole", async () => {
    const { safeFetch } = await fetching(
      (_req, res) => {
        res.writeHead(200);
        const drip = setInterval(() => res.write("x"), 20);
        res.on("close", () => clearInterval(drip));
      },
      { timeoutMs: 200 },
    );
    await expect(safeFetch("https://models.example")).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("createSafeFetch asks for no name in the certificate of an address, and for one without its last dot", async () => {
    const { safeFetch, connections } = await fetching((_req, res) => res.end("ok"));
    await safeFetch(`https://${publicAddress}/v1`);
    await safeFetch("https://models.example./v1");
    expect(connections.map(({ servername }) => servername)).toEqual([undefined, "models.example"]);
  });

  it("createSafeFetch does not wait longer for a name than for the rest", async () => {
    const resolve = () => new Promise<string[]>(() => undefined);
    const safeFetch = createSafeFetch({ timeoutMs: 50, maxBytes: 100, resolve });
    await expect(safeFetch("https://models.example")).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("createSafeFetch gives up when the head of an answer takes too long, or is longer than heads are", async () => {
    const dripping = await fetching((_req, res) => dripHead(res), { timeoutMs: 200 });
    await expect(dripping.safeFetch("https://models.example")).rejects.toMatchObject({ name: "TimeoutError" });
    const long = await fetching((_req, res) => res.writeHead(200, { "x-long": "x".repeat(17_000) }).end("ok"));
    await expect(long.safeFetch("https://models.example")).rejects.toThrow();
  });

  it("createSafeFetch stops at the size limit of an answer that was packed several times, and of one without an end", async () => {
    const packed = gzipSync(gzipSync(Buffer.alloc(50_000_000)));
    const headers = { "content-encoding": "gzip, gzip" };
    const bomb = await fetching((_req, res) => res.writeHead(200, headers).end(packed));
    await expect(bomb.safeFetch("https://models.example")).rejects.toMatchObject({ code: "answer_too_large" });
    const endless = await fetching((_req, res) => pipeline(Readable.from(zeros()), res, () => undefined));
    await expect(endless.safeFetch("https://models.example")).rejects.toMatchObject({ code: "answer_too_large" });
  });

  it("createSafeFetch reaches the operator's own origins, bounded like the others, and no other port or scheme of them", async () => {
    const { connect, connections } = await internet((req, res) =>
      req.url === "/away" ? res.writeHead(307, { location: "http://10.0.0.9/" }).end() : res.end("x".repeat(200)),
    );
    const privateOrigins = ["http://10.0.0.5:11434"];
    const resolve = async () => ["10.0.0.5"];
    const own = (maxBytes: number) => createSafeFetch({ timeoutMs: 2_000, maxBytes, connect, resolve, privateOrigins });
    expect((await own(200)("http://10.0.0.5:11434/v1")).status).toBe(200);
    await expect(own(100)("http://10.0.0.5:11434/v1")).rejects.toMatchObject({ code: "answer_too_large" });
    await expect(own(200)("http://10.0.0.5:11434/away")).rejects.toMatchObject({ code: "address_refused" });
    expect(connections).toHaveLength(3);
    for (const other of ["http://10.0.0.5/v1", "https://10.0.0.5:11434/v1", "http://10.0.0.5:11435/v1"])
      await expect(own(200)(other)).rejects.toMatchObject({ code: "address_refused" });
    expect(connections).toHaveLength(3);
  });

  it("createSafeFetch passes an answer without a body on", async () => {
    const { safeFetch } = await fetching((_req, res) => res.writeHead(204).end());
    expect((await safeFetch("https://models.example")).status).toBe(204);
  });
});
