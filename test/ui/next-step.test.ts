import { expect, it } from "vitest";
import { endedRunUrl } from "../../app/ui/runs/imported-products.ts";
import { nextStep } from "../../app/ui/runs/next-step.ts";

const run = { id: "job_1", kind: "generate-content", done: 3, failed: 0, conflict: 0 };

it("a run that has ended leads to what it left for a person, and to those products alone", () => {
  expect(nextStep(run, { review: 3 }, "run")).toEqual({
    does: "review",
    count: 3,
    url: "/app/review?job=job_1",
  });
  expect(nextStep({ ...run, kind: "publish", conflict: 2 }, { review: 0 }, "run")).toEqual({
    does: "decide",
    count: 2,
    url: "/app/review?lane=conflicts&job=job_1",
  });
  expect(nextStep({ ...run, kind: "publish", failed: 1 }, { review: 0 }, "run")).toEqual({
    does: "again",
    count: 1,
    url: "/app/activity/job_1?outcome=failed",
  });
  expect(nextStep(run, { review: 3 }, "shop")?.url).toBe("/app/review");
  expect(nextStep({ ...run, kind: "import-products" }, { review: 0 }, "run")?.url).toBe("/app/products");
});

it("the end of an import leads to what came in, that of another run and of one that read nothing to its own page", () => {
  const imported = { ...run, kind: "import-products", done: 1 };
  expect(endedRunUrl(imported)).toBe("/app/products?job=job_1");
  expect(endedRunUrl({ ...imported, done: 0 })).toBe("/app/activity/job_1");
  expect(endedRunUrl(run)).toBe("/app/activity/job_1");
});

it("a run that left nothing names no next step, nor one that wrote nothing the drafts of others", () => {
  expect(nextStep({ ...run, kind: "publish" }, { review: 5 }, "run")).toBeNull();
  expect(nextStep(run, { review: 0 }, "run")).toBeNull();
  expect(nextStep({ ...run, kind: "import-products", status: "partially_completed" }, { review: 0 }, "run")).toBeNull();
  expect(nextStep({ ...run, done: 0, failed: 3 }, { review: 5 }, "run")?.does).toBe("again");
});
