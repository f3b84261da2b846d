import { describe, expect, it, onTestFinished } from "vitest";
import { newEncryptionKey, readConfig } from "../../app/config.ts";
import { listPauses, pauseShop } from "../../app/jobs/pause.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { readSettingsPage } from "../../app/pages/settings/read-page.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { daysOf } from "../credits/support.ts";
import { shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askSettings } from "../support/pages/ask.ts";

const key = newEncryptionKey();

async function setUp(prices = "") {
  const config = readConfig({
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "a-secret-that-is-long",
    SHOPIFY_APP_URL: "https://app.example.com/",
    ENCRYPTION_KEYS: key,
    MODEL_V1: "small",
    MODEL_V2: "large",
    MODEL_PRICES: prices,
  });
  const db = openTestDatabase();
  const sealer = createSealer([key]);
  await storeProduct(db);
  return { db, clock: testClock(), config, sealer, models: createModels({ db, sealer, fetch, config }) };
}

const empty = {
  intent: "save",
  baseUrl: "",
  apiKey: "",
  modelV1: "",
  modelV2: "",
  concurrency: "8",
  removeKey: "false",
  dailyCostCap: "",
  dailyCreditsCap: "",
  v1Input: "",
  v1Cached: "",
  v1Output: "",
  v2Input: "",
  v2Cached: "",
  v2Output: "",
};

const user = { shop, by: "user:1" };

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

function save(
  deps: Awaited<ReturnType<typeof setUp>>,
  changes: Partial<typeof empty> & { images?: string; seen?: string },
) {
  return askSettings(deps, user, form({ ...empty, ...changes }));
}

describe("the way of pictures to the model", () => {
  it("is by address until somebody chooses another, which is shown again; a made-up one is refused", async () => {
    const deps = await setUp();
    expect((await readSettingsPage(deps, shop)).saved.images).toBe("address");
    await save(deps, { images: "bytes" });
    expect((await readSettingsPage(deps, shop)).saved.images).toBe("bytes");
    await save(deps, {});
    expect((await readSettingsPage(deps, shop)).saved.images).toBe("bytes");
    expect(await save(deps, { images: "carrier pigeon" })).toMatchObject({ fields: { images: expect.any(String) } });
  });
});

describe("the spending settings", () => {
  it("keep caps and prices and show them again", async () => {
    const deps = await setUp();
    const form = {
      dailyCostCap: "2.5",
      dailyCreditsCap: "100",
      v1Input: "0.25",
      v1Output: "2",
      v2Input: "1",
      v2Cached: "0.1",
      v2Output: "8",
    };
    expect(await save(deps, form)).toMatchObject({ message: "Settings saved" });
    const { saved } = await readSettingsPage(deps, shop);
    expect(saved).toMatchObject({ ...form, v1Cached: "0.25" });
    const { priceOf } = await deps.models.forShop(shop);
    expect(priceOf("large")).toEqual({ input: 1, cached: 0.1, output: 8 });
    await save(deps, {});
    expect((await deps.models.forShop(shop)).priceOf("large")).toBeNull();
  });

  it("mark each wrong field and save nothing then", async () => {
    const deps = await setUp();
    const outcome = await save(deps, { dailyCostCap: "-1", dailyCreditsCap: "1.5", v1Input: "much", modelV1: "other" });
    expect(outcome).toMatchObject({
      fields: {
        dailyCostCap: expect.stringContaining("Enter an amount"),
        dailyCreditsCap: expect.stringContaining("whole number"),
        v1Input: expect.stringContaining("US dollars"),
      },
    });
    expect(await save(deps, { v2Input: "1" })).toMatchObject({ fields: { v2Output: expect.stringContaining("both") } });
    expect((await readSettingsPage(deps, shop)).saved.modelV1).toBe("");
  });

  it("take no cap in money while a model's price is not known, from the shop or the operator", async () => {
    const unpriced = await save(await setUp(), { dailyCostCap: "5", v1Input: "1", v1Output: "2" });
    expect(unpriced).toMatchObject({ fields: { v2Input: expect.stringContaining("price") } });
    const priced = await setUp('{"small": {"input": 1, "output": 2}, "large": {"input": 3, "output": 4}}');
    expect(await save(priced, { dailyCostCap: "5" })).toMatchObject({ message: "Settings saved" });
  });

  it("resume work that an earlier cap stopped", async () => {
    const deps = await setUp();
    await pauseShop(deps, { shop, reason: "spend_cap", message: "The cap is reached." });
    await save(deps, { dailyCreditsCap: "50" });
    expect(await listPauses(deps, shop)).toEqual([]);
  });
});

describe("settings that two people have open", () => {
  it("are not overwritten by the later one, who sees what was saved and may save again", async () => {
    const deps = await setUp();
    const opened = JSON.stringify((await readSettingsPage(deps, shop)).saved);
    const first = { dailyCreditsCap: "50", seen: opened };
    expect(await save(deps, first)).toMatchObject({ message: "Settings saved" });
    const late = { ...first, dailyCreditsCap: "", modelV1: "large" };
    expect(await save(deps, late)).toEqual({
      problem: expect.stringContaining("Nothing was overwritten"),
      fields: { dailyCreditsCap: "Somebody saved 50 meanwhile." },
      stale: true,
    });
    const { saved } = await readSettingsPage(deps, shop);
    expect(saved).toMatchObject({ dailyCreditsCap: "50", modelV1: "" });
    expect(await save(deps, { ...late, seen: JSON.stringify(saved) })).toMatchObject({ message: "Settings saved" });
  });
});

describe("a test of the connection", () => {
  it("is booked for the day, tries both models and shows in one sentence what keeps one from working", async () => {
    const sandbox = await startModel({ settings: { latencyMs: 0 } });
    onTestFinished(() => sandbox.close());
    const { db, clock, config, sealer } = await setUp('{"shelf-small": {"input": 1, "output": 8}}');
    const own = {
      ...config,
      OPENAI_BASE_URL: `${sandbox.url}/v1`,
      OPENAI_API_KEY: "sk-test",
      MODEL_V1: "shelf-small",
      MODEL_V2: "no-such-model",
    };
    const deps = { db, clock, config: own, sealer, models: createModels({ db, clock, sealer, fetch, config: own }) };
    expect(await askSettings(deps, user, form({ intent: "test" }))).toMatchObject({
      problem: expect.stringMatching(/^no-such-model cannot be used yet\. .*does not know this model/),
      tests: [
        { model: "shelf-small", ok: true, calls: 2, costNanos: expect.any(Number) },
        { model: "no-such-model", ok: false, calls: 0, costNanos: 0 },
      ],
    });
    const { promptTokens, completionTokens } = sandbox.state.totals;
    expect(await daysOf(db, shop)).toMatchObject([
      { calls: 2, costNanos: promptTokens * 1_000 + completionTokens * 8_000 },
    ]);
  });
});
