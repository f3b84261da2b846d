import { describe, expect, it, onTestFinished } from "vitest";
import { rememberHere, type ServerKnowledge } from "../../app/model/ask-server.ts";
import { keepTraits } from "../../app/model/keep-traits.ts";
import { createOpenAiModel } from "../../app/model/openai-model.ts";
import type { ModelRequest } from "../../app/model/port.ts";
import { firstTraits, openAiTraits } from "../../app/model/server-traits.ts";
import { noRefusals, showImages } from "../../app/model/show-images.ts";
import type { GivenModelSettings } from "../../sandbox/model/model-state.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { encodePng } from "../../sandbox/shared/png.ts";
import { shop, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const signal = new AbortController().signal;

function request(changes: Partial<ModelRequest> = {}): ModelRequest {
  return {
    model: "shelf-small",
    messages: [
      { role: "system", content: "Write. Answer with one JSON object." },
      { role: "user", content: '{"language":"en","content_types":{"title":{"task":"Write it","character_limit":70}}}' },
      { role: "user", content: '{"product":{"title":"Linen Shirt"}}' },
    ],
    schemaName: "product_texts",
    schema: {
      type: "object",
      properties: { title: { type: "string" } },
      required: ["title"],
      additionalProperties: false,
    },
    maxOutputTokens: 11_000,
    ...changes,
  };
}

type Server = GivenModelSettings["server"];

async function at(server: Server, knowledge: ServerKnowledge = rememberHere()) {
  const sandbox = await startModel({ settings: { latencyMs: 0, flawRate: 0, server } });
  onTestFinished(() => sandbox.close());
  const { state } = sandbox;
  const model = createOpenAiModel({
    baseUrl: `${sandbox.url}/v1`,
    apiKey: "sk-test",
    fetch,
    timeoutMs: 4_000,
    knowledge,
  });
  const refused = () => state.calls.filter(({ status }) => status !== 200).length;
  return { state, model, knowledge, refused, ask: (changes = {}) => model.complete(request(changes), { signal }) };
}

/** How many refusals it takes to find out, and what is known then. */
const servers: [Server & string, number, object][] = [
  ["openai", 0, {}],
  ["openai_reasoning", 1, { tokenParameter: "max_completion_tokens" }],
  ["mistral", 0, {}],
  ["ollama", 0, {}],
  ["deepseek", 2, { mostOutputTokens: 8_192, structure: "json_object" }],
  ["vllm_old", 2, { mostOutputTokens: 8_000, turns: "alternating" }],
  ["lm_studio", 0, {}],
  ["llama_cpp", 1, { turns: "alternating" }],
  ["groq", 1, { structure: "json_object" }],
  ["gemini", 0, {}],
  ["openrouter", 0, {}],
  ["azure_old", 1, { structure: "json_object" }],
]; // biome-ignore format: a table

describe("a server like", () => {
  it.each(servers)(
    "a server like %s gives its texts after %i refusals, which are not repeated",
    async (server, refusals, traits) => {
      const { ask, knowledge, refused, state } = await at(server);
      for (let i = 0; i < 2; i++) {
        expect(await ask()).toMatchObject({ kind: "json", json: { title: expect.stringContaining("Linen") } });
      }
      expect([refused(), state.totals.paid]).toEqual([refusals, 2]);
      expect(await knowledge.read("shelf-small")).toEqual({ ...firstTraits, ...traits });
    },
  );

  it.each(["anthropic"] as const)(
    "a server like %s, which accepts a schema and ignores it, gets it in words after one answer without JSON",
    async (server) => {
      const { ask, knowledge, state } = await at(server);
      expect((await ask()).kind).toBe("not_json");
      expect(await ask()).toMatchObject({ kind: "json", json: { title: expect.stringContaining("Linen") } });
      expect(await knowledge.read("shelf-small")).toEqual({ ...firstTraits, explained: true });
      expect(state.calls).toHaveLength(2);
    },
  );

  it("a gateway that streams unasked and counts no tokens gives its texts, and they are not free", async () => {
    const { ask, knowledge, refused } = await at({ stream: "always", usage: false });
    const answer = await ask();
    expect(answer).toMatchObject({ kind: "json", json: { title: expect.stringContaining("Linen") } });
    expect([answer.tokensIn > 20, answer.tokensOut > 3, refused()]).toEqual([true, true, 0]);
    expect(await knowledge.read("shelf-small")).toEqual(firstTraits);
  });

  it.each<[string, Server]>([
    ["whole JSON with the end of a stream behind it", { stream: "tail" }],
    ["its answer in the reasoning", { content: "in_reasoning" }],
    ["its answer in parts", { content: "parts" }],
    ["no reason to finish", { finishReason: "missing" }],
  ])("a server with %s gives its texts", async (_what, server) => {
    const { ask, refused } = await at(server);
    expect([(await ask()).kind, refused()]).toEqual(["json", 0]);
  });

  it("a server that calls a cut answer finished is not believed", async () => {
    const { ask } = await at({ finishReason: "always_stop" });
    expect((await ask({ maxOutputTokens: 3 })).kind).toBe("not_json");
  });
});

describe("what a server takes", () => {
  const errors = ["openai", "detail", "message", "message_detail", "text", "list", "in_200"] as const;
  it.each(errors)("what a server takes is read from a refusal of the form %s", async (shape) => {
    const { ask, knowledge, refused } = await at({
      tokenParameters: ["max_completion_tokens"],
      errors: shape,
      refusalStatus: 422,
    });
    expect((await ask()).kind).toBe("json");
    expect([(await knowledge.read("shelf-small"))?.tokenParameter, refused()]).toEqual(["max_completion_tokens", 1]);
  });

  it.each<[string, Server, number, string]>([
    ["the older name of the limit", "mistral", 1, "max_tokens"],
    ["neither name", { tokenParameters: [] }, 2, "none"],
  ])(
    "what a server takes is found out where the newer name was known and now %s is taken",
    async (_what, server, refusals, name) => {
      const { ask, knowledge, refused } = await at(server);
      await knowledge.keep("shelf-small", openAiTraits);
      expect((await ask()).kind).toBe("json");
      expect([(await knowledge.read("shelf-small"))?.tokenParameter, refused()]).toEqual([name, refusals]);
    },
  );

  it.each(["html", "bare"] as const)(
    "what a server takes is found by trying where a refusal of the form %s names no cause",
    async (shape) => {
      const { model, refused } = await at({ tokenParameters: ["max_tokens"], formats: ["json_object"], errors: shape });
      for (const title of ["Linen Shirt", "Wool Hat", "Silk Tie"]) {
        const { messages } = request();
        const own = [
          ...messages.slice(0, 2),
          { role: "user" as const, content: JSON.stringify({ product: { title } }) },
        ];
        expect((await model.complete(request({ messages: own }), { signal })).kind).toBe("json");
      }
      // The first may have been about that product alone.
      expect(refused()).toBe(2);
    },
  );

  it("what a server takes is found out by one call when sixteen start at once", async () => {
    const { ask, refused, state } = await at("deepseek");
    state.set({ latencyMs: 20 });
    const answers = await Promise.all(Array.from({ length: 16 }, () => ask()));
    expect(answers.every(({ kind }) => kind === "json")).toBe(true);
    expect([refused(), state.totals.paid]).toEqual([2, 16]);
  });

  it("what a server takes is not asked about by the others when the first call fails", async () => {
    const { ask, refused, state } = await at("openai_reasoning");
    state.faults.set({ rules: [{ kind: "http_503", times: 1 }] });
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => ask()));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(5).fill("fulfilled"), "rejected"]);
    expect(refused()).toBe(2);
  });

  it("what a server takes is learned anew when the server changes", async () => {
    const { ask, state, knowledge } = await at("mistral");
    await ask();
    state.set({ server: { tokenParameters: ["max_completion_tokens"] } });
    expect((await ask()).kind).toBe("json");
    expect((await knowledge.read("shelf-small"))?.tokenParameter).not.toBe("max_tokens");
  });

  it("what a server takes is known to other processes and after a restart, for each shop, address and model", async () => {
    const [db, clock] = [openTestDatabase(), testClock()];
    const place = { shop, baseUrl: "https://models.example/v1" };
    const first = await at("mistral", keepTraits({ db, clock }, place));
    await first.ask();
    const second = keepTraits({ db, clock }, place);
    expect((await second.read("shelf-small"))?.tokenParameter).toBe("max_tokens");
    expect(await second.read("shelf-large")).toBeUndefined();
    for (const other of [{ shop: undefined }, { baseUrl: "https://other.example/v1" }]) {
      expect(await keepTraits({ db, clock }, { ...place, ...other }).read("shelf-small")).toBeUndefined();
    }
  });

  it("what a server takes is found out again after a day, and that a form is not heeded after a week", async () => {
    const [db, clock] = [openTestDatabase(), testClock()];
    const knowledge = keepTraits({ db, clock }, { shop, baseUrl: "https://models.example/v1" });
    await knowledge.keep("reduced", { ...openAiTraits, structure: "none" });
    await knowledge.keep("full", openAiTraits);
    await knowledge.keep("older", firstTraits);
    await knowledge.keep("endless", { ...firstTraits, heedsLimit: false });
    await knowledge.keep("unheeding", { ...openAiTraits, explained: true });
    clock.advance(25 * 60 * 60_000);
    const models = ["reduced", "endless", "full", "older", "unheeding"];
    expect(await Promise.all(models.map((model) => knowledge.read(model)))).toEqual([
      undefined,
      undefined,
      openAiTraits,
      firstTraits,
      { ...openAiTraits, explained: true },
    ]);
    clock.advance(7 * 24 * 60 * 60_000);
    expect([await knowledge.read("unheeding"), await knowledge.read("full")]).toEqual([undefined, openAiTraits]);
  });

  it("what two answers teach of one model at the same moment is both kept", async () => {
    const knowledge = keepTraits(
      { db: openTestDatabase(), clock: testClock() },
      { shop, baseUrl: "https://models.example/v1" },
    );
    await Promise.all([
      knowledge.change("shelf-small", (known = firstTraits) => ({ ...known, explained: true })),
      knowledge.change("shelf-small", (known = firstTraits) => ({ ...known, heedsLimit: false })),
    ]);
    expect(await knowledge.read("shelf-small")).toEqual({ ...firstTraits, explained: true, heedsLimit: false });
  });

  it("a request with another fault than these is refused once", async () => {
    const { ask, state } = await at("openai");
    await expect(ask({ model: "no-such-model" })).rejects.toMatchObject({
      code: "model_bad_request",
      merchantMessage: expect.stringContaining("does not know this model"),
    });
    expect(state.calls).toHaveLength(1);
  });
});

