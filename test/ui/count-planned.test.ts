import { expect, it } from "vitest";
import { countPlanned, draftsToWrite, type PlanView, productsToWrite } from "../../app/ui/products/count-planned.ts";
import { msLeft } from "../../app/ui/products/run-line-view.ts";
import type { RunView } from "../../app/ui/runs/run-view.ts";

const noImages = { missing: 0, blank: 0, all: 0 };
const plan: PlanView = {
  contentTypes: ["title", "desc", "seo_desc"],
  rules: [
    { id: "h", label: "Home" },
    { id: "a", label: "Apparel" },
  ],
  groups: [
    { count: 200, open: 2, waits: 0, fewFacts: false, rules: 0 },
    { count: 100, open: 2 | 4, waits: 0, fewFacts: false, rules: 1 },
    { count: 31, open: 2, waits: 0, fewFacts: true, rules: 0 },
    { count: 40, open: 4, waits: 2, fewFacts: false, rules: 1 },
    { count: 9, open: 0, waits: 0, fewFacts: false, rules: 0 },
  ].map((group) => ({ ...group, alts: noImages })),
};
const missing = { onlyMissing: true, skipWaiting: true, withoutFew: false };

it("counts each text by itself, and a product with several of them once", () => {
  expect(countPlanned(plan, { ...missing, types: ["desc"] }).products).toBe(331);
  expect(countPlanned(plan, { ...missing, types: ["seo_desc"] }).products).toBe(140);
  expect(countPlanned(plan, { ...missing, types: ["desc", "seo_desc"] }).products).toBe(371);
  expect(countPlanned(plan, { ...missing, types: [] }).products).toBe(0);
});

it("says no number before it is counted, and asks for no counting where one product is written whole or given", () => {
  const many = { types: ["desc"], gives: false, onlyMissing: false, isOne: false };
  expect(productsToWrite(null, many)).toBeNull();
  expect(productsToWrite(countPlanned(plan, { ...missing, types: ["desc"] }), many)).toBe(331);
  expect(productsToWrite(null, { ...many, isOne: true })).toBe(1);
  expect(productsToWrite(null, { ...many, isOne: true, onlyMissing: true })).toBeNull();
  expect(productsToWrite(null, { ...many, isOne: true, onlyMissing: true, gives: true })).toBe(1);
  expect(productsToWrite(null, { ...many, types: [] })).toBe(0);
});

it("counts one image's alt text as those of all images", () => {
  const one = {
    ...plan,
    contentTypes: ["image_alt"],
    groups: [{ count: 1, open: 1, waits: 0, fewFacts: true, rules: 0, alts: noImages }],
  };
  expect(countPlanned(one, { ...missing, types: ["image_alt_41"] })).toMatchObject({ products: 1, fewFacts: 1 });
});

it("counts alt texts by images, as the run writes them: those that are missing, those that are blank, or all", () => {
  const pictures: PlanView = {
    ...plan,
    contentTypes: ["desc", "image_alt"],
    groups: [
      { count: 2, open: 2, waits: 0, fewFacts: false, rules: 0, alts: { missing: 7, blank: 9, all: 12 } },
      { count: 3, open: 0, waits: 2, fewFacts: false, rules: 0, alts: { missing: 0, blank: 4, all: 8 } },
    ],
  };
  const drafts = (types: string[], choice: object) => {
    const planned = countPlanned(pictures, { ...missing, ...choice, types });
    return draftsToWrite(planned, { types, products: planned.products });
  };
  const again = { onlyMissing: false, skipWaiting: false };
  expect(drafts(["image_alt"], {})).toBe(7);
  expect(drafts(["image_alt"], again)).toBe(13);
  expect(drafts(["image_alt"], { ...again, allImages: true })).toBe(20);
  expect(drafts(["image_alt"], { ...again, skipWaiting: true })).toBe(9);
  expect(drafts(["desc", "image_alt"], again)).toBe(5);
  expect(draftsToWrite(null, { types: ["image_alt"], products: 1 })).toBeNull();
});

it("leaves out what has a draft and, if wanted, what has few facts, and says how many", () => {
  expect(countPlanned(plan, { ...missing, types: ["desc"] })).toMatchObject({ waiting: 40, fewFacts: 31, leftOut: 0 });
  expect(countPlanned(plan, { ...missing, types: ["desc"], withoutFew: true })).toMatchObject({
    products: 300,
    fewFacts: 0,
    leftOut: 31,
  });
  const again = { types: ["desc"], onlyMissing: false, withoutFew: false };
  expect(countPlanned(plan, { ...again, skipWaiting: true })).toMatchObject({ products: 340, waiting: 40 });
  expect(countPlanned(plan, { ...again, skipWaiting: false })).toMatchObject({ products: 380, waiting: 0 });
});

it("names the rules that hold for the products, those of the most first", () => {
  expect(countPlanned(plan, { ...missing, types: ["desc"] }).rules).toEqual([
    { id: "h", label: "Home", products: 231 },
    { id: "a", label: "Apparel", products: 100 },
  ]);
});

it("tells no time before a twentieth or ten seconds of a run are done", () => {
  const run = { total: 400, done: 4, failed: 0, conflict: 0, cancelled: 0, startedAt: 0 } as RunView;
  expect(msLeft(run, 5_000)).toBeNull();
  expect(msLeft(run, 20_000)).toBe(1_980_000);
  expect(msLeft({ ...run, done: 40 }, 5_000)).toBe(45_000);
  expect(msLeft({ ...run, done: 400 }, 5_000)).toBeNull();
  expect(msLeft({ ...run, startedAt: null }, 5_000)).toBeNull();
});
