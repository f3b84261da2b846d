import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { readConfig } from "../../rules/configs/read-config.ts";
import { createConfig } from "../../rules/configs/save-config.ts";
import { defineCommand } from "../command.ts";
import { notFound } from "../results.ts";
import { rulesTextSchema } from "./rules-input.ts";
import { type SavedRules, savedRules } from "./saved-rules.ts";

/** Makes content rules of the shop's own, or a preset, the shop's once more under another name. */
export const duplicateRules = defineCommand({
  name: "config.duplicate",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({ configId: rulesTextSchema, name: rulesTextSchema }),
  async run(deps: { db: Db; clock: Clock } & Acted, { shop, by }, { configId, name }): Promise<SavedRules> {
    const source = await readConfig(deps, { shop, id: configId });
    if (!source) return notFound;
    const { config } = source;
    // A preset's is said of the preset, in English: the merchant writes their own.
    const description = source.scope === "PUBLIC" ? null : source.description;
    const input = { label: name, description, content_config: config };
    return savedRules(await createConfig(deps, { shop, input, by }));
  },
});
