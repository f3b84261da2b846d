import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import { shopSettings } from "../../app/db/schema/index.ts";
import { english } from "../../app/i18n/words-of.server.ts";
import { createSealer } from "../../app/lib/seal.ts";
import type { TestLine } from "../../app/model/describe-test.ts";
import { keepTraits } from "../../app/model/keep-traits.ts";
import type { ModelConfig } from "../../app/model/model-config.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { readModelSettings, saveModelSettings } from "../../app/model/model-settings.ts";
import { firstTraits, openAiTraits } from "../../app/model/server-traits.ts";
import { type ModelTest, testModel } from "../../app/model/test-model.ts";
import { testFindingWords } from "../../app/pages/settings/test-finding-words.ts";
import type { GivenModelSettings } from "../../sandbox/model/model-state.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { otherShop, shop, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const inWords = await english();

const config = {
  OPENAI_BASE_URL: "http://127.0.0.1:9/v1",
  OPENAI_API_KEY: "sk-operator",
  MODEL_V1: "shelf-small",
  MODEL_V2: "shelf-large",
  MODEL_TIMEOUT_MS: 1_000,
};

function office() {
  const db = openTestDatabase();
  const deps = { db, clock: testClock(), sealer: createSealer([newEncryptionKey()]), config };
  return { ...deps, save: (input: unknown, of = shop) => saveModelSettings(deps, { shop: of, input }) };
}

/** A `fetch` that notes where it is sent and with which key, and answers like a model. */
function noting() {
  const calls: { url: string; key: string | null }[] = [];
  const noted: typeof fetch = async (input, init) => {
    const sent = new Request(input, init);
    calls.push({ url: sent.url, key: sent.headers.get("authorization") });
    return Response.json({ choices: [{ message: { content: '{"title":"hello"}' }, finish_reason: "stop" }] });
  };
  return { calls, fetch: noted };
}

const signal = new AbortController().signal;

