import { expect, it } from "vitest";
import { createOncePer } from "../../app/lib/once-per.ts";

it("loaders of one request count once, and the next request counts again", async () => {
  const once = createOncePer<number>();
  let counted = 0;
  const count = async () => ++counted;
  expect(await Promise.all(["a", "a", "b"].map((key) => once(key, count)))).toEqual([1, 1, 2]);
  for (let n = 0; n < 1_000; n++) await once(`many ${n}`, count);
  expect(await once("a", count)).toBe(1_003);
});
