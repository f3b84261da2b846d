import { expect, it } from "vitest";
import { falseAlarms, mutate } from "../quality/translation/mutated-translations.ts";

it("five thousand mutated translations are marked, and two thousand true ones are not", {
  timeout: 30 * 60_000,
}, () => {
  const { counts, unmarked } = mutate({ seed: 20_261_130, texts: 5_000 });
  expect(unmarked).toEqual([]);
  expect(Object.values(counts).reduce((sum, one) => sum + one, 0)).toBe(5_000);
  expect(falseAlarms({ seed: 20_261_130, texts: 2_000 })).toEqual([]);
});
