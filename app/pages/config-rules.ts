import { listCollections } from "../catalog/collections/list-collections.ts";
import { listFacets } from "../catalog/list-facets.ts";
import type { AppContext } from "../context.server.ts";
import type { Acted } from "../db/record-act.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { parseSentJson } from "../lib/json.ts";
import { readAssignments, saveAssignments } from "../rules/configs/assignment-rules.ts";
import { listConfigs } from "../rules/configs/read-config.ts";
import type { ConfigChoice } from "../ui/configs/config-view.ts";
import type { Outcome } from "./answer-action.ts";
import { readShopNotices } from "./shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock"> & Acted;

/** All that the page of assignments shows. */
export async function readRulesPage(deps: Deps, shop: ShopDomain) {
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
    configs: configs.map(({ id, label, scope }): ConfigChoice => ({ id, name: label, preset: scope === "PUBLIC" })),
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

/** Saves the rules in the order in which the page shows them. */
export async function changeRules(deps: Deps, shop: ShopDomain, form: FormData): Promise<Outcome> {
  const digest = form.get("digest");
  const json = form.get("assignments");
  if (typeof digest !== "string" || typeof json !== "string") {
    return { problem: "This page is from an older version of the app. Reload it." };
  }
  const assignments = parseSentJson(json);
  if (assignments === undefined) {
    return { problem: "This page is from an older version of the app. Reload it." };
  }
  const result = await saveAssignments(deps, { shop, assignments, digest });
  if (result.outcome === "saved") return { message: "Assignments saved" };
  return { problem: result.message, ...(result.stale ? { stale: true } : {}) };
}
