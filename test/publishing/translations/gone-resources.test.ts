import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { jobItems } from "../../../app/db/schema/index.ts";
import { createWorker, type Worker } from "../../../app/jobs/create-worker.ts";
import type { JobId } from "../../../app/lib/brand.ts";
import type { PublishDeps } from "../../../app/publishing/publish-product.ts";
import { startPublishing } from "../../../app/publishing/start-publishing.ts";
import { startUndo } from "../../../app/publishing/start-undo.ts";
import type { AdminApi, AdminOperation } from "../../../app/shopify/admin-api.ts";
import { createPublishTask } from "../../../app/tasks/publish.ts";
import { createUndoTask } from "../../../app/tasks/undo.ts";
import { shop, silent } from "../../shopify/open-store.ts";
import { inGerman, openTranslationWorld, stateOf, type TranslationWorld } from "./translation-world.ts";

/** Shopify leaves the pictures out of what it answers about translations, until it is told otherwise. */
function leavingOutImages(world: TranslationWorld, until: () => boolean = () => false): PublishDeps {
  const admin: PublishDeps["admin"] = (shop) => {
    const api = world.admin(shop);
    return {
      ...api,
      async run<D, V extends Record<string, unknown>>(
        operation: AdminOperation<D, V>,
        variables: V,
        options?: Parameters<AdminApi["run"]>[2],
      ): Promise<D> {
        const data = await api.run(operation, variables, options);
        if (operation.name !== "ReadTranslations" || until()) return data;
        const { translatableResourcesByIds } = data as {
          translatableResourcesByIds: { nodes: { resourceId: string }[] };
        };
        const nodes = translatableResourcesByIds.nodes.filter(({ resourceId }) => !resourceId.includes("MediaImage"));
        return { ...data, translatableResourcesByIds: { nodes } };
      },
    };
  };
  return { ...world.deps, admin };
}

async function itemsOf({ db }: TranslationWorld, jobId: JobId) {
  return db.orm
    .select()
    .from(jobItems)
    .where(and(eq(jobItems.shop, shop), eq(jobItems.jobId, jobId)));
}

function workerOf(world: TranslationWorld, deps: PublishDeps): Worker {
  const tasks = [createPublishTask({ ...world, ...deps }), createUndoTask({ ...world, ...deps })];
  return createWorker({ ...world, logger: silent, tasks, slots: 1, leaseMs: 600_000, random: () => 0 });
}

/** Lets time pass until nothing is left to do. */
async function runAll(world: TranslationWorld, worker: Worker): Promise<void> {
  for (let round = 0; round < 60; round++) {
    world.clock.advance(60_000);
    if ((await worker.tick()) === 0) return;
  }
  throw new Error("the work does not end");
}

function publishGerman(world: TranslationWorld): Promise<JobId> {
  const { productId } = world;
  return startPublishing(world, { shop, productIds: [productId], createdBy: "user:1", targets: [inGerman] });
}

test("a run comes back by itself to a picture that one reading left out", async () => {
  const world = await openTranslationWorld();
  const [alt = ""] = world.alts;
  await world.approveFor(alt, { body: "Eine Schürze auf einem Tisch" });
  const given = { now: false };
  const worker = workerOf(
    world,
    leavingOutImages(world, () => given.now),
  );
  const jobId = await publishGerman(world);
  world.clock.advance(1_000);
  await worker.tick();
  expect(await itemsOf(world, jobId)).toMatchObject([
    { status: "queued", attempts: 0, message: expect.stringMatching(/^Shopify left this out of its answer/) },
  ]);
  given.now = true;
  await runAll(world, worker);
  expect(await itemsOf(world, jobId)).toMatchObject([{ status: "done" }]);
  expect(world.held(alt)).toBe("Eine Schürze auf einem Tisch");
});

test("of a picture that no reading gives a run says in the end that Shopify left it out", async () => {
  const world = await openTranslationWorld();
  const [alt = ""] = world.alts;
  const id = await world.approveFor(alt, { body: "Eine Schürze auf einem Tisch" });
  const jobId = await publishGerman(world);
  const startedAt = world.clock.now();
  await runAll(world, workerOf(world, leavingOutImages(world)));
  const [item] = await itemsOf(world, jobId);
  expect(item).toMatchObject({ status: "failed", code: "left_out" });
  expect(item?.message).toContain("It is in the shop, and Shopify left it out of its answers for 15 minutes");
  expect(world.clock.now() - startedAt).toBeGreaterThan(15 * 60_000);
  expect(await stateOf(world, id)).toBe("approved");
});

test("an undo takes a picture that its reading left out for one that is still to be undone", async () => {
  const world = await openTranslationWorld();
  const [alt = ""] = world.alts;
  await world.approveFor(alt, { body: "Eine Schürze auf einem Tisch" });
  await world.publishFor();
  const [published] = await world.writeBacks();
  world.clock.advance(24 * 3_600_000);
  const given = { now: false };
  const worker = workerOf(
    world,
    leavingOutImages(world, () => given.now),
  );
  const jobId = await startUndo(world, { shop, writeBackIds: [published?.id ?? ""] });
  world.clock.advance(1_000);
  await worker.tick();
  expect(await itemsOf(world, jobId)).toMatchObject([{ status: "queued", attempts: 0 }]);
  expect(world.held(alt)).toBe("Eine Schürze auf einem Tisch");
  given.now = true;
  await runAll(world, worker);
  expect(await itemsOf(world, jobId)).toMatchObject([{ status: "done" }]);
  expect(world.held(alt)).toBeNull();
});

test("a translation whose picture one reading leaves out stays approved, and is published once the picture is read", async () => {
  const world = await openTranslationWorld();
  const [alt = ""] = world.alts;
  const id = await world.approveFor(alt, { body: "Eine Schürze auf einem Tisch" });
  expect(await world.publishFor(undefined, { deps: leavingOutImages(world) })).toMatchObject({
    ...{ published: [], leftOut: [alt], notTranslatable: [], problem: null },
  });
  expect(await stateOf(world, id)).toBe("approved");
  expect(await world.publishFor()).toMatchObject({ published: [alt] });
});

test("a translation whose picture is gone, by two readings, is closed", async () => {
  const world = await openTranslationWorld();
  const id = await world.approveFor("image_alt_987654321", { body: "Eine Schürze auf einem Tisch" });
  expect(await world.publishFor()).toMatchObject({ problem: expect.stringContaining("no longer in the shop") });
  expect(await stateOf(world, id)).toBe("superseded");
});
