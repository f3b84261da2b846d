import { startImport } from "../../app/catalog/start-import.ts";
import { type ShopDomain, shopDomainSchema } from "../../app/lib/brand.ts";
import { buildWhenStale } from "../../scripts/support/build-when-stale.ts";
import { type Shelfwright, startShelfwright } from "../../test/support/start-shelfwright.ts";

export interface RunningShops {
  system: Shelfwright;
  /** a shop whose catalogue is not imported yet */
  big: ShopDomain;
  /** shops with 200 imported products each */
  small: ShopDomain[];
}

/** The whole app against a sandbox with one big shop and several small ones. */
export async function runShops(options: {
  bigProducts: number;
  small: number;
  prepare?: (file: string) => Promise<void>;
  /** further shops of the sandbox, with few products there */
  more?: ShopDomain[];
}): Promise<RunningShops> {
  if (!(await buildWhenStale((words) => process.stderr.write(`${words}\n`)))) throw new Error("the pages do not build");
  const big = shopDomainSchema.parse("big.myshopify.com");
  const small = Array.from({ length: options.small }, (_, n) => shopDomainSchema.parse(`small-${n}.myshopify.com`));
  const shopOf = (domain: ShopDomain, seed: number) => ({
    domain,
    name: domain.split(".")[0] ?? domain,
    plan: "plus" as const,
    locales: ["en"],
    catalogue: { generate: domain === big ? options.bigProducts : 200, variants: 2, seed },
  });
  const { prepare, more = [] } = options;
  const shops = [big, ...small, ...more].map(shopOf);
  const system = await startShelfwright({ shops, ...(prepare ? { prepare } : {}) });
  try {
    for (const { domain } of shops) await system.install(shopDomainSchema.parse(domain));
    for (const shop of small) await system.finish(shop, await startImport(system, { shop, createdBy: "bench" }));
  } catch (error) {
    await system.stop();
    throw error;
  }
  return { system, big, small };
}
