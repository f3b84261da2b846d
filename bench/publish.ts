import { publishOnPlan } from "./support/publish-on-plan.ts";

/** What each plan's points allow: five texts a product, no latency, so that nothing but the bucket limits. */
export async function run({ size = 200 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = { name: "publish", size };
  for (const plan of ["standard", "advanced", "plus"] as const) {
    const pace = await publishOnPlan({ plan, size: plan === "plus" ? size * 6 : size });
    result[`${plan}_products_per_hour`] = pace.productsPerHour;
    result[`${plan}_throttled`] = pace.throttled;
    result.points_per_product = pace.pointsPerProduct;
  }
  return result;
}
