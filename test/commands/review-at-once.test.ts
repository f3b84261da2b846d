import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { approveCleanReview } from "../../app/commands/review/approve-clean-review.ts";
import { jobItems } from "../../app/db/schema/index.ts";
import { saveWorkSettings } from "../../app/workplace/save-work-settings.ts";
import { anna, aReview, write } from "../review/review-world.ts";
import { shop } from "../support/content/shop.ts";

const asker = { shop, by: anna };

async function aQueue() {
  const world = await aReview(3);
  await write(world.db, "2", { contentType: "desc", blocked: true, warnings: [] });
  const published = async () =>
    (await world.db.orm.select().from(jobItems).where(eq(jobItems.shop, shop))).map(({ subject }) => subject);
  return { ...world, published, queueId: (await world.open()).id };
}

it("what is approved at once is published only where that is asked for, and nothing else with it", async () => {
  const { deps, queueId, published } = await aQueue();
  const asked = { id: "at-once-1", queueId };
  const approved = await approveCleanReview.run(deps, asker, { ...asked, publish: false });
  expect(approved).toMatchObject({ kind: "approved", approved: 2, jobId: null });
  expect(await published()).toEqual([]);
  const again = await approveCleanReview.run(deps, asker, { ...asked, publish: true });
  expect(again).toMatchObject({ kind: "approved", jobId: expect.any(String) });
  expect((await published()).toSorted()).toEqual(["1", "3"]);
});

it("with four eyes what is approved at once waits for somebody else to publish it", async () => {
  const { deps, queueId, published } = await aQueue();
  await saveWorkSettings(deps, { shop, by: anna, input: { fourEyes: true } });
  const approved = await approveCleanReview.run(deps, asker, { id: "at-once-1", queueId, publish: true });
  expect(approved).toMatchObject({ kind: "approved", approved: 2, jobId: null });
  expect(await published()).toEqual([]);
});
