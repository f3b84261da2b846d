import { onTestFinished } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import type { SqliteDb } from "../../app/db/open.ts";
import { pauses } from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { listJobItems } from "../../app/jobs/read-jobs.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import type { Clock } from "../../app/lib/clock.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { createGenerateTask } from "../../app/tasks/generate-content.ts";
import { contentTypeNames } from "../../app/texts/content-types.ts";
import type { GivenModelSettings } from "../../sandbox/model/model-state.ts";
import { startModel } from "../../sandbox/model/start.ts";
import type { FaultRule } from "../../sandbox/shared/faults.ts";
import { daysOf } from "../credits/support.ts";
import { aWorker } from "../jobs/support.ts";
import { productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

const price = { input: 1, cached: 0.1, output: 8 };

export interface World {
  server?: GivenModelSettings["server"];
  faults?: FaultRule[];
  /** default: one product */
  productIds?: readonly string[];
  /** what happens while the model is at work */
  meanwhile?: (world: { db: SqliteDb; clock: Clock }) => Promise<unknown>;
}

/** The texts of products, written by a model behind such a server, with what was booked of them. */
export async function write({ server = "openai", faults = [], productIds = [productId], meanwhile }: World) {
  const [db, clock] = [openTestDatabase(), testClock()];
  const { url, state, close } = await startModel({ settings: { latencyMs: 0, flawRate: 0, repairRate: 1, server } });
  onTestFinished(close);
  state.faults.set({ rules: faults });
  const config = {
    OPENAI_BASE_URL: `${url}/v1`,
    OPENAI_API_KEY: "sk-test",
    MODEL_V1: "shelf-small",
    MODEL_V2: "shelf-large",
    MODEL_TIMEOUT_MS: 3_000,
    MODEL_PRICES: { "shelf-small": price },
  };
  const asked = async (...request: Parameters<typeof fetch>) => {
    await meanwhile?.({ db, clock });
    return fetch(...request);
  };
  const models = createModels({ db, clock, sealer: createSealer([newEncryptionKey()]), fetch: asked, config });
  const task = createGenerateTask({ db, clock, models });
  for (const id of productIds) await storeProduct(db, { id });
  const jobId = await startGeneration(
    { db, clock },
    {
      shop,
      productIds: productIds.map((id) => productIdSchema.parse(id)),
      contentTypes: contentTypeNames,
      agentModel: "v1",
      createdBy: "anna",
    },
  );
  const worker = aWorker({ db, clock, tasks: [task] });
  for (const _id of productIds) await worker.tick();
  const { rows: items } = await listJobItems({ db }, { shop, jobId });
  const sql =
    "SELECT content_type AS name, warnings FROM versions WHERE shop = ? AND state = 'draft' ORDER BY content_type";
  const drafts = db.raw.prepare<[string], { name: string; warnings: string }>(sql).all(shop);
  const [day] = await daysOf(db, shop);
  const paused = (await db.orm.select().from(pauses)).map(({ reason }) => reason);
  const learned = db.raw.prepare("SELECT shop, model, traits FROM model_servers").all();
  return { db, item: items[0], items, drafts, day, state, paused, learned };
}
