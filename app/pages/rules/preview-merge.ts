import type { AppContext } from "../../context.server.ts";
import type { ShopDomain } from "../../lib/brand.ts";
import { mergeConfigInputs } from "../../rules/configs/merge-config-inputs.ts";
import { listConfigs } from "../../rules/configs/read-config.ts";
import { listContentTypes } from "../../rules/content-types/list-content-types.ts";
import { fieldName } from "../../ui/configs/field-name.ts";
import { rulesProblemWords } from "./rules-problem-words.ts";

type Deps = Pick<AppContext, "db" | "clock">;

/** What a merge of these configs would override, for a person to see before it is saved. */
export async function previewMerge(deps: Deps, shop: ShopDomain, ids: string[]) {
  const merged = await mergeConfigInputs(deps, { shop, inputs: ids });
  const types = await deps.db.do(listContentTypes(shop));
  if (merged.outcome !== "merged") return { problem: rulesProblemWords(merged.problem, types), warnings: [] };
  const labels = new Map((await listConfigs(deps, { shop })).map(({ id, label }) => [id, label]));
  const warnings = merged.warnings.map(({ field, by, before, after }) => {
    const winner = labels.get(ids[by - 1] ?? "") ?? "the later one";
    return `${fieldName(field, types)}: ${after} of ${winner} takes the place of ${before}`;
  });
  return { problem: null, warnings };
}
