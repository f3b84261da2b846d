import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { changeRule } from "../../rules/channels/change-rule.ts";
import { defineCommand } from "../command.ts";
import { followed, type RuleResult } from "./rule-result.ts";

/** Sets what a rule of a channel does for the shop: block, warn or nothing, with another limit and a note. */
export const changeChannelRule = defineCommand({
  name: "channel_rule.change",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    rule: z.string().min(1).max(200),
    does: z.enum(["block", "warn", "off"]),
    /** in the rule's own unit; null: as it ships */
    limit: z.number().int().positive().max(1_000_000).nullable(),
    note: z.string().max(500),
    /** the rule's last change as the asker saw it, null for none */
    seen: z.string().max(100).nullable(),
  }),
  async run(deps: { db: Db; clock: Clock } & Acted, asker, { rule, seen, ...setting }): Promise<RuleResult> {
    return followed(deps, asker, await changeRule(deps, { ...asker, rule, setting, seen }));
  },
});
