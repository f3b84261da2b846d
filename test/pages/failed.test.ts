import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import type { SqliteDb } from "../../app/db/open.ts";
import { enqueueJob } from "../../app/jobs/enqueue-job.ts";
import { readJob } from "../../app/jobs/read-jobs.ts";
import type { ShopDomain } from "../../app/lib/brand.ts";
import { readFailedPage } from "../../app/pages/runs/read-failed-page.ts";
import { readRunsPage } from "../../app/pages/runs/read-runs-page.ts";
import { anyJob } from "../jobs/support.ts";
import { otherShop, productId, shop, storeProduct, testClock } from "../support/content/shop.ts";
import { openTestDatabase, testDatabaseFile } from "../support/open-test-database.ts";
import { askFailed } from "../support/pages/ask.ts";

/** Jobs whose items have all failed: kind, code and message of each item. */
async function failedJob(
  db: SqliteDb,
  of: ShopDomain,
  kind: string,
  failures: [code: string | null, message: string | null][],
) {
  const deps = { db, clock: testClock() };
  const items = failures.map((_, n) => ({ subject: n === 0 ? String(productId) : `gone-${n}`, payload: null }));
  const jobId = await enqueueJob(deps, { job: anyJob(kind), shop: of, title: kind, payload: {}, items, priority: 1 });
  for (const [seq, [code, message]] of failures.entries()) {
    db.raw
      .prepare(
        "UPDATE job_items SET status = 'failed', code = ?, message = ?, finished_at = 5 WHERE shop = ? AND job_id = ? AND seq = ?",
      )
      .run(code, message, of, jobId, seq);
  }
  db.raw
    .prepare(
      "UPDATE jobs SET status = 'failed', failed = total, finished_at = 5, next_run_at = NULL WHERE shop = ? AND id = ?",
    )
    .run(of, jobId);
  return jobId;
}

async function setUp(db = openTestDatabase()) {
  await storeProduct(db);
  await storeProduct(db, { shop: otherShop, id: "2001" });
  const refused: [string, string] = ["model_refused", "The model refused this product."];
  const cut: [string, string] = ["model_cut", "The model’s answer was cut."];
  const writing = await failedJob(db, shop, "generate-content", [refused, cut, refused]);
  const second = await failedJob(db, shop, "generate-content", [refused]);
  const hidden = await failedJob(db, shop, "refresh-product", [[null, null]]);
  const others = await failedJob(db, otherShop, "generate-content", [refused]);
  await failedJob(db, shop, "forget-shop", [["bug", "x"]]);
  return { deps: { db, clock: testClock() }, writing, second, hidden, others };
}

const user = { shop, by: "user:1" };

const form = (fields: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};

describe("what failed", () => {
  it("is listed by reason with its products, the app's own work included, of this shop and of one job", async () => {
    const { deps, writing } = await setUp();
    const { groups } = await readFailedPage(deps, shop, new URLSearchParams());
    expect(groups.map(({ title, reason, count }) => [title, reason, count])).toEqual([
      ["3 products could not be written", "The model refused this product.", 3],
      ["1 product could not be written", "The model’s answer was cut.", 1],
      ["1 product could not be refreshed", expect.stringContaining("Try again"), 1],
    ]);
    expect(groups[0]?.items[0]?.product?.title).toBe("Linen Shirt Ravello");
    const ofJob = await readFailedPage(deps, shop, new URLSearchParams({ job: writing }));
    expect(ofJob.groups.map(({ count }) => count)).toEqual([2, 1]);
    expect((await readRunsPage(deps, shop, new URLSearchParams())).hiddenFailures).toEqual({ products: 1, other: 0 });
    expect((await readRunsPage(deps, otherShop, new URLSearchParams())).hiddenFailures).toEqual({
      products: 0,
      other: 0,
    });
  });

  it("is tried again one by one, all of a reason over all jobs, or of one job alone", async () => {
    const { deps, writing, second, hidden, others } = await setUp();
    const failed = async (jobId: typeof writing, of = shop) => (await readJob(deps, { shop: of, jobId }))?.failed;
    expect(await askFailed(deps, user, form([["item", `${writing}:1`]]))).toEqual({
      message: "Trying 1 failure again",
    });
    expect([await failed(writing), await failed(second)]).toEqual([2, 1]);
    const all: [string, string][] = [
      ["kind", "generate-content"],
      ["code", "model_refused"],
    ];
    await askFailed(deps, user, form([...all, ["job", second]]));
    expect([await failed(writing), await failed(second)]).toEqual([2, 0]);
    expect(await askFailed(deps, user, form(all))).toEqual({ message: "Trying 2 failures again" });
    expect([await failed(writing), await failed(others, otherShop)]).toEqual([0, 1]);
    await askFailed(
      deps,
      user,
      form([
        ["kind", "refresh-product"],
        ["code", ""],
      ]),
    );
    expect(await failed(hidden)).toBe(0);
    expect((await readFailedPage(deps, shop, new URLSearchParams())).groups).toEqual([]);
  });

  it("of another shop, or tried already, is not touched", async () => {
    const { deps, others, writing } = await setUp();
    const nothing = { problem: expect.stringContaining("nothing to try again") };
    expect(await askFailed(deps, user, form([["item", `${others}:0`]]))).toEqual(nothing);
    expect(await askFailed(deps, user, form([["item", "nonsense"]]))).toEqual({
      problem: "Choose what to try again.",
    });
    expect(await askFailed(deps, user, form([["kind", "forget-shop"]]))).toEqual({
      problem: "Choose what to try again.",
    });
    await askFailed(deps, user, form([["item", `${writing}:0`]]));
    expect(await askFailed(deps, user, form([["item", `${writing}:0`]]))).toEqual(nothing);
  });
});

it("an operator sees and retries failed work from the command line, and the shop's log records it", async () => {
  const file = testDatabaseFile();
  const db = file.open();
  await setUp(db);
  const jobs = (...args: string[]) =>
    execFileSync(process.execPath, ["scripts/jobs.ts", ...args], {
      env: { ...process.env, DATABASE_FILE: file.file },
      encoding: "utf8",
    })
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(jobs("failed")).toHaveLength(5);
  const retried = jobs("retry", "--shop", shop, "--kind", "generate-content", "--code", "model_refused");
  expect(retried).toMatchObject([{ shop, kind: "generate-content", items: 3, retried: 3 }]);
  expect(jobs("failed")).toHaveLength(4);
  const log = db.raw.prepare("SELECT by, action, details FROM audit_log WHERE shop = ?").all(shop);
  expect(log).toEqual([{ by: "operator", action: "failed.retry", details: '{"retried":3}' }]);
});
