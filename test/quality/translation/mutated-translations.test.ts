import { expect, it } from "vitest";
import { falseAlarms, mutate } from "./mutated-translations.ts";
import { mutations } from "./mutations.ts";

// The many are in `npm run test:long`.
it("true translations that are put together from sentences of people have no finding, in neither direction", () => {
  expect(falseAlarms({ seed: 1, texts: 200 })).toEqual([]);
});

it("a translation that is false in one thing has a finding, whatever it is", () => {
  const { counts, unmarked } = mutate({ seed: 1, texts: 400 });
  expect(unmarked).toEqual([]);
  expect(Object.keys(counts).toSorted()).toEqual(Object.keys(mutations).toSorted());
});
