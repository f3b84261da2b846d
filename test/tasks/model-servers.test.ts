import { describe, expect, it, onTestFinished } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import { contentTypeNames } from "../../app/content/content-types.ts";
import { startGeneration } from "../../app/content/start-generation.ts";
import { listJobItems } from "../../app/jobs/read-jobs.ts";
import type { AnyTask } from "../../app/jobs/task.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { createGenerateTask } from "../../app/tasks/generate-content.ts";
import type { GivenModelSettings } from "../../sandbox/model/model-state.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { productId, shop, storeProduct, testClock } from "../content/support/shop.ts";
import { daysOf } from "../credits/support.ts";
import { aWorker } from "../jobs/support.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const price = { input: 1, cached: 0.1, output: 8 };

/** One product's texts, written by a model behind such a server. */
async function write(server: GivenModelSettings["server"]) {
  const [db, clock] = [openTestDatabase(), testClock()];
  const { url, state, close } = await startModel({ settings: { latencyMs: 0, flawRate: 0, repairRate: 1, server } });
  onTestFinished(close);
  const config = {
    OPENAI_BASE_URL: `${url}/v1`,
    OPENAI_API_KEY: "sk-test",
    MODEL_V1: "shelf-small",
    MODEL_V2: "shelf-large",
    MODEL_TIMEOUT_MS: 3_000,
    MODEL_PRICES: { "shelf-small": price },
  };
  const models = createModels({ db, clock, sealer: createSealer([newEncryptionKey()]), fetch, config });
  const task = createGenerateTask({ db, clock, models });
  await storeProduct(db);
  const jobId = await startGeneration(
    { db, clock },
    { shop, productIds: [productId], contentTypes: contentTypeNames, agentModel: "v1", createdBy: "anna" },
  );
  await aWorker({ db, clock, tasks: [task as AnyTask] }).tick();
  const { rows } = await listJobItems({ db }, { shop, jobId });
  const sql =
    "SELECT content_type AS name, warnings FROM versions WHERE shop = ? AND state = 'draft' ORDER BY content_type";
  const drafts = db.raw.prepare<[string], { name: string; warnings: string }>(sql).all(shop);
  const [day] = await daysOf(db, shop);
  return { item: rows[0], drafts, day, state };
}

describe("a product whose model stands behind a server like", () => {
  it.each<[GivenModelSettings["server"], number]>([
    ["mistral", 1],
    ["deepseek", 1],
    ["vllm_old", 1],
    ["lm_studio", 1],
    ["llama_cpp", 1],
    ["ollama", 2],
    ["groq", 1],
    ["gemini", 1],
    ["anthropic", 2],
    ["openrouter", 1],
    ["azure_old", 1],
    ["gateway", 1],
    ["unspoken", 1],
  ])("%s has its texts in one attempt, by %i paid answers, and none is booked twice", async (server, paid) => {
    const { item, drafts, day, state } = await write(server);
    expect(item).toMatchObject({ status: "done", attempts: 1 });
    expect(drafts.map(({ name }) => name)).toEqual([...contentTypeNames].sort());
    expect(drafts.flatMap(({ warnings }) => JSON.parse(warnings))).toEqual([]);
    expect([state.totals.paid, day?.calls]).toEqual([paid, paid]);
    if (server !== "gateway") {
      const nanos = state.totals.promptTokens * 1_000 + state.totals.completionTokens * 8_000;
      expect(day?.costNanos).toBeLessThanOrEqual(nanos);
      expect(day?.costNanos).toBeGreaterThan(nanos / 10);
    }
    expect(day?.costNanos).toBeGreaterThan(0);
  });
});

describe("an answer that is", () => {
  it.each<[GivenModelSettings["server"] & object, string]>([
    [{ wrapping: "two_answers" }, "not clear"],
    [{ wrapping: "cut" }, "cut without saying so"],
    [{ wrapping: "prose_only" }, "no JSON"],
  ])("%j is asked for again once, with the reason, and not a third time", async (server) => {
    const { item, day, state } = await write(server);
    expect(item).toMatchObject({ status: "failed", code: "model_bad_answer", attempts: 1 });
    expect([state.totals.paid, day?.calls]).toEqual([2, 2]);
    expect(state.calls[1]?.isRepair).toBe(true);
  });

  it("a list in a sentence is asked for again, and the other texts are not", async () => {
    const { item, state } = await write({ wrapping: "bullets_sentence" });
    expect(item?.status).toBe("done");
    expect(state.calls.slice(1).every(({ keys }) => keys.join() === "bullets")).toBe(true);
  });
});
