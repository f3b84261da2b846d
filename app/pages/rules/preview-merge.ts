import type { i18n } from "i18next";
import type { AppContext } from "../../context.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { mergeConfigInputs } from "../../rules/configs/merge-config-inputs.ts";
import { listConfigs } from "../../rules/configs/read-config.ts";
import { fieldName } from "../../ui/rules/field-name.ts";
import { fieldReader } from "./field-reader.ts";
import { rulesProblemWords } from "./rules-problem-words.ts";
import { rulesWords } from "./rules-words.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** What a merge of these configs would override, for a person to see before it is saved. */
export async function previewMerge(deps: Deps, shop: ShopDomain, ids: string[], { t }: i18n) {
  const merged = await mergeConfigInputs(deps, { shop, inputs: ids });
  const reader = await fieldReader(deps, shop, t);
  if (merged.outcome !== "merged") return { problem: rulesProblemWords(reader, merged.problem), warnings: [] };
  const labels = new Map((await listConfigs(deps, { shop })).map((one) => [one.id, rulesWords(t, one).label]));
  const warnings = merged.warnings.map(({ field, by, before, after }) => {
    const winner = labels.get(ids[by - 1] ?? "") ?? t("answers:rules.laterOne");
    return t("answers:rules.takesPlace", { field: fieldName(field, reader), after, winner, before });
  });
  return { problem: null, warnings };
}
