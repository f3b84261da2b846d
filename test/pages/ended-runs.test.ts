import { expect, it } from "vitest";
import { readEndedRuns } from "../../app/pages/runs/read-ended-runs.ts";
import { saveWorkSettings } from "../../app/workplace/save-work-settings.ts";
import { shop, startAt, testClock } from "../support/content/shop.ts";
import { openTestDatabase } from "../support/open-test-database.ts";
import { aJob } from "../tasks/retention/support.ts";

it("the end of a long run is told on every page, unless the shop wants no such line", async () => {
  const db = openTestDatabase();
  const deps = { db, clock: testClock() };
  const by = "user:1";
  await aJob(db, { id: "job_long", createdAt: startAt - 180_000 });
  await aJob(db, { id: "job_short", createdAt: startAt - 60_000 });
  const told = async () => (await readEndedRuns(deps, { shop, by })).map(({ id }) => id);
  expect(await told()).toEqual(["job_long"]);
  await saveWorkSettings(deps, { shop, by, input: { noticeRuns: false } });
  expect(await told()).toEqual([]);
});
