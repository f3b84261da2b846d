import { publishOnPlan } from "./support/publish-on-plan.ts";

const locales = ["de", "fr", "ja", "ar", "pt-BR", "zh-TW"];
const largeRun = 10_000;

/**
 * What a plan's points allow of translations: title and description of each product in six languages, no latency, so that nothing
 * but the bucket limits. `hours_for_10000`: so long a run of ten thousand products takes.
 */
export async function run({ size = 60 }: { size?: number | undefined }): Promise<Record<string, unknown>> {
  const result: Record<string, unknown> = { name: "publish-translations", size, locales: locales.length };
  for (const plan of ["standard", "plus"] as const) {
    const pace = await publishOnPlan({ plan, size: plan === "plus" ? size * 4 : size, locales });
    result[`${plan}_products_per_hour`] = pace.productsPerHour;
    result[`${plan}_hours_for_${largeRun}`] = Math.round((largeRun / pace.productsPerHour) * 100) / 100;
    result[`${plan}_throttled`] = pace.throttled;
    result.points_per_product = pace.pointsPerProduct;
    result.calls_per_product = pace.callsPerProduct;
  }
  return result;
}
