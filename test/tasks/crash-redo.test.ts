import { and, asc, eq } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { newEncryptionKey } from "../../app/config.ts";
import { versions } from "../../app/db/schema/index.ts";
import { startGeneration } from "../../app/generation/start-generation.ts";
import { listJobItems } from "../../app/jobs/read-jobs.ts";
import type { AnyTask } from "../../app/jobs/task.ts";
import { productIdSchema } from "../../app/lib/brand.ts";
import { createSealer } from "../../app/lib/seal.ts";
import { createModels } from "../../app/model/model-for-shop.ts";
import { createGenerateTask } from "../../app/tasks/generate-content.ts";
import { contentTypeNames } from "../../app/texts/content-types.ts";
import { approveVersions } from "../../app/versions/approve-versions.ts";
import { editVersion } from "../../app/versions/edit-version.ts";
import { rejectVersion } from "../../app/versions/reject-version.ts";
import { startModel } from "../../sandbox/model/start.ts";
import { daysOf } from "../credits/support.ts";
import { aWorker, gate } from "../jobs/support.ts";
import { productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { inEnglish } from "../support/places.ts";

const leaseMs = 60_000;

/** A product whose texts are written by a worker that dies when all is stored and the item's end is not. */
async function dyingAfterItsDrafts() {
  const db = openTestDatabase();
  const clock = testClock();
  const { url, state, close } = await startModel({ settings: { latencyMs: 0, flawRate: 0 } });
  onTestFinished(close);
  const models = createModels({
    db,
    sealer: createSealer([newEncryptionKey()]),
    fetch,
    config: {
      OPENAI_BASE_URL: `${url}/v1`,
      OPENAI_API_KEY: "sk-test",
      MODEL_V1: "shelf-small",
      MODEL_V2: "shelf-large",
      MODEL_TIMEOUT_MS: 3_000,
    },
  });
  await storeProduct(db);
  const task: AnyTask = createGenerateTask({ db, clock, models });
  const jobId = await startGeneration(
    { db, clock },
    {
      shop,
      productIds: [productIdSchema.parse(productId)],
      contentTypes: contentTypeNames,
      agentModel: "v1",
      createdBy: "anna",
    },
  );
  const died = gate();
  const never = gate();
  const dying: AnyTask = {
    ...task,
    async run(context, payload, item) {
      const outcome = await task.run(context, payload, item);
      died.open();
      await never.opened;
      return outcome;
    },
  };
  void aWorker({ db, clock, leaseMs, tasks: [dying] }).tick();
  await died.opened;
  const rows = () =>
    db.orm
      .select({ id: versions.id, contentType: versions.contentType, state: versions.state, origin: versions.origin })
      .from(versions)
      .where(and(eq(versions.shop, shop), eq(versions.productId, productId)))
      .orderBy(asc(versions.createdAt), asc(versions.id));
  return {
    db,
    clock,
    model: state,
    rows,
    credits: async () => (await daysOf(db, shop))[0]?.credits,
    async redo() {
      clock.advance(leaseMs + 1);
      await aWorker({ db, clock, leaseMs, tasks: [task] }).tick();
      const { rows: items } = await listJobItems({ db }, { shop, jobId });
      return items[0];
    },
  };
}

type Dying = Awaited<ReturnType<typeof dyingAfterItsDrafts>>;

const editTitle = (deps: Pick<Dying, "db" | "clock">) =>
  editVersion(deps, {
    shop,
    productId: productIdSchema.parse(productId),
    contentType: "title",
    target: inEnglish,
    body: "Linen Shirt Ravello, washed",
    by: "anna",
  });

const deeds: [string, (world: Dying, id: string) => Promise<unknown>][] = [
  ["did nothing", async () => undefined],
  ["edited", ({ db, clock }) => editTitle({ db, clock })],
  ["rejected", ({ db, clock }, id) => rejectVersion({ db, clock }, { shop, versionId: id, by: "anna" })],
  [
    "approved",
    ({ db, clock }, id) => approveVersions({ db, clock }, { shop, versionIds: [id], by: "anna", onlyClean: false }),
  ],
];

describe("an item done again after a crash that came when its drafts were stored", () => {
  it.each(deeds)(
    "leaves alone what a person %s meanwhile, stores no second draft and pays nothing",
    async (_name, deed) => {
      const world = await dyingAfterItsDrafts();
      const { model, rows, credits, redo } = world;
      const title = (await rows()).find(({ contentType }) => contentType === "title");
      await deed(world, title?.id ?? "");
      const before = await rows();
      const [calls, spent] = [model.calls.length, await credits()];
      const item = await redo();
      expect(item).toMatchObject({ status: "done", attempts: 2, message: "5 texts written" });
      expect(item?.result).toMatchObject({ texts: 5, blocked: 0, calls: 1, model: "shelf-small" });
      expect(await rows()).toEqual(before);
      expect([model.calls.length, await credits()]).toEqual([calls, spent]);
    },
  );
});
