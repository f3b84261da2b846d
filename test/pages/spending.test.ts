import { expect, it } from "vitest";
import { creditRuns, workSettings } from "../../app/db/schema/index.ts";
import { readSpending } from "../../app/pages/spending.ts";
import { estimateRun } from "../../app/ui/spending.ts";
import { shop, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { unaskedModels } from "../support/unasked-models.ts";

/** Nanos of a product that took these tokens at a dollar a million to read and ten to write. */
const costOf = ({ tokensIn, tokensOut }: { tokensIn: number; tokensOut: number }) =>
  tokensIn * 1_000 + tokensOut * 10_000;

/** What a product with these texts is estimated to cost after runs of one product each. */
async function estimateAfter(
  runs: readonly { wordings: number; tokensOut: number }[],
  { wordings, contentTypes = ["desc", "title"] }: { wordings?: number; contentTypes?: string[] } = {},
) {
  const db = openTestDatabase();
  const clock = testClock();
  for (const [at, run] of runs.entries()) {
    const row = { shop, jobId: `job_${at}`, agentModel: "v1", contentTypes: contentTypes.join(), itemCredits: 1 };
    await db.orm.insert(creditRuns).values({ ...row, ...run, charged: 1, calls: 1, tokensIn: 100, createdAt: at });
  }
  if (wordings !== undefined) await db.orm.insert(workSettings).values({ shop, wordings, updatedAt: 1 });
  const models = unaskedModels({ priceOf: () => ({ input: 1, cached: 1, output: 10 }) });
  const spending = await readSpending({ db, clock, models }, shop);
  return estimateRun(spending, { agentModel: "v1", contentTypes, products: 1 })?.costNanos;
}

it("an estimate is what runs with as many wordings took", async () => {
  expect(await estimateAfter([{ wordings: 1, tokensOut: 300 }], { wordings: 1 })).toBe(
    costOf({ tokensIn: 100, tokensOut: 300 }),
  );
  const both = [
    { wordings: 1, tokensOut: 300 },
    { wordings: 3, tokensOut: 350 },
  ];
  for (const runs of [both, both.toReversed()]) {
    expect(await estimateAfter(runs)).toBe(costOf({ tokensIn: 100, tokensOut: 350 }));
  }
});

it("an estimate from runs with fewer wordings adds what the others will take, one from runs with more takes it off", async () => {
  expect(await estimateAfter([{ wordings: 1, tokensOut: 300 }])).toBe(costOf({ tokensIn: 100, tokensOut: 324 }));
  expect(await estimateAfter([{ wordings: 3, tokensOut: 324 }], { wordings: 1 })).toBe(
    costOf({ tokensIn: 100, tokensOut: 300 }),
  );
});

it("an estimate for texts that are not offered in several wordings is what they took", async () => {
  const runs = [{ wordings: 1, tokensOut: 300 }];
  expect(await estimateAfter(runs, { contentTypes: ["bullets", "desc"] })).toBe(
    costOf({ tokensIn: 100, tokensOut: 300 }),
  );
});