describe("model settings", () => {
  it("model settings show the operator's defaults when nothing was saved", async () => {
    expect(await readModelSettings(office(), shop)).toEqual({
      baseUrl: null,
      key: "none",
      keyless: false,
      modelV1: null,
      modelV2: null,
      modelExaminer: null,
      examine: null,
      concurrency: 8,
      images: "address",
      defaults: {
        baseUrl: config.OPENAI_BASE_URL,
        modelV1: "shelf-small",
        modelV2: "shelf-large",
        modelExaminer: null,
      },
    });
  });

  it("model settings take an examiner's model, and no mode that asks nobody", async () => {
    const { db, save, sealer } = office();
    expect(await save({ examine: "always" })).toEqual({
      outcome: "invalid",
      errors: { modelExaminer: { code: "examiner_missing" } },
    });
    expect(await save({ examine: "sometimes", modelExaminer: "shelf-small" })).toEqual({
      outcome: "invalid",
      errors: { examine: { code: "examine_unknown" } },
    });
    expect(await save({ examine: "always", modelExaminer: "shelf-small" })).toEqual({ outcome: "saved" });
    expect(await save({ concurrency: "4" })).toEqual({ outcome: "saved" });
    const kept = await readModelSettings({ db, sealer, config }, shop);
    expect(kept).toMatchObject({ examine: "always", modelExaminer: "shelf-small" });
  });

  it("model settings take no model for the examiner that the operator's key is not for", async () => {
    const { save } = office();
    const saved = await save({ modelExaminer: "gpt-5-pro" });
    expect(saved).toMatchObject({ errors: { modelExaminer: { code: "model_not_offered" } } });
  });

  it("model settings keep the key sealed and never shows it", async () => {
    const { db, save, sealer } = office();
    const input = {
      baseUrl: "https://models.example/v1/",
      apiKey: "sk-shop",
      modelV1: "a",
      modelV2: "",
      concurrency: "4",
    };
    expect(await save(input)).toEqual({ outcome: "saved" });
    const [row] = await db.orm.select().from(shopSettings).where(eq(shopSettings.shop, shop));
    expect(JSON.stringify(row)).not.toContain("sk-shop");
    expect(sealer.open(row?.modelApiKey ?? "", `shop_settings.model_api_key:${shop}`)).toBe("sk-shop");
    expect(await readModelSettings({ db, sealer, config }, shop)).toMatchObject({
      baseUrl: "https://models.example/v1",
      key: "saved",
      modelV1: "a",
      modelV2: null,
      concurrency: 4,
    });
    expect(await readModelSettings({ db, sealer, config }, otherShop)).toMatchObject({ key: "none", baseUrl: null });
  });

  it("model settings keep the key when none is entered, and forgets it with the address or on request", async () => {
    const office1 = office();
    const { save } = office1;
    const hasKey = async () => (await readModelSettings(office1, shop)).key === "saved";
    await save({ baseUrl: "https://models.example/v1", apiKey: "sk-shop" });
    await save({ baseUrl: "https://models.example/v1", modelV1: "b" });
    expect(await hasKey()).toBe(true);
    await save({ baseUrl: "HTTPS://Models.Example:443/x/../v1/" });
    expect(await hasKey()).toBe(true);
    await save({ baseUrl: "https://other.example/v1", keyless: true });
    expect(await hasKey()).toBe(false);
    await save({ baseUrl: "https://other.example/v1", apiKey: "sk-2" });
    expect(await hasKey()).toBe(true);
    await save({ baseUrl: "https://other.example/v1", apiKey: "", keyless: true });
    expect(await hasKey()).toBe(false);
  });

  it.each([
    [{ baseUrl: "http://models.example/v1" }, "baseUrl", "address_not_https"],
    [{ baseUrl: "ftp://models.example" }, "baseUrl", "no_address"],
    [{ baseUrl: "models.example" }, "baseUrl", "no_address"],
    [{ baseUrl: "https://user:pass@models.example" }, "baseUrl", "address_with_login"],
    [{ baseUrl: "https://models.example/v1#" }, "baseUrl", "address_with_query"],
    [{ baseUrl: "https://models.example/v1?key=1", apiKey: "sk" }, "baseUrl", "address_with_query"],
    [{ baseUrl: "https://models.example/v1", modelV1: "a" }, "apiKey", "key_missing"],
    [{ baseUrl: "https://models.example/v1", apiKey: "", keyless: false }, "apiKey", "key_missing"],
    [{ baseUrl: "http://127.0.0.1:9/v1/other" }, "baseUrl", "address_not_https"],
    [{ baseUrl: "http://10.0.0.5:11434/v1", keyless: true }, "baseUrl", "address_not_https"],
    [{ modelV1: "gpt-5-pro" }, "modelV1", "model_not_offered"],
    [{ modelV2: "Shelf-Large" }, "modelV2", "model_not_offered"],
    [{ baseUrl: "http://127.0.0.1:9/v1", keyless: true, modelV2: "gpt-5-pro" }, "modelV2", "model_not_offered"],
    [{ concurrency: 0 }, "concurrency", "concurrency_out_of_range"],
    [{ concurrency: "many" }, "concurrency", "concurrency_out_of_range"],
    [{ concurrency: 33 }, "concurrency", "concurrency_out_of_range"],
    [{ modelV1: "x".repeat(101) }, "modelV1", "setting_too_long"],
  ])("model settings refuse %j and name the field", async (input, field, code) => {
    const saved = await office().save(input);
    expect(saved).toMatchObject({ outcome: "invalid", errors: { [field]: { code } } });
  });

  it("the operator's own origin may be named although it is not public", async () => {
    expect(await office().save({ baseUrl: "http://127.0.0.1:9/v1" })).toEqual({ outcome: "saved" });
  });

  it.each([
    { modelV1: "shelf-large", modelV2: "shelf-small" },
    { apiKey: "sk-own", modelV1: "any-model-of-mine" },
    { baseUrl: "https://models.example/v1", keyless: true, modelV1: "any-model-of-mine" },
  ])("model settings take %j", async (input) => {
    expect(await office().save(input)).toEqual({ outcome: "saved" });
  });
});

