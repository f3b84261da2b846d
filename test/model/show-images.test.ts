import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { SafeFetchOptions } from "../../app/lib/safe-fetch.ts";
import { rememberHere } from "../../app/model/ask-server.ts";
import { createImageFetch, createLoadImage, smallerAddress } from "../../app/model/load-image.ts";
import { createOpenAiModel } from "../../app/model/openai-model.ts";
import type { ModelRequest } from "../../app/model/port.ts";
import { noRefusals, showImages } from "../../app/model/show-images.ts";
import type { GivenModelSettings } from "../../sandbox/model/model-state.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { startStore } from "../../sandbox/store/start.ts";

const names = ["image_alt_1", "image_alt_2"] as const;

function requestWith(urls: readonly string[], model = "shelf-small"): ModelRequest {
  return {
    model,
    messages: [
      { role: "user", content: '{"language":"en","content_types":{"image_alt":{"character_limit":125}}}' },
      {
        role: "user",
        content: '{"product":{"title":"Linen Shirt"}}',
        images: urls.map((url, i) => ({ url, label: JSON.stringify({ picture_of: names[i] }) })),
      },
    ],
    schemaName: "product_texts",
    schema: {
      type: "object",
      properties: Object.fromEntries(urls.map((_url, i) => [names[i], { type: "string" }])),
      required: names.slice(0, urls.length),
      additionalProperties: false,
    },
    maxOutputTokens: 500,
  };
}

const signal = new AbortController().signal;

async function studio(delivery: "address" | "bytes" | "none", server: GivenModelSettings["server"] = "openai") {
  const [store, provider] = [await startStore({ shops: [] }), await startModel({ settings: { flawRate: 0, server } })];
  onTestFinished(() => Promise.all([store.close(), provider.close()]).then(() => undefined));
  const refusals = noRefusals();
  const asked: string[] = [];
  const reach = createImageFetch({ origins: [store.url] });
  const noting: typeof fetch = async (input, init) => {
    asked.push(String(input));
    return reach(String(input).replace(hidden, store.url), init);
  };
  const knowledge = rememberHere();
  const plain = createOpenAiModel({ baseUrl: `${provider.url}/v1`, apiKey: "sk", fetch, timeoutMs: 3_000, knowledge });
  const loadImage = createLoadImage({ fetch: noting });
  const model = showImages(plain, { delivery, loadImage, refusals, knowledge });
  const picture = (name: string) => `${store.url}/cdn/s/files/1/${name}?v=1`;
  const statuses = () => provider.state.calls.map(({ status, pictures }) => [status, pictures]);
  return { provider, model, picture, asked, store, knowledge, statuses };
}

/** A host of pictures that the app reaches and the provider does not. */
const hidden = "http://pictures.internal";

