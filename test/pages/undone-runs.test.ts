import { expect, it } from "vitest";
import { readRunsPage } from "../../app/pages/runs/read-runs-page.ts";
import { shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aJob, aWrite } from "../tasks/retention/support.ts";

it("a run whose publishing was undone says so, on its page and in the list; a write that undoes is none of its own", async () => {
  const db = openTestDatabase();
  const deps = { db, clock: testClock() };
  const run = { kind: "publish", total: 2, done: 2 } as const;
  await aJob(db, { ...run, id: "job_undone" });
  await aJob(db, { ...run, id: "job_stands", total: 1, done: 1 });
  await aJob(db, { ...run, id: "job_undoes", kind: "undo" });
  for (const id of ["1", "2"]) {
    await storeProduct(db, { id });
    await aWrite(db, { id: `w${id}`, productId: id, jobId: "job_undone", state: "undone", before: "A", sent: "B" });
    await aWrite(db, { id: `u${id}`, productId: id, jobId: "job_undoes", undoes: `w${id}`, before: "B", sent: "A" });
  }
  await aWrite(db, { id: "w3", productId: "1", jobId: "job_stands", before: "A", sent: "C" });
  const { runs } = await readRunsPage(deps, shop, new URLSearchParams());
  expect(Object.fromEntries(runs.map(({ id, undone }) => [id, undone]))).toEqual({
    ...{ job_undone: { back: 2, stayed: 0 }, job_stands: null, job_undoes: null },
  });
});
