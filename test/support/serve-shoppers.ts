import { onTestFinished } from "vitest";
import { importProducts } from "../../app/catalog/import-products.ts";
import { newEncryptionKey } from "../../app/config.ts";
import { readJob } from "../../app/jobs/read-jobs.ts";
import { systemClock } from "../../app/lib/clock.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { createPublishTask } from "../../app/tasks/publish.ts";
import { createTranslateTask } from "../../app/tasks/translate-content.ts";
import { createUndoTask } from "../../app/tasks/undo.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { aWorker } from "../jobs/support.ts";
import { installShop, openAdmin, openStore, shop, silent } from "../shopify/open-store.ts";
import { openTestDatabase } from "./open-test-database.ts";
import { openTwoMarkets, translateForShoppers } from "./translate-for-shoppers.ts";

/**
 * A store with generated products and two markets, imported, with a model that translates and a worker in this process; then all of
 * {@link translateForShoppers}. @returns how many texts were published
 */
export async function serveShoppers({
  locales,
  products,
}: {
  locales: readonly string[];
  products: number;
}): Promise<number> {
  const db = openTestDatabase();
  const clock = systemClock;
  const store = await openStore({
    bulkDelayMs: 0,
    shops: [
      {
        ...{ domain: shop, name: "Fern & Field", plan: "enterprise" as const, locales: ["en", ...locales] },
        catalogue: { generate: products, seed: 5 },
      },
    ],
  });
  await installShop({ db, clock }, store);
  const countries = openTwoMarkets({ store: store.state, shop }, locales);
  const admin = openAdmin({ db, clock, store });
  await importProducts(
    { db, clock, logger: silent, admin: admin(shop), fetch: store.fetch },
    {
      ...{ shop, signal: new AbortController().signal, checkpoint: undefined },
      ...{ saveCheckpoint: async () => {}, progress: async () => {}, assertStillWanted: async () => {} },
    },
  );
  const sandbox = await startModel({ settings: { latencyMs: 0, flawRate: 0, repairRate: 1 } });
  onTestFinished(() => sandbox.close());
  const models = createModels({
    ...{ db, clock, fetch, sealer: createSealer([newEncryptionKey()]) },
    config: {
      ...{ OPENAI_BASE_URL: `${sandbox.url}/v1`, OPENAI_API_KEY: "sk-test", MODEL_TIMEOUT_MS: 10_000 },
      ...{ MODEL_V1: "shelf-small", MODEL_V2: "shelf-large", MODEL_PRICES: {} },
    },
  });
  const deps = { db, clock, models, admin };
  const tasks = [createTranslateTask(deps), createPublishTask(deps), createUndoTask(deps)];
  const worker = aWorker({ db, clock, tasks });
  return translateForShoppers(
    {
      ...{ db, clock, models, shop, store: store.state },
      async finish(jobId) {
        for (let round = 0; round < 50 * products; round++) {
          const job = await readJob({ db }, { shop, jobId });
          if (job?.finishedAt) return job.status;
          await worker.tick();
        }
        return "still under way";
      },
    },
    { locales, countries, products },
  );
}
