import type { AppContext } from "../../context.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { countUse } from "../../rules/configs/count-use.ts";
import { maxImportChars } from "../../rules/configs/import-config.ts";
import { listConfigs, maxConfigs } from "../../rules/configs/read-config.ts";
import type { ConfigRowView } from "../../ui/configs/config-view.ts";
import { readShopNotices } from "../shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** All that the list of content configs shows. */
export async function readConfigsPage(deps: Deps, shop: ShopDomain) {
  const [configs, notices] = await Promise.all([listConfigs(deps, { shop }), readShopNotices(deps, shop)]);
  const use = await deps.db.do(countUse(shop));
  return {
    configs: configs.map(({ id, label, description, scope, updatedAt }): ConfigRowView => {
      const { products, rules } = use.get(id) ?? { products: 0, rules: 0 };
      return { id, name: label, description, preset: scope === "PUBLIC", products, rules, updatedAt };
    }),
    maxConfigs,
    maxImportChars,
    notices,
    now: deps.clock.now(),
  };
}
