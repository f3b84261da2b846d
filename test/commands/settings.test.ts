import { eq } from "drizzle-orm";
import { expect, it, onTestFinished } from "vitest";
import { saveSettings } from "../../app/commands/settings/save-settings.ts";
import { readSettingsForm } from "../../app/commands/settings/settings-form.ts";
import { testModels } from "../../app/commands/settings/test-models.ts";
import { newEncryptionKey, readConfig } from "../../app/config.ts";
import { shopSettings, spendSettings } from "../../app/db/schema/index.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { shop } from "../support/content/shop.ts";
import { anna, aShop } from "./world.ts";

async function aShopWithSettings(address = "https://api.openai.com/v1") {
  const { deps, db, clock } = await aShop();
  const key = newEncryptionKey();
  const config = readConfig({
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "a-secret-that-is-long",
    SHOPIFY_APP_URL: "https://app.example.com/",
    ENCRYPTION_KEYS: key,
    OPENAI_BASE_URL: address,
    OPENAI_API_KEY: "sk-test",
    MODEL_V1: "shelf-small",
    MODEL_V2: "no-such-model",
  });
  const sealer = createSealer([key]);
  return { ...deps, config, sealer, models: createModels({ db, clock, sealer, fetch, config }) };
}

const spend = {
  ...{ dailyCostCap: "", dailyCreditsCap: "50", v1Input: "1", v1Cached: "", v1Output: "8" },
  ...{ v2Input: "", v2Cached: "", v2Output: "" },
};
const form = {
  ...{ baseUrl: "", apiKey: "sk-own", removeKey: false, keyless: false },
  ...{ modelV1: "mine", modelV2: "", images: "none", concurrency: "4", ...spend },
};

it("settings are saved, the key sealed, and work that was paused for them is resumed", async () => {
  const deps = await aShopWithSettings();
  expect(await saveSettings.run(deps, anna, form)).toEqual({ kind: "saved", resumed: expect.any(Number) });
  const [row] = await deps.db.orm.select().from(shopSettings).where(eq(shopSettings.shop, shop));
  expect(row).toMatchObject({ modelV1: "mine", concurrency: 4, modelImages: "none" });
  expect(row?.modelApiKey).not.toContain("sk-own");
  const [caps] = await deps.db.orm.select().from(spendSettings).where(eq(spendSettings.shop, shop));
  expect(caps).toMatchObject({ dailyCreditsCap: 50, modelPrices: { mine: { input: 1, output: 8 } } });
});

it("settings of the examiner are saved with its own price, and kept where a form does not name them", async () => {
  const deps = await aShopWithSettings();
  const price = { examinerInput: "0.05", examinerCached: "", examinerOutput: "0.4" };
  const examiner = { modelExaminer: "tiny", examine: "always", ...price };
  expect(await saveSettings.run(deps, anna, { ...form, ...examiner })).toMatchObject({ kind: "saved" });
  // A page of before there was an examiner.
  expect(await saveSettings.run(deps, anna, form)).toMatchObject({ kind: "saved" });
  const { saved } = await readSettingsForm(deps, shop);
  expect(saved).toMatchObject({
    modelExaminer: "tiny",
    examine: "always",
    examinerInput: "0.05",
    examinerOutput: "0.4",
  });
  expect((await deps.models.forShop(shop)).examiner).toEqual({ mode: "always", model: "tiny" });
});

it("settings with a cap in money want the examiner's price too, unless nobody is asked", async () => {
  const deps = await aShopWithSettings();
  const capped = { ...form, dailyCostCap: "5", v2Input: "1", v2Output: "1" };
  const unpriced = { ...capped, modelExaminer: "tiny", examinerInput: "", examinerCached: "", examinerOutput: "" };
  expect(await saveSettings.run(deps, anna, { ...unpriced, examine: "doubtful" })).toEqual({
    kind: "invalid",
    fields: { examinerInput: { code: "price_missing" } },
  });
  expect(await saveSettings.run(deps, anna, { ...unpriced, examine: "off" })).toMatchObject({ kind: "saved" });
});

it("settings that somebody else saved since they were read are returned by field, and nothing is overwritten", async () => {
  const deps = await aShopWithSettings();
  const { saved: seen } = await readSettingsForm(deps, shop);
  await saveSettings.run(deps, anna, form);
  const late = { ...form, seen, modelV1: "late", modelV2: "late" };
  expect(await saveSettings.run(deps, anna, late)).toEqual({
    kind: "stale",
    changed: expect.objectContaining({ modelV1: "mine", dailyCreditsCap: "50" }),
  });
  expect((await readSettingsForm(deps, shop)).saved).toMatchObject({ modelV1: "mine", modelV2: "" });
});

it("settings that are not valid are named by their fields, prices by their version's, and nothing is saved", async () => {
  const deps = await aShopWithSettings();
  expect(await saveSettings.run(deps, anna, { ...form, v1Input: "dear" })).toMatchObject({
    kind: "invalid",
    fields: { v1Input: { code: "price_out_of_range", least: 0, most: 10_000 } },
  });
  expect(await saveSettings.run(deps, anna, { ...form, concurrency: "0" })).toMatchObject({
    kind: "invalid",
    fields: { concurrency: { code: "concurrency_out_of_range", least: 1, most: 32 } },
  });
  expect(await deps.db.orm.$count(shopSettings, eq(shopSettings.shop, shop))).toBe(0);
});

it("the models of both versions are tried with real calls", async () => {
  const sandbox = await startModel({ settings: { latencyMs: 0 } });
  onTestFinished(() => sandbox.close());
  const deps = await aShopWithSettings(`${sandbox.url}/v1`);
  const { kind, tests } = await testModels.run(deps, anna, {});
  expect(kind).toBe("tested");
  expect(tests.map(({ model, ok }) => [model, ok])).toEqual([
    ["shelf-small", true],
    ["no-such-model", false],
  ]);
});
