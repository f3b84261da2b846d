import { describe, expect, it } from "vitest";
import { english } from "../../app/i18n/words-of.server.ts";
import { type BatchModeView, describeBatchMode } from "../../app/ui/runs/batch-mode.tsx";

const view = { waiting: 0, sent: 0, answered: 0, direct: 0 };
const t = (await english()).getFixedT("en", "runs");
const described = (shown: BatchModeView, open: boolean) => describeBatchMode(t, shown, open);

describe("batch mode in words", () => {
  it("tells where the products are while they wait", () => {
    expect(described({ ...view, waiting: 3 }, true)).toBe(
      "Half price: 0 of 3 products answered. 3 products being gathered.",
    );
    expect(described({ ...view, waiting: 1, sent: 1_000, answered: 200 }, true)).toBe(
      "Half price: 200 of 1,201 products answered. 1,001 products with the model’s provider, up to 24 hours.",
    );
  });

  it("tells which were written at the full price after all", () => {
    expect(described({ ...view, answered: 9, direct: 1 }, false)).toBe(
      "Half price: 9 of 10 products answered. 1 product without an answer from the batch: full price.",
    );
  });
});
