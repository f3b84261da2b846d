import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { undoRuleChange } from "../../rules/channels/change-rule.ts";
import { defineCommand } from "../command.ts";
import { followed, type RuleResult } from "./rule-result.ts";

/** Takes back the last change of a rule; of a rule of the shop's own that was added, the rule. */
export const undoChannelRule = defineCommand({
  name: "channel_rule.undo",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({ change: z.string().min(1).max(100) }),
  async run(deps: { db: Db; clock: Clock } & Acted, asker, { change }): Promise<RuleResult> {
    return followed(deps, asker, await undoRuleChange(deps, { ...asker, change }));
  },
});
