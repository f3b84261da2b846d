import { eq } from "drizzle-orm";
import { onTestFinished } from "vitest";
import { newEncryptionKey } from "../../../app/config.ts";
import type { Db } from "../../../app/db/open.ts";
import { products, shopSettings } from "../../../app/db/schema/index.ts";
import { startGeneration } from "../../../app/generation/start-generation.ts";
import { listJobItems } from "../../../app/jobs/read-jobs.ts";
import type { JobId } from "../../../app/lib/brand.ts";
import { digestOf } from "../../../app/lib/digest.ts";
import { createSealer } from "../../../app/lib/seal.ts";
import { createModels } from "../../../app/model/model-for-shop.ts";
import { createGenerateTask } from "../../../app/tasks/generate-content.ts";
import { storeTarget } from "../../../app/texts/target.ts";
import { readProductTexts } from "../../../app/versions/read-product-texts.ts";
import type { ExaminerHabit } from "../../../sandbox/model/examine.ts";
import { startModel } from "../../../sandbox/model/start.ts";
import type { FaultRule } from "../../../sandbox/shared/faults.ts";
import { aWorker } from "../../jobs/support.ts";
import { productId, shop, storeProduct, testClock } from "../../support/content/shop.ts";
import { openTestDatabase } from "../../support/open-test-database.ts";

export const examinerModel = "shelf-examiner";

export interface ExamineWorld {
  habit?: ExaminerHabit;
  faults?: FaultRule[];
  /** default: the examiner's is `shelf-examiner`, asked in doubt */
  settings?: Partial<typeof shopSettings.$inferInsert>;
  /** how long a call may take; default 1 s */
  timeoutMs?: number;
  /** US dollars per million tokens; default: of the writer only */
  prices?: Record<string, { input: number; cached: number; output: number }>;
}

/** A shop with one product, a writer that answers what it is told to, and an examiner of some habit. */
export async function examineWorld({ habit = "perfect", faults = [], ...given }: ExamineWorld = {}) {
  const [db, clock] = [openTestDatabase(), testClock()];
  const { url, state, close } = await startModel({
    settings: { latencyMs: 0, flawRate: 0, repairRate: 1, examiner: habit },
  });
  onTestFinished(close);
  state.faults.set({ rules: faults });
  const config = {
    OPENAI_BASE_URL: `${url}/v1`,
    OPENAI_API_KEY: "sk-test",
    MODEL_V1: "shelf-small",
    MODEL_V2: "shelf-large",
    MODEL_EXAMINER: examinerModel,
    MODEL_TIMEOUT_MS: given.timeoutMs ?? 1_000,
    MODEL_PRICES: given.prices ?? { "shelf-small": { input: 1, cached: 0.1, output: 8 } },
  };
  await storeProduct(db);
  await db.orm.insert(shopSettings).values({ shop, updatedAt: 0, ...given.settings });
  const models = createModels({ db, clock, sealer: createSealer([newEncryptionKey()]), fetch, config });
  const deps = { db, clock, models };
  const task = createGenerateTask(deps);

  /** What the writer answers in a row: one text for each call. */
  async function generate(texts: readonly Record<string, unknown>[], contentTypes: readonly string[] = ["desc"]) {
    state.queue({ answers: texts.map((content) => ({ content, match: "content_types" })) });
    const request = { shop, productIds: [productId], contentTypes, agentModel: "v1", createdBy: "anna" } as const;
    const jobId = await startGeneration(deps, request);
    await work();
    return read(jobId);
  }

  const work = () => aWorker({ db, clock, tasks: [task] }).tick();

  async function read(jobId: JobId) {
    const { rows } = await listJobItems(deps, { shop, jobId });
    return { jobId, item: rows[0], ...(await readTexts()) };
  }

  async function readTexts() {
    const texts = await readProductTexts(deps, { shop, productId, target: storeTarget("en") });
    const newest = (name: string) => texts?.find(({ contentType }) => contentType === name)?.newest ?? null;
    return { desc: newest("desc"), newest };
  }

  const calls = () => state.calls.filter(({ model }) => model === examinerModel);
  return { ...deps, config, state, generate, work, read, readTexts, calls };
}

/** Other tags of the product, as an import would find them. */
export async function changeTags(db: Db, tags: string[]): Promise<void> {
  const [row] = await db.orm.select().from(products).where(eq(products.shop, shop));
  if (!row) throw new Error("there is no product");
  const facts = { ...row.facts, tags };
  await db.orm
    .update(products)
    .set({ facts, factsDigest: digestOf(facts) })
    .where(eq(products.shop, shop));
}
