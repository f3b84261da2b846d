import { describe, expect, it, onTestFinished } from "vitest";
import { newEncryptionKey, readConfig } from "../../app/config.ts";
import { applyGrant } from "../../app/credits/apply-grant.ts";
import { jobItems, shopSettings } from "../../app/db/schema/index.ts";
import { listPauses } from "../../app/jobs/pause.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { saveModelSettings } from "../../app/model/model-settings.ts";
import { readProductPage } from "../../app/pages/product/read-page.ts";
import { createGenerateTask } from "../../app/tasks/generate-content.ts";
import { createTryTask } from "../../app/tasks/try-config.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { entriesOf } from "../credits/support.ts";
import { aWorker } from "../jobs/support.ts";
import { productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { askPreview, askProduct, askProducts, askSettings } from "../support/pages/ask.ts";

const user = { shop, by: "user:1" };
const key = newEncryptionKey();

/** A shop with one product and 100 credits, and a worker. */
async function setUp() {
  const [db, clock, sealer] = [openTestDatabase(), testClock(), createSealer([key])];
  const sandbox = await startModel({ settings: { latencyMs: 0, flawRate: 0 } });
  onTestFinished(() => sandbox.close());
  const config = readConfig({
    SHOPIFY_API_KEY: "key",
    SHOPIFY_API_SECRET: "a-secret-that-is-long",
    SHOPIFY_APP_URL: "https://app.example.com/",
    ENCRYPTION_KEYS: key,
    OPENAI_BASE_URL: `${sandbox.url}/v1`,
    OPENAI_API_KEY: "sk-operator",
    MODEL_V1: "shelf-small",
    MODEL_V2: "shelf-large",
  });
  const models = createModels({ db, clock, sealer, fetch, config });
  const deps = { db, clock, sealer, config, models };
  await storeProduct(db);
  await applyGrant(deps, { shop, grant: 100 });
  const tasks = [createGenerateTask(deps), createTryTask(deps)];
  const worker = aWorker({ db, clock, tasks });
  const generate = async () => {
    const asked = { intent: "generate", contentTypes: ["title"], agentModel: "v1" };
    expect(await askProduct(deps, user, productId, asked)).toMatchObject({ jobId: expect.any(String) });
  };
  const choose = (input: object) => saveModelSettings(deps, { shop, input });
  const charges = async () =>
    (await entriesOf(db, shop)).filter(({ kind }) => kind === "charge").map(({ credits }) => credits);
  const items = () => db.orm.select().from(jobItems);
  return { ...deps, sandbox, worker, generate, choose, charges, items };
}

describe("credits", () => {
  it("of the operator's v2 behind a shop's v1 are v2's: in the choice, the reservation and the booking, of each way to ask", async () => {
    const { worker, choose, charges, generate, sandbox, ...deps } = await setUp();
    await choose({ modelV1: "shelf-large" });
    const read = () => readProductPage(deps, shop, productId);
    expect((await read())?.models[0]).toMatchObject({ name: "shelf-large", creditsPerProduct: 5 });
    await generate();
    expect((await read())?.spending.availableCredits).toBe(95);
    await worker.tick();
    const form = (fields: Record<string, string>) => {
      const data = new FormData();
      for (const [name, value] of Object.entries(fields)) data.append(name, value);
      return data;
    };
    await askProducts(deps, user, form({ intent: "generate", contentType: "bullets", id: productId }));
    await askPreview(deps, user, form({ config: "{}", id: productId }));
    expect((await read())?.spending.availableCredits).toBe(85);
    await worker.tick();
    await worker.tick();
    expect(await charges()).toEqual([-5, -5, -5]);
    expect((await read())?.spending.availableCredits).toBe(85);
    expect(new Set(sandbox.state.calls.map(({ model }) => model))).toEqual(new Set(["shelf-large"]));
  });

  it("hold for a run: one that was started at a lower price calls no dearer model, until the former one is named again", async () => {
    const { worker, choose, charges, generate, items, sandbox } = await setUp();
    await generate();
    await choose({ modelV1: "shelf-large" });
    await worker.tick();
    expect(await items()).toMatchObject([
      {
        status: "failed",
        code: "credits_changed",
        message: expect.stringContaining("5 credits with shelf-large instead of 1"),
      },
    ]);
    expect([sandbox.state.calls, await charges()]).toEqual([[], []]);
    await choose({});
    await generate();
    await worker.tick();
    expect(await charges()).toEqual([-1]);
  });
});

describe("a model that the operator does not allow any more", () => {
  it("is not called: the work waits with a message what to do, and continues after Settings were changed", async () => {
    const { db, worker, generate, items, sandbox, ...deps } = await setUp();
    await db.orm.insert(shopSettings).values({ shop, modelV1: "shelf-forbidden", updatedAt: 1 });
    await generate();
    await worker.tick();
    const says = "shelf-forbidden cannot be used with the key of whoever runs this app";
    expect(await items()).toMatchObject([{ status: "paused", pauseReason: "model_settings" }]);
    expect(await listPauses({ db }, shop)).toMatchObject([
      { reason: "model_settings", message: expect.stringContaining(says) },
    ]);
    expect(sandbox.state.calls).toEqual([]);
    const fields = {
      intent: "save",
      baseUrl: "",
      apiKey: "",
      modelV1: "",
      modelV2: "",
      concurrency: "8",
    };
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    for (const name of ["dailyCostCap", "dailyCreditsCap"]) body.set(name, "");
    for (const name of ["v1Input", "v1Cached", "v1Output", "v2Input", "v2Cached", "v2Output"]) body.set(name, "");
    body.set("removeKey", "false");
    expect(await askSettings({ db, ...deps }, user, body)).toEqual({
      message: "Settings saved. Paused work goes on.",
    });
    await worker.tick();
    expect(await items()).toMatchObject([{ status: "done" }]);
  });
});
