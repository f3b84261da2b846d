import type { AppContext } from "../../context.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { type ConfigRecord, stateDigest } from "../../rules/configs/config-record.ts";
import { countUse } from "../../rules/configs/count-use.ts";
import { exportConfig } from "../../rules/configs/import-config.ts";
import { readConfig } from "../../rules/configs/read-config.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { typesNamedBy } from "../../rules/content-types/named-by-config.ts";
import type { ConfigDetailView } from "../../ui/configs/config-view.ts";
import { contentTypeViews } from "../content-type-views.ts";
import { readShopNotices } from "../shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** All that one config's page shows, or null when the shop has none of this id. */
export async function readConfigPage(deps: Deps, shop: ShopDomain, id: string) {
  const [record, notices] = await Promise.all([readConfig(deps, { shop, id }), readShopNotices(deps, shop)]);
  if (!record) return null;
  const use = (await deps.db.do(countUse(shop))).get(id) ?? { products: 0, rules: 0 };
  const shopTypes = await deps.db.do(listContentTypes(shop));
  const types = contentTypeViews(shopTypes);
  return {
    config: { ...detailView(record), ...use },
    types,
    known: types.map(({ name, label }) => ({ name, label })),
    unknown: typesNamedBy(record.config, shopTypes).map(({ name }) => name),
    notices,
    now: deps.clock.now(),
  };
}

function detailView(record: ConfigRecord): Omit<ConfigDetailView, "products" | "rules"> {
  const { id, label, description, scope, config, updatedAt, updatedBy } = record;
  return {
    id,
    name: label,
    description: description ?? "",
    preset: scope === "PUBLIC",
    seen: stateDigest(record),
    config,
    updatedAt,
    updatedBy,
    file: exportConfig(record),
  };
}
