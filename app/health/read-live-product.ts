import type { Product } from "../catalog/product.ts";
import type { Db } from "../db/open.ts";
import { all, type Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { digestOf } from "../lib/digest.ts";
import { resolveConfig } from "../rules/configs/resolve-config.ts";
import { readGlossary } from "../rules/glossary/read-glossary.ts";
import type { Target, TargetColumns } from "../texts/target.ts";
import { readKeptFindings } from "../versions/findings/read-kept-findings.ts";
import { readSourceFacts } from "../versions/read-source-facts.ts";
import type { LiveProduct } from "./live-checks.ts";

/** Change it when what the checks say of a live text changes: all are then checked once more. */
const checksVersion = "h1";

const rulesSql = `SELECT field || ' ' || value || ' ' || config_id AS said FROM config_rules WHERE shop = @shop ORDER BY position`;
const configsSql = "SELECT id || ' ' || digest AS said FROM content_configs WHERE shop = @shop ORDER BY id";
const typesSql = `SELECT name || ' ' || coalesce(added, '') || ' ' || coalesce(slot, -1) AS said
  FROM shop_content_types WHERE shop = @shop AND removed_at IS NULL ORDER BY name`;

/** Says whether two checks of the same texts and facts would say the same: by the rules, the glossary and the language. */
export function* rulesState(shop: ShopDomain, { locale }: TargetColumns): Steps<string> {
  const said: string[] = [checksVersion, locale];
  for (const sql of [rulesSql, configsSql, typesSql]) {
    said.push(...(yield* all<{ said: string }>(sql, { shop })).map((row) => row.said), "");
  }
  const { digest } = yield* readGlossary(shop);
  return digestOf([...said, digest]).slice(0, 16);
}

/** What the check of a product's live texts needs of it. */
export async function readLiveProduct(
  { db }: { db: Db },
  { shop, product, target }: { shop: ShopDomain; product: Product; target: Target },
): Promise<LiveProduct> {
  const { config } = await db.do(resolveConfig({ shop, product }));
  const { terms: glossary } = await db.do(readGlossary(shop));
  const kept = await db.do(readKeptFindings({ shop, productId: product.id, target }));
  return { facts: await readSourceFacts({ db }, product), live: product.live, target, config, glossary, kept };
}
