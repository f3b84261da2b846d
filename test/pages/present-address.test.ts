import { expect, it } from "vitest";
import { presentAddress } from "../../app/pages/runs/present-address.ts";

it.each([
  ["/app/jobs", "/app/activity"],
  ["/app/jobs/", "/app/activity"],
  ["/app/jobs?tab=active&id_token=t", "/app/activity?tab=active&id_token=t"],
  ["/app/jobs/job_1?outcome=failed", "/app/activity/job_1?outcome=failed"],
  ["/app/failed?job=job_1", "/app/activity/failed?job=job_1"],
])("what was %s is %s now", (former, present) => {
  expect(presentAddress(`https://app.example.com${former}`)).toBe(present);
});
