import { z } from "zod";
import type { AppContext } from "../context.server.ts";
import type { Acted } from "../db/record-act.ts";
import type { ShopDomain } from "../lib/brand.ts";
import { parseSentJson } from "../lib/json.ts";
import { listConfigStates, restoreConfig } from "../rules/configs/config-history.ts";
import { type ConfigRecord, stateDigest } from "../rules/configs/config-record.ts";
import { countUse } from "../rules/configs/count-use.ts";
import { exportConfig, importConfig, maxImportChars } from "../rules/configs/import-config.ts";
import { mergeConfigInputs } from "../rules/configs/merge-config-inputs.ts";
import { listConfigs, maxConfigs, readConfig } from "../rules/configs/read-config.ts";
import { createConfig, deleteConfig, type SavedConfig, updateConfig } from "../rules/configs/save-config.ts";
import { listContentTypes } from "../rules/content-types/list-content-types.ts";
import type { AdminUser } from "../shopify/authenticate-admin.ts";
import type { ConfigDetailView, ConfigRowView, ConfigStateView } from "../ui/configs/config-view.ts";
import { fieldName, fieldValue, type NamedType } from "../ui/configs/field-name.ts";
import { countOf } from "../ui/numbers.ts";
import type { Outcome } from "./answer-action.ts";
import { namePerson } from "./name-person.ts";
import { readShopNotices } from "./shop-notices.ts";

type Deps = Pick<AppContext, "db" | "clock"> & Acted;

const outdated = { problem: "This page is from an older version of the app. Reload it." };
const notDeleted =
  "Somebody saved these rules since you opened this page. Nothing was deleted: look at them again first.";
const gone = { problem: "Somebody deleted these rules. Go back to the list." };

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

const text = z.string().max(600_000).catch("");

/** Does what a person asked for on the list: copy, import, merge or delete. */
export async function changeConfigs(deps: Deps, { shop, by }: AdminUser, form: FormData): Promise<Outcome> {
  const name = text.parse(form.get("name"));
  const types = await deps.db.do(listContentTypes(shop));
  switch (form.get("intent")) {
    case "import": {
      const json = text.parse(form.get("json"));
      return saved(
        await importConfig(deps, { shop, json, label: name.trim() === "" ? undefined : name, by }),
        "Rules imported",
        types,
      );
    }
    case "merge": {
      const merged = await mergeConfigInputs(deps, { shop, inputs: form.getAll("id") });
      if (merged.outcome !== "merged") return { problem: merged.message };
      const input = { label: name, content_config: merged.config };
      const overrides = merged.warnings.length;
      const told = overrides === 0 ? "" : `, ${countOf(overrides, "value")} overridden`;
      return saved(await createConfig(deps, { shop, input, by, change: "merged" }), `Rules merged${told}`, types);
    }
    default:
      return changeConfig(deps, { shop, by }, text.parse(form.get("id")), form);
  }
}

/** What a merge of these configs would override, for a person to see before it is saved. */
export async function previewMerge(deps: Deps, shop: ShopDomain, ids: string[]) {
  const merged = await mergeConfigInputs(deps, { shop, inputs: ids });
  if (merged.outcome !== "merged") return { problem: merged.message, warnings: [] };
  const types = await deps.db.do(listContentTypes(shop));
  const labels = new Map((await listConfigs(deps, { shop })).map(({ id, label }) => [id, label]));
  const warnings = merged.warnings.map(({ field, by, before, after }) => {
    const winner = labels.get(ids[by - 1] ?? "") ?? "the later one";
    return `${fieldName(field, types)}: ${after} of ${winner} takes the place of ${before}`;
  });
  return { problem: null, warnings };
}

/** All that one config's page shows, or null when the shop has none of this id. */
export async function readConfigPage(deps: Deps, shop: ShopDomain, id: string) {
  const [record, notices] = await Promise.all([readConfig(deps, { shop, id }), readShopNotices(deps, shop)]);
  if (!record) return null;
  const use = (await deps.db.do(countUse(shop))).get(id) ?? { products: 0, rules: 0 };
  return { config: { ...detailView(record), ...use }, notices, now: deps.clock.now() };
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

/** Does what a person asked for on a config's page. */
export async function changeConfig(deps: Deps, { shop, by }: AdminUser, id: string, form: FormData): Promise<Outcome> {
  const types = await deps.db.do(listContentTypes(shop));
  // What the form was made from: one without it is of an older page, and nothing is as it showed it.
  const seen = text.parse(form.get("seen"));
  switch (form.get("intent")) {
    case "save": {
      const input = parseSentJson(text.parse(form.get("input")));
      return saved(await updateConfig(deps, { shop, id, input, seen, by }), "Rules saved", types);
    }
    case "duplicate": {
      const source = await readConfig(deps, { shop, id });
      if (!source) return gone;
      const { description, config } = source;
      const input = { label: text.parse(form.get("name")), description, content_config: config };
      return saved(await createConfig(deps, { shop, input, by }), "Rules duplicated", types);
    }
    case "delete": {
      const deleted = await deleteConfig(deps, { shop, id, by, seen });
      if (!deleted) return gone;
      if (deleted === "stale") return { problem: notDeleted, stale: true };
      return {
        message: deleted.rules === 0 ? "Rules deleted" : `Rules and ${countOf(deleted.rules, "assignment")} deleted`,
      };
    }
    case "restore": {
      const revision = z.coerce.number().int().positive().safeParse(form.get("revision"));
      if (!revision.success) return outdated;
      return saved(
        await restoreConfig(deps, { shop, configId: id, revision: revision.data, by, seen }),
        "State restored",
        types,
      );
    }
    default:
      return outdated;
  }
}

/** Refusals name a field as the editor does. */
function saved(result: SavedConfig, message: string, types: readonly NamedType[]): Outcome {
  if (result.outcome === "saved") return { message, configId: result.config.id };
  if (result.outcome === "not_found") return gone;
  if (result.problems.length === 0) return { problem: result.message, ...(result.stale ? { stale: true } : {}) };
  const [first] = result.problems;
  return {
    problem: first ? `${fieldName(first.field, types)}: ${first.reason}` : result.message,
    fields: Object.fromEntries(result.problems.map(({ field, reason }) => [field, reason])),
  };
}

/** All that the history of a config shows, or null when the shop has no such config. */
export async function readHistoryPage(deps: Deps, { shop, by }: AdminUser, id: string) {
  const [record, states, notices] = await Promise.all([
    readConfig(deps, { shop, id }),
    listConfigStates(deps, { shop, configId: id }),
    readShopNotices(deps, shop),
  ]);
  if (!record || record.scope === "PUBLIC") return null;
  const types = await deps.db.do(listContentTypes(shop));
  return {
    id,
    name: record.label,
    seen: stateDigest(record),
    states: states.map(
      ({ revision, change, savedAt, versions, differences, savedBy }, index): ConfigStateView => ({
        revision,
        change,
        savedAt,
        versions,
        differences: differences.map(({ field, before, after }) => ({
          field: fieldName(field, types),
          before: before === null ? null : fieldValue(field, before, types),
          after: after === null ? null : fieldValue(field, after, types),
        })),
        savedBy: namePerson(savedBy, by),
        current: index === 0,
      }),
    ),
    notices,
    now: deps.clock.now(),
  };
}
