import { and, eq, isNull } from "drizzle-orm";
import { expect, it } from "vitest";
import { startImport } from "../../app/catalog/start-import.ts";
import { fingerprints, productsMarked } from "../../app/db/schema/index.ts";
import { listJobs } from "../../app/jobs/read-jobs.ts";
import { readRunsPage } from "../../app/pages/runs/read-runs-page.ts";
import { markLiveTextsJob } from "../../app/quality/near-duplicates/start-marking.ts";
import { createImportTask } from "../../app/tasks/import-products.ts";
import { createMarkTask } from "../../app/tasks/mark-live-texts.ts";
import { aWorker } from "../jobs/support.ts";
import { installShop, openAdmin, openStore, shop, silent, testClock } from "../shopify/open-store.ts";
import { openTestDatabase } from "../support/open-test-database.ts";

it("the live texts of an import are marked by a job of their own, which merchants do not see", async () => {
  const db = openTestDatabase();
  const clock = testClock(Date.now());
  const store = await openStore();
  await installShop({ db, clock }, store);
  const importer = createImportTask({
    db,
    clock,
    logger: silent,
    fetch: store.fetch,
    admin: openAdmin({ db, clock, store }),
  });
  await startImport({ db, clock }, { shop, createdBy: "user:1" });
  await aWorker({ db, clock, tasks: [importer] }).tick();
  const marks = () => db.orm.$count(fingerprints, and(eq(fingerprints.shop, shop), isNull(fingerprints.versionId)));
  expect(await marks()).toBe(0);
  const { rows } = await listJobs({ db }, { shop, kind: markLiveTextsJob.kind, limit: 5 });
  expect(rows).toMatchObject([{ status: "queued" }]);

  await aWorker({ db, clock, tasks: [createMarkTask({ db, clock })] }).tick();
  const { rows: after } = await listJobs({ db }, { shop, kind: markLiveTextsJob.kind, limit: 5 });
  expect(after).toMatchObject([{ status: "completed" }]);
  const products = await db.orm.$count(productsMarked, eq(productsMarked.shop, shop));
  expect(products).toBeGreaterThan(10);
  expect(await marks()).toBeGreaterThanOrEqual(products);

  const page = await readRunsPage({ db, clock }, shop, new URLSearchParams());
  // Both were started in one moment of the test's clock.
  const titles = page.runs.map(({ title }) => title).toSorted();
  expect(titles).toEqual(["Import products", "Read pages, menus and other texts"]);
});
