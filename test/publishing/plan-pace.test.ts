import { expect, it } from "vitest";
import { publishOnPlan } from "../../bench/support/publish-on-plan.ts";

it("on Standard's 100 points a second about 6,000 products an hour go live, and no call is throttled: waits follow the cost", async () => {
  const pace = await publishOnPlan({ plan: "standard", size: 60 });
  expect(pace).toMatchObject({ products: 60, throttled: 0 });
  // Five texts: two mutations, the looks before and after, and the reading that our own webhook causes.
  expect(pace.pointsPerProduct).toBeLessThan(65);
  expect(pace.productsPerHour).toBeGreaterThan(5_500);
  // Faster than the plan allows would be a sandbox that gives points away.
  expect(pace.productsPerHour).toBeLessThanOrEqual(Math.ceil((100 * 3_600) / pace.pointsPerProduct) + 1);
});
