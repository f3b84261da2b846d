import { expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { cancelJob } from "../../app/jobs/cancel-job.ts";
import { createImportTask } from "../../app/tasks/import-products.ts";
import { installShop, openAdmin, openStore, shop, silent, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

it("an import that is under way is not started twice; after its end a new one may start", async () => {
  const db = openTestDatabase();
  const clock = testClock();
  const input = { shop, createdBy: "user:1" };
  const jobId = await startImport({ db, clock }, input);
  expect(await startImport({ db, clock }, input)).toBe(jobId);
  await cancelJob({ db, clock }, { shop, jobId });
  expect(await startImport({ db, clock }, input)).not.toBe(jobId);
});

it("the task's message describes what an import did", async () => {
  const db = openTestDatabase();
  const clock = testClock(Date.now());
  const store = await openStore();
  await installShop({ db, clock }, store);
  const task = createImportTask({
    db,
    clock,
    logger: silent,
    fetch: store.fetch,
    admin: openAdmin({ db, clock, store }),
  });
  const shown: string[] = [];
  const outcome = await task.run(
    {
      shop,
      jobId: await startImport({ db, clock }, { shop, createdBy: "user:1" }),
      seq: 0,
      attempt: 1,
      signal: new AbortController().signal,
      checkpoint: null,
      saveCheckpoint: async () => {},
      progress: async ({ label }) => void shown.push(label),
      *assertLease() {},
      assertStillWanted: async () => {},
    },
    {},
    null,
  );
  expect(outcome).toMatchObject({
    outcome: "done",
    message: "40 products: 40 new, 0 changed, 0 no longer in the shop.",
  });
  expect(shown[0]).toBe("Asking Shopify for the catalogue");
});
