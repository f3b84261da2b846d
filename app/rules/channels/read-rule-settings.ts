import { all, type Steps } from "../../db/steps.ts";
import type { ChannelRule } from "./channel-rule.ts";
import { type RuleSetting, ruleSettingSchema, rulesAsSet } from "./rule-setting.ts";

interface Row {
  rule: string;
  setting: string;
  change: string;
}

const settingsSql = "SELECT rule, setting, change FROM channel_rule_settings WHERE shop = @shop ORDER BY rule";

export interface StoredSetting extends RuleSetting {
  /** the change that made it so */
  change: string;
}

/** What a shop changed of the rules of channels, by the ids of the rules. */
export function* readRuleSettings(shop: string): Steps<Map<string, StoredSetting>> {
  const rows = yield* all<Row>(settingsSql, { shop });
  return new Map(
    rows.map(({ rule, setting, change }) => [rule, { ...ruleSettingSchema.parse(JSON.parse(setting)), change }]),
  );
}

const kept = new Map<string, readonly ChannelRule[]>();
const mostKept = 100;

/**
 * The rules of channels as they hold for a shop; undefined where it changed none. The same changes give the same list, so that what is
 * remembered by it stays.
 */
export function* readChangedRules(shop: string): Steps<readonly ChannelRule[] | undefined> {
  const settings = yield* readRuleSettings(shop);
  if (settings.size === 0) return undefined;
  const key = JSON.stringify([...settings].map(([rule, { change: _, ...setting }]) => [rule, setting]));
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const rules = rulesAsSet(settings);
  kept.set(key, rules);
  return rules;
}
