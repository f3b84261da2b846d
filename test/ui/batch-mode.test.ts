import { describe, expect, it } from "vitest";
import { describeBatchMode } from "../../app/ui/jobs/batch-mode.tsx";

const view = { waiting: 0, sent: 0, answered: 0, direct: 0 };

describe("batch mode in words", () => {
  it("tells where the products are while they wait", () => {
    expect(describeBatchMode({ ...view, waiting: 3 }, true)).toBe(
      "Half price: 0 of 3 products answered. 3 products being gathered.",
    );
    expect(describeBatchMode({ ...view, waiting: 1, sent: 1_000, answered: 200 }, true)).toBe(
      "Half price: 200 of 1,201 products answered. 1,001 products with the model's provider, up to 24 hours.",
    );
  });

  it("tells which were written at the full price after all", () => {
    expect(describeBatchMode({ ...view, answered: 9, direct: 1 }, false)).toBe(
      "Half price: 9 of 10 products answered. 1 product without an answer from the batch: full price.",
    );
  });
});
