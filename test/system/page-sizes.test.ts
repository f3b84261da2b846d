import { describe, expect, it } from "vitest";
import { judgeSizes, readPageSizes, readTable } from "../../scripts/support/page-sizes.ts";

describe("the JavaScript of pages", () => {
  it("is no more than docs/page-sizes.md says of each", () => {
    const sizes = readPageSizes();
    expect(sizes.length).toBeGreaterThan(15);
    expect(judgeSizes(sizes, readTable())).toEqual([]);
  });

  it("is told where it has grown, is above the usual without a reason, or has no row", () => {
    const table = readTable("| `a` | 100.0 |  |\n| `b` | 179.0 |  |\n| `c` | 190.0 | an editor |\n| `gone` | 1.0 |  |");
    const sizes = (a: number, b: number, c: number) => [
      { page: "a", bytes: a },
      { page: "b", bytes: b },
      { page: "c", bytes: c },
    ];
    const rest = "gone has a row and is no page";
    expect(judgeSizes(sizes(110_000, 180_000, 209_000), table)).toEqual([rest]);
    expect(judgeSizes(sizes(110_001, 180_001, 209_001), table)).toEqual([
      "a loads 110.0 kB, its row says 100.0 kB",
      "b loads 180.0 kB, more than 180.0 kB, and its row gives no reason",
      "c loads 209.0 kB, its row says 190.0 kB",
      rest,
    ]);
    expect(judgeSizes([{ page: "new", bytes: 1 }], [])).toEqual(["new loads 0.0 kB and has no row"]);
  });
});
