import type { i18n } from "i18next";
import { listCollections } from "../../catalog/collections/list-collections.ts";
import { listFacets } from "../../catalog/list-facets.ts";
import type { AppContext } from "../../context.server.ts";
import { english } from "../../i18n/words-of.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { readAssignments } from "../../rules/configs/assignment-rules.ts";
import { listConfigs } from "../../rules/configs/read-config.ts";
import type { ConfigChoice } from "../../ui/rules/config-view.ts";
import { readShopNotices } from "../shop-notices.ts";
import { rulesWords } from "./rules-words.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** All that the page of assignments shows. */
export async function readAssignmentsPage(deps: Deps, shop: ShopDomain, words?: i18n) {
  const { t } = words ?? (await english());
  const [{ rules, otherwise, digest }, configs, facets, notices] = await Promise.all([
    readAssignments(deps, shop),
    listConfigs(deps, { shop }),
    listFacets(deps, shop),
    readShopNotices(deps, shop),
  ]);
  return {
    rules,
    otherwise,
    digest,
    configs: configs.map(
      (config): ConfigChoice => ({
        id: config.id,
        name: rulesWords(t, config).label,
        preset: config.scope === "PUBLIC",
      }),
    ),
    facets,
    collections: await deps.db.do(
      listCollections(
        shop,
        rules.filter(({ field }) => field === "collection").map(({ value }) => value),
      ),
    ),
    notices,
  };
}
