import { z } from "zod";
import type { Db } from "../../db/open.ts";
import type { Acted } from "../../db/record-act.ts";
import type { Clock } from "../../lib/clock.ts";
import { addRule } from "../../rules/channels/change-rule.ts";
import { defineCommand } from "../command.ts";
import { followed, type RuleResult } from "./rule-result.ts";

/** Adds a rule of the shop's own to a channel. */
export const addChannelRule = defineCommand({
  name: "channel_rule.add",
  kind: "rules",
  rate: "rules",
  needs: "changeRules",
  input: z.object({
    channel: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
    /** "*": all of them */
    market: z.string().min(1).max(64),
    /** a content type */
    field: z.string().min(1).max(64),
    /** kind, unit and value as the rules that ship have them */
    demand: z.object({ kind: z.string().max(20), unit: z.string().max(20), value: z.unknown() }),
    does: z.enum(["block", "warn"]),
    note: z.string().max(500),
  }),
  async run(
    deps: { db: Db; clock: Clock } & Acted,
    asker,
    { channel, market, field, demand, does, note },
  ): Promise<RuleResult> {
    const added = await addRule(deps, { ...asker, demand: { ...demand, channel, market, field }, does, note });
    return followed(deps, asker, added);
  },
});
