import { onTestFinished } from "vitest";
import { newEncryptionKey } from "../../../app/config.ts";
import { startTranslation } from "../../../app/generation/translate/start-translation.ts";
import { listJobItems } from "../../../app/jobs/read-jobs.ts";
import { type ProductId, productIdSchema } from "../../../app/lib/brand.ts";
import { createSealer } from "../../../app/lib/seal.ts";
import { createModels } from "../../../app/model/model-for-shop.ts";
import { createMetafieldDefinitions } from "../../../app/publishing/metafield-definitions.ts";
import { type PublishDeps, publishProduct } from "../../../app/publishing/publish-product.ts";
import { createPublishTask } from "../../../app/tasks/publish.ts";
import { createTranslateTask } from "../../../app/tasks/translate-content.ts";
import { createUndoTask } from "../../../app/tasks/undo.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { approveVersions } from "../../../app/versions/approve-versions.ts";
import { startModel } from "../../../sandbox/model/start.ts";
import type { ShopState } from "../../../sandbox/store/shop-state.ts";
import { shopperPage } from "../../../sandbox/store/shopper/shopper-page.ts";
import { openImport } from "../../catalog/translations/import-world.ts";
import { aWorker } from "../../jobs/support.ts";
import { free } from "../../publishing/publishing-world.ts";
import { openAdmin, shop } from "../../shopify/open-store.ts";

export const inGerman = storeTarget("de");

/**
 * A shop whose texts are imported, with a model that translates and what publishing needs.
 * @param before what becomes of the shop before it is imported
 */
export async function openResources(before?: (state: ShopState) => void) {
  const world = await openImport();
  const { db, clock, store } = world;
  before?.(store.state.shop(shop));
  await world.run();
  await world.readTexts();
  const sandbox = await startModel({ settings: { latencyMs: 0, flawRate: 0, repairRate: 1 } });
  onTestFinished(() => sandbox.close());
  const models = createModels({
    ...{ db, clock, fetch, sealer: createSealer([newEncryptionKey()]) },
    config: {
      ...{ OPENAI_BASE_URL: `${sandbox.url}/v1`, OPENAI_API_KEY: "sk-test" },
      ...{ MODEL_V1: "shelf-small", MODEL_V2: "shelf-large", MODEL_TIMEOUT_MS: 10_000, MODEL_PRICES: {} },
    },
  });
  const admin = openAdmin({ db, clock, store, timeoutMs: 20_000, sleep: async (ms) => clock.advance(ms) });
  const deps: PublishDeps = { db, clock, admin, definitions: createMetafieldDefinitions() };
  const tasks = [createTranslateTask({ db, clock, models, admin }), createPublishTask(deps), createUndoTask(deps)];
  const worker = aWorker({ db, clock, tasks });
  const ownerOf = (kind: string, title: string): ProductId => {
    const id = db.raw
      .prepare("SELECT id FROM text_resources WHERE shop = ? AND kind = ? AND title = ?")
      .pluck()
      .get(shop, kind, title);
    return productIdSchema.parse(id);
  };
  return {
    ...{ ...world, sandbox, models, worker, deps, ownerOf },
    async translate(productIds: readonly ProductId[], asked: { which?: "missing" | "missing_or_outdated" } = {}) {
      const jobId = await startTranslation(
        { db, clock },
        {
          ...{ shop, productIds, locales: ["de"], contentTypes: ["resource.texts"], includeEdited: false },
          ...{ which: asked.which ?? "missing", agentModel: "v1", createdBy: "anna" },
        },
      );
      if (jobId === null) return [];
      for (let round = 0; round < 3; round++) await worker.tick();
      return (await listJobItems({ db }, { shop, jobId })).rows;
    },
    approve: (productIds: readonly ProductId[]) =>
      approveVersions({ db, clock }, { shop, productIds, target: inGerman, by: "anna", onlyClean: true }),
    publish: (productId: ProductId) => publishProduct(deps, free, { shop, productId, target: inGerman }),
    /** what a shopper in Germany reads, by key */
    shopper(id: string): Record<string, string> {
      const gid = `gid://shopify/${id}`;
      const page = shopperPage(store.state.shop(shop), { country: "DE", locale: "de" }, { resourceId: gid });
      return Object.fromEntries(Object.entries(page?.texts[gid] ?? {}).map(([key, { value }]) => [key, value]));
    },
  };
}