describe("a limit on the length of an answer", () => {
  const short = { maxOutputTokens: 3 };

  it("a limit on the length of an answer holds at once with a server that drops the newer name unread", async () => {
    const { ask, state } = await at("ollama");
    expect((await ask(short)).kind).toBe("truncated");
    expect(state.calls).toHaveLength(1);
  });

  it("a limit on the length of an answer that was not heeded is asked for by the other name", async () => {
    const { ask, knowledge, refused } = await at("ollama");
    await knowledge.keep("shelf-small", openAiTraits);
    expect((await ask(short)).kind).toBe("json");
    expect((await ask(short)).kind).toBe("truncated");
    expect([await knowledge.read("shelf-small"), refused()]).toEqual([firstTraits, 0]);
  });

  it("a limit on the length of an answer that is heeded by neither name is known not to be, and an answer within it teaches nothing", async () => {
    const { ask, knowledge } = await at({ unheededLimits: ["max_tokens", "max_completion_tokens"] });
    await ask();
    expect(await knowledge.read("shelf-small")).toEqual(firstTraits);
    for (let i = 0; i < 2; i++) expect((await ask(short)).kind).toBe("json");
    expect(await knowledge.read("shelf-small")).toEqual({ ...firstTraits, heedsLimit: false });
  });
});

