import { all, type Steps } from "../../db/steps.ts";
import { type RuleSetting, ruleSettingSchema } from "./rule-setting.ts";

/** One change of a rule, as it is kept. */
export interface RuleChange {
  id: string;
  rule: string;
  at: number;
  by: string;
  /** null: as it ships, or there was none */
  before: RuleSetting | null;
  after: RuleSetting | null;
  undoes: string | null;
}

interface Row extends Omit<RuleChange, "before" | "after"> {
  before: string | null;
  after: string | null;
}

const mostListed = 100;
const listSql = `SELECT id, rule, at, by, before, after, undoes FROM channel_rule_changes
  WHERE shop = @shop AND channel = @channel ORDER BY at DESC, id DESC LIMIT @limit`;

/** What was changed of a channel's rules, newest first: the last hundred. */
export function* listRuleChanges(shop: string, channel: string): Steps<RuleChange[]> {
  const rows = yield* all<Row>(listSql, { shop, channel, limit: mostListed });
  const read = (json: string | null) => (json === null ? null : ruleSettingSchema.parse(JSON.parse(json)));
  return rows.map((row) => ({ ...row, before: read(row.before), after: read(row.after) }));
}
