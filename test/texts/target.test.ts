import { expect, test } from "vitest";
import { primaryTarget, sameTarget, storeTarget, targetKey } from "../../app/texts/target.ts";

const own = storeTarget("en");
const others = [
  { ...own, locale: storeTarget("de").locale },
  { ...own, market: "Market/7" },
  { ...own, channel: "google" },
];

test("a shop's own target is its product page in its primary language, for all markets", () => {
  expect(primaryTarget({ primaryLocale: "pt-BR" })).toEqual({ locale: "pt-BR", market: "", channel: "store" });
  expect(primaryTarget(null)).toEqual(own);
});

test("targets are the same only when language, market and channel are", () => {
  expect(sameTarget(own, { ...own })).toBe(true);
  for (const other of others) expect(sameTarget(own, other), targetKey(other)).toBe(false);
});

test("each target has a key of its own", () => {
  expect(targetKey(own)).toBe(targetKey({ ...own }));
  expect(new Set([own, ...others].map(targetKey)).size).toBe(4);
});

test("a target in no language is not made", () => {
  expect(() => storeTarget("")).toThrow("a locale is written like en");
});