describe("pictures of a request", () => {
  it.each(["address", "bytes"] as const)(
    "pictures of a request reach the model by %s, in the size it needs, and are seen",
    async (way) => {
      const { provider, model, picture, asked } = await studio(way);
      const answer = await model.complete(requestWith([picture("5-0-red.png"), picture("5-1-green.png")]), { signal });
      expect(answer).toMatchObject({
        json: { image_alt_1: expect.stringContaining("red"), image_alt_2: expect.stringContaining("green") },
        unseenImages: [],
      });
      expect(provider.state.calls).toHaveLength(1);
      expect(asked.map((url) => new URL(url).searchParams.get("width"))).toEqual(way === "bytes" ? ["512", "512"] : []);
    },
  );

  it("pictures of a request are not sent when the shop wants none shown, and the answer is marked as unseen", async () => {
    const { provider, model, picture } = await studio("none");
    const url = picture("5-0-red.png");
    const answer = await model.complete(requestWith([url]), { signal });
    expect([answer.kind, answer.unseenImages, provider.state.calls[0]?.pictures]).toEqual(["json", [url], 0]);
  });

  it("pictures of a request are left out for a model that refuses them, which is shown none again for a while", async () => {
    const { provider, model, picture } = await studio("address");
    const url = picture("5-0-red.png");
    for (let i = 0; i < 2; i++) {
      const answer = await model.complete(requestWith([url], "shelf-blind"), { signal });
      expect([answer.kind, answer.unseenImages]).toEqual(["json", [url]]);
    }
    expect(provider.state.calls.map(({ status, pictures }) => [status, pictures])).toEqual([
      [400, 1],
      [200, 0],
      [200, 0],
    ]);
  });

  it("pictures of a request are sent as files to a server that fetches none, which is remembered", async () => {
    const { model, picture, knowledge, statuses } = await studio("address", "ollama");
    for (let i = 0; i < 2; i++) {
      const answer = await model.complete(requestWith([picture("5-0-red.png")]), { signal });
      expect(answer).toMatchObject({ json: { image_alt_1: expect.stringContaining("red") }, unseenImages: [] });
    }
    expect(await knowledge.read("shelf-small")).toMatchObject({ images: true, imageFiles: true });
    expect(statuses()).toEqual([
      [400, 1],
      [200, 1],
      [200, 1],
    ]);
  });

  it("pictures of a request that the provider cannot fetch are sent as files, from the second one in a row at once", async () => {
    const { model, knowledge, statuses } = await studio("address");
    for (const name of ["5-0-red.png", "5-1-green.png", "5-0-navy.png"]) {
      const answer = await model.complete(requestWith([`${hidden}/cdn/s/files/1/${name}?v=1`]), { signal });
      expect(answer.unseenImages).toEqual([]);
    }
    expect(await knowledge.read("shelf-small")).toMatchObject({ images: true, imageFiles: true });
    expect(statuses().map(([status]) => status)).toEqual([400, 200, 400, 200, 200]);
  });

  it("pictures of a request that nobody can fetch do not make a server one that takes none", async () => {
    const { model, knowledge, statuses } = await studio("address", "ollama");
    const gone = "http://127.0.0.1:9/cdn/x.png";
    const answer = await model.complete(requestWith([gone]), { signal });
    expect([answer.kind, answer.unseenImages]).toEqual(["json", [gone]]);
    expect(await knowledge.read("shelf-small")).toMatchObject({ images: true, imageFiles: false });
    expect(statuses()).toEqual([
      [400, 1],
      [200, 0],
    ]);
  });

  it("pictures of a request do not hide another mistake of the request", async () => {
    const { model, picture } = await studio("address");
    const broken = { ...requestWith([picture("5-0-red.png")]), model: "no-such-model" };
    await expect(model.complete(broken, { signal })).rejects.toMatchObject({ code: "model_bad_request" });
    const answer = await model.complete(requestWith([picture("5-0-red.png")]), { signal });
    expect(answer.unseenImages).toEqual([]);
  });

  it("pictures of a request that cannot be had are named, and the others are seen all the same", async () => {
    const { model, picture } = await studio("bytes");
    const [gone, there] = ["http://127.0.0.1:9/cdn/x.png", picture("5-0-navy.png")];
    const answer = await model.complete(requestWith([gone, there]), { signal });
    expect(answer).toMatchObject({ json: { image_alt_2: expect.stringContaining("navy") }, unseenImages: [gone] });
  });
});

describe("loading a picture", () => {
  it.each(["http://127.0.0.1:9/a.png", "https://127.0.0.1/a.png", "https://169.254.169.254/a.png", "nonsense"])(
    "loading a picture reads nothing from %s, which is no public https address",
    async (url) => {
      const asked: unknown[] = [];
      const connect: SafeFetchOptions["connect"] = (target, callback) => {
        asked.push(target);
        callback(new Error("nobody is there"), null);
      };
      const load = createLoadImage({ fetch: createImageFetch({ origins: ["http://127.0.0.1:99"], connect }) });
      expect(await load(url, signal)).toBeNull();
      expect(asked).toEqual([]);
    },
  );

  it.each([
    ["a page that calls itself a picture", Buffer.from("<html>")],
    ["more bytes than a picture of that size has", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5e6)])],
  ])("loading a picture takes no %s", async (_what, body) => {
    const server = createServer((_req, res) => res.writeHead(200, { "content-type": "image/png" }).end(body));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const load = createLoadImage({ fetch: createImageFetch({ origins: [origin] }) });
    expect(await load(`${origin}/a.png`, signal)).toBeNull();
  });

  it("loading a picture asks Shopify's CDN for a smaller copy, and nobody else", () => {
    expect(smallerAddress("https://cdn.shopify.com/s/files/1/a.jpg?v=7")).toBe(
      "https://cdn.shopify.com/s/files/1/a.jpg?v=7&width=512",
    );
    expect(smallerAddress("https://images.example/a.jpg")).toBe("https://images.example/a.jpg");
  });
});
