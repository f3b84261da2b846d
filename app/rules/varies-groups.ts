import type { Steps } from "../db/steps.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { findConfig, readRules } from "./configs/resolve-config.ts";

/** Whether rules of the shop let a variant group share its texts: only then it matters whether products are grouped. */
export function* variesGroups(shop: ShopDomain): Steps<boolean> {
  const rules = yield* readRules(shop);
  for (const id of new Set(rules.map(({ configId }) => configId))) {
    const found = yield* findConfig(shop, id);
    if ((found?.config.client?.variant_data_fields ?? []).length > 0) return true;
  }
  return false;
}
