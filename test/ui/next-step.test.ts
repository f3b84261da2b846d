import { expect, it } from "vitest";
import { nextStep } from "../../app/ui/jobs/next-step.ts";

const job = { id: "job_1", kind: "generate-content", done: 3, failed: 0, conflict: 0 };
const none = { review: 0, capped: false };

it("a job that has ended leads to what it left for a person", () => {
  expect(nextStep(job, { review: 3, capped: false })).toEqual({
    content: "Review 3 products",
    url: "/app/products?state=needs_review&state=warned&state=blocked&view=review",
  });
  expect(nextStep(job, { review: 10_000, capped: true })?.content).toBe("Review more than 10,000 products");
  expect(nextStep({ ...job, kind: "publish", conflict: 2 }, none)).toEqual({
    content: "Decide 2 conflicts",
    url: "/app/products?state=conflict&view=conflicts",
  });
  expect(nextStep({ ...job, kind: "publish", failed: 1 }, none)).toEqual({
    content: "Show what failed",
    url: "/app/jobs/job_1?outcome=failed",
  });
  expect(nextStep({ ...job, kind: "import-products" }, none)?.url).toContain("view=missing");
});

it("a job that left nothing names no next step, nor one that wrote nothing the drafts of others", () => {
  expect(nextStep({ ...job, kind: "publish" }, { review: 5, capped: false })).toBeNull();
  expect(nextStep(job, none)).toBeNull();
  expect(nextStep({ ...job, kind: "import-products", status: "partially_completed" }, none)).toBeNull();
  expect(nextStep({ ...job, done: 0, failed: 3 }, { review: 5, capped: false })?.content).toBe("Show what failed");
});
