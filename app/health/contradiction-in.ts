import type { Product } from "../catalog/product.ts";
import { readPrimaryTarget } from "../catalog/read-primary-target.ts";
import type { Db } from "../db/open.ts";
import { shopDomainSchema } from "../lib/brand.ts";
import { isHeavy } from "../quality/heavy/is-heavy.ts";
import { runChecks } from "../quality/run-checks.ts";
import { checksOfLive, liveBodies } from "./live-checks.ts";
import { readLiveProduct } from "./read-live-product.ts";

/** What a live description says, and what the facts say instead. */
export interface Contradiction {
  quote: string;
  /** which fact it is */
  path: string;
  name: string;
  value: string;
}

/** The first contradiction of a product's live description, looked up anew; null where there is none, or too much to read. */
export async function contradictionIn({ db }: { db: Db }, product: Product): Promise<Contradiction | null> {
  const shop = shopDomainSchema.parse(product.shop);
  const target = await readPrimaryTarget({ db }, shop);
  const source = await readLiveProduct({ db }, { shop, product, target });
  const desc = source.live.desc;
  if (!desc || isHeavy(desc, { others: [...liveBodies(source.live).values()], ...source })) return null;
  const input = checksOfLive(source).find(({ only }) => only?.includes("desc"));
  const warnings = input ? runChecks(input).get("desc")?.warnings : undefined;
  for (const { code, quote, fact } of warnings ?? []) {
    if (code === "CONTRADICTED_FACT" && quote && fact)
      return { quote, path: fact.path, name: fact.name, value: fact.value };
  }
  return null;
}
