import { and, eq } from "drizzle-orm";
import { expect, onTestFinished } from "vitest";
import { newEncryptionKey } from "../../../app/config.ts";
import { batchRequests, jobItems, modelAnswers, modelBatches, versions } from "../../../app/db/schema/index.ts";
import { startGeneration } from "../../../app/generation/start-generation.ts";
import { readJob } from "../../../app/jobs/read-jobs.ts";
import { type JobId, productIdSchema } from "../../../app/lib/brand.ts";
import { createSealer } from "../../../app/lib/seal.ts";
import type { BatchModel, BatchReply } from "../../../app/model/batch-port.ts";
import { createModels, type Models } from "../../../app/model/model-for-shop.ts";
import { modelKeyPlace } from "../../../app/model/model-key.ts";
import { createGenerateTask } from "../../../app/tasks/generate-content.ts";
import { createBatchTask } from "../../../app/tasks/run-batches.ts";
import { startModel } from "../../../sandbox/model/start.ts";
import { aWorker } from "../../jobs/support.ts";
import { someFacts } from "../../support/content/facts.ts";
import { shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

/** Where the process dies: before or after the n-th call of a method of the provider's edge. */
export interface Death {
  method: keyof BatchModel;
  /** `midway`: after it has given 70 replies */
  when: "before" | "after" | "midway";
  nth?: number;
}

export class Killed extends Error {}

/** A shop with n products, a provider with batches that take a minute, and a worker that does both kinds of job. */
export async function batchWorld(
  options: { products?: number; death?: Death; flawRate?: number; colors?: string[]; examiner?: string } = {},
) {
  const { products = 4, death } = options;
  const db = openTestDatabase();
  const clock = testClock();
  const sandbox = await startModel({
    now: clock.now,
    settings: { latencyMs: 0, flawRate: options.flawRate ?? 0, repairRate: 1, batchDelayMs: 60_000 },
  });
  onTestFinished(() => sandbox.close());
  const [key, next] = [newEncryptionKey(), newEncryptionKey()];
  // Opens what a key of after a rotation sealed, as a process with both keys does.
  const sealer = createSealer([key, next]);
  const rotated = createSealer([next, key]);
  const real = createModels({
    db,
    sealer,
    fetch,
    config: {
      OPENAI_BASE_URL: `${sandbox.url}/v1`,
      OPENAI_API_KEY: "sk-test",
      MODEL_V1: "shelf-small",
      MODEL_V2: "shelf-large",
      MODEL_EXAMINER: options.examiner,
      MODEL_TIMEOUT_MS: 3_000,
      MODEL_PRICES: { "shelf-small": { input: 2, cached: 2, output: 8 } },
    },
  });
  const deaths = { left: death ? 1 : 0 };
  const models: Models = {
    async forShop(name) {
      const own = await real.forShop(name);
      return death ? { ...own, batchesOf: (kept) => dying(own.batchesOf(kept), death, deaths) } : own;
    },
  };
  const productIds = Array.from({ length: products }, (_, at) => productIdSchema.parse(String(2_001 + at)));
  for (const [at, id] of productIds.entries()) {
    const color = options.colors?.[at];
    const { category, tags, images, attributes } = someFacts();
    const group = [
      { name: "Color", value: color ?? "" },
      { name: "Variant group id", value: "G1" },
    ];
    await storeProduct(db, {
      id,
      title: color ? "Linen Shirt Ravello" : `Linen Shirt No. ${at + 1}`,
      ...(color ? { facts: { category, tags, options: [], attributes: [...attributes, ...group], images } } : {}),
    });
  }
  const worker = aWorker({
    db,
    clock,
    slots: 32,
    tasks: [createGenerateTask({ db, clock, models }), createBatchTask({ db, clock, models })],
  });

  const start = (contentTypes: readonly string[] = ["title", "bullets"], { onlyMissing = false } = {}) =>
    startGeneration(
      { db, clock },
      { shop, productIds, contentTypes, agentModel: "v1", createdBy: "anna", lane: "batch", onlyMissing },
    );

  /** Works and lets time pass until the generation and its carrier have ended. */
  async function finish(jobId: JobId, afterRound?: (round: number) => void | Promise<void>): Promise<void> {
    for (let round = 0; round < 1_200; round++) {
      await worker.tick();
      await afterRound?.(round);
      const open = db.raw
        .prepare("SELECT count(*) AS open FROM jobs WHERE shop = ? AND finished_at IS NULL")
        .get(shop) as { open: number };
      if (open.open === 0) return;
      clock.advance(5_000);
    }
    throw new Error(`job ${jobId} did not end: ${JSON.stringify([await batches(), (await itemsOf(jobId))[0]])}`);
  }

  const itemsOf = (jobId: JobId) =>
    db.orm
      .select()
      .from(jobItems)
      .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
  const drafts = () => db.orm.select().from(versions).where(eq(versions.shop, shop));
  const answers = () => db.orm.select().from(modelAnswers).where(eq(modelAnswers.shop, shop));
  const requests = () => db.orm.select().from(batchRequests).where(eq(batchRequests.shop, shop));
  const batches = () => db.orm.select().from(modelBatches).where(eq(modelBatches.shop, shop));
  /** What the merchant enters in Settings while work is under way. */
  const connect = (change: { baseUrl: string | null; key: string }) =>
    db.raw
      .prepare(
        `INSERT INTO shop_settings (shop, model_base_url, model_api_key, updated_at) VALUES (@shop, @baseUrl, @key, 0)
         ON CONFLICT (shop) DO UPDATE SET model_base_url = @baseUrl, model_api_key = @key`,
      )
      .run({ shop, baseUrl: change.baseUrl, key: sealer.seal(change.key, modelKeyPlace(shop)) });
  const operations = (name: string) => sandbox.state.laneCalls.filter(({ operation }) => operation === name);

  /** Nothing was paid twice or lost, nothing is left open here or with the provider. */
  async function audit(jobId: JobId): Promise<void> {
    const paid = sandbox.state.calls.filter((call) => call.paid);
    expect(await answers(), "paid answers are stored answers").toHaveLength(paid.length);
    const lines = paid.filter((call) => call.lane === "batch").map(({ customId }) => customId);
    expect(new Set(lines).size, "no line was paid twice").toBe(lines.length);
    const firstCalls = paid.filter((call) => !call.isRepair).map(({ product }) => product);
    expect(new Set(firstCalls).size, "no product was asked for twice").toBe(firstCalls.length);
    expect((await requests()).filter(({ state }) => state === "waiting" || state === "sent")).toEqual([]);
    expect((await batches()).every(({ state }) => state === "closed")).toBe(true);
    expect([...sandbox.state.files.values()], "no file stays with the provider").toEqual([]);
    expect((await readJob({ db }, { shop, jobId }))?.finishedAt).not.toBeNull();
  }

  return {
    db,
    clock,
    sandbox,
    models,
    worker,
    start,
    finish,
    itemsOf,
    drafts,
    answers,
    requests,
    batches,
    operations,
    connect,
    rotated,
    otherSealer: createSealer([newEncryptionKey()]),
    audit,
  };
}

function dying(batches: BatchModel, death: Death, deaths: { left: number }): BatchModel {
  let calls = 0;
  return new Proxy(batches, {
    get(target, name: keyof BatchModel) {
      const method = target[name] as (...args: unknown[]) => Promise<unknown>;
      if (name !== death.method) return method;
      return async (...args: unknown[]) => {
        calls += 1;
        const now = deaths.left > 0 && calls >= (death.nth ?? 1);
        if (now) deaths.left -= 1;
        if (now && death.when === "before") throw new Killed();
        const answer = await method(...args);
        if (now && death.when === "midway") return until(70, answer as AsyncIterable<BatchReply>);
        if (now) throw new Killed();
        return answer;
      };
    },
  });
}

async function* until(count: number, replies: AsyncIterable<BatchReply>): AsyncGenerator<BatchReply> {
  let given = 0;
  for await (const reply of replies) {
    if (given++ === count) throw new Killed();
    yield reply;
  }
}
