import { expect, it } from "vitest";
import { outageOf } from "../../app/ui/outage-words.ts";
import type { OutOfReach } from "../../app/ui/shop-notices-view.ts";

const away = (...of: [OutOfReach, number][]) =>
  outageOf({ outages: of.map(([provider, nextTryAt]) => ({ provider, nextTryAt })), now: 0 });

it("who does not answer is told once, however many are away", () => {
  expect(outageOf({ outages: [], now: 0 })).toBeNull();
  expect(away(["model", 0])?.who).toBe("model");
  expect(away(["shopify", 0])?.who).toBe("shopify");
  expect(away(["model", 0], ["shopify", 0])?.who).toBe("both");
});

it("the next try is told by the sooner one, in tens of seconds or in minutes", () => {
  const after = (...ms: number[]) => away(...ms.map((at): [OutOfReach, number] => ["model", at]))?.leftMs;
  expect([after(-9), after(4_000), after(31_000), after(125_000), after(280_000, 31_000)]).toEqual([
    0, 0, 40_000, 120_000, 40_000,
  ]);
});