describe("pictures", () => {
  const picture = `data:image/png;base64,${encodePng({ width: 32, height: 32, pixels: new Uint8Array(32 * 32), palette: [[200, 30, 30]] }).toString("base64")}`;
  const shown = (url = picture) => {
    const { messages } = request();
    return {
      messages: [...messages, { role: "user" as const, content: "The pictures:", images: [{ url, label: "{}" }] }],
    };
  };

  it.each(["deepseek", "llama_cpp", "openrouter", "vllm_old"] as const)(
    "pictures are left out for a server like %s, which is remembered, and marked as unseen",
    async (server) => {
      const { model, knowledge, state } = await at(server);
      const deps = { delivery: "address" as const, loadImage: async () => null, refusals: noRefusals(), knowledge };
      const seeing = showImages(model, deps);
      for (let i = 0; i < 2; i++) {
        const answer = await seeing.complete(request(shown()), { signal });
        expect([answer.kind, answer.unseenImages]).toEqual(["json", [picture]]);
      }
      expect((await knowledge.read("shelf-small"))?.images).toBe(false);
      expect(state.calls.filter(({ pictures }) => pictures > 0).length).toBeLessThanOrEqual(4);
      expect(state.calls.at(-1)?.pictures).toBe(0);
    },
  );

  it("pictures of which one cannot be read are shown again with the next product", async () => {
    const { model, knowledge, state } = await at("openai");
    const deps = { delivery: "address" as const, loadImage: async () => null, refusals: noRefusals(), knowledge };
    const seeing = showImages(model, deps);
    const broken = "http://127.0.0.1:9/gone.png";
    expect((await seeing.complete(request(shown(broken)), { signal })).unseenImages).toEqual([broken]);
    expect((await seeing.complete(request(shown()), { signal })).unseenImages).toEqual([]);
    expect([(await knowledge.read("shelf-small"))?.images, state.calls.at(-1)?.pictures]).toEqual([true, 1]);
  });
});
