import { expect, it } from "vitest";
import { measureExamining } from "../../../bench/support/evidence/examining-costs.ts";

it("adds less than a third to the tokens of a product's five texts where doubtful sentences are examined", async () => {
  const { share, off, doubtful, examiner_prompt, examiner_completion } = await measureExamining();
  expect(share).toBeLessThan(1.33);
  expect(Math.abs(doubtful - off - examiner_prompt - examiner_completion)).toBeLessThanOrEqual(2);
}, 60_000);
