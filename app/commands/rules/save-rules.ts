import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { updateConfig } from "../../rules/configs/save-config.ts";
import { defineCommand } from "../command.ts";
import { rulesTextSchema } from "./rules-input.ts";
import { type SavedRules, savedRules } from "./saved-rules.ts";

/** Changes the shop's own content rules. Nothing is written when they say the same. */
export const saveRules = defineCommand({
  name: "config.save",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    configId: rulesTextSchema,
    /** label, description and rules, which the features check field by field */
    rules: z.unknown(),
    /** digest of the state that the asker saw */
    seen: rulesTextSchema,
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { configId, rules, seen }): Promise<SavedRules> {
    return savedRules(await updateConfig(deps, { shop, id: configId, input: rules, seen, by }));
  },
});