describe("the model of a shop", () => {
  it("the operator's key goes to the operator's address only", async () => {
    const { db, sealer, save } = office();
    const { calls, fetch } = noting();
    const models = createModels({ db, sealer, fetch, config });
    await testModel({ models }, { shop, agentModel: "v1", signal });
    await save({ baseUrl: "http://127.0.0.1:9/./V1/../v1/" });
    await testModel({ models }, { shop, agentModel: "v1", signal });
    expect(calls.length).toBeGreaterThan(2);
    expect(calls.filter(({ url }) => !url.startsWith("http://127.0.0.1:9/v1/"))).toEqual([]);
    expect(new Set(calls.map(({ key }) => key))).toEqual(new Set(["Bearer sk-operator"]));
  });

  it.each([
    "http://127.0.0.1:9/other",
    "http://127.0.0.1:9",
    "http://127.0.0.1:99/v1",
    "http://someone@127.0.0.1:9/v1",
    "http://127.0.0.1:9/v1?to=elsewhere",
    "http://127.0.0.1:9/v1#",
    "https://models.example/v1",
    "not an address",
  ])("nothing is sent to %s saved by an earlier version, and Settings shows the field to correct", async (baseUrl) => {
    const { db, clock, sealer } = office();
    const { calls, fetch } = noting();
    const models = createModels({ db, clock, sealer, fetch, config });
    await db.orm.insert(shopSettings).values({ shop, modelBaseUrl: baseUrl, updatedAt: 1 });
    const shopModel = await models.forShop(shop);
    const field = baseUrl === "https://models.example/v1" ? "apiKey" : "baseUrl";
    expect(shopModel.refusalOf("v1")).toMatchObject({ field, says: expect.stringContaining("Settings") });
    const code = field === "apiKey" ? "model_key" : "model_not_allowed";
    expect(await testModel({ models }, { shop, agentModel: "v1", signal })).toMatchObject({ ok: false, code });
    await expect(shopModel.batchesOf(shopModel.connection).findFile({ name: "a" }, { signal })).rejects.toMatchObject({
      code,
    });
    expect(calls).toEqual([]);
  });

  it("a server that needs no key is sent none, and a private one is reached only where the operator allows its origin", async () => {
    const heads: (string | undefined)[] = [];
    const server = createServer((req, res) => {
      heads.push(req.headers.authorization);
      const message = { content: '{"title":"hello"}' };
      res
        .writeHead(200, { "content-type": "application/json" })
        .end(JSON.stringify({ choices: [{ message, finish_reason: "stop" }] }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { db, clock, sealer } = office();
    const allowing = { ...config, PRIVATE_ORIGINS_ALLOWED: [origin] };
    const input = { baseUrl: `${origin}/v1`, keyless: true, modelV1: "own-model" };
    const saved = await saveModelSettings({ db, clock, sealer, config: allowing }, { shop, input });
    expect(saved).toEqual({ outcome: "saved" });
    const test = (own: ModelConfig) =>
      testModel(
        { models: createModels({ db, clock, sealer, fetch, config: own }) },
        { shop, agentModel: "v1", signal },
      );
    expect(await test(allowing)).toMatchObject({ ok: true, model: "own-model" });
    const asked = heads.length;
    expect([asked > 0, new Set(heads)]).toEqual([true, new Set([undefined])]);
    expect(await test(config)).toMatchObject({ ok: false, code: "model_not_allowed" });
    expect(heads).toHaveLength(asked);
  });

  it("a model that the operator does not allow is not called with the operator's key, also in batches and from rows of before", async () => {
    const { db, clock, sealer, save } = office();
    const { calls, fetch } = noting();
    const models = createModels({ db, clock, sealer, fetch, config });
    await db.orm.insert(shopSettings).values({ shop, modelV2: "gpt-5-pro", updatedAt: 1 });
    const { model, batchesOf, connection, refusalOf } = await models.forShop(shop);
    expect([refusalOf("v1"), refusalOf("v2")]).toMatchObject([
      null,
      { field: "modelV2", says: expect.stringContaining("choose shelf-small or shelf-large") },
    ]);
    const request = { model: "gpt-5-pro", messages: [], schemaName: "a", schema: {}, maxOutputTokens: 10 };
    const refused = { code: "model_not_allowed", retryable: false };
    await expect(model.complete(request, { signal })).rejects.toMatchObject(refused);
    const lines = [
      { customId: "1", request: { ...request, model: "shelf-small" } },
      { customId: "2", request },
    ];
    await expect(batchesOf(connection).upload({ name: "a", lines }, { signal })).rejects.toMatchObject(refused);
    expect(calls).toEqual([]);
    await save({ apiKey: "sk-own", modelV2: "gpt-5-pro" });
    expect((await models.forShop(shop)).refusalOf("v2")).toBeNull();
  });

  it.each<[string, object, [number, number]]>([
    ["its own models", {}, [1, 5]],
    ["the operator's v2 as its v1", { modelV1: "shelf-large" }, [5, 5]],
    ["the operator's v1 as its v2", { modelV2: "shelf-small" }, [1, 1]],
    ["a third model that is allowed", { modelV1: "shelf-huge", modelV2: "shelf-tiny" }, [20, 0]],
    ["any model with a key of its own", { apiKey: "sk-own", modelV1: "shelf-large", modelV2: "other" }, [1, 5]],
  ])("a shop that names %s pays the credits of the models that are called", async (_what, input, credits) => {
    const { db, clock, sealer } = office();
    const own = { ...config, MODELS_ALLOWED: { "shelf-huge": 20, "shelf-tiny": 0, "shelf-small": 7 } };
    expect(await saveModelSettings({ db, clock, sealer, config: own }, { shop, input })).toEqual({ outcome: "saved" });
    const { creditsOf } = await createModels({ db, clock, sealer, fetch, config: own }).forShop(shop);
    expect([creditsOf("v1"), creditsOf("v2")]).toEqual(credits);
  });

  it("a shop's key is used for that shop only", async () => {
    const { db, sealer, save } = office();
    const { calls, fetch } = noting();
    const models = createModels({ db, sealer, fetch, config });
    await save({ apiKey: "sk-shop" });
    await testModel({ models }, { shop, agentModel: "v1", signal });
    await testModel({ models }, { shop: otherShop, agentModel: "v1", signal });
    expect([...new Set(calls.map(({ key }) => key))]).toEqual(["Bearer sk-shop", "Bearer sk-operator"]);
  });

  it("the model of a shop whose saved key no encryption key opens is asked nothing, with nobody's key, until the key is entered again", async () => {
    const { db, clock, save } = office();
    await save({ apiKey: "sk-shop" });
    const { calls, fetch } = noting();
    const sealer = createSealer([newEncryptionKey()]);
    const models = createModels({ db, clock, sealer, fetch, config });
    const test = () => testModel({ models }, { shop, agentModel: "v1", signal });
    expect(await readModelSettings({ db, sealer, config }, shop)).toMatchObject({ key: "unreadable" });
    expect((await models.forShop(shop)).refusalOf("v1")).toMatchObject({ code: "model_key", field: "apiKey" });
    expect(await test()).toMatchObject({
      code: "model_key",
      lines: [
        {
          what: "server",
          state: "fails",
          finding: { code: "failed", failure: { merchantMessage: expect.stringContaining("Enter the API key again") } },
        },
      ],
    });
    expect(await (await models.forShop(shop)).offersBatches()).toBe(false);
    await saveModelSettings({ db, clock, sealer, config }, { shop, input: { modelV1: "other" } });
    expect([calls, (await readModelSettings({ db, sealer, config }, shop)).key]).toEqual([[], "unreadable"]);
    await saveModelSettings({ db, clock, sealer, config }, { shop, input: { apiKey: "sk-again" } });
    expect(await test()).toMatchObject({ ok: true });
    expect(calls[0]?.key).toBe("Bearer sk-again");
  });

  it("the model of a shop sees no pictures in batches where its server takes them as files only", async () => {
    const { db, sealer } = office();
    const models = createModels({ db, sealer, fetch, config });
    const { knowledge, seesInBatches } = await models.forShop(shop);
    expect(await seesInBatches("shelf-small")).toBe(true);
    await knowledge.keep("shelf-small", { ...firstTraits, imageFiles: true });
    expect(await seesInBatches("shelf-small")).toBe(false);
  });

  it("an address that a merchant gave never reaches the operator's network", async () => {
    const { db, sealer, save } = office();
    const { calls, fetch } = noting();
    const models = createModels({ db, sealer, fetch, config });
    await save({ baseUrl: "https://127.0.0.1:9443/v1", apiKey: "sk-shop" });
    expect(await testModel({ models }, { shop, agentModel: "v1", signal })).toMatchObject({
      ok: false,
      lines: [
        {
          what: "server",
          state: "fails",
          finding: { code: "failed", failure: { merchantMessage: expect.stringContaining("public https address") } },
        },
      ],
    });
    expect(calls).toEqual([]);
  });
});

describe("Test connection", () => {
  async function bench(settings: GivenModelSettings = {}) {
    const sandbox = await startModel({ settings: { latencyMs: 0, ...settings } });
    onTestFinished(() => sandbox.close());
    const { db, clock, sealer, save } = office();
    const test = (over: object = {}, agentModel: "v1" | "v2" = "v1") => {
      const own = { ...config, OPENAI_BASE_URL: `${sandbox.url}/v1`, ...over };
      return testModel(
        { models: createModels({ db, clock, sealer, fetch, config: own }) },
        { shop, agentModel, signal },
      );
    };
    return { db, clock, sandbox, save, test };
  }
  const states = ({ lines }: ModelTest) => Object.fromEntries(lines.map(({ what, state }) => [what, state]));
  const says = ({ lines }: ModelTest) => lines.map(({ finding }) => testFindingWords(inWords, finding)).join(" ");
  const MODEL_PRICES = { "shelf-small": { input: 1, cached: 0.1, output: 8 } };

  it("Test connection finds that all works with a server like OpenAI's, and what that cost", async () => {
    const { sandbox, test } = await bench();
    const found = await test({ MODEL_PRICES });
    expect([found.ok, found.code, found.model]).toEqual([true, null, "shelf-small"]);
    const works = ["server", "model", "form", "length", "pictures", "price", "batches"].map((what) => [what, "works"]);
    expect(states(found)).toEqual(Object.fromEntries(works));
    const { promptTokens, completionTokens, paid } = sandbox.state.totals;
    expect(found.calls.map(({ tokensIn }) => tokensIn).reduce((a, b) => a + b)).toBe(promptTokens);
    expect([found.calls.length, paid]).toEqual([2, 2]);
    const cost = found.calls.reduce((sum, { costNanos }) => sum + (costNanos ?? 0), 0);
    expect(cost).toBe(promptTokens * 1_000 + completionTokens * 8_000);
  });

  it.each<[GivenModelSettings["server"] & string, string[], string]>([
    ["deepseek", ["form", "length", "pictures"], "8,192 tokens (max_tokens)"],
    ["mistral", [], "(max_tokens)"],
    ["anthropic", ["form"], "told in words"],
    ["unspoken", ["form"], "no request for a form"],
    ["openrouter", ["pictures"], "takes no pictures"],
  ])("Test connection finds what a server like %s does in another way", async (server, limited, words) => {
    const { test } = await bench({ server });
    const found = await test({ MODEL_PRICES });
    const named = found.lines.filter(({ state }) => state === "limited").map(({ what }) => what);
    expect([found.ok, named]).toEqual([true, limited]);
    expect(says(found)).toContain(words);
  });

  it("Test connection reports a missing price, batches that are not offered and pictures that are not to be shown", async () => {
    const { save, test } = await bench({ batches: false });
    await save({ images: "none" });
    expect(states(await test())).toMatchObject({ price: "limited", batches: "limited", pictures: "untried" });
  });

  it.each<[string, object, string, TestLine["what"], string]>([
    ["a key that is not taken", { OPENAI_API_KEY: "sk-invalid" }, "model_key", "server", "valid key"],
    [
      "a model that is not there",
      { MODEL_V1: "no-such-model" },
      "model_bad_request",
      "model",
      "does not know this model",
    ],
    [
      "a server that is not there",
      { OPENAI_BASE_URL: "http://127.0.0.1:9/v1" },
      "model_unavailable",
      "server",
      "cannot be reached",
    ],
    ["a wrong path", { OPENAI_BASE_URL: undefined }, "model_bad_request", "model", "model or address"],
  ])("names %s as the cause", async (_what, over, code, what, words) => {
    const { sandbox, test } = await bench();
    const found = await test(
      "OPENAI_BASE_URL" in over && !over.OPENAI_BASE_URL ? { OPENAI_BASE_URL: `${sandbox.url}/nowhere` } : over,
    );
    expect([found.ok, found.code, found.calls]).toEqual([false, code, []]);
    const fails = found.lines.find(({ state }) => state === "fails");
    expect(fails?.what).toBe(what);
    expect(fails && testFindingWords(inWords, fails.finding)).toContain(words);
  });

  it.each<[string, string, TestLine["what"], string]>([
    ["azure_flagged", "model_refused", "model", "filter"],
    ["country", "model_bad_request", "model", "country"],
    ["model_forbidden", "model_bad_request", "model", "does not know this model"],
    ["groq_too_large", "model_bad_request", "model", "tokens per minute"],
    ["gemini_bad_key", "model_key", "server", "valid key"],
    ["proxy_page", "model_unavailable", "server", "cannot be reached"],
    ["ip_not_authorized", "model_key", "server", "network address"],
  ])("names the cause of %s, and does not take it for another", async (kind, code, what, words) => {
    const { sandbox, test } = await bench();
    sandbox.state.faults.set({ rules: [{ kind }] });
    const found = await test();
    expect([found.ok, found.code, found.calls, sandbox.state.calls.length]).toEqual([false, code, [], 1]);
    const fails = found.lines.filter(({ state }) => state === "fails");
    expect(fails.map((line) => [line.what, testFindingWords(inWords, line.finding)])).toEqual([
      [what, expect.stringContaining(words)],
    ]);
  });

  it("names an account without credit, and an answer that nobody can read, which was paid for", async () => {
    const { sandbox, test } = await bench();
    sandbox.state.faults.set({ rules: [{ kind: "http_429_billing", times: 1 }] });
    expect(says(await test())).toContain("no credit left");
    sandbox.state.queue({ answers: [{ content: "Hello!" }, { content: "Hello again!" }] });
    const found = await test();
    expect([found.ok, found.code, found.calls.length]).toEqual([false, "model_bad_answer", 2]);
    expect(states(found)).toEqual({ server: "works", form: "fails" });
  });

  it("Test connection forgets what was known of the model, and keeps what it finds", async () => {
    const { db, clock, sandbox, test } = await bench({ server: "deepseek" });
    await test();
    sandbox.state.set({ server: "openai" });
    expect(states(await test()).form).toBe("works");
    const knowledge = keepTraits({ db, clock }, { shop: undefined, baseUrl: `${sandbox.url}/v1` });
    expect(await knowledge.read("shelf-small")).toEqual(firstTraits);
  });

  it("Test connection reports and keeps what only long answers and pictures of the store have shown", async () => {
    const { db, clock, sandbox, test } = await bench();
    const knowledge = keepTraits({ db, clock }, { shop: undefined, baseUrl: `${sandbox.url}/v1` });
    await knowledge.keep("shelf-small", { ...firstTraits, heedsLimit: false, imageFiles: true });
    const found = await test();
    expect(states(found)).toMatchObject({ length: "limited", pictures: "works" });
    expect(says(found)).toMatch(/Does not heed a limit.*as files/s);
    expect(await knowledge.read("shelf-small")).toMatchObject({ heedsLimit: false, imageFiles: true });
  });

  it("what is known of a shop's own server goes with its address or key", async () => {
    const { db, clock, save } = await bench();
    const baseUrl = "https://models.example/v1";
    const knowledge = keepTraits({ db, clock }, { shop, baseUrl });
    for (const change of [{ baseUrl, keyless: true }, { baseUrl, apiKey: "sk-2" }, { baseUrl: "" }]) {
      await knowledge.keep("a", openAiTraits);
      await save(change);
      expect(await knowledge.read("a")).toBeUndefined();
    }
  });
});
