import { z } from "zod";
import { type ChannelRule, channelRuleSchema } from "./channel-rule.ts";
import { channelRules, isFixedRule } from "./channel-rules.ts";

/** What a shop makes of one rule. */
export const ruleSettingSchema = z.object({
  does: z.enum(["block", "warn", "off"]),
  /** in the rule's own unit; null: as it ships */
  limit: z.number().int().positive().max(1_000_000).nullable(),
  note: z.string().max(500),
  /** a rule of the shop's own, as it was added; null for one that ships */
  own: channelRuleSchema.nullable(),
});
export type RuleSetting = z.infer<typeof ruleSettingSchema>;

export type RuleSettings = ReadonlyMap<string, RuleSetting>;

/** Ids of rules of a shop's own begin so. */
export const ownPrefix = "own.";

/** The limit that a rule sets, in its own unit; null for a rule without one. */
export function limitOf(rule: ChannelRule): number | null {
  switch (rule.kind) {
    case "sum_max":
      return rule.value.limit;
    case "max_count":
      return rule.value.most;
    case "forbid":
    case "allow":
    case "require":
      return null;
    default:
      return rule.value;
  }
}

function withLimit(rule: ChannelRule, limit: number | null): ChannelRule {
  if (limit === null) return rule;
  switch (rule.kind) {
    case "sum_max":
      return { ...rule, value: { ...rule.value, limit } };
    case "max_count":
      return { ...rule, value: { ...rule.value, most: limit } };
    case "forbid":
    case "allow":
    case "require":
      return rule;
    default:
      return { ...rule, value: limit };
  }
}

/** The rules as they hold for a shop: those that ship as it changed them, without those that it turned off, and its own. */
export function rulesAsSet(settings: RuleSettings): ChannelRule[] {
  const own = [...settings.values()].flatMap((setting) => (setting.own ? [setting.own] : []));
  return [...channelRules, ...own].flatMap((rule) => {
    const setting = settings.get(rule.id);
    if (!setting || isFixedRule(rule)) return [rule];
    if (setting.does === "off") return [];
    return [{ ...withLimit(rule, setting.limit), severity: setting.does }];
  });
}
