import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { mergeConfigInputs } from "../../rules/configs/merge-config-inputs.ts";
import { createConfig } from "../../rules/configs/save-config.ts";
import { defineCommand } from "../command.ts";
import { invalid } from "../results.ts";
import { rulesTextSchema } from "./rules-input.ts";
import { type SavedRules, savedRules } from "./saved-rules.ts";

type Result =
  /** `overridden`: how many values of the merged rules a later one took the place of */
  ({ kind: "merged"; overridden: number } & { configId: string }) | Exclude<SavedRules, { kind: "saved" }>;

/** Makes new content rules of two to five, the later ones above the earlier. */
export const mergeRules = defineCommand({
  name: "configs.merge",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    name: rulesTextSchema,
    /** ids of the shop's rules or of presets, or rules themselves */
    configs: z.array(z.unknown()),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { name, configs }): Promise<Result> {
    const merged = await mergeConfigInputs(deps, { shop, inputs: configs });
    if (merged.outcome !== "merged") return invalid(merged.problem);
    const input = { label: name, content_config: merged.config };
    const saved = savedRules(await createConfig(deps, { shop, input, by, change: "merged" }));
    if (saved.kind !== "saved") return saved;
    return { kind: "merged", configId: saved.configId, overridden: merged.warnings.length };
  },
});
