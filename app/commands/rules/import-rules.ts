import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { importConfig } from "../../rules/configs/import-config.ts";
import { defineCommand } from "../command.ts";
import { rulesTextSchema } from "./rules-input.ts";
import { type SavedRules, savedRules } from "./saved-rules.ts";

/** Makes new content rules of an exported file. */
export const importRules = defineCommand({
  name: "configs.import",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    /** the file */
    json: rulesTextSchema,
    /** takes the place of the name in the file */
    label: rulesTextSchema.optional(),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { json, label }): Promise<SavedRules> {
    return savedRules(await importConfig(deps, { shop, json, label, by }));
  },
});
