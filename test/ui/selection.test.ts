import { expect, it } from "vitest";
import {
  countChosen,
  isChosen,
  nextSelection,
  SelectionStore,
  withoutProducts,
} from "../../app/ui/products/selection.ts";

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
  expect(nextSelection(one, rows, { type: "all", selecting: true })).toEqual({ all: true, except: [] });
});

it("unticks one, a page and all", () => {
  const page = { all: false as const, ids: [...rows] };
  expect(nextSelection(page, rows, { type: "single", selecting: false, what: "b" })).toEqual({
    all: false,
    ids: ["a", "c", "d"],
  });
  expect(nextSelection(page, rows, { type: "page", selecting: false })).toEqual(none);
  expect(nextSelection({ all: true, except: [] }, rows, { type: "all", selecting: false })).toEqual(none);
});

it("leaves out single ones of all products, and takes them in again", () => {
  const most = nextSelection({ all: true, except: [] }, rows, { type: "single", selecting: false, what: "a" });
  expect(most).toEqual({ all: true, except: ["a"] });
  expect([isChosen(most, "a"), isChosen(most, "b"), isChosen(most, "elsewhere")]).toEqual([false, true, true]);
  const range = nextSelection(most, rows, { type: "range", selecting: false, what: [2, 3] });
  expect(range).toEqual({ all: true, except: ["a", "c", "d"] });
  expect(nextSelection(range, rows, { type: "single", selecting: true, what: "c" })).toEqual({
    all: true,
    except: ["a", "d"],
  });
});

it("keeps what is chosen on other pages, whether or not this page's box is ticked", () => {
  const before = { all: false as const, ids: ["x", "y", "z", "b"] };
  const page = nextSelection(before, rows, { type: "page", selecting: true });
  expect(page).toEqual({ all: false, ids: ["x", "y", "z", ...rows] });
  expect(nextSelection(page, rows, { type: "page", selecting: false })).toEqual({ all: false, ids: ["x", "y", "z"] });
});

it("keeps the rest when some were dealt with", () => {
  expect(withoutProducts({ all: false, ids: rows }, ["a", "c"])).toEqual({ all: false, ids: ["b", "d"] });
  expect(withoutProducts({ all: true, except: ["a"] }, ["a", "c"])).toEqual({ all: true, except: ["a", "c"] });
});

it("ticks all rows between two boxes with Shift, and tells listeners once a change", () => {
  const store = new SelectionStore();
  let told = 0;
  const stop = store.subscribe(() => told++);
  store.show(rows);
  store.tick("b", { selecting: true });
  store.tick("d", { selecting: true, far: true });
  expect(store.get()).toEqual({ all: false, ids: ["b", "c", "d"] });
  store.tickAll();
  expect(countChosen(store.get(), 422)).toBe(422);
  store.tick("a", { selecting: false });
  expect(countChosen(store.get(), 422)).toBe(421);
  stop();
  store.clear();
  expect([told, countChosen(store.get(), 422)]).toEqual([4, 0]);
});
