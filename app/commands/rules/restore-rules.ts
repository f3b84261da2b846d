import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { restoreConfig } from "../../rules/configs/config-history.ts";
import { defineCommand } from "../command.ts";
import { rulesTextSchema } from "./rules-input.ts";
import { type SavedRules, savedRules } from "./saved-rules.ts";

/** Saves an earlier state of content rules as the newest one. */
export const restoreRules = defineCommand({
  name: "config.restore",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    configId: rulesTextSchema,
    revision: z.number().int().positive(),
    /** digest of the state that the asker saw */
    seen: rulesTextSchema,
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { configId, revision, seen }): Promise<SavedRules> {
    return savedRules(await restoreConfig(deps, { shop, configId, revision, by, seen }));
  },
});
