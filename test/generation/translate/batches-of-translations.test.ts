import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { batchRequests, modelAnswers } from "../../../app/db/schema/index.ts";
import { listJobItems, readJob } from "../../../app/jobs/read-jobs.ts";
import { createBatchTask } from "../../../app/tasks/run-batches.ts";
import type { GivenModelSettings } from "../../../sandbox/model/model-state.ts";
import { entriesOf } from "../../credits/support.ts";
import { aWorker } from "../../jobs/support.ts";
import { shop } from "../../support/content/shop.ts";
import { type Atelier, atelier, draftsIn, start, started } from "./translate-world.ts";

/** Products whose two texts in three languages are one line of a batch each, with what a provider does to some of them. */
async function open(rules: { kind: string; times: number }[] = [], settings: GivenModelSettings = {}) {
  const world = await atelier({ products: 5, settings: { batchDelayMs: 60_000, ...settings }, priced: true });
  const { db, clock, models, sandbox } = world;
  sandbox.state.faults.set({ rules });
  const worker = aWorker({ db, clock, slots: 16, tasks: [world.task, createBatchTask({ db, clock, models })] });
  const jobId = started(await start(world, { lane: "batch" }));
  for (let round = 0; round < 400; round++) {
    await worker.tick();
    const job = await readJob({ db }, { shop, jobId });
    const open = db.raw.prepare("SELECT count(*) FROM jobs WHERE shop = ? AND finished_at IS NULL").pluck().get(shop);
    if (job?.finishedAt && open === 0) break;
    clock.advance(5_000);
  }
  return { ...world, jobId };
}

/** Each product has all of its drafts, is charged once, and no line was paid twice or left open. */
async function audit(world: Atelier & { jobId: Awaited<ReturnType<typeof open>>["jobId"] }): Promise<void> {
  const { db, jobId, sandbox, productIds } = world;
  expect((await readJob({ db }, { shop, jobId }))?.status).toBe("completed");
  for (const id of productIds) {
    const drafts = await draftsIn(world, id);
    expect([...drafts.keys()].sort(), id).toEqual([
      "ar desc",
      "ar title",
      "de desc",
      "de title",
      "ja desc",
      "ja title",
    ]);
    // Out of order in the file: each line is its own product's.
    const n = productIds.indexOf(id) + 1;
    expect(String(drafts.get("de desc")?.body), id).toMatch(new RegExp(`class="lead">[^<]*\\b${n}\\b[^<]*240 g`));
  }
  const { rows } = await listJobItems({ db }, { shop, jobId });
  expect(rows.map(({ status }) => status)).toEqual(productIds.map(() => "done"));
  // Six texts at 0.3 credits each are two of each product.
  const charges = (await entriesOf(db, shop)).filter(({ kind }) => kind === "charge");
  expect(charges.map(({ credits }) => credits)).toEqual(productIds.map(() => -2));
  const paid = sandbox.state.calls.filter((call) => call.paid);
  const answers = await db.orm.select().from(modelAnswers).where(eq(modelAnswers.shop, shop));
  expect(answers, "paid answers are stored answers").toHaveLength(paid.length);
  const lines = paid.filter((call) => call.lane === "batch").map(({ customId }) => customId);
  expect(new Set(lines).size, "no line was paid twice").toBe(lines.length);
  const requests = await db.orm.select().from(batchRequests).where(eq(batchRequests.shop, shop));
  expect(requests.filter(({ state }) => state === "waiting" || state === "sent")).toEqual([]);
}

it("every product's texts in all languages come from one line of a batch, in whatever order they come back", async () => {
  const world = await open();
  await audit(world);
  expect(world.sandbox.state.totals).toMatchObject({ paid: 5, paidInBatches: 5 });
});

it.each([
  ["some lines fail", "batch_line_error", 2, 3],
  ["it expires half-way", "batch_expired", 1, 2],
  ["all of it fails", "batch_failed", 1, 0],
])(
  "where %s, each product that has no answer is asked for by itself, and none of the others again",
  async (_, kind, times, most) => {
    const world = await open([{ kind, times }]);
    await audit(world);
    const { paid, paidInBatches } = world.sandbox.state.totals;
    expect(paid).toBe(5);
    expect(paidInBatches).toBeLessThanOrEqual(most);
  },
);

it("an answer that was cut off, is no JSON or lacks a text is paid for, and only that product is asked for again", async () => {
  const world = await open([
    { kind: "truncation", times: 1 },
    { kind: "broken_json", times: 1 },
    { kind: "field_missing", times: 1 },
  ]);
  await audit(world);
  const ofBatch = world.sandbox.state.calls.filter((call) => call.paid && call.lane === "batch");
  expect(ofBatch).toHaveLength(5);
  // At most two repairs for each of the three.
  const again = world.sandbox.state.totals.paid - ofBatch.length;
  expect([again > 0, again <= 6]).toEqual([true, true]);
});
