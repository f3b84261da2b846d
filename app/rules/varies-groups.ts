import type { Db } from "../db/open.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { findConfig, readRules } from "./configs/resolve-config.ts";

/** Whether rules of the shop let a variant group share its texts: only then it matters whether products are grouped. */
export function variesGroups({ db }: { db: Db }, shop: ShopDomain): boolean {
  const ids = new Set(readRules({ db }, shop).map(({ configId }) => configId));
  return [...ids].some((id) => {
    const config = findConfig({ db }, { shop, id })?.config;
    return (config?.client?.variant_data_fields ?? []).length > 0;
  });
}
