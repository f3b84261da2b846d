import { expect, it } from "vitest";
import { steadyOrder } from "../../app/ui/products/steady-order.ts";

const order = (shown: string, now: string) => steadyOrder([...shown], [...now], (id) => id).join("");

it("keeps rows in their places while their order changes, and shows each once", () => {
  expect(order("abcd", "dabc")).toBe("abcd");
  expect(order("", "dabc")).toBe("dabc");
});

it("puts new rows in the places of those that left, and the rest at the end", () => {
  expect(order("abcd", "xacd")).toBe("axcd");
  expect(order("abcd", "xyabcd")).toBe("abcdxy");
  expect(order("abcd", "ad")).toBe("ad");
  expect(order("abcd", "xyz")).toBe("xyz");
});
