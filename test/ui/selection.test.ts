import { expect, it } from "vitest";
import { nextSelection } from "../../app/ui/products/use-selection.ts";

const rows = ["a", "b", "c", "d"];
const none = { all: false, ids: [] } as const;

it("ticks single products, ranges, a page and all", () => {
  const one = nextSelection({ ...none, ids: [] }, rows, { type: "single", selecting: true, what: "b" });
  expect(one).toEqual({ all: false, ids: ["b"] });
  expect(nextSelection(one, rows, { type: "range", selecting: true, what: [1, 3] })).toEqual({
    all: false,
    ids: ["b", "c", "d"],
  });
  expect(nextSelection(one, rows, { type: "page", selecting: true })).toEqual({ all: false, ids: rows });
  expect(nextSelection(one, rows, { type: "all", selecting: true })).toEqual({ all: true });
});

it("unticks one, a page and all", () => {
  const page = { all: false as const, ids: [...rows] };
  expect(nextSelection(page, rows, { type: "single", selecting: false, what: "b" })).toEqual({
    all: false,
    ids: ["a", "c", "d"],
  });
  expect(nextSelection(page, rows, { type: "page", selecting: false })).toEqual(none);
  expect(nextSelection({ all: true }, rows, { type: "all", selecting: false })).toEqual(none);
});

it("leaves only what is seen when one of all products is unticked", () => {
  expect(nextSelection({ all: true }, rows, { type: "single", selecting: false, what: "a" })).toEqual({
    all: false,
    ids: ["b", "c", "d"],
  });
});
