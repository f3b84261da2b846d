import { eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import { shopSettings } from "../../app/db/schema/index.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { readModelSettings, saveModelSettings } from "../../app/model/model-settings.ts";
import { testModel } from "../../app/model/test-model.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { otherShop, shop, testClock } from "../content/support/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

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
  it("shows the operator's defaults when nothing was saved", async () => {
    expect(await readModelSettings(office(), shop)).toEqual({
      baseUrl: null,
      hasKey: false,
      modelV1: null,
      modelV2: null,
      concurrency: 8,
      images: "address",
      defaults: { baseUrl: config.OPENAI_BASE_URL, modelV1: "shelf-small", modelV2: "shelf-large" },
    });
  });

  it("keeps the key sealed and never shows it", async () => {
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
    expect(await readModelSettings({ db, config }, shop)).toMatchObject({
      baseUrl: "https://models.example/v1",
      hasKey: true,
      modelV1: "a",
      modelV2: null,
      concurrency: 4,
    });
    expect(await readModelSettings({ db, config }, otherShop)).toMatchObject({ hasKey: false, baseUrl: null });
  });

  it("keeps the key when none is entered, and forgets it with the address or on request", async () => {
    const office1 = office();
    const { save } = office1;
    const hasKey = async () => (await readModelSettings(office1, shop)).hasKey;
    await save({ baseUrl: "https://models.example/v1", apiKey: "sk-shop" });
    await save({ baseUrl: "https://models.example/v1", modelV1: "b" });
    expect(await hasKey()).toBe(true);
    await save({ baseUrl: "https://other.example/v1" });
    expect(await hasKey()).toBe(false);
    await save({ baseUrl: "https://other.example/v1", apiKey: "sk-2" });
    expect(await hasKey()).toBe(true);
    await save({ baseUrl: "https://other.example/v1", apiKey: "" });
    expect(await hasKey()).toBe(false);
  });

  it.each([
    [{ baseUrl: "http://models.example/v1" }, "baseUrl"],
    [{ baseUrl: "ftp://models.example" }, "baseUrl"],
    [{ baseUrl: "models.example" }, "baseUrl"],
    [{ baseUrl: "https://user:pass@models.example" }, "baseUrl"],
    [{ concurrency: 0 }, "concurrency"],
    [{ concurrency: "many" }, "concurrency"],
    [{ concurrency: 33 }, "concurrency"],
    [{ modelV1: "x".repeat(101) }, "modelV1"],
  ])("refuses %j and names the field", async (input, field) => {
    const saved = await office().save(input);
    expect(saved).toMatchObject({ outcome: "invalid", errors: { [field]: expect.any(String) } });
  });

  it("the operator's own origin may be named although it is not public", async () => {
    expect(await office().save({ baseUrl: "http://127.0.0.1:9/v1" })).toEqual({ outcome: "saved" });
  });
});

describe("the model of a shop", () => {
  it("the operator's key goes to the operator's address only", async () => {
    const { db, sealer, save } = office();
    const { calls, fetch } = noting();
    const models = createModels({ db, sealer, fetch, config });
    await testModel({ models }, { shop, agentModel: "v1", signal });
    await save({ baseUrl: "http://127.0.0.1:9/other" });
    await testModel({ models }, { shop, agentModel: "v1", signal });
    expect(calls).toEqual([
      { url: "http://127.0.0.1:9/v1/chat/completions", key: "Bearer sk-operator" },
      { url: "http://127.0.0.1:9/other/chat/completions", key: "Bearer no-key" },
    ]);
  });

  it("a shop's key is used for that shop only", async () => {
    const { db, sealer, save } = office();
    const { calls, fetch } = noting();
    const models = createModels({ db, sealer, fetch, config });
    await save({ apiKey: "sk-shop" });
    await testModel({ models }, { shop, agentModel: "v1", signal });
    await testModel({ models }, { shop: otherShop, agentModel: "v1", signal });
    expect(calls.map(({ key }) => key)).toEqual(["Bearer sk-shop", "Bearer sk-operator"]);
  });

  it("an address that a merchant gave never reaches the operator's network", async () => {
    const { db, sealer, save } = office();
    const { calls, fetch } = noting();
    const models = createModels({ db, sealer, fetch, config });
    await save({ baseUrl: "https://127.0.0.1:9443/v1", apiKey: "sk-shop" });
    expect(await testModel({ models }, { shop, agentModel: "v1", signal })).toMatchObject({
      ok: false,
      message: expect.stringContaining("public https address"),
    });
    expect(calls).toEqual([]);
  });

  it("Test connection tells what to do", async () => {
    const sandbox = await startModel({ settings: { latencyMs: 0 } });
    onTestFinished(() => sandbox.close());
    const { db, sealer } = office();
    const at = (over: object) =>
      createModels({ db, sealer, fetch, config: { ...config, OPENAI_BASE_URL: `${sandbox.url}/v1`, ...over } });
    const test = (over: object, agentModel: "v1" | "v2" = "v1") =>
      testModel({ models: at(over) }, { shop, agentModel, signal });
    expect(await test({})).toEqual({ ok: true, model: "shelf-small" });
    expect(await test({}, "v2")).toEqual({ ok: true, model: "shelf-large" });
    expect(await test({ OPENAI_API_KEY: "sk-invalid" })).toMatchObject({ ok: false, code: "model_key" });
    expect(await test({ MODEL_V1: "no-such-model" })).toMatchObject({ ok: false, code: "model_bad_request" });
    sandbox.state.queue({ answers: [{ content: "Hello!" }] });
    expect(await test({})).toMatchObject({ ok: false, code: "model_bad_answer" });
  });
});
